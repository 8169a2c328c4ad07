"""Promises of deciding in the browser: with one key, without a mouse or a reload, and never by accident."""

from collections.abc import Callable
from contextlib import ExitStack

from playwright.sync_api import Browser, Page, expect

from tests.browser.browsing import House, Seat, faults, let_in, seated

KEYS = {"a": "corroborated", "x": "conflicting", "u": "unsourced", "c": "cannot be checked", "s": "skipped"}


def address_after(page: Page, act: Callable[[], object]) -> str:
    """Do something that leads on, and return where it led."""
    before = page.url
    act()
    page.wait_for_function("before => location.href !== before", arg=before)
    return page.url


def verdicts(house: House) -> list[str]:
    return [verdict for _, _, verdict, _ in house.decisions()]


def on_a_claim(seat: Seat) -> Page:
    """Open the next claim that waits, by its key."""
    page = seat.open("/")
    page.keyboard.press("g")
    page.wait_for_selector("form.decide")
    page.wait_for_load_state("domcontentloaded")  # its keys work from here on
    return page


def test_twenty_claims_are_decided_by_keyboard_alone(house: House, seat: Seat) -> None:
    page = seat.open("/")
    address_after(page, lambda: page.keyboard.press("g"))
    keys = [*KEYS] * 4

    claims = [address_after(page, lambda key=key: page.keyboard.press(key)) for key in keys]  # type: ignore[misc]

    assert 20 == len(set(claims))
    assert [KEYS[key] for key in keys] == verdicts(house)
    assert [] == seat.complaints + seat.foreign()


def test_deciding_reloads_nothing_and_puts_the_focus_on_the_next_claim(seat: Seat) -> None:
    page = on_a_claim(seat)
    first = page.url
    page.evaluate("window.stayed = true")

    address_after(page, lambda: page.keyboard.press("x"))

    assert page.evaluate("window.stayed")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#said")).to_contain_text("Stored: ✕ conflicting")
    expect(page).to_have_title(page.locator("h1").inner_text() + " · verifier")
    assert "Undo" in page.locator("#mine").inner_text()
    page.go_back()
    page.wait_for_url(first)
    expect(page.locator(".states")).to_contain_text("conflicting")


def test_undo_leads_back_to_the_claim_and_redo_restores(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)
    first = page.locator("h1").inner_text()
    address_after(page, lambda: page.keyboard.press("a"))

    address_after(page, lambda: page.keyboard.press("z"))
    undone = page.locator(".states").inner_text()
    page.keyboard.press("r")
    page.locator("[data-key=z]").wait_for()

    assert first == page.locator("h1").inner_text()
    assert "undecided" in undone
    expect(page.locator(".states")).to_contain_text("corroborated")
    assert ["decide", "undo", "redo"] == [kind for _, kind, _, _ in house.decisions()]


def test_typing_a_in_a_note_decides_nothing(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)

    page.keyboard.press("n")
    page.keyboard.type("a saxophone, z?")
    written = page.locator("#note").input_value()
    none = house.decisions()
    page.keyboard.press("Escape")
    address_after(page, lambda: page.keyboard.press("a"))

    assert "a saxophone, z?" == written
    assert [] == none
    assert [("corroborated", "a saxophone, z?")] == [(verdict, note) for _, _, verdict, note in house.decisions()]


def test_a_key_with_a_modifier_is_the_browsers(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)

    for modifier in ("Control", "Alt", "Meta"):
        page.keyboard.press(f"{modifier}+x")
    address_after(page, lambda: page.keyboard.press("j"))

    assert [] == house.decisions()


def test_a_key_that_is_held_decides_once(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)

    def held() -> None:
        for _ in range(5):
            page.keyboard.down("a")

    address_after(page, held)
    page.keyboard.up("a")

    assert ["corroborated"] == verdicts(house)


def test_single_keys_can_be_switched_off(house: House, seat: Seat) -> None:
    page = seat.open("/keys")
    page.get_by_role("button", name="Switch single keys off").click()
    page.get_by_role("button", name="Switch single keys on").wait_for()
    seat.open("/next")

    page.keyboard.press("a")
    shown = page.locator(".buttons kbd:visible").count()
    address_after(page, page.get_by_role("button", name="Unsourced").click)

    assert 0 == shown
    assert ["unsourced"] == verdicts(house)


def test_two_people_on_one_claim_whoever_decides_second_is_told_and_nothing_is_overwritten(
    browser: Browser, house: House
) -> None:
    with ExitStack() as open_seats:
        links = {"Ana": house.link("Ana", "admin"), "Ben": house.link("Ben", "reviewer")}
        ana, ben = (open_seats.enter_context(seated(browser, house)) for _ in links)
        for seat, link in zip((ana, ben), links.values(), strict=True):
            let_in(seat, link)
        claim = house.claims()[0]
        ana.open(f"/claims/{claim}")
        page = ben.open(f"/claims/{claim}")

        address_after(ana.page, lambda: ana.page.keyboard.press("a"))
        page.keyboard.press("x")
        alert = page.locator("main .alert")
        alert.wait_for()
        told, refused, wrong = alert.inner_text(), verdicts(house), faults(page)
        address_after(page, lambda: page.keyboard.press("x"))

    assert "Nothing was stored" in told and "Ana decided ✓ corroborated" in told
    assert (["corroborated"], []) == (refused, wrong)
    assert [("Ana", "corroborated"), ("Ben", "conflicting")] == [(who, what) for who, _, what, _ in house.decisions()]


def test_a_server_that_is_away_is_said_and_the_decision_can_be_made_again(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)
    page.route("**/decisions", lambda route: route.abort())

    page.keyboard.press("a")
    expect(page.locator("#unreached")).to_be_visible()
    page.unroute("**/decisions")
    address_after(page, lambda: page.keyboard.press("a"))

    expect(page.locator("#unreached")).to_be_hidden()
    assert ["corroborated"] == verdicts(house)


def test_a_note_that_is_refused_stays_in_its_field_and_the_page_says_why(house: House, seat: Seat) -> None:
    page = on_a_claim(seat)
    note = page.locator("textarea[name=note]").first
    note.evaluate("field => field.removeAttribute('maxlength')")

    note.fill("x" * 10_001)
    page.locator("[data-key=a]").click()
    expect(page.locator("#unreached")).to_contain_text("shorten it")
    kept = note.input_value()
    note.fill("It is short.")
    address_after(page, lambda: page.locator("[data-key=a]").click())

    assert 10_001 == len(kept)
    assert ["It is short."] == [said for *_, said in house.decisions()]
