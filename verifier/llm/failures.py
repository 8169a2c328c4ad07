"""Turns what can go wrong with a request or an answer into a sentence for a person and the right error."""

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from verifier.errors import (
    ModelError,
    ModelInvalid,
    ModelRefused,
    ModelRejected,
    ModelTruncated,
    ModelUnavailable,
)
from verifier.llm.question import scrubbed

if TYPE_CHECKING:
    from openai import APIStatusError

_SCHEMA_SAID = re.compile(r"response_format|schema|json_object|grammar|structured|strict|requested parameters", re.I)
_REDIRECTS = range(300, 400)
_LONGEST = 1_000_000
"""Characters of an answer; a re-ask would send them back, and no article has that many claims."""
_OTHER_MODEL = "Another model may take it: set VERIFIER_MODEL."
_QUOTED = 300
"""Characters of a foreign message that are worth a person's time."""


class _Sign(NamedTuple):
    """By what an endpoint lets know one kind of trouble."""

    codes: frozenset[str] = frozenset()
    statuses: frozenset[int] = frozenset()
    words: re.Pattern[str] | None = None
    """What servers say that have one status for everything."""


def _sign(codes: str = "", statuses: Iterable[int] = (), words: str = "") -> _Sign:
    return _Sign(frozenset(codes.split()), frozenset(statuses), re.compile(words, re.I) if words else None)


_SIGNS = {
    "quota": _sign("insufficient_quota billing_hard_limit_reached billing_not_active", {402}),
    "filter": _sign(
        "content_filter content_policy_violation invalid_prompt", words=r"\bflagged\b|\bmoderation\b|content policy"
    ),
    "key": _sign(
        "invalid_api_key",
        {401, 403},
        r"(invalid|incorrect|expired|wrong) api.?key|api.?key\b.{0,20} (invalid|not valid|expired)",
    ),
    "schema": _sign(words="requested parameters"),  # OpenRouter: no provider takes it
    "model": _sign(
        "model_not_found DeploymentNotFound",
        {404, 405, 410},
        r"not a valid model|no models? loaded|model\b.{0,100} (does not exist|not found)",
    ),
    "length": _sign(
        "context_length_exceeded string_above_max_length",
        {413},
        r"context (length|size|window)|prompt is too long|too many (input )?tokens",
    ),
    "passing": _sign(statuses={408, 409, 425, 429}),
}
"""Each kind of trouble, the first that fits counts."""
_VAGUE = {400, 403, 404, 422}
"""Statuses that mean little without the words."""


def of_status(error: "APIStatusError", endpoint: str, model: str, structured: str = "strict") -> ModelError:
    """Return why `endpoint` turned a request down; ModelUnavailable is worth another try, nothing else is.

    ModelRejected is said of what every request would meet: the key, the account, the address, the model.
    """
    if error.status_code in _REDIRECTS:
        target = _target(error)
        return ModelRejected(
            f"{endpoint} sends requests on{target}. Set OPENAI_BASE_URL to where it answers.", kind="redirect"
        )
    return of_error(error.status_code, str(error.code or error.type or ""), error.body, endpoint, model, structured)


def of_error(status: int, code: str, body: object, endpoint: str, model: str, structured: str = "strict") -> ModelError:
    """Return what `of_status` does, for an error that came by another way than as a response; `body` is its object."""
    said = f"{endpoint} answered {_named(status)}{_message(body)}."
    kind = _kind(status, code, body)
    match kind:
        case "quota":
            return ModelRejected(f"The account at {endpoint} has no quota left. Check its plan and billing.", kind=kind)
        case "filter":
            return ModelRefused(
                f"The endpoint's content filter turned the request down. {said}", _OTHER_MODEL, kind=kind
            )
        case "guard":
            return ModelRefused(
                f"{said} It seems that a guard before the endpoint turned this text down; if it does so with every "
                "text, check OPENAI_API_KEY and OPENAI_BASE_URL.",
                kind=kind,
            )
        case "key":
            return ModelRejected(
                f"{endpoint} does not accept the key. Check OPENAI_API_KEY and OPENAI_BASE_URL.", kind=kind
            )
        case "schema":
            return ModelRejected(said, other_structure(structured), kind=kind)
        case "model":
            return ModelRejected(said, f"Check VERIFIER_MODEL, which is “{model}”, and OPENAI_BASE_URL.", kind=kind)
        case "length":
            return ModelTruncated(f"The request is longer than the model reads. Split the article. {said}", kind=kind)
        case "passing":
            return ModelUnavailable(said, kind=kind)
    advice = other_structure(structured) if _SCHEMA_SAID.search(said) else _OTHER_MODEL
    return ModelRefused(f"The request was turned down. {said}", advice)


