"""The one owner of repeated requests: the SDK repeats none, instructor only asks again for a better answer."""

import logging
import math
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NoReturn

from verifier.errors import ModelUnavailable
from verifier.llm.exchange import Exchange

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

_log = logging.getLogger(__name__)

_FIRST = 0.5
_LONGEST = 20.0
_DAY = 86_400.0
_SPREAD = 0.25
"""Seconds: clients that were told the same moment should not come back at the same moment."""


def retrying(exchange: Exchange, attempts: int, sleep: Callable[[float], Awaitable[None]]) -> "AsyncRetrying":
    """Return what repeats one request while it ends in ModelUnavailable, up to `attempts` and the time left.

    Built anew for every request: tenacity counts on the object.
    """
    from tenacity import AsyncRetrying, retry_if_exception_type

    def worn_out(state: "RetryCallState") -> bool:
        return state.attempt_number >= attempts or state.upcoming_sleep >= exchange.left

    async def rest(seconds: float) -> None:
        _log.info("%s: asking again in %.1f s", exchange.label, seconds)
        exchange.left -= seconds
        await sleep(seconds)

    return AsyncRetrying(
        retry=retry_if_exception_type(ModelUnavailable),
        wait=_pause,
        stop=worn_out,
        sleep=rest,
        retry_error_callback=lambda state: _give_up(state, late=state.attempt_number < attempts),
    )


def _pause(state: "RetryCallState") -> float:
    """Return the seconds to wait: what the endpoint asks for and a little more, else growing, with full jitter."""
    asked = _asked_for(_error(state))
    if asked is not None:
        return asked + random.uniform(0, _SPREAD)  # noqa: S311 - spreads load, guards nothing
    return random.uniform(0, min(_LONGEST, _FIRST * 2**state.attempt_number))  # noqa: S311


def _asked_for(error: BaseException | None) -> float | None:
    response = getattr(error and error.__cause__, "response", None)
    headers = getattr(response, "headers", {})
    if "retry-after-ms" in headers:
        seconds = _number(headers["retry-after-ms"]) / 1000
    elif "retry-after" in headers:
        seconds = _seconds(headers["retry-after"])
    else:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _seconds(value: str) -> float:
    """Return the seconds of a Retry-After header, a number or a date; nan where it is neither."""
    seconds = _number(value)
    if not math.isnan(seconds):
        return seconds
    try:
        return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0)
    except (ValueError, TypeError):
        return math.nan


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return math.nan


def _give_up(state: "RetryCallState", *, late: bool) -> NoReturn:
    error = _error(state)
    times = f" It was asked {state.attempt_number} times." if state.attempt_number > 1 else ""
    wait = f" Waiting another {_span(state.upcoming_sleep)} would be longer than one answer may take." if late else ""
    raise ModelUnavailable(f"{error}{times}{wait} Run again later.") from error


def _span(seconds: float) -> str:
    return f"{max(seconds, 1):.0f} s" if seconds < _DAY else "day or more"


def _error(state: "RetryCallState") -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
