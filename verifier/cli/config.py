"""`verify config`: which settings are in force, and who set them."""

from argparse import Namespace
from urllib.parse import urlsplit

from verifier.cli import streams
from verifier.cli.overrides import overrides
from verifier.report.visible import visible
from verifier.settings import load, values

_TAIL = 4
_LONG = 20
"""Characters a secret must have before its last few are shown."""


def run(options: Namespace) -> int:
    """Print every key with its value and its source; raises ConfigurationError where one is wrong."""
    loaded = load(overrides(options))
    shown = {key: visible(_shown(key, value)) for key, value in values(loaded.settings).items()}
    wide = max(map(len, shown.values()))
    lines = [f"{key:<16} {value:<{wide}}  {visible(loaded.sources[key])}\n" for key, value in shown.items()]
    streams.say("".join(lines))
    for note in loaded.notes:
        streams.complain(note)
    return 0


def _shown(key: str, value: object) -> str:
    if value is None:
        return "-"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if key == "api_key":
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
