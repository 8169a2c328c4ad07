"""The lines of a batch: one JSON object for each request that goes in, one for each answer or error that comes out."""

import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from verifier.errors import ModelError, ModelPending, ModelRefused, ModelTruncated, ModelUnavailable
from verifier.llm import failures
from verifier.llm.batch import Noted
from verifier.llm.prices import Terms
from verifier.llm.transport import check_choices
from verifier.models import Usage

_MOST_REQUESTS = 50_000
_MOST_BYTES = 200_000_000
"""What the API takes in one file."""
URL: Final = "/v1/chat/completions"
AGAIN = "Run `verify --batch` for it again, or `verify` to ask at once."


class Part(NamedTuple):
    """What goes into one file."""

    requests: dict[str, Noted]
    content: bytes


class BatchLine(NamedTuple):
    """What came of one request."""

    request: str
    body: str | None
    """The response's body, if it is an answer."""
    error: ModelError | None
    usage: Usage | None = None


def batch_parts(
    noted: Mapping[str, Noted], *, requests: int = _MOST_REQUESTS, size: int = _MOST_BYTES
) -> Iterator[Part]:
    """Yield as many files as the requests need; a request that is too large for any stands alone in one."""
    held: dict[str, Noted] = {}
    content = bytearray()
    for request, one in noted.items():
        line = _line(request, one.body)
        if held and (len(held) == requests or len(content) + len(line) > size):
            yield Part(held, bytes(content))
            held, content = {}, bytearray()
        held[request] = one
        content += line
    if held:
        yield Part(held, bytes(content))


def _line(request: str, body: bytes) -> bytes:
    """Return the line that asks. In ASCII, so that whoever splits lines elsewhere finds no other line breaks in it."""
    asked = {name: value for name, value in json.loads(body).items() if name != "service_tier"}
    line = {"custom_id": request, "method": "POST", "url": URL, "body": asked}
    return json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n"


def read(line: bytes, endpoint: str, terms: Terms) -> BatchLine | None:
    """Return what a line of an output or error file says; None if it is no such line."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match said:
        case {"custom_id": str(request), "response": {"status_code": 200, "body": dict(body)}} if _answers(body):
            return BatchLine(request, json.dumps(body), None, terms.usage(body, batch=True))
        case {"custom_id": str(request)}:
            return BatchLine(request, None, _error(said, endpoint, terms.model))
    return None


def _answers(body: dict[str, Any]) -> bool:
    try:
        check_choices(body)
    except ModelUnavailable:
        return False
    return not body.get("error")


def _error(said: dict[str, Any], endpoint: str, model: str) -> ModelError:
    """Return why there is no answer; what is not the fault of the request itself is worth another batch."""
    match said.get("response"):
        case {"status_code": int(status), "body": {"error": dict(error)}} if status >= HTTPStatus.BAD_REQUEST:
            code = str(error.get("code") or error.get("type") or "")
            failure = failures.of_error(status, code, error, endpoint, model)
            return failure if isinstance(failure, ModelRefused | ModelTruncated) else unanswered(str(failure))
    match said:
        case {"error": {"message": str(message)}} | {"response": {"body": {"error": {"message": str(message)}}}}:
            return unanswered(f"{failures.quoted(message)}.")
    return unanswered("What came holds no answer.")


def unanswered(why: str) -> ModelPending:
    """Return the error of a request that its batch brought no answer to."""
    return ModelPending(f"The batch brought no answer to this. {why} {AGAIN}")
