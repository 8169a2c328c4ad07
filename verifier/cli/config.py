"""`verify config`: which settings are in force, and who set them."""

from argparse import Namespace
from urllib.parse import urlsplit

from verifier.cli import money, streams, trial
from verifier.cli.overrides import loaded_for
from verifier.cli.stored import looked_into
from verifier.errors import UsageError, VerifierError
from verifier.llm import terms
from verifier.report.visible import visible
from verifier.settings import Settings, values
from verifier.store import spent

_TAIL = 4
_LONG = 20
"""Characters a secret must have before its last few are shown."""


def run(options: Namespace) -> int:
    """Print every key with its value and its source, or try the model; raises ConfigurationError where one is wrong."""
    if options.check and options.offline:
        raise UsageError("--check asks the model one question, and --offline forbids that: leave one of them out.")
    loaded = loaded_for(options)
    if options.check and loaded.settings.model.answers == "replay":
        raise UsageError("--check asks the model one question, and VERIFIER_ANSWERS=replay forbids that: unset it.")
    set_to = values(loaded.settings) | {"model": terms(loaded.settings.model).model}
    shown = {key: visible(_shown(key, value)) for key, value in set_to.items()}
    wide = max(map(len, shown.values()))
    lines = [f"{key:<16} {value:<{wide}}  {visible(loaded.sources[key])}\n" for key, value in shown.items()]
    if not options.check:
        streams.say("".join([*lines, _spent(loaded.settings)]))
    return trial.run(loaded.settings.model) if options.check else 0


def _spent(settings: Settings) -> str:
    """Return the line on what the answers in the store have cost; empty where there is no store."""
    if settings.server is None and (settings.database is None or not settings.database.exists()):
        return ""
    try:
        with looked_into(settings, patience=1) as store, store.unit(keep=False) as unit:
            booked = spent(unit, store.path)
    except VerifierError as error:
        return f"spent so far in this store: not known: {visible(str(error))}\n"
    return f"spent so far in this store: {money.spent(booked)}\n" if booked else ""


def _shown(key: str, value: object) -> str:
    if value is None:
        return "-"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if key in ("api_key", "token"):
        return _masked(text)
    return _without_secrets(text) if key == "base_url" else text


def _masked(secret: str) -> str:
    return f"********{secret[-_TAIL:]}" if len(secret) >= _LONG else "********"


def _without_secrets(url: str) -> str:
    """Return the address without its user, password and query, each of which can carry a key."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(
        netloc=f"********@{host}" if "@" in parts.netloc else host, query=parts.query and "********"
    ).geturl()
