"""Where a setting comes from, and what a wrong one is told."""

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from verifier.errors import ConfigurationError
from verifier.settings import (
    KEYS,
    ModelSettings,
    Settings,
    load,
    values,
    wants_colour,
    wants_traceback,
)
from verifier.shipped import FIXTURES, PROMPTS, SEEDS


def test_without_anything_said_the_store_lies_in_the_working_directory(tmp_path: Path) -> None:
    loaded = load({}, {}, tmp_path)

    assert Settings(database=Path("claims.duckdb")) == loaded.settings
    assert {"default"} == set(loaded.sources.values())


def test_a_flag_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_text('database = "file.duckdb"\nconcurrency = 2\nattempts = 7\n')
    environ = {"VERIFIER_DATABASE": "environment.duckdb", "VERIFIER_CONCURRENCY": "3"}

    loaded = load({"database": "flag.duckdb"}, environ, tmp_path)

    model = loaded.settings.model
    assert (Path("flag.duckdb"), 3, 7) == (loaded.settings.database, model.concurrency, model.attempts)
    assert "flag --database" == loaded.sources["database"]
    assert "environment variable VERIFIER_CONCURRENCY" == loaded.sources["concurrency"]
    assert str(tmp_path / "verifier.toml") == loaded.sources["attempts"]


def test_every_key_can_be_set_by_its_environment_variable(tmp_path: Path) -> None:
    given = {
        "database": "a.duckdb",
        "save": "false",
        "server": "https://factcheck.example:8443",
        "token": "a-token",
        "checks_url": "https://factcheck.example/checks",
        "organisation": "The Daily Check",
        "local_webhooks": "true",
        "model": "some-model",
        "base_url": "http://127.0.0.1:11434/v1",
        "api_key": "a-key",
        "structured": "json",
        "answers": "record",
        "recordings": "answers",
        "origin": "by hand",
        "concurrency": "9",
        "attempts": "1",
        "reasks": "0",
        "request_timeout": "1.5",
        "deadline": "30",
        "service_tier": "flex",
        "price": "0.10,0.50,0.01",
        "max_cost": "2.50",
    }

    loaded = load({}, {KEYS[key]: value for key, value in given.items()}, tmp_path)

    expected = given | {"database": Path("a.duckdb"), "recordings": Path("answers"), "save": False}
    expected |= {"local_webhooks": True}
    expected |= {"concurrency": 9, "attempts": 1, "reasks": 0, "request_timeout": 1.5, "deadline": 30.0}
    expected |= {"max_cost": Decimal("2.50")}
    assert expected == values(loaded.settings)
    assert "default" not in loaded.sources.values()


def test_the_keys_are_all_the_fields_there_are() -> None:
    fields = {"model" if name == "name" else name for name in ModelSettings.model_fields}

    assert {*Settings.model_fields, *fields} - {"name"} == set(KEYS)


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    loaded = load({}, {"VERIFIER_MODEL": "", "OPENAI_API_KEY": "  "}, tmp_path)

    assert (None, None) == (loaded.settings.model.name, loaded.settings.model.api_key)


def test_the_nearest_file_with_a_table_is_read_and_one_without_is_passed_by(tmp_path: Path) -> None:
    drafts = tmp_path / "paper" / "drafts"
    drafts.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.verifier]\nmodel = "of-the-house"\n')
    (drafts / "pyproject.toml").write_text('[project]\nname = "other"\n')

    assert "of-the-house" == load({}, {}, drafts).settings.model.name


def test_a_file_of_its_own_goes_before_the_project_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.verifier]\nmodel = "project"\n')
    (tmp_path / "verifier.toml").write_text('model = "own"\n')

    assert "own" == load({}, {}, tmp_path).settings.model.name


def test_a_relative_path_in_a_file_is_relative_to_the_file(tmp_path: Path) -> None:
    below = tmp_path / "drafts"
    below.mkdir()
    (tmp_path / "verifier.toml").write_text('database = "kept/claims.duckdb"\n')

    assert tmp_path / "kept" / "claims.duckdb" == load({}, {}, below).settings.database


def test_a_path_may_start_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert tmp_path / "claims.duckdb" == load({"database": "~/claims.duckdb"}, {}, tmp_path).settings.database


