"""Recorded answers: one readable file a request, so that a change of prompt or schema shows in review."""

import difflib
import json
import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from verifier.errors import ConfigurationError, NotRecorded
from verifier.llm.question import Question, readable, scrubbed
from verifier.settings import wants_traceback

_LONGEST_DIFF = 40
_LONGEST_LINE = 160
_STYLES: dict[str, dict[str, Any]] = {
    "compact": {"separators": (",", ":")},
    "spaced": {},
    "indented": {"indent": 2},
}


class Recordings:
    """A folder of `LABEL.HASH.json` files; the schemas stand once each in `_schemas/` beside them.

    A file holds `origin` (who answered, or when it was recorded), `label`, `request` (for people) and `response` (the
    body of the answer). Headers are never stored, and what looks like a key is scrubbed from both.
    """

    def __init__(self, folder: Path, origin: str | None = None, today: Callable[[], date] = date.today) -> None:
        self.folder = folder
        self._origin = origin
        self._today = today
        self._lock = Lock()

    def find(self, question: Question) -> str | None:
        """Return the recorded body as JSON text, its answer byte for byte as it came."""
        with self._lock:
            path = self._paths.get(question.key)
        return None if path is None else json.dumps(_load(path)["response"])

    def record(self, question: Question, label: str, body: str) -> None:
        """Write one answered request and its schema."""
        path = self.folder / f"{_slug(label)}.{question.key}.json"
        content = {
            "origin": self._origin or f"recorded {self._today().isoformat()}",
            "label": label,
            "request": question.view,
            "response": _packed(json.loads(scrubbed(body))),
        }
        with self._lock:  # answers that come at the same time share their schema's file
            for name, schema in question.schemas.items():
                _write(self.folder / name, schema)
            _write(path, content)
            self._paths[question.key] = path

    def miss(self, question: Question, label: str) -> NotRecorded:
        """Return the error that names the nearest recording, or shows how `question` differs from it on demand."""
        return NotRecorded(
            f"No recorded answer fits the request “{label}”: its article, prompt or schema is not the recorded one. "
            f"Record it with a model at hand, or restore what changed. {self._difference(question, _slug(label))}"
        )

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {path.name.split(".")[-2]: path for path in sorted(self.folder.glob("*.*.json"))}

    def _difference(self, question: Question, slug: str) -> str:
        asked = readable(question.view).splitlines()
        recorded = {path: readable(_load(path)["request"]).splitlines() for path in self._paths.values()}
        if not recorded:
            return f"There are no recordings in {self.folder}."
        nearest = max(recorded, key=lambda path: (path.name.startswith(f"{slug}."), _shared(recorded[path], asked)))
        if not wants_traceback():
            return f"The nearest is {nearest}; VERIFIER_DEBUG=1 shows the difference."
        lines = difflib.unified_diff(recorded[nearest], asked, nearest.name, "this request", lineterm="", n=1)
        return "\n".join(["", *_clipped(list(lines))])


def _shared(one: list[str], other: list[str]) -> float:
    """Return the share of lines two requests have in common: 0 to 1. Plain sets, as a folder may hold hundreds."""
    both, either = set(one) & set(other), set(one) | set(other)
    return len(both) / len(either)


def _clipped(lines: list[str]) -> list[str]:
    shown = [line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "…" for line in lines]
    if len(shown) <= _LONGEST_DIFF:
        return shown
    kept = shown[: _LONGEST_DIFF - 1]
    return [*kept, f"… and {len(shown) - len(kept)} more lines"]


def _slug(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:60] or "answer"


def _load(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {"request": content["request"], "response": _unpacked(content["response"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(
            f"The recording {path} is damaged ({error!r}). Restore it, or record it anew."
        ) from error


def _write(path: Path, content: Any) -> None:
    """Write whole or not at all: an interrupted run leaves no half recording."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A lone surrogate cannot be UTF-8; as a backslash escape it is good JSON again.
        part.write_bytes(f"{readable(content)}\n".encode("utf-8", "backslashreplace"))
        part.replace(path)
    except OSError as error:
        raise ConfigurationError(f"The recording {path} cannot be written ({error}). Name another folder.") from error


def _packed(body: dict[str, Any]) -> dict[str, Any]:
    return _with_contents(body, _pack)


def _unpacked(body: dict[str, Any]) -> dict[str, Any]:
    return _with_contents(body, _unpack)


def _with_contents(body: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    choices = [
        {**choice, "message": {**choice["message"], "content": change(choice["message"].get("content"))}}
        for choice in body["choices"]
    ]
    return {**body, "choices": choices}


def _pack(content: Any) -> Any:
    """Return answer text as an object if that gives the same text again (a re-ask quotes it), else as lines."""
    if not isinstance(content, str):
        return content
    for style in _STYLES:
        packed = {"json": _parsed(content), "style": style}
        if packed["json"] is not None and _unpack(packed) == content:
            return packed
    return {"lines": content.split("\n")}


def _unpack(content: Any) -> Any:
    match content:
        case {"json": value, "style": style}:
            return json.dumps(value, ensure_ascii=False, **_STYLES[style])
        case {"lines": lines}:
            return "\n".join(lines)
        case _:
            return content


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
