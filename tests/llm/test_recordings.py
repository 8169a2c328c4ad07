"""Promises of recording answers and of answering from recordings."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.llm.asking import ARTICLE, GOOD, WRONG, Pauses, Shelf, ask, ask_all
from tests.llm.endpoint import Endpoint, Reply, chat, failed
from verifier.errors import ConfigurationError, ModelError, ModelInvalid, ModelRefused, ModelTruncated, NotRecorded
from verifier.llm.question import read
from verifier.llm.recordings import Recordings
from verifier.models import Usage
from verifier.settings import ModelSettings


@pytest.fixture
def recording(settings: ModelSettings, tmp_path: Path) -> ModelSettings:
    return settings.model_copy(update={"answers": "record", "recordings": tmp_path, "origin": "a test"})


@pytest.fixture
def replaying(tmp_path: Path) -> ModelSettings:
    return ModelSettings(answers="replay", recordings=tmp_path)


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def test_what_was_recorded_is_answered_without_key_and_server(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings
) -> None:
    endpoint.script.extend([chat(WRONG), chat(GOOD)])
    recorded = ask(recording)
    endpoint.close()

    replayed = ask(replaying)

    assert recorded.answer.model_dump() == replayed.answer.model_dump()
    assert recorded.text == replayed.text
    assert Usage() == replayed.usage


def test_recordings_answer_whichever_model_and_address_are_set(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings
) -> None:
    endpoint.script.append(chat(GOOD))
    ask(recording.model_copy(update={"name": "one"}))
    elsewhere = {"name": "another", "base_url": "http://127.0.0.1:9/v1", "api_key": "k"}

    replayed = ask(replaying.model_copy(update=elsewhere))

    assert replayed.answer.count == 2


def test_a_recording_answers_the_same_question_under_another_label(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings
) -> None:
    endpoint.script.append(chat(GOOD))
    ask(recording, label="at home/a.txt")

    replayed = ask(replaying, label="elsewhere/a.txt")

    assert replayed.answer.count == 2


def test_recording_asks_only_for_what_is_missing(endpoint: Endpoint, recording: ModelSettings) -> None:
    endpoint.script.extend([chat(GOOD), chat(GOOD)])

    for text in ("one", "one", "two"):
        ask(recording, text)

    assert len(endpoint.requests) == 2


def test_answers_that_come_at_the_same_time_are_all_recorded(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, tmp_path: Path
) -> None:
    endpoint.answer = lambda _: chat(GOOD)
    articles = [[f"article {n}"] for n in range(30)]
    ask_all(recording.model_copy(update={"concurrency": 30}), articles)

    replayed = ask_all(replaying, articles)

    assert len(replayed) == 30
    assert len(files(tmp_path)) == 30
    assert len(files(tmp_path / "_schemas")) == 1
    assert not list(tmp_path.rglob("*.part"))


def test_a_recording_is_named_by_label_and_hash_and_reads_in_lines(
    endpoint: Endpoint, recording: ModelSettings, tmp_path: Path
) -> None:
    endpoint.script.append(chat(GOOD))

    ask(recording, label="Places of: July/Rebound")

    (path,) = files(tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert path.name.startswith("places-of-july-rebound.")
    assert ["origin", "label", "request", "response"] == list(content)
    assert content["origin"] == "a test"
    assert content["request"]["messages"][1] == {"role": "user", "content": ARTICLE.split("\n")}
    assert content["response"]["choices"][0]["message"]["content"]["json"] == json.loads(GOOD)
    assert (tmp_path / content["request"]["response_format"]).is_file()


def test_a_recording_without_an_origin_says_when_it_was_made(
    endpoint: Endpoint, recording: ModelSettings, tmp_path: Path
) -> None:
    endpoint.script.append(chat(GOOD))

    ask(recording.model_copy(update={"origin": None}))

    assert json.loads(files(tmp_path)[0].read_text(encoding="utf-8"))["origin"].startswith("recorded 20")


def test_no_secret_and_no_header_is_recorded(endpoint: Endpoint, recording: ModelSettings, tmp_path: Path) -> None:
    endpoint.script.append(chat('{"places": ["sk-proj-abcdef0123456789XYZ"], "count": 1}'))

    ask(recording, f"{ARTICLE} sk-live-0123456789abcdef")

    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json"))
    assert "sk-SCRUBBED" in written
    for secret in ("sk-proj-abc", "sk-live-012", "sk-test-123", "Bearer", "127.0.0.1"):
        assert secret not in written


@pytest.mark.parametrize("answered", [failed(500), failed(400), Reply("<html>"), Reply(drop=True)])
def test_errors_are_never_recorded(
    endpoint: Endpoint, recording: ModelSettings, tmp_path: Path, answered: Reply
) -> None:
    endpoint.script.extend([answered] * 3)

    with pytest.raises(ModelError):
        ask(recording)

    assert not list(tmp_path.rglob("*"))


def test_a_missing_recording_is_one_line_that_names_the_nearest(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, tmp_path: Path
) -> None:
    endpoint.script.append(chat(GOOD))
    ask(recording)
    (nearest,) = tmp_path.rglob("places-of-weather.*.json")

    with pytest.raises(NotRecorded) as caught:
        ask(replaying, "Something else entirely.")

    assert str(caught.value).endswith(f"The nearest is {nearest}; VERIFIER_DEBUG=1 shows the difference.")
    assert 1 == len(str(caught.value).splitlines())


def test_a_missing_recording_fails_at_once_and_shows_what_changed_on_demand(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint.script.extend([chat(GOOD), chat(GOOD)])
    ask(recording)
    ask(recording, "Something else entirely.", label="other")
    pauses = Pauses()
    monkeypatch.setenv("VERIFIER_DEBUG", "1")

    with pytest.raises(NotRecorded) as caught:
        ask(replaying, ARTICLE.replace("Vardø", "Tromsø"), pauses=pauses)

    lines = str(caught.value).splitlines()
    assert "places of weather" in lines[0]
    assert lines[1].startswith("--- places-of-weather.")
    assert '-    "Sun shone on Vardø."' in lines
    assert '+    "Sun shone on Tromsø."' in lines
    assert pauses.seconds == []


def test_the_difference_stays_short_however_much_changed(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_DEBUG", "1")
    endpoint.script.append(chat(GOOD))
    ask(recording)

    with pytest.raises(NotRecorded) as caught:
        ask(replaying, "\n".join("x" * 5_000 + str(n) for n in range(200)))

    assert len(str(caught.value).splitlines()) <= 41
    assert max(map(len, str(caught.value).splitlines())) < 300


def test_an_empty_folder_is_named(replaying: ModelSettings, tmp_path: Path) -> None:
    with pytest.raises(NotRecorded, match=f"There are no recordings in {tmp_path}"):
        ask(replaying)


def test_replay_without_recordings_answers_from_what_is_kept_alone(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))
    shelf = Shelf()
    ask(settings, kept=shelf)
    offline = ModelSettings(answers="replay")

    replayed = ask(offline, kept=shelf)

    assert replayed.answer.count == 2
    with pytest.raises(NotRecorded, match=r"not been checked before.*--offline.*forbids asking"):
        ask(offline, "Another article.", kept=shelf)


@pytest.mark.parametrize("text", ["{", "[]", '{"request": {}}', '{"request": {}, "response": {"choices": [{}]}}'])
def test_a_damaged_recording_is_named(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, tmp_path: Path, text: str
) -> None:
    endpoint.script.append(chat(GOOD))
    ask(recording)
    files(tmp_path)[0].write_text(text, encoding="utf-8")

    with pytest.raises(ConfigurationError, match="places-of-weather"):
        ask(replaying)


def test_a_folder_that_cannot_be_written_is_named(endpoint: Endpoint, recording: ModelSettings, tmp_path: Path) -> None:
    endpoint.script.append(chat(GOOD))
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(ConfigurationError, match="cannot be written"):
        ask(recording.model_copy(update={"recordings": tmp_path / "file"}))


@pytest.mark.parametrize(
    ("answered", "error"),
    [
        (chat(None, refusal="no"), ModelRefused),
        (chat('{"pl', finish="length"), ModelTruncated),
        (chat(WRONG), ModelInvalid),
    ],
)
def test_a_recorded_failure_fails_alike_in_replay_and_is_asked_again_when_recording(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, answered: Reply, error: type[Exception]
) -> None:
    endpoint.script.extend([answered] * (2 if error is ModelInvalid else 1))
    with pytest.raises(error):
        ask(recording)

    with pytest.raises(error):
        ask(replaying)

    endpoint.answer = lambda _: chat(GOOD)
    assert ask(recording).answer.count == 2
    assert ask(replaying).answer.count == 2


def test_a_question_is_the_same_whatever_the_order_of_its_fields_and_the_version_of_pydantic() -> None:
    def body(version: str, **more: object) -> dict[str, Any]:
        text = f"see https://errors.pydantic.dev/{version}/v/int_type"
        return {"model": "m", "messages": [{"role": "user", "content": text}], **more}

    one = read(json.dumps(body("2.14", service_tier="flex", user="me")).encode())
    other = read(json.dumps(dict(reversed(body("2.15").items()))).encode())

    assert one == other


def test_a_question_differs_by_model_for_what_is_kept_alone() -> None:
    one, other = (
        read(json.dumps({"model": name, "messages": [{"role": "user", "content": "x"}]}).encode()) for name in "ab"
    )

    assert one.key == other.key
    assert one.request != other.request


@given(
    content=st.one_of(
        st.none(), st.text(), st.recursive(st.text() | st.floats() | st.integers(), st.lists).map(json.dumps)
    )
)
def test_an_answer_is_rebuilt_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, content: str | None) -> None:
    folder = tmp_path_factory.mktemp("recordings")
    question = read(b'{"model": "m", "messages": [{"role": "user", "content": "x"}]}')
    body = json.dumps({"choices": [{"message": {"content": content}}]})

    Recordings(folder).record(question, "x", body)

    assert Recordings(folder).find(question) == body


@pytest.mark.parametrize(
    "style", [{"separators": (",", ":")}, {}, {"indent": 2}, {"indent": 4}, {"ensure_ascii": True}]
)
def test_an_answer_is_rebuilt_as_the_model_spaced_it(
    endpoint: Endpoint, recording: ModelSettings, replaying: ModelSettings, style: dict[str, Any]
) -> None:
    text = json.dumps(json.loads(GOOD), **{"ensure_ascii": False, **style})
    endpoint.script.append(chat(text))
    ask(recording)

    assert ask(replaying).text == text
