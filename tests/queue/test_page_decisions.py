"""What is decided and noted on the pages leads on to the next claim, is told with who said it, and can be undone."""

import re
from pathlib import Path

from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, claim_in, desk_on, hidden, reading
from tests.store.sql import ask
from verifier.queue import record


def test_a_decision_leads_to_the_next_claim_of_the_view_that_waits(desk: Desk) -> None:
    first, second, *_ = desk.listed("?verdict=conflicting")

    where = desk.decide(first, "conflicting", query="?verdict=conflicting")

    assert second == claim_in(where)
    assert "verdict=conflicting" in where
    assert first not in desk.listed("")


def test_twenty_claims_are_decided_one_after_the_other(desk: Desk) -> None:
    at = claim_in(desk.client.get("/next", follow_redirects=False).headers["location"])
    decided = []

    for _ in range(20):
        decided.append(at)
        at = claim_in(desk.decide(at, "cannot be checked"))

    assert 20 == len(set(decided))
    assert set(decided).isdisjoint(desk.listed(""))


def test_the_last_one_of_a_view_leads_back_to_the_queue(desk: Desk) -> None:
    for claim_id in desk.listed("?verdict=conflicting"):
        where = desk.decide(claim_id, "skipped", query="?verdict=conflicting")

    assert where.startswith("/?verdict=conflicting&done=")
    assert "No claim fits this view" in desk.get(where)


def test_undo_and_redo_are_on_every_page_and_lead_to_the_claim(desk: Desk) -> None:
    claim_id = desk.listed("")[0]
    where = desk.decide(claim_id, "unsourced")
    (undo,) = re.findall(r'action="(/decisions/\d+/undo)"', desk.get(where))

    back = desk.send(undo)
    undone = desk.listed("")
    (redo,) = re.findall(r'action="(/decisions/\d+/redo)"', desk.get(back))
    desk.send(redo)

    assert claim_id == claim_in(back) == undone[0]
    assert claim_id not in desk.listed("")


def test_what_is_taken_back_and_restored_is_said_with_its_claim_and_where_that_ends(desk: Desk) -> None:
    first, second, *_ = desk.listed("")
    for claim_id in (first, second):
        where = desk.decide(claim_id, "unsourced")

    pages = []
    for step in ("undo", "undo", "redo"):
        (address,) = re.findall(rf'action="(/decisions/\d+/{step})"', desk.get(where))
        where = desk.send(address)
        pages.append(desk.get(where))

    told = [
        re.sub(r"<[^>]+>", "", page.partition('class="done" role="status">')[2].partition("</p>")[0]) for page in pages
    ]
    back, end = "Taken back on this claim:", "Nothing of yours is left to take back."
    assert [f"{back} “26.5%”. ", f"{back} “5,493.9 tons”. {end} ", "Restored on this claim: “5,493.9 tons”. "] == told
    assert f'data-key="z" data-says="{end}"' in pages[1]


def test_two_people_on_one_claim_the_second_is_told_who_decided_what_and_keeps_the_note(desk: Desk) -> None:
    claim_id = desk.listed("")[0]
    opened = desk.get(f"/claims/{claim_id}")
    desk.decide(claim_id, "conflicting", note="seen at customs")

    desk.name = "Ben"
    answer = desk.send_from(opened, claim_id, "corroborated", note="my own view", status=409)

    assert "Nothing was stored" in answer
    assert "<bdi>Ana</bdi>\ndecided" in answer
    assert "seen at customs" in answer and "my own view</textarea>" in answer
    assert (
        303
        == desk.client.post(f"/claims/{claim_id}/decisions", data=_fields(answer), follow_redirects=False).status_code
    )


