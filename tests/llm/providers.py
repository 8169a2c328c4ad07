"""Endpoints of several makers, played on the loopback interface: what each takes, turns down, and how it says so.

By their documentation and by what their users report, none of it verified against the real ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.llm.asking import GOOD
from tests.llm.endpoint import Endpoint, Reply, Request, chat, failed, reply

PLAIN = frozenset({"model", "messages", "response_format"})
OPENAI = PLAIN | {"service_tier", "prompt_cache_key", "prompt_cache_options"}
MODEL = "the-model"
KEY = "sk-test-1234567890abcdef"

Errors = Callable[[int, str, str | None], Reply]


def nested(status: int, message: str, code: str | None) -> Reply:
    return failed(status, message, code)


def numbered(status: int, message: str, _: str | None) -> Reply:
    """llama.cpp and OpenRouter give the status as the code."""
    return reply({"error": {"code": status, "message": message, "type": "invalid_request_error"}}, status)


def bare(status: int, message: str, _: str | None) -> Reply:
    """LM Studio and Ollama's own API: the error is a sentence."""
    return reply({"error": message}, status)


def flat(status: int, message: str, _: str | None) -> Reply:
    """Older vLLM: the body is the error."""
    return reply(
        {"object": "error", "message": message, "type": "NotFoundError", "param": None, "code": status}, status
    )


@dataclass(frozen=True)
class Provider:
    """One kind of endpoint."""

    path: str = "/v1"
    takes: frozenset[str] = PLAIN
    formats: frozenset[str] = frozenset({"strict", "schema", "json"})
    """The values of VERIFIER_STRUCTURED that work."""
    error: Errors = nested
    needs_key: bool = False
    unknown_field: str | None = None
    """How a field it does not know is turned down; None: it is passed over."""
    unknown_model: tuple[int, str, str | None] | None = (404, "The model `{}` does not exist.", "model_not_found")
    """None: it answers with what it has loaded."""
    unknown_format: tuple[int, str] = (
        400,
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported",
    )

    def answer(self, request: Request) -> Reply:
        """Return what this provider replies."""
        body = request.body
        refused = self._key(request.headers) or self._fields(body) or self._model(body) or self._format(body)
        return refused or chat(GOOD)

    def _key(self, headers: Mapping[str, str]) -> Reply | None:
        sent = {name.lower(): value for name, value in headers.items()}
        if not self.needs_key or sent.get("authorization") == f"Bearer {KEY}":
            return None
        return self.error(401, "Access denied due to invalid subscription key or wrong API endpoint.", "401")

    def _fields(self, body: Mapping[str, Any]) -> Reply | None:
        unknown = sorted(body.keys() - self.takes)
        if not unknown or self.unknown_field is None:
            return None
        return self.error(400, self.unknown_field.format(unknown[0]), "unrecognized_request_argument")

    def _model(self, body: Mapping[str, Any]) -> Reply | None:
        if self.unknown_model is None or body["model"] == MODEL:
            return None
        status, message, code = self.unknown_model
        return self.error(status, message.format(body["model"]), code)

    def _format(self, body: Mapping[str, Any]) -> Reply | None:
        if structured(body) in self.formats:
            return None
        status, message = self.unknown_format
        return self.error(status, message, None)


def structured(body: Mapping[str, Any]) -> str:
    """Return the value of VERIFIER_STRUCTURED that a request shows."""
    wanted = body["response_format"]
    if wanted["type"] == "json_object":
        return "json"
    return "strict" if wanted["json_schema"].get("strict") else "schema"


PROVIDERS = {
    "OpenAI": Provider(takes=OPENAI, needs_key=True, unknown_field="Unknown parameter: '{}'."),
    "an older model at OpenAI": Provider(
        takes=PLAIN | {"prompt_cache_key"},
        formats=frozenset({"json"}),
        needs_key=True,
        unknown_field="Unknown parameter: '{}'.",
    ),
    "Azure": Provider(
        path="/openai/v1",
        needs_key=True,
        unknown_field="Unrecognized request argument supplied: {}",
        unknown_model=(404, "The API deployment for this resource does not exist.", "DeploymentNotFound"),
    ),
    "OpenRouter": Provider(
        path="/api/v1",
        takes=PLAIN | {"provider"},
        error=numbered,
        needs_key=True,
        unknown_model=(400, "{} is not a valid model ID", None),
        unknown_format=(404, "No endpoints found that can handle the requested parameters."),
    ),
    "Ollama": Provider(unknown_model=(404, 'model "{}" not found, try pulling it first', None)),
    "vLLM": Provider(error=flat),
    "llama.cpp": Provider(error=numbered, unknown_model=None, unknown_format=(400, "Failed to parse grammar")),
    "LM Studio": Provider(
        error=bare,
        formats=frozenset({"strict", "schema"}),
        unknown_model=(404, "No models loaded. Please load a model in the developer page.", None),
        unknown_format=(400, "'response_format.type' must be 'json_schema' or 'text'"),
    ),
}


def serve(endpoint: Endpoint, provider: Provider) -> str:
    """Let `endpoint` answer as `provider` does, and return the address to set."""
    endpoint.reply_to = provider.answer
    return endpoint.url.removesuffix("/v1") + provider.path
