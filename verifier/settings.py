"""The only place that knows the environment and the settings files."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field, ValidationError

from verifier.addresses import page_address, server_address
from verifier.errors import ConfigurationError
from verifier.models import Frozen


def _is_price(text: str) -> str:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?(, ?\d{1,9}(\.\d{1,9})?){1,2}", text):
        raise ValueError(
            "it should be the dollars for a million tokens of input and of output, and of cached input if that costs "
            "less, as in 0.10,0.50,0.01"
        )
    return text


class ModelSettings(Frozen):
    """Which model is asked, where, and how patiently."""

    name: str | None = None
    base_url: str | None = None
    api_key: str | None = None
    structured: Literal["strict", "schema", "json"] = "strict"
    """strict: OpenAI's strict schema; schema: the plain JSON schema; json: any JSON, the schema in the prompt."""
    answers: Literal["live", "replay", "record"] = "live"
    """replay: recordings and kept answers only; record: recordings first, the endpoint for what is missing."""
    recordings: Path | None = None
    """Folder of recorded answers, for replay and record."""
    origin: str | None = None
    """What a new recording says of how it was made."""
    concurrency: int = Field(default=4, ge=1)
    attempts: int = Field(default=5, ge=1)
    reasks: int = Field(default=1, ge=0)
    request_timeout: float = Field(default=120, gt=0, allow_inf_nan=False)
    """Seconds for one request."""
    deadline: float = Field(default=600, gt=0, allow_inf_nan=False)
    """Seconds for one answer, waiting and asking again included."""
    service_tier: Literal["auto", "default", "flex", "priority"] | None = None
    """Passed to the endpoint as it is; None sends none."""
    price: Annotated[str, AfterValidator(_is_price)] | None = None
    """US dollars for a million tokens, "input,output" or "input,output,cached"; None: that of the shipped table."""
    max_cost: Decimal | None = Field(default=None, ge=0, allow_inf_nan=False)
    """US dollars one run may spend; None: no limit."""


class Settings(Frozen):
    """Everything one run depends on beside its articles."""

    model: ModelSettings = ModelSettings()
    database: Path | None = None
    """The store's file; None is a store in memory."""
    save: bool = True
    """False: compare only, the store is left as it was."""
    server: Annotated[str, AfterValidator(server_address)] | None = None
    """Address of the server whose store is used instead of a file."""
    token: str | None = None
    """What lets in to that server; to `verify queue`, what it lets in by."""
    checks_url: Annotated[str, AfterValidator(page_address)] | None = None
    """Where the newsroom publishes its checks: each under this address, a slash and the id of its claim."""
    organisation: str | None = None
    """The newsroom's name, for what it publishes."""
    local_webhooks: bool = False
    """Whether webhooks may go to this machine, over http."""


class Loaded(NamedTuple):
    """The settings in force and how they came to be."""

    settings: Settings
    sources: dict[str, str]
    """For each key of KEYS, where its value came from, in words."""
    notes: tuple[str, ...]
    """Sentences about variables that look like settings and are none."""


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

_FLAGS = {"database": "--database", "save": "--no-save", "answers": "--offline", "max_cost": "--max-cost"}
_DEFAULTS = {"database": "claims.duckdb"}
_SECRET = frozenset({"api_key", "base_url", "token"})
# A settings file may come with a stranger's folder: it must not decide where the key, the token and the articles are
# sent, nor what is answered.
_ENVIRONMENT_ONLY = _SECRET | {"answers", "recordings", "server", "local_webhooks"}
_PATHS = frozenset({"database", "recordings"})
_IN_MEMORY = ":memory:"
_DEBUG = "VERIFIER_DEBUG"


class _Given(NamedTuple):
    value: object
    source: str
    folder: Path = Path()
    """What a relative path is relative to."""


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
    given = _defaults() | _from_file(folder or Path.cwd()) | _from_environment(environ) | _from_flags(flags)
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
    own["database"] = settings.database or _IN_MEMORY
    return {key: (own | model)[key] for key in KEYS}


