"""One request to a model as people read it and as it is looked up, whatever SDK sent it."""

import hashlib
import json
import re
from typing import Any, NamedTuple

# They steer billing, routing and caching, never the answer; "model" has its own place in the two keys.
_VOLATILE = {
    "metadata",
    "model",
    "prompt_cache_key",
    "prompt_cache_options",
    "provider",
    "safety_identifier",
    "service_tier",
    "store",
    "user",
}
_SECRET = re.compile(r"\bsk-(?=[\w-]*\d)[\w-]{16,}")
# A re-ask quotes pydantic, and pydantic quotes its own version.
_PYDANTIC = re.compile(r"https://errors\.pydantic\.dev/[\w.]+/")


class Question(NamedTuple):
    """A request in canonical form."""

    view: dict[str, Any]
    """The body for people: text as lists of lines, the schema by name; the model is not part of it."""
    schemas: dict[str, Any]
    """The schema by the name it has in `view`; empty where the request carries none."""
    key: str
    """Finds a recording: a hash of `view`. The model is left out, so that recordings answer whichever model is set."""
    request: str
    """Finds a kept answer: a hash of `view` and the model, so that another model is asked anew."""


def read(body: bytes) -> Question:
    """Return the canonical form of a chat completion request."""
    sent = json.loads(scrubbed(body.decode("utf-8")))
    view = {name: value for name, value in sorted(sent.items()) if name not in _VOLATILE}
    schemas = _take_schema(view)
    view["messages"] = [_lines(message) for message in view["messages"]]
    return Question(view, schemas, key=_hash(view)[:12], request=_hash({"model": sent.get("model"), **view}))


def scrubbed(text: str) -> str:
    """Return `text` without what looks like a key, and without pydantic's version."""
    return _PYDANTIC.sub("https://errors.pydantic.dev/", _SECRET.sub("sk-SCRUBBED", text))


def readable(value: Any) -> str:
    """Return JSON as it stands in a recording and in a difference."""
    return json.dumps(value, indent=1, ensure_ascii=False)


def _take_schema(view: dict[str, Any]) -> dict[str, Any]:
    wanted = view.get("response_format", {}).get("json_schema")
    if wanted is None:
        return {}
    name = f"_schemas/{wanted['name']}.{_hash(wanted)[:8]}.json"
    view["response_format"] = name
    return {name: wanted}


def _lines(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    match content:
        case [{"type": "text", "text": str(text)}]:  # as it is sent where a part of it is marked for caching
            content = text
    return {**message, "content": content.split("\n")} if isinstance(content, str) else message


def _hash(value: Any) -> str:
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
