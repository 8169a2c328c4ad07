"""Every key stands on what it does, does nothing that the page does not do without it, and can be switched off."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import verifier.queue
from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on

STATIC = Path(verifier.queue.__file__).parent / "static"
SHORTCUT = re.compile(r'<(\w+) [^>]*?aria-keyshortcuts="([^"]+)" data-key="([^"]+)"')


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    sources = [article(name, f"6,{number}50 tonnes", publisher=name) for number, name in enumerate("ab")]
    claims = [claim(source, source.text) for source in sources]
    Newsroom(tmp_path / "claims.duckdb").reads(*map(extraction, sources, claims))
    with desk_on(tmp_path / "claims.duckdb") as opened:
        yield opened


def test_each_decision_has_its_key_on_its_button(desk: Desk) -> None:
    page = desk.get(f"/claims/{desk.listed()[0]}")

    buttons = re.findall(
        r'name="verdict" value="([\w ]+)"[^>]*aria-keyshortcuts="(\w)" data-key="(\w)"><kbd>(\w)', page
    )

    assert [
        ("corroborated", *"aaa"),
        ("conflicting", *"xxx"),
        ("unsourced", *"uuu"),
        ("cannot be checked", *"ccc"),
        ("skipped", *"sss"),
    ] == buttons


def test_what_a_key_does_is_a_link_a_button_or_a_field_and_no_key_does_two_things(desk: Desk) -> None:
    first = desk.listed()[0]
    desk.decide(first, "conflicting")

    for path in ("/", f"/claims/{first}", "/keys", "/decisions"):
        found = SHORTCUT.findall(desk.get(path))
        keys = [key for _, _, key in found]
        assert len(keys) == len(set(keys)), path
        assert {"a", "button", "input", "textarea"} >= {element for element, _, _ in found}
        assert all(told == key for _, told, key in found)
        assert {"?", "z"} <= set(keys)


def test_every_key_on_a_page_is_explained(desk: Desk) -> None:
    first = desk.listed()[0]
    explained = set(re.findall(r"<kbd>([^<]+)</kbd></th>", desk.get("/keys")))

    used = {key for path in ("/", f"/claims/{first}") for _, _, key in SHORTCUT.findall(desk.get(path))}

    assert set() == used - {key for words in explained for key in words.split()}


def test_single_keys_can_be_switched_off_and_on_again(desk: Desk) -> None:
    off = desk.send("/keys", keys="off", back="/")
    without = desk.get(off)
    desk.send("/keys", keys="on", back="/")

    assert 'data-keys="off"' in without and "Switch single keys on" in without
    assert 'data-keys="on"' in desk.get("/")


def page_of_keys(desk: Desk, back: str) -> str:
    return desk.get(f"/keys?back={back}")


def test_the_page_of_keys_is_left_by_the_key_that_led_there_and_by_the_one_that_leads_back(desk: Desk) -> None:
    page = page_of_keys(desk, "/decisions%3Fperson%3DAna")

    ways = re.findall(r'href="([^"]*)" aria-keyshortcuts="(k Escape|\?)"', page)

    assert {("/decisions?person=Ana", "k Escape"), ("/decisions?person=Ana", "?")} == set(ways)


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/%09/evil.example", "javascript:x"]
)
def test_the_way_back_never_leads_to_another_site(desk: Desk, back: str) -> None:
    assert ['href="/"'] * 2 == re.findall(
        r'(href="[^"]*") aria-keyshortcuts="(?:k Escape|\?)"', page_of_keys(desk, back)
    )


def test_nothing_is_written_into_the_pages_that_a_strict_policy_forbids(desk: Desk) -> None:
    first = desk.listed()[0]

    for path in ("/", f"/claims/{first}", "/keys", "/decisions"):
        page = desk.get(path)
        assert not re.search(r"<script(?! src=\"/static/)|<style|<[^>]+ (on\w+|style)=", page), path
        assert not re.search(r'(src|href|action)="(https?:)?//', page), path


def test_the_script_evaluates_no_text_and_writes_no_markup() -> None:
    script = (STATIC / "queue.js").read_text(encoding="utf-8")

    assert not re.search(r"eval|innerHTML|outerHTML|insertAdjacent|Function\(|document\.write|https?:", script)


@pytest.mark.parametrize("path", ["/", "/keys", "/decisions"])
def test_each_page_has_a_language_one_heading_and_its_landmarks(desk: Desk, path: str) -> None:
    page = desk.get(path)

    assert '<html lang="en">' in page
    assert [1, 1, 1] == [page.count(tag) for tag in ("<h1>", "<main ", '<header class="top">')]
    assert '<a class="skip" href="#main">' in page
