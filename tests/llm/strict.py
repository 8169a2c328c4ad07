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
    root = [] if wire.get("type") == "object" else ["$: the root must be an object"]
    nodes = list(_nodes(wire, "$", 0))
    return [*root, *(fault for node in nodes for fault in _node_faults(*node)), *_size_faults([n for n, _, _ in nodes])]


def _nodes(node: dict[str, Any], place: str, depth: int) -> Iterator[tuple[dict[str, Any], str, int]]:
    """Yield every schema within a schema with its place and how many objects and lists it is within."""
    yield node, place, depth
    for group in ("properties", "$defs"):
        for name, inner in node.get(group, {}).items():
            yield from _nodes(inner, f"{place}.{name}", depth + (group == "properties"))
    for index, inner in enumerate(node.get("anyOf", [])):
        yield from _nodes(inner, f"{place}|{index}", depth)
    if isinstance(node.get("items"), dict):
        yield from _nodes(node["items"], f"{place}[]", depth + 1)


def _node_faults(node: dict[str, Any], place: str, depth: int) -> Iterator[str]:
    for word in sorted(_REFUSED & node.keys()):
        yield f"{place}: {word} is refused"
    if not _TYPED & node.keys():
        yield f"{place}: has no type"
    if "$ref" in node and len(node) > 1:
        yield f"{place}: a reference must stand alone"
    if depth > _DEEPEST:
        yield f"{place}: deeper than {_DEEPEST} levels"
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
