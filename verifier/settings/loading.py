"""Makes the settings of a run of what is said of them, and refuses what cannot be."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from verifier.errors import ConfigurationError
from verifier.settings.keys import DEBUG, IN_MEMORY, KEYS, PATHS, SECRET, nearest
from verifier.settings.layers import Given, gathered
from verifier.settings.nouns import ModelSettings, Settings


class Loaded(NamedTuple):
    """The settings in force and how they came to be."""

    settings: Settings
    sources: dict[str, str]
    """For each key of KEYS, where its value came from, in words."""
    notes: tuple[str, ...]
    """Sentences about variables that look like settings and are none."""


def load(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Loaded:
    """Return the settings in force: `flags` (by key) before `environ` before the settings file nearest to `folder`.

    `environ` is the process's environment and `folder` the working directory unless given.
    Raises ConfigurationError, which names the value, where it came from and what is allowed.
    """
    environ = os.environ if environ is None else environ
    flags = flags or {}
    given = gathered(flags, environ, folder or Path.cwd())
    if "database" in flags:
        given.pop("server", None)  # whoever names a file means that file
    settings = _settings(given)
    _check_recordings(settings.model)
    _check_store(settings.database, given)
    sources = {key: given[key].source if key in given else "default" for key in KEYS}
    return Loaded(settings, sources, tuple(_notes(environ)))


def values(settings: Settings) -> dict[str, object]:
    """Return the value of each key of KEYS."""
    model = settings.model.model_dump()
    own = settings.model_dump(exclude={"model"}) | {"model": model.pop("name")}
    own["database"] = settings.database or IN_MEMORY
    return {key: (own | model)[key] for key in KEYS}


def _settings(given: Mapping[str, Given]) -> Settings:
    content = {key: _path(key, item) if key in PATHS else item.value for key, item in given.items()}
    own = {key: content.pop(key) for key in Settings.model_fields if key in content and key != "model"}
    if "model" in content:
        content["name"] = content.pop("model")
    try:
        return Settings.model_validate({**own, "model": content})
    except ValidationError as error:
        raise _wrong(error, given) from None


def _path(key: str, item: Given) -> object:
    if not isinstance(item.value, str | Path):
        return item.value
    if key == "database" and str(item.value) == IN_MEMORY:
        return None
    try:
        return item.folder / Path(item.value).expanduser()
    except RuntimeError as error:
        raise ConfigurationError(f"{key} = {str(item.value)!r} from {item.source} names an unknown home.") from error


def _wrong(error: ValidationError, given: Mapping[str, Given]) -> ConfigurationError:
    fault = error.errors(include_url=False)[0]
    field = str(fault["loc"][-1])
    key = "model" if field == "name" else field
    value = "…" if key in SECRET else repr(given[key].value)
    allowed = fault["msg"].replace("Input should", "it should").removeprefix("Value error, ")
    return ConfigurationError(f"{key} = {value} from {given[key].source} cannot be used: {allowed}.")


def _check_recordings(model: ModelSettings) -> None:
    if model.answers == "record" and model.recordings is None:
        raise ConfigurationError(f"answers = 'record' needs a folder to record into: set {KEYS['recordings']}.")


def _check_store(database: Path | None, given: Mapping[str, Given]) -> None:
    if database is None:
        return
    where, place = f"database = {str(database)!r} from {given['database'].source}", Path(os.path.realpath(database))
    if str(place).encode("utf-8", "ignore").decode() != str(place):
        raise ConfigurationError(f"{where} has a path that is not UTF-8, {str(place)!r}: name another file.")
    # Opening a pipe waits for somebody at its other end, who may never come.
    if os.access(place, os.F_OK) and not (place.is_file() or place.is_dir()):
        raise ConfigurationError(f"{where} is a pipe or a device: name a file, or {IN_MEMORY} to keep nothing.")


def _notes(environ: Mapping[str, str]) -> Iterable[str]:
    for name in sorted(environ):
        if name.startswith("VERIFIER_") and name not in (*KEYS.values(), DEBUG):
            hint = nearest(name, KEYS.values())
            yield f"{name} is not a setting of verifier and is passed over" + (f"; {hint}" if hint else "") + "."