def _fields(page: str) -> dict[str, str]:
    form = page.partition('<form class="decide"')[2].partition("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)) | {"verdict": "corroborated"}


def test_a_note_stays_on_the_claim_and_decides_nothing(desk: Desk) -> None:
    claim_id = desk.listed("")[0]

    where = desk.decide(claim_id, "note", note="ask the ministry")

    assert claim_id == claim_in(where) == desk.listed("")[0]
    assert "ask the ministry" in desk.get(where)


def test_a_note_that_is_sent_twice_is_stored_once_and_answered_alike(desk: Desk) -> None:
    claim_id = desk.listed()[0]
    opened = desk.get(f"/claims/{claim_id}")

    answers = [desk.send_from(opened, claim_id, "note", note=f"ask the ministry{end}") for end in ("", "", "\r\n")]
    other = desk.send_from(opened, claim_id, "note", note="and customs")
    later = desk.decide(claim_id, "note", note="ask the ministry")

    assert 1 == len({*answers}) and 3 == len({*answers, other, later})
    assert ["and customs", "ask the ministry", "ask the ministry"] == sorted(notes_on(desk, claim_id))


def test_the_same_note_of_two_people_is_stored_of_both(desk: Desk) -> None:
    claim_id = desk.listed()[0]
    opened = desk.get(f"/claims/{claim_id}")

    for name in ("Ana", "Ben"):
        desk.be(name).send_from(opened, claim_id, "note", note="ask the ministry")

    assert 2 == len(notes_on(desk, claim_id))


def notes_on(desk: Desk, claim_id: str) -> list[str]:
    with desk.store.unit(keep=False) as unit:
        return [row.note for row in record.decisions_on(unit, claim_id)]


def test_of_a_claim_whose_text_was_replaced_nothing_hangs_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    made, first = reading("a", "6,150 tonnes of it.", "6,150 tonnes")
    other, _ = reading("a", "7 tonnes of it.", "7 tonnes")
    Newsroom(path).reads(made)
    with desk_on(path) as desk:
        asked = hidden(desk.be("Edda", "editor").get(f"/claims/{first.id}"), 'aria-label="Second opinion"')
        desk.send(f"/claims/{first.id}/opinion", 303, wanted="yes", **asked)
    Newsroom(path).reads(other)

    with desk_on(path) as desk:
        assert "Do without a second opinion" not in desk.get(f"/claims/{first.id}")
        page = desk.be("Edda", "editor").get(f"/claims/{first.id}")
        fields = hidden(page, 'aria-label="Second opinion"')
        desk.send(f"/claims/{first.id}/opinion", 303, wanted="no", **fields)

        assert "takes part in no comparison any more" in page
        assert "A second opinion is wanted" not in desk.get(f"/claims/{first.id}")


def test_a_note_is_as_long_as_it_looks_however_a_browser_sends_the_ends_of_its_lines(desk: Desk) -> None:
    claim = desk.listed()[0]
    desk.decide(claim, "note", note="1234567\r\n" * 1_250)

    with desk.store.unit(keep=False) as unit:
        ((note,),) = ask(unit, "select note from decisions")

    assert ("1234567\n" * 1_250).strip() == note


def test_a_decided_claim_can_be_opened_again(desk: Desk) -> None:
    claim_id = desk.listed("")[0]
    desk.decide(claim_id, "corroborated")

    desk.decide(claim_id, "reopen")

    assert claim_id == desk.listed("")[0]


def test_the_trail_tells_who_decided_what(desk: Desk) -> None:
    desk.decide(desk.listed("")[0], "cannot be checked", note="no table yet")

    page = desk.get("/decisions")

    assert "<bdi>Ana</bdi>" in page and "cannot be checked" in page and "no table yet" in page


def test_a_decision_whose_ground_has_changed_is_opened_again_and_says_by_which_article(tmp_path: Path) -> None:
    desk_path = tmp_path / "claims.duckdb"
    newsroom = Newsroom(desk_path)
    old, made = reading("a", "Exports reached 6,150 tonnes.", "6,150 tonnes")
    new, _ = reading("b", "Exports reached 500 tonnes.", "500 tonnes")
    newsroom.reads(old)
    with desk_on(desk_path) as desk:
        desk.decide(made.id, "unsourced")
    newsroom.reads(new)

    with desk_on(desk_path) as desk:
        queue, page = desk.get("/?decision=re-opened"), desk.get(f"/claims/{made.id}")

    assert "re-opened: decided unsourced when the machine said unsourced; now it says conflicting since" in queue
    assert "b.txt" in queue
    assert "<strong>Re-opened.</strong>" in page and "changed by <bdi>b.txt</bdi>" in page


def test_odd_characters_of_a_note_are_kept_and_shown(desk: Desk) -> None:
    claim_id = desk.listed("")[0]

    where = desk.decide(claim_id, "note", note="a\x00b \u202e \U0001f9f2")

    assert "a␀b &lt;U+202E&gt; \U0001f9f2" in desk.get(where)


def test_whoever_may_only_look_decides_nothing(desk: Desk) -> None:
    claim_id = desk.listed("")[0]
    page = desk.get(f"/claims/{claim_id}")
    desk.be("Vera", "viewer")

    assert "wants the role reviewer" in desk.send_from(page, claim_id, "conflicting", status=403)
