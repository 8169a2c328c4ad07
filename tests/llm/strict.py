"""Finds what an endpoint would refuse in a strict schema before it is asked."""

from collections.abc import Iterator
from typing import Any, cast

from pydantic import BaseModel

# The subset OpenAI's strict structured outputs accept, read conservatively: a default or a minimal length of a text has
# been refused by some models and is never needed.
_REFUSED = {
    *("allOf", "oneOf", "not", "if", "then", "else", "default", "discriminator", "contains", "uniqueItems"),
    *("dependentRequired", "dependentSchemas", "patternProperties", "propertyNames", "prefixItems"),
    *("minLength", "maxLength", "minProperties", "maxProperties", "unevaluatedItems", "unevaluatedProperties"),
}
_TYPED = {"type", "$ref", "anyOf", "enum", "const"}
_DEEPEST = 10
_MOST_PROPERTIES = 5_000
_MOST_VALUES = 1_000
_MOST_CHARACTERS = 120_000


def faults(schema: type[BaseModel]) -> list[str]:
    """Return what is wrong with the strict form of `schema`, each with its place; empty if it may be sent."""
    import openai

    wire = cast(dict[str, Any], openai.pydantic_function_tool(schema)["function"]["parameters"])
    nodes = list(_nodes(wire, "$"))
    found = [fault for node, place in nodes for fault in _node_faults(node, place)]
    return [*_root_faults(wire), *found, *_size_faults([node for node, _ in nodes])]


def _nodes(node: dict[str, Any], place: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every schema within a schema, with its place."""
    yield node, place
    for name, inner in (*node.get("properties", {}).items(), *node.get("$defs", {}).items()):
        yield from _nodes(inner, f"{place}.{name}")
    for index, inner in enumerate(node.get("anyOf", [])):
        yield from _nodes(inner, f"{place}|{index}")
    if isinstance(node.get("items"), dict):
        yield from _nodes(node["items"], f"{place}[]")


def _depth(node: dict[str, Any], definitions: dict[str, Any], within: tuple[str, ...] = ()) -> int:
    """Return how many objects and lists stand within each other; a schema that holds itself counts once."""
    name = node.get("$ref", "").rpartition("/")[2]
    if name:
        return 0 if name in within else _depth(definitions[name], definitions, (*within, name))
    inner = [*node.get("properties", {}).values(), *node.get("anyOf", [])]
    inner += [node["items"]] if isinstance(node.get("items"), dict) else []
    own = node.get("type") in ("object", "array")
    return own + max((_depth(each, definitions, within) for each in inner), default=0)


def _root_faults(wire: dict[str, Any]) -> Iterator[str]:
    if wire.get("type") != "object":
        yield "$: the root must be an object"
    if _depth(wire, wire.get("$defs", {})) > _DEEPEST:
        yield f"$: deeper than {_DEEPEST} levels"


def _node_faults(node: dict[str, Any], place: str) -> Iterator[str]:
    for word in sorted(_REFUSED & node.keys()):
        yield f"{place}: {word} is refused"
    if not _TYPED & node.keys():
        yield f"{place}: has no type"
    if "$ref" in node and len(node) > 1:
        yield f"{place}: a reference must stand alone"
    if node.get("type") == "object":
        yield from _object_faults(node, place)


def _object_faults(node: dict[str, Any], place: str) -> Iterator[str]:
    if node.get("additionalProperties") is not False:
        yield f"{place}: must forbid additional properties"
    if set(node.get("required", [])) != set(node.get("properties", {})):
        yield f"{place}: every property must be required"


def _size_faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    names = [name for node in nodes for name in (*node.get("properties", {}), *node.get("$defs", {}))]
    values = [str(value) for node in nodes for value in node.get("enum", [])]
    if sum(len(node.get("properties", {})) for node in nodes) > _MOST_PROPERTIES:
        yield f"$: more than {_MOST_PROPERTIES} properties"
    if len(values) > _MOST_VALUES:
        yield f"$: more than {_MOST_VALUES} enum values"
    if sum(map(len, [*names, *values])) > _MOST_CHARACTERS:
        yield f"$: more than {_MOST_CHARACTERS} characters of names and values"
