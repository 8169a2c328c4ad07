"""Gathers what is said of the settings, wherever that is said; what it is worth is judged elsewhere."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from verifier.errors import ConfigurationError
from verifier.settings.keys import DEFAULTS, ENVIRONMENT_ONLY, FLAGS, KEYS, nearest


class Given(NamedTuple):
    """What was said of one setting, and where."""

    value: object
    source: str
    folder: Path = Path()
    """What a relative path is relative to."""


def gathered(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> dict[str, Given]:
    """Return what is said, by key: `flags` before `environ` before the settings file nearest to `folder`.

    Raises ConfigurationError for a file that cannot be read, or says what it may not.
    """
    return _defaults() | _from_file(folder) | _from_environment(environ) | _from_flags(flags)


def _defaults() -> dict[str, Given]:
    return {key: Given(value, "default") for key, value in DEFAULTS.items()}


def _from_flags(flags: Mapping[str, object]) -> dict[str, Given]:
    return {key: Given(value, f"flag {FLAGS.get(key, key)}") for key, value in flags.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, Given]:
    found = ((key, name, environ.get(name, "").strip()) for key, name in KEYS.items())
    return {key: Given(value, f"environment variable {name}") for key, name, value in found if value}


def _from_file(folder: Path) -> dict[str, Given]:
    """Read the nearest `verifier.toml` or `[tool.verifier]`, walking up; a file without that table is passed by."""
    for place in (folder.absolute(), *folder.absolute().parents):
        for name in ("verifier.toml", "pyproject.toml"):
            table = _table(place / name)
            if table is not None:
                return {key: _from_table(key, value, place / name) for key, value in table.items()}
    return {}


def _table(path: Path) -> dict[str, object] | None:
    try:
        if not path.is_file():
            return None
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path} cannot be read as a settings file: {error}.") from error
    return content if path.name == "verifier.toml" else _tool_table(content, path)


def _tool_table(content: dict[str, object], path: Path) -> dict[str, object] | None:
    tools = content.get("tool")
    table = tools.get("verifier") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"tool.verifier in {path} must be a table: write [tool.verifier] and the keys below.")
    return table


def _from_table(key: str, value: object, path: Path) -> Given:
    if key not in KEYS:
        hint = nearest(key.replace("-", "_"), KEYS) or f"the keys are {', '.join(KEYS)}"
        raise ConfigurationError(f"{path} holds the unknown key {key!r}; {hint}.")
    if key in ENVIRONMENT_ONLY:
        raise ConfigurationError(f"{path} must not hold {key!r}: set {KEYS[key]} in the environment instead.")
    if value == "":
        raise ConfigurationError(f"{key!r} in {path} is empty: give it a value or leave it out.")
    return Given(value, str(path), path.parent)