def test_the_store_may_be_in_memory(tmp_path: Path) -> None:
    loaded = load({"database": ":memory:"}, {}, tmp_path)

    assert loaded.settings.database is None
    assert ":memory:" == values(loaded.settings)["database"]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("VERIFIER_STRUCTURED", "strikt", "it should be 'strict', 'schema' or 'json'"),
        ("VERIFIER_ANSWERS", "life", "it should be 'live', 'replay' or 'record'"),
        ("VERIFIER_CONCURRENCY", "0", "it should be greater than or equal to 1"),
        ("VERIFIER_CONCURRENCY", "many", "it should be a valid integer"),
        ("VERIFIER_DEADLINE", "-1", "it should be greater than 0"),
        ("VERIFIER_REQUEST_TIMEOUT", "inf", "it should be a finite number"),
        ("VERIFIER_SAVE", "perhaps", "it should be a valid boolean"),
        ("VERIFIER_SERVICE_TIER", "cheap", "it should be 'auto', 'default', 'flex' or 'priority'"),
        ("VERIFIER_MAX_COST", "-1", "it should be greater than or equal to 0"),
        ("VERIFIER_MAX_COST", "nan", "it should be a finite number"),
        ("VERIFIER_MAX_COST", "1 dollar", "it should be a valid decimal"),
        ("VERIFIER_PRICE", "0.10", "it should be the dollars for a million tokens of input and of output"),
        ("VERIFIER_PRICE", "-1,2", "it should be the dollars for a million tokens"),
        ("VERIFIER_PRICE", "1,2,3,4", "it should be the dollars for a million tokens"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_what_is_allowed(
    tmp_path: Path, variable: str, value: str, said: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load({}, {variable: value}, tmp_path)

    message = str(caught.value)
    assert f"{value!r} from environment variable {variable}" in message
    assert said in message


def test_a_wrong_value_in_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.verifier]\nmodel = 5\n")

    with pytest.raises(ConfigurationError) as caught:
        load({}, {}, tmp_path)

    assert f"model = 5 from {path} cannot be used: it should be a valid string." == str(caught.value)


def test_an_unknown_key_in_a_file_names_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_text("request-timout = 5\n")

    with pytest.raises(ConfigurationError, match=r"unknown key 'request-timout'; the nearest is 'request_timeout'"):
        load({}, {}, tmp_path)


@pytest.mark.parametrize("key", ["api_key", "base_url", "answers", "recordings"])
def test_a_settings_file_says_neither_where_the_key_is_sent_nor_what_is_answered(tmp_path: Path, key: str) -> None:
    (tmp_path / "verifier.toml").write_text(f'{key} = "http://somewhere.example"\n')

    with pytest.raises(ConfigurationError, match=f"set {KEYS[key]} in the environment"):
        load({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("verifier.toml", "model = ", "cannot be read as a settings file"),
        ("verifier.toml", 'model = ""', "'model' in .* is empty"),
        ("pyproject.toml", '[tool]\nverifier = "on"', "must be a table"),
        ("pyproject.toml", "\x00", "cannot be read as a settings file"),
    ],
)
def test_a_broken_settings_file_is_named(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content)

    with pytest.raises(ConfigurationError, match=said) as caught:
        load({}, {}, tmp_path)

    assert str(tmp_path / name) in str(caught.value)


def test_recording_needs_a_folder_to_record_into(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="set VERIFIER_RECORDINGS"):
        load({}, {"VERIFIER_ANSWERS": "record"}, tmp_path)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/null")], ids=["pipe", "device"])
def test_a_store_that_is_no_file_is_refused_before_it_is_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "claims.duckdb")

    with pytest.raises(
        ConfigurationError, match=r"from flag --database is a pipe or a device: name a file, or :memory:"
    ):
        load({"database": str(tmp_path / "claims.duckdb")}, {}, tmp_path)


@pytest.mark.parametrize("name", ["caf\udce9.duckdb", "caf\udce9/claims.duckdb"])
def test_a_store_whose_name_is_not_utf_8_is_refused_and_named_visibly(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match=r"has a path that is not UTF-8, .*caf\\udce9"):
        load({"database": str(tmp_path / name)}, {}, tmp_path)


def test_a_secret_is_never_part_of_an_error(tmp_path: Path) -> None:
    environ = {"OPENAI_API_KEY": "sk-secret", "VERIFIER_ATTEMPTS": "none"}

    with pytest.raises(ConfigurationError) as caught:
        load({}, environ, tmp_path)

    assert "sk-secret" not in str(caught.value)


def test_a_misspelt_variable_is_noticed(tmp_path: Path) -> None:
    loaded = load({}, {"VERIFIER_MODLE": "x", "VERIFIER_DEBUG": "1", "PATH": "/bin"}, tmp_path)

    assert ("VERIFIER_MODLE is not a setting of verifier and is passed over; the nearest is 'VERIFIER_MODEL'.",) == (
        loaded.notes
    )


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_no_colour_where_the_environment_forbids_it(environ: dict[str, str], colour: bool) -> None:
    assert colour is wants_colour(environ)


@pytest.mark.parametrize(("value", "shown"), [("1", True), ("0", False), ("", False)])
def test_a_traceback_is_shown_on_demand_only(value: str, shown: bool) -> None:
    assert shown is wants_traceback({"VERIFIER_DEBUG": value})


def test_the_shipped_files_are_where_they_are_said_to_be() -> None:
    assert [True, True, True] == [folder.is_dir() for folder in (PROMPTS, SEEDS, FIXTURES)]
