"""Builds the SDK's client on our transport, and instructor on that client."""

import logging
import re
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from verifier.errors import ConfigurationError
from verifier.llm.batch import ByBatch
from verifier.llm.failures import quoted
from verifier.llm.prices import Terms
from verifier.llm.transport import Kept, Transport
from verifier.settings import ModelSettings

if TYPE_CHECKING:
    from instructor import AsyncInstructor
    from openai import AsyncOpenAI

_OPENAI = "https://api.openai.com/v1"
_NO_KEY = "not-needed"


class Client:
    """The open connections of one run."""

    def __init__(self, settings: ModelSettings, kept: Kept | None, terms: Terms, batch: ByBatch | None = None) -> None:
        """Raises ConfigurationError if the settings name no model that could be asked."""
        import openai

        base_url, key = _address(settings), _key(settings)
        self.endpoint = endpoint(settings)
        # The client of the wire stands under the SDK's: with a transport of its own a client minds no proxy settings.
        self._wire = None if settings.answers == "replay" else _http_client()
        send = partial(self._wire.send, stream=True) if self._wire else None
        self.transport = Transport(httpx(), send, settings, kept, terms, batch)
        self.sdk: AsyncOpenAI = openai.AsyncOpenAI(
            api_key=key,
            base_url=base_url,
            http_client=_http_client(transport=self.transport),
            max_retries=0,
        )
        _check_headers(self.sdk)

    async def close(self) -> None:
        """Close what was opened."""
        await self.sdk.close()
        if self._wire:
            await self._wire.aclose()


def straight(settings: ModelSettings) -> "AsyncOpenAI":
    """Return the SDK's client with nothing of ours under it, for what is no question to a model."""
    import openai

    return openai.AsyncOpenAI(
        api_key=_key(settings), base_url=_address(settings), http_client=_http_client(), max_retries=0
    )


def endpoint(settings: ModelSettings) -> str:
    """Return the host (and port) that is asked; raises ConfigurationError if the settings name none."""
    return urlsplit(_address(settings)).netloc.rpartition("@")[2]


def asker(sdk: "AsyncOpenAI", settings: ModelSettings, create: Callable[..., Awaitable[Any]]) -> "AsyncInstructor":
    """Return instructor on `create`, which sends one request."""
    import instructor

    _silence()
    mode = instructor.Mode.JSON if settings.structured == "json" else instructor.Mode.JSON_SCHEMA
    return instructor.AsyncInstructor(client=sdk, create=instructor.patch(create=create, mode=mode), mode=mode)


def _address(settings: ModelSettings) -> str:
    if settings.answers == "replay":
        return _OPENAI
    if not settings.api_key and not settings.base_url:
        raise ConfigurationError(
            "No model is configured. Set OPENAI_API_KEY to a key, or OPENAI_BASE_URL to the address of a local server, "
            "or try --demo, which needs neither."
        )
    named = settings.base_url or _OPENAI
    if not _is_address(named):
        shown = re.sub("//.*@", "//", named)  # a name and a password are nobody's business
        raise ConfigurationError(f"OPENAI_BASE_URL is no address: {shown}. One is http://localhost:11434/v1.")
    return urlsplit(named).geturl()


def _is_address(named: str) -> bool:
    try:
        address = urlsplit(named)
        port_fits = address.port != 0  # raises beside what a port can be
    except ValueError:
        return False
    is_url = address.scheme in ("http", "https") and bool(address.hostname) and port_fits
    return is_url and named.isprintable() and " " not in named


def _key(settings: ModelSettings) -> str:
    key = "" if settings.answers == "replay" else settings.api_key or ""
    if not key.isascii() or not key.isprintable():
        raise ConfigurationError("OPENAI_API_KEY holds signs no key has. Copy it again, without blanks or line breaks.")
    return key or _NO_KEY  # the SDK wants one; a local server does not


def _http_client(**options: Any) -> Any:
    """Return the SDK's HTTP client, which follows no redirect: article and key go to the address that was named.

    Raises ConfigurationError where the environment's proxies or certificates cannot be used.
    """
    from openai import DefaultAsyncHttpxClient

    try:
        return DefaultAsyncHttpxClient(timeout=None, follow_redirects=False, **options)
    except (ValueError, ImportError, OSError, httpx().InvalidURL) as error:
        raise ConfigurationError(
            f"The network cannot be used as the environment says ({quoted(error)}). Check HTTP_PROXY, HTTPS_PROXY, "
            "ALL_PROXY, NO_PROXY and SSL_CERT_FILE."
        ) from error


def _check_headers(sdk: "AsyncOpenAI") -> None:
    """Raise ConfigurationError where the SDK took from the environment what no header can hold."""
    for name, value in sdk.default_headers.items():
        if isinstance(value, str) and not (value.isascii() and value.isprintable()):
            raise ConfigurationError(
                f"The header {name} holds signs no header has. Check OPENAI_ORG_ID and OPENAI_PROJECT_ID."
            )


def httpx() -> ModuleType:
    """Return the HTTP package the SDK is built on: httpx up to 2.x, httpx2 from 3.0."""
    from openai import DefaultAsyncHttpxClient

    return import_module(DefaultAsyncHttpxClient.__mro__[1].__module__.partition(".")[0])


def _silence() -> None:
    """Keep instructor's own log off standard error: it repeats at length what our errors say in a sentence."""
    logger = logging.getLogger("instructor")
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
