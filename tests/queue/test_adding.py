"""Promises of adding articles in the browser: what was taken in is checked, and the page says what became of it."""

import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.queue.serving import Answered, Serving, endpoint, serving, verify
from tests.store.sql import ask
from verifier.shipped import SEEDS
from verifier.store import Store

REFRESHED = '<noscript><meta http-equiv="refresh"'
SEED, OTHER = ((SEEDS / f"july-{name}.txt").read_text(encoding="utf-8") for name in ("rebound", "analysis"))


def added(server: Serving, **fields: str) -> Answered:
    """Send the form as a browser does that only fills in text."""
    return server.ask("/add", method="POST", body=urlencode(fields), content_type="application/x-www-form-urlencoded")


def uploaded(server: Serving, *files: tuple[str, bytes], **fields: str) -> Answered:
    """Send the form as a browser does that has files."""
    parts = [f'--line\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()]
    for name, content in files:
        head = f'--line\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    body = b"".join([*parts, b"--line--\r\n"])
    return server.ask("/add", method="POST", body=body, content_type="multipart/form-data; boundary=line")


def settled(server: Serving) -> str:
    """Return the page of added articles once nothing is under way; the server is asked as often as that takes."""
    while REFRESHED in (page := server.ask("/added").text):
        pass
    return page


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


def test_a_pasted_article_is_checked_and_leads_to_its_claims(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        taken = added(server, text=SEED.replace("\n", "\r\n"))
        page = settled(server)
        server.stop()

    assert (303, "/added") == (taken.status, taken.headers["location"])
    assert 1 == page.count("its claims</a>")
    assert "/?article=" in page
    with Store(tmp_path / "claims.duckdb").unit() as unit:
        assert [SEED] == [text for (text,) in ask(unit, "select text from articles")]


def test_files_of_one_name_from_two_people_do_not_replace_each_other(server: Serving) -> None:
    first = uploaded(server, ("draft.txt", b"The port is open.\n"), ("C:\\work\\draft.txt", b"The port is shut.\n"))
    page = settled(server)

    assert 303 == first.status
    assert 2 == page.count("<bdi>draft.txt #")
    assert "C:" not in page


def test_what_could_not_be_checked_says_why_and_can_be_tried_again(server: Serving) -> None:
    added(server, text="Exports rose to 7,001 tons in May 2025, customs data showed.", title="Not recorded <b>")
    page = settled(server)
    addition = page.partition('action="/added/')[2].partition("/again")[0]

    again = server.ask(f"/added/{addition}/again", method="POST", body="")
    twice = settled(server)
    unknown = server.ask("/added/nothing/again", method="POST", body="")

    assert "checked in part" in page
    assert "Not recorded &lt;b&gt;" in page
    assert (303, 400) == (again.status, unknown.status)
    assert "checked in part" in twice


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "There is no text. Paste an article, or choose a file."),
        ({"text": " \n"}, "There is no text. Paste an article, or choose a file."),
        ({"text": "a\0b"}, "is binary, not text."),
        ({"text": "1 " * 60_000}, "holds more than 50,000 numbers"),
        ({"text": "The port is open.", "published": "yesterday"}, "Write it as 2025-12-23."),
    ],
)
def test_a_text_that_is_no_article_is_refused_on_the_form_that_keeps_what_was_written(
    server: Serving, fields: dict[str, str], said: str
) -> None:
    refused = added(server, publisher="Daily <i>", **fields)

    assert 422 == refused.status
    assert said in refused.text
    assert 'value="Daily &lt;i&gt;"' in refused.text


@pytest.mark.parametrize(
    ("files", "fields", "said"),
    [
        ([("a.txt", b"\xff\xfe")], {}, "a.txt is not text in UTF-8."),
        ([("a.txt", b"")], {}, "a.txt is empty."),
        ([("a.txt", b"One.")], {"text": "Two."}, "A text and files were given."),
        ([("a.txt", b"One."), ("b.txt", b"Two.")], {"title": "Both"}, "are those of one article"),
        ([("a.txt", b"x" * (10 * 1024 * 1024 + 1))], {}, "is larger than 10 MB"),
    ],
)
def test_files_that_are_no_articles_are_refused_by_name(
    server: Serving, files: list[tuple[str, bytes]], fields: dict[str, str], said: str
) -> None:
    refused = uploaded(server, *files, **fields)

    assert 422 == refused.status
    assert said in refused.text


