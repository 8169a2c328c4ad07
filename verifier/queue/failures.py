"""Answers that say what went wrong: a page for people, JSON for programs, a sentence in both and never a traceback."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from markupsafe import escape
from starlette.exceptions import HTTPException

from verifier.errors import ConfigurationError, InputError, ModelError, ServerGone, StoreError, VerifierError
from verifier.handover.wire import Fault, fault

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/static/queue.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<header class="top"><a class="brand" href="/"><span aria-hidden="true">≠</span> verifier</a></header>
<main id="main">
<h1>{title}</h1>
<p role="alert">{sentence}</p>
<p><a href="/">Back to the queue</a></p>
</main>
</html>
"""
_STATUS: tuple[tuple[type[VerifierError], int], ...] = (
    (InputError, 422),
    (ConfigurationError, 409),
    (ServerGone, 503),
    (StoreError, 503),
    (ModelError, 502),
)
_SENTENCES = {
    404: "There is nothing at this address. It may have been mistyped, or what was here is called something else now.",
    405: "This address cannot be asked that way.",
}
_WRONG = {
    "missing": "is missing: follow a link on a page, or send the form as it was shown",
    "string_too_long": "has more than {max_length} characters: shorten it",
    "int_parsing": "has to be a whole number",
    "greater_than_equal": "has to be {ge} or more",
    "less_than_equal": "has to be {le} or less",
    "literal_error": "has to be {expected}",
    "date_from_datetime_parsing": "is no date: write it as 2026-11-23",
    "date_from_datetime_inexact": "is no date: write it as 2026-11-23",
    "date_parsing": "is no date: write it as 2026-11-23",
    "bool_parsing": "has to be true or false",
}
"""What can be wrong with what was sent, by pydantic's names."""
logger = logging.getLogger(__name__)


def answer(path: str, status: int, told: Fault, headers: dict[str, str] | None = None) -> Response:
    """Return the answer to a request for `path` that failed."""
    if path.startswith("/api/"):
        return JSONResponse(told.model_dump(), status, headers)
    title = "Nothing is here" if status == 404 else "That did not work"
    sentence = told.error[:1].upper() + told.error[1:]
    return HTMLResponse(_PAGE.format(title=escape(title), sentence=escape(sentence)), status, headers)


def nothing(path: str, status: int) -> Response:
    """Return the answer to a request for what is not there (404), or cannot be asked that way (405)."""
    return answer(path, status, Fault(error=_SENTENCES[status]))


def crash(path: str, error: Exception) -> Response:
    """Return the answer to a request that met a fault of this program, which goes to the server's log."""
    logger.error("a request for %s met a fault", path, exc_info=error)
    return answer(path, 500, fault(error))


def handle(app: FastAPI) -> None:
    """Have the app answer every foreseen failure in words."""
    app.add_exception_handler(VerifierError, _of_ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_form)


def _of_ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    return answer(request.url.path, status, fault(error))


def _of_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    sentence = _SENTENCES.get(error.status_code, str(error.detail))
    return answer(request.url.path, error.status_code, Fault(error=sentence), dict(error.headers or {}))


def _of_form(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    name, why = first["loc"][-1], _WRONG.get(first["type"], "cannot be used: {msg}")
    told = Fault(error=f"{name} {why.format(msg=first['msg'], **first.get('ctx', {}))}.")
    return answer(request.url.path, 422, told)
