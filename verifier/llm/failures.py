"""Turns what can go wrong with a request or an answer into a sentence for a person and the right error."""

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

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

_QUOTA = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_TOO_LONG = {"context_length_exceeded", "string_above_max_length"}
_WRONG_KEY = {"invalid_api_key"}
_NO_MODEL = {"model_not_found", "DeploymentNotFound"}
# Some servers say it with no more than status 400 and words.
_NO_MODEL_SAID = re.compile(r"not a valid model|no models? loaded|model\b.{0,100} (does not exist|not found)", re.I)
_SCHEMA_SAID = re.compile(r"response_format|schema|json_object|grammar|structured|strict|requested parameters", re.I)
_UNWELCOME = {"content_filter", "content_policy_violation", "invalid_prompt"}
_REDIRECTS = range(300, 400)
_KEY = {401, 403}
_ELSEWHERE = {404, 405, 410}
_PASSING = {408, 409, 425, 429}
_LONGEST = 1_000_000
"""Characters of an answer; a re-ask would send them back, and no article has that many claims."""
_QUOTED = 300
"""Characters of a foreign message that are worth a person's time."""


def of_status(error: "APIStatusError", endpoint: str, model: str, structured: str = "strict") -> ModelError:
    """Return why `endpoint` turned a request down; ModelUnavailable is worth another try, nothing else is.

    ModelRejected is said of what every request would meet: the key, the account, the address, the model.
    """
    if error.status_code in _REDIRECTS:
        return ModelRejected(f"{endpoint} sends requests on{_target(error)}. Set OPENAI_BASE_URL to where it answers.")
    return of_error(error.status_code, str(error.code or error.type or ""), error.body, endpoint, model, structured)


def of_error(status: int, code: str, body: object, endpoint: str, model: str, structured: str = "strict") -> ModelError:
    """Return what `of_status` does, for an error that came by another way than as a response; `body` is its object."""
    said = f"{endpoint} answered {_named(status)}{_message(body)}."
    if code in _QUOTA or status == HTTPStatus.PAYMENT_REQUIRED:
        return ModelRejected(f"The account at {endpoint} has no quota left. Check its plan and billing.")
    if status in _KEY or code in _WRONG_KEY:
        return ModelRejected(f"{endpoint} does not accept the key. Check OPENAI_API_KEY and OPENAI_BASE_URL.")
    if status in _ELSEWHERE and "requested parameters" in said:  # OpenRouter: no provider takes the schema
        return ModelRejected(f"{said}{_advice(said, structured)}")
    if status in _ELSEWHERE or code in _NO_MODEL or (status == HTTPStatus.BAD_REQUEST and _NO_MODEL_SAID.search(said)):
        return ModelRejected(f"{said} Check VERIFIER_MODEL, which is “{model}”, and OPENAI_BASE_URL.")
    if code in _UNWELCOME:
        return ModelRefused(f"The endpoint's content filter turned the request down. {said}")
    if code in _TOO_LONG or status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return ModelTruncated(f"The request is longer than the model reads. Split the article. {said}")
    if status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ModelUnavailable(said)
    return ModelRefused(f"The request was turned down. {said}{_advice(said, structured)}")


def of_connection(cause: BaseException | None, endpoint: str) -> BaseException:
    """Return why no response came; what our own transport raised comes back as it is, also a fault of ours."""
    if cause and not _is_network(cause):
        return cause
    why = f" ({type(cause).__name__}: {quoted(cause)})" if cause else ""
    return ModelUnavailable(f"No connection to {endpoint}{why}. Check the network and OPENAI_BASE_URL.")


def of_answer(cause: BaseException) -> BaseException:
    """Return why instructor gave up: any trouble with the answer's text as ModelInvalid, all else as it is."""
    if not isinstance(cause, ValueError):  # pydantic's, json's and instructor's own faults are all ValueErrors
        return cause
    return ModelInvalid(
        f"The model's answer does not fit what it was asked for, also after being asked again ({_fault(cause)}). "
        "Run again, or set VERIFIER_MODEL to another model."
    )


def of_completion(completion: Any) -> ModelError | None:
    """Return why a complete response holds no complete answer; None if it does."""
    choice = completion.choices[0]
    if choice.message.refusal:
        return ModelRefused(f"The model declined to answer: “{quoted(choice.message.refusal)}”.")
    if choice.finish_reason == "content_filter":
        return ModelRefused("The endpoint's content filter stopped the model's answer.")
    if choice.finish_reason == "length":
        return ModelTruncated("The model's answer was cut off at its longest length. Split the article.")
    if len(choice.message.content or "") > _LONGEST:
        return ModelInvalid(
            f"The model's answer is longer than {_LONGEST:,} characters. Run again, or split the article."
        )
    return None


def _message(body: object) -> str:
    """Return what the endpoint says itself; a body that is no error object (a web page) says nothing."""
    message = body.get("message") if isinstance(body, dict) else body
    if not isinstance(message, str) or message.lstrip().startswith("<"):
        return ""
    return f": {quoted(message)}" if message.strip() else ""


def _target(error: "APIStatusError") -> str:
    """Return where a redirect points, without what its query may tell."""
    place = error.response.headers.get("location", "").partition("?")[0]
    return f" to {quoted(place)}" if place else ""


def _advice(said: str, structured: str) -> str:
    if not _SCHEMA_SAID.search(said):
        return ""
    return f" {other_structure(structured)}"


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
