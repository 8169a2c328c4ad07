"""What a request carries for the sake of one kind of endpoint: where to route it, and what to cache of it."""

import hashlib
import json
import re
from typing import Any, Final

from verifier.llm.sizes import of_bytes

OPENAI: Final = "api.openai.com"
OPENROUTER: Final = "openrouter.ai"
_SHORTEST = 1024
"""Tokens of a beginning that is worth caching; OpenAI caches none that is shorter."""
_MARKED_FROM = (5, 6)
"""The first family of models that charges for what is put into the cache, and takes marks of what is to be."""
_MARK = {"mode": "explicit"}


class Extras:
    """Fields on top of every request to one endpoint, none of which changes what is asked (see `question`).

    Only OpenAI itself is told what to cache; other endpoints cache unasked, or turn down fields they do not know.
    """

    def __init__(self, endpoint: str, model: str, tier: str | None) -> None:
        host = endpoint.rpartition(":")[0] or endpoint
        self._tier = {"service_tier": tier} if tier else {}
        # Without this OpenRouter may choose a provider that passes the schema over.
        self._route = {"provider": {"require_parameters": True}} if host == OPENROUTER else {}
        self._caches = host == OPENAI or host.endswith(f".{OPENAI}")
        self._marks = self._caches and _family(model) >= _MARKED_FROM
        self.tells_cost = host == OPENROUTER
        """Whether an answer says what it cost, in dollars."""

    def added(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return `request`, as the SDK takes it, with the fields for this endpoint."""
        body = {**(request.get("extra_body") or {}), **self._tier, **self._route}
        if not self._caches:
            return {**request, "extra_body": body or None}
        first, *rest = request["messages"]
        body["prompt_cache_key"] = _cache_key(first["content"])
        if self._marks:
            body["prompt_cache_options"] = _MARK
            first = _marked(first)
        return {**request, "messages": [first, *rest], "extra_body": body}

    def are_refused(self, said: object) -> bool:
        """Tell whether an error is about what is said of caching; if so, no more is said of it."""
        refused = self._caches and "prompt_cache" in json.dumps(said, default=str)
        self._caches = self._caches and not refused
        return refused


def _family(model: str) -> tuple[int, int]:
    found = re.match(r"gpt-(\d+)(?:\.(\d+))?(?![\d.o])", model)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)


def _cache_key(rules: str) -> str:
    """Return what sends requests of the same beginning to where it is cached."""
    return f"verifier-{hashlib.sha256(rules.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _marked(message: dict[str, Any]) -> dict[str, Any]:
    """Return the rules marked as what is to be cached, if they are long enough; the article after them never is.

    Where nothing is marked nothing is cached, and nothing paid for caching.
    """
    text = message["content"]
    if of_bytes("", len(text.encode("utf-8", "replace")), 0).low.input < _SHORTEST:
        return message
    return {**message, "content": [{"type": "text", "text": text, "prompt_cache_breakpoint": _MARK}]}
