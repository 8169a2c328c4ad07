"""What each setting is called, and where it may be set."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

KEYS: Mapping[str, str] = {
    "database": "VERIFIER_DATABASE",
    "save": "VERIFIER_SAVE",
    "server": "VERIFIER_SERVER",
    "token": "VERIFIER_TOKEN",
    "checks_url": "VERIFIER_CHECKS_URL",
    "organisation": "VERIFIER_ORGANISATION",
    "local_webhooks": "VERIFIER_LOCAL_WEBHOOKS",
    "model": "VERIFIER_MODEL",
    "base_url": "OPENAI_BASE_URL",
    "api_key": "OPENAI_API_KEY",
    "structured": "VERIFIER_STRUCTURED",
    "answers": "VERIFIER_ANSWERS",
    "recordings": "VERIFIER_RECORDINGS",
    "origin": "VERIFIER_ORIGIN",
    "concurrency": "VERIFIER_CONCURRENCY",
    "attempts": "VERIFIER_ATTEMPTS",
    "reasks": "VERIFIER_REASKS",
    "request_timeout": "VERIFIER_REQUEST_TIMEOUT",
    "deadline": "VERIFIER_DEADLINE",
    "service_tier": "VERIFIER_SERVICE_TIER",
    "price": "VERIFIER_PRICE",
    "max_cost": "VERIFIER_MAX_COST",
}
"""Every key a settings file, `verify config` and the errors use, with its environment variable."""

FLAGS = {"database": "--database", "save": "--no-save", "answers": "--offline", "max_cost": "--max-cost"}
DEFAULTS = {"database": "claims.duckdb"}
SECRET = frozenset({"api_key", "base_url", "token"})
# A settings file may come with a stranger's folder: it must not decide where the key, the token and the articles are
# sent, nor what is answered.
ENVIRONMENT_ONLY = SECRET | {"answers", "recordings", "server", "local_webhooks"}
PATHS = frozenset({"database", "recordings"})
IN_MEMORY = ":memory:"
DEBUG = "VERIFIER_DEBUG"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return what a name was probably meant to be, in words; "" where it is like none."""
    close = get_close_matches(name, list(known), n=1)
    return f"the nearest is {close[0]!r}" if close else ""