def test_a_form_that_another_site_sends_adds_nothing(server: Serving) -> None:
    refused = server.ask("/add", method="POST", body="text=The+port.", sec_fetch_site="cross-site")

    assert 403 == refused.status


def test_an_article_that_was_taken_in_outlives_a_server_that_is_killed_while_it_is_checked(tmp_path: Path) -> None:
    with endpoint() as model, serving(tmp_path, **model.settings) as server:
        taken = added(server, text=SEED)
        assert model.is_asked()
        waiting = server.ask("/added")
        server.stop(signal.SIGKILL)

    with serving(tmp_path) as next_one:
        page = settled(next_one)

    assert 303 == taken.status
    assert REFRESHED in waiting.text
    assert 1 == page.count("its claims</a>")


def test_a_server_that_is_stopped_waits_for_no_model_and_takes_the_article_up_again(tmp_path: Path) -> None:
    with endpoint() as model, serving(tmp_path, **model.settings) as server:
        added(server, text=SEED)
        assert model.is_asked()
        ended = server.stop()
        answered = model.let_go.is_set()

    with serving(tmp_path) as next_one:
        page = settled(next_one)

    assert (0, "", "") == ended
    assert not answered
    assert 1 == page.count("its claims</a>")


def test_an_endpoint_that_turns_the_server_down_is_a_sentence_on_the_page(tmp_path: Path) -> None:
    with endpoint() as model, serving(tmp_path, **model.settings) as server:
        model.let_go.set()
        added(server, text=SEED)
        page = settled(server)

    assert "not checked" in page
    assert "OPENAI_API_KEY" in page
    assert "Traceback" not in page


def test_a_web_page_is_read_as_a_reader_sees_it_whether_it_is_a_file_or_pasted(server: Serving) -> None:
    page = "<html><title>The port</title><nav>Menu</nav><p>The port is open.<script>alert(1)</script></html>"

    taken = uploaded(server, ("port.html", page.encode()), ("shut.htm", "<p>The port of Saint-Lô is shut.".encode()))
    pasted = added(server, text=f"<!doctype html>{page}")
    empty = uploaded(server, ("app.html", b"<div id=app></div>"))

    assert [303, 303, 422] == [taken.status, pasted.status, empty.status]
    assert "app.html shows no text" in empty.text
    assert 2 == settled(server).count("<bdi>The port</bdi>")


def test_of_several_files_those_that_can_be_read_are_added_and_the_others_named(server: Serving) -> None:
    answered = uploaded(server, ("good.txt", b"The harbour is open."), ("scan.pdf", b"%PDF\xff"), ("none.md", b" "))

    assert 422 == answered.status
    assert "1 article added" in answered.text
    assert "scan.pdf is not text in UTF-8." in answered.text
    assert "none.md holds nothing but white space." in answered.text
    assert "good.txt #" in settled(server)


HELD = """
    with held as (select source, arg_max(article_id, seq) as article_id from sources group by source)
    select source, text from held join articles using (article_id) order by source
"""


def sources(folder: Path) -> list[tuple[str, str]]:
    """Each source, with the text it holds now."""
    with Store(folder / "claims.duckdb").unit() as unit:
        return ask(unit, HELD)


def test_what_is_added_never_takes_the_place_of_a_file_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "port.txt"
    file.write_text(SEED, encoding="utf-8")
    with serving(tmp_path) as server:
        verify(tmp_path, "port.txt")
        added(server, text=OTHER, name=str(file))
        settled(server)
        server.stop()

    assert [(str(file), SEED), (f"added//{file}", OTHER)] == sources(tmp_path)


def test_whoever_gives_a_name_that_is_taken_is_shown_what_they_would_replace(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        added(server, text=SEED, name="july <b>")
        settled(server)
        asked = added(server, text=OTHER, name=" july <b> ")
        guessed = added(server, text=OTHER, name="july <b>", replaces="yes")
        shown = asked.text.partition('name="replaces" value="')[2].partition('"')[0]
        taken = added(server, text=OTHER, name="july <b>", replaces=shown)
        settled(server)
        server.stop()

    assert [422, 422, 303] == [asked.status, guessed.status, taken.status]
    assert "Nothing was added yet." in asked.text
    assert "</bdi> by this name, <time" in asked.text
    assert [("added//july <b>", OTHER)] == sources(tmp_path)