def _kind(status: int, code: str, body: object) -> str:
    """Return which kind of trouble it is; "" for a request that was turned down for a reason of its own."""
    for kind, sign in _SIGNS.items():
        if kind == "key" and status == HTTPStatus.FORBIDDEN and not isinstance(body, dict):
            return "guard"  # no endpoint speaks like this: a firewall read the text
        if code in sign.codes or status in sign.statuses:
            return kind
        if sign.words and status in _VAGUE and sign.words.search(_message(body)):
            return kind
    return "passing" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else ""


def of_connection(cause: BaseException | None, endpoint: str) -> BaseException:
    """Return why no response came; what our own transport raised comes back as it is, also a fault of ours."""
    if cause and not _is_network(cause):
        return cause
    why = f" ({f'{type(cause).__name__}: {quoted(cause)}'.removesuffix(': ')})" if cause else ""
    return ModelUnavailable(f"No connection to {endpoint}{why}. Check the network, any proxy and OPENAI_BASE_URL.")


def of_answer(cause: BaseException) -> BaseException:
    """Return why instructor gave up: any trouble with the answer's text as ModelInvalid, all else as it is."""
    if not isinstance(cause, ValueError):  # pydantic's, json's and instructor's own faults are all ValueErrors
        return cause
    return ModelInvalid(
        f"The model's answer does not fit what it was asked for, also after being asked again ({_fault(cause)}).",
        "Run again, or set VERIFIER_MODEL to another model.",
    )


def of_completion(completion: Any) -> ModelError | None:
    """Return why a complete response holds no complete answer; None if it does."""
    choice = completion.choices[0]
    if choice.message.refusal:
        return ModelRefused(f"The model declined to answer: “{quoted(choice.message.refusal)}”. {_OTHER_MODEL}")
    if choice.finish_reason == "content_filter":
        return ModelRefused(f"The endpoint's content filter stopped the model's answer. {_OTHER_MODEL}")
    if choice.finish_reason == "length":
        return ModelTruncated("The model's answer was cut off at its longest length. Split the article.")
    if len(choice.message.content or "") > _LONGEST:
        return ModelInvalid(
            f"The model's answer is longer than {_LONGEST:,} characters.", "Run again, or split the article."
        )
    return None


def _message(body: object) -> str:
    """Return what the endpoint says itself; a body that is no error object (a web page) says nothing."""
    match body:
        case [{"error": inner}, *_] | {"error": dict() as inner}:
            body = inner
    match body:
        case {"message": str(message)} | {"detail": str(message)} | str(message):
            told = "" if message.lstrip().startswith("<") else quoted(message)
            return f": {told}" if told else ""
    return ""


def _target(error: "APIStatusError") -> str:
    """Return where a redirect points, without what its query may tell."""
    place = error.response.headers.get("location", "").partition("?")[0]
    return f" to {quoted(place)}" if place else ""


def other_structure(structured: str) -> str:
    """Return what to try where a way of asking for JSON does not work."""
    return {
        "strict": "Set VERIFIER_STRUCTURED=schema; if that is refused as well, VERIFIER_STRUCTURED=json.",
        "schema": "Set VERIFIER_STRUCTURED=json, or VERIFIER_MODEL to a model that takes JSON schemas.",
    }.get(structured, "Set VERIFIER_STRUCTURED=schema, or VERIFIER_MODEL to a model that can write JSON.")


def _is_network(cause: BaseException) -> bool:
    """Tell a fault of the connection from one of ours; the package is httpx or httpx2, whichever the SDK uses."""
    return isinstance(cause, OSError) or type(cause).__module__.startswith("httpx")


def _named(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _fault(cause: ValueError) -> str:
    if not isinstance(cause, ValidationError):
        return quoted(cause)
    faults = cause.errors(include_url=False, include_context=False, include_input=False)
    first = "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'answer'}: {fault['msg']}" for fault in faults[:3])
    more = f"; {len(faults) - 3} more" if len(faults) > 3 else ""
    return f"{quoted(first)}{more}"


def quoted(words: object) -> str:
    """Return foreign words on one line, short, without keys and without signs that steer a terminal."""
    line = " ".join(str(words).split())
    text = "".join(sign if sign.isprintable() else "�" for sign in scrubbed(line)).rstrip(".")
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