def wants_colour(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether the environment allows colour on a terminal (NO_COLOR and TERM=dumb forbid it)."""
    environ = os.environ if environ is None else environ
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def can_redraw(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether a line on the terminal can be drawn anew (TERM=dumb, and none, say that it cannot)."""
    environ = os.environ if environ is None else environ
    return environ.get("TERM", "") not in ("", "dumb")


def wants_traceback(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether a fault of verifier itself is to be shown with its traceback."""
    environ = os.environ if environ is None else environ
    return environ.get(_DEBUG, "") not in ("", "0")


# ------------------------------------------------------------------------------------------ the layers


def _defaults() -> dict[str, _Given]:
    return {key: _Given(value, "default") for key, value in _DEFAULTS.items()}


def _from_flags(flags: Mapping[str, object]) -> dict[str, _Given]:
    return {key: _Given(value, f"flag {_FLAGS.get(key, key)}") for key, value in flags.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, _Given]:
    found = ((key, name, environ.get(name, "").strip()) for key, name in KEYS.items())
    return {key: _Given(value, f"environment variable {name}") for key, name, value in found if value}


def _from_file(folder: Path) -> dict[str, _Given]:
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


def _from_table(key: str, value: object, path: Path) -> _Given:
    if key not in KEYS:
        hint = _nearest(key.replace("-", "_"), KEYS) or f"the keys are {', '.join(KEYS)}"
        raise ConfigurationError(f"{path} holds the unknown key {key!r}; {hint}.")
    if key in _ENVIRONMENT_ONLY:
        raise ConfigurationError(f"{path} must not hold {key!r}: set {KEYS[key]} in the environment instead.")
    if value == "":
        raise ConfigurationError(f"{key!r} in {path} is empty: give it a value or leave it out.")
    return _Given(value, str(path), path.parent)


# ------------------------------------------------------------------------------------- checking them


def _settings(given: Mapping[str, _Given]) -> Settings:
    content = {key: _path(key, item) if key in _PATHS else item.value for key, item in given.items()}
    own = {key: content.pop(key) for key in Settings.model_fields if key in content and key != "model"}
    if "model" in content:
        content["name"] = content.pop("model")
    try:
        return Settings.model_validate({**own, "model": content})
    except ValidationError as error:
        raise _wrong(error, given) from None


def _path(key: str, item: _Given) -> object:
    if not isinstance(item.value, str | Path):
        return item.value
    if key == "database" and str(item.value) == _IN_MEMORY:
        return None
    try:
        return item.folder / Path(item.value).expanduser()
    except RuntimeError as error:
        raise ConfigurationError(f"{key} = {str(item.value)!r} from {item.source} names an unknown home.") from error


def _wrong(error: ValidationError, given: Mapping[str, _Given]) -> ConfigurationError:
    fault = error.errors(include_url=False)[0]
    field = str(fault["loc"][-1])
    key = "model" if field == "name" else field
    value = "…" if key in _SECRET else repr(given[key].value)
    allowed = fault["msg"].replace("Input should", "it should").removeprefix("Value error, ")
    return ConfigurationError(f"{key} = {value} from {given[key].source} cannot be used: {allowed}.")


def _check_recordings(model: ModelSettings) -> None:
    if model.answers == "record" and model.recordings is None:
        raise ConfigurationError(f"answers = 'record' needs a folder to record into: set {KEYS['recordings']}.")


def _check_store(database: Path | None, given: Mapping[str, _Given]) -> None:
    if database is None:
        return
    where, place = f"database = {str(database)!r} from {given['database'].source}", Path(os.path.realpath(database))
    if str(place).encode("utf-8", "ignore").decode() != str(place):
        raise ConfigurationError(f"{where} has a path that is not UTF-8, {str(place)!r}: name another file.")
    # Opening a pipe waits for somebody at its other end, who may never come.
    if os.access(place, os.F_OK) and not (place.is_file() or place.is_dir()):
        raise ConfigurationError(f"{where} is a pipe or a device: name a file, or {_IN_MEMORY} to keep nothing.")


def _notes(environ: Mapping[str, str]) -> Iterable[str]:
    for name in sorted(environ):
        if name.startswith("VERIFIER_") and name not in (*KEYS.values(), _DEBUG):
            hint = _nearest(name, KEYS.values())
            yield f"{name} is not a setting of verifier and is passed over" + (f"; {hint}" if hint else "") + "."


def _nearest(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f"the nearest is {close[0]!r}" if close else ""
