"""The pages show what speaks for and against a claim, lead from one claim to the next, and trust no article."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, claim_in, desk_on, desk_on_copy, hidden
from verifier.models import Article, Citation, Claim, Extraction
from verifier.queue import record
from verifier.queue.pages import login


@pytest.fixture
def desk(seeded: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(seeded, tmp_path) as opened:
        yield opened


def held(source: Article, words: str, start: int) -> Claim:
    """A claim of a figure that stands at `start` in the article."""
    made = claim(source, words)
    assert made.figure is not None
    span = made.figure.span
    moved = made.figure.model_copy(update={"span": span.model_copy(update={"start": start, "end": start + span.end})})
    place = Citation(quote=words, start=start, end=start + len(words), line=1, column=start + 1)
    return made.model_copy(update={"figure": moved, "citations": (place,), "sentence": words})


def reading(name: str, text: str, words: str, **about: str) -> tuple[Extraction, Claim]:
    source = article(name, text, publisher=about.get("publisher", f"Paper of {name}")).model_copy(
        update={"title": about.get("title")}
    )
    made = held(source, words, text.index(words))
    return extraction(source, made), made


def test_contradictions_come_first_then_figures_nobody_bears_out_and_each_says_why(desk: Desk) -> None:
    page = desk.get("/")

    verdicts = re.findall(r'data-name="Machine"><span class="verdict (\w+)', page)
    assert ["conflicting"] * 4 + ["unsourced"] == verdicts[:5]
    assert 4 == page.count("first, because it is contradicted")
    assert "next, because nobody else bears this figure out" in page


def test_the_queue_leads_through_every_claim_page_by_page_and_none_twice(desk: Desk) -> None:
    first = desk.get("/?decision=all")
    (following,) = re.findall(r'rel="next" href="/(\?[^"]+)"', first)

    seen = [*desk.listed(), *desk.listed(following.replace("&amp;", "&"))]

    assert 89 == len(seen) == len(set(seen))
    assert "89 claims" in first


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("?verdict=conflicting", 4),
        ("?verdict=corroborated&kind=words&q=germany", None),
        ("?q=second-highest", None),
        ("?topic=magnets&sort=topic", None),
        ("?publisher=monitor&sort=newest", None),
    ],
)
def test_a_view_stands_in_the_address_and_its_count_is_what_it_lists(
    desk: Desk, query: str, claims: int | None
) -> None:
    listed = desk.listed(query)

    counted = re.search(r'<p class="result" role="status">(\d+) claim', desk.get(f"/{query}"))
    assert counted is not None
    assert 0 < len(listed) == min(int(counted[1]), 50)
    assert claims in (None, len(listed))


def test_the_counts_of_the_verdicts_add_up(desk: Desk) -> None:
    page = desk.get("/").partition("<h2>Verdict</h2>")[2].partition("</ul>")[0]

    counts = [int(count) for count in re.findall(r'class="count">(\d+)<', page)]

    assert counts[0] == sum(counts[1:]) == 89


def test_words_no_topic_could_have_are_answered_with_a_sentence(desk: Desk) -> None:
    page = desk.get("/?topic=the", 400)

    assert "&#39;the&#39; holds no word that a topic could have" in page
    assert "--topic" not in page


def test_what_is_missing_or_too_long_is_said_in_words_of_ours(desk: Desk) -> None:
    missing = desk.send(f"/claims/{desk.listed()[0]}/decisions", 422, verdict="note")
    nowhere = desk.get("/articles/zz", 404)

    assert "Version is missing: follow a link on a page, or send the form as it was shown." in missing
    assert "There is nothing at this address." in nowhere


@pytest.mark.parametrize(("seconds", "said"), [(0.4, "1 second"), (1.2, "2 seconds"), (100.0, "2 minutes")])
def test_a_wait_is_told_as_people_say_it(seconds: float, said: str) -> None:
    assert said == login._spoken(seconds)


def test_a_claim_stands_beside_what_contradicts_it_with_both_passages_marked(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=5,493.9")[0]

    page = desk.get(f"/claims/{claim_id}")

    assert '<mark id="passage" tabindex="-1">5,493.9 tons</mark>' in page or (
        '<mark id="passage" tabindex="-1">26.5%</mark>' in page
    )
    assert '<mark id="passage-1" tabindex="-1">' in page
    assert "may be another product" in page or "within this article" in page


def test_the_figures_lie_on_one_scale_and_those_that_contradict_do_not_meet(desk: Desk) -> None:
    page = desk.get(f"/claims/{desk.listed('?verdict=conflicting&q=5,493.9')[1]}")

    bars = [
        (int(x), int(x) + int(width)) for x, width in re.findall(r'class="likely" x="(\d+)" y="2" width="(\d+)"', page)
    ]

    assert len(bars) == 2
    assert max(start for start, _ in bars) > min(end for _, end in bars)


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
        (note,) = unit._connection.execute("select note from decisions").fetchone() or ("",)

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


HOSTILE = (
    '<script>window.pwned=1</script> <img src=x onerror="pwned()"> <a href="javascript:pwned()" hx-get="/x" '
    'hx-trigger="load">x</a> {{ 7*7 }} \u202egnp.exe\u202c \x1b[2J </mark></div></main> 6,150 tonnes "quoted" &amp;'
)


def test_nothing_an_article_says_becomes_part_of_the_page(tmp_path: Path) -> None:
    bad, made = reading("a", HOSTILE, "6,150 tonnes", title=HOSTILE, publisher=HOSTILE)
    other, _ = reading("b", HOSTILE.replace("6,150", "500"), "500 tonnes", title=HOSTILE)
    Newsroom(tmp_path / "claims.duckdb").reads(bad, other)

    with desk_on(tmp_path / "claims.duckdb") as desk:
        topic = re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{made.id}"))[0]
        desk.decide(made.id, "skipped", note=HOSTILE)
        whole = f"/articles/{made.article}?claim={made.id}"
        pages = [desk.get(path) for path in ("/?decision=all", f"/claims/{made.id}", topic, whole, "/decisions")]

    for page in pages:
        assert not re.search(r"<script>|<img|onerror=\"|<a[^>]*javascript:|<[^>]* hx-|49 |[\x1b\u202a-\u202e]", page)
        assert 1 == page.count("</main>")
    assert "&lt;script&gt;" in pages[1] and "&lt;U+202E&gt;" in pages[1]


def test_a_megabyte_without_a_break_still_opens_cut_round_the_passage(tmp_path: Path) -> None:
    text = f"{'x' * 500_000} 6,150 tonnes {'y' * 500_000}"
    long, made = reading("a", text, "6,150 tonnes")
    Newsroom(tmp_path / "claims.duckdb").reads(long)

    with desk_on(tmp_path / "claims.duckdb") as desk:
        page, whole = desk.get(f"/claims/{made.id}"), desk.get(f"/articles/{made.article}?claim={made.id}")

    assert len(page) < 30_000 and ">6,150 tonnes</mark>" in page and "The whole article" in page
    assert len(whole) > 1_000_000 and ">6,150 tonnes</mark>" in whole


def test_a_topic_shows_who_said_what_for_which_month_and_marks_what_contradicts(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    page = desk.get(topic)

    assert 'scope="rowgroup">November 2025' in page and 'scope="rowgroup">July 2025' in page
    assert 'class="cross"' in page and 'class="dot"' in page
    assert "July 2025" in page and "conflicting" in page


def test_a_person_can_split_topics_and_the_conflict_is_gone(desk: Desk) -> None:
    desk.be("Edda", "editor")
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))
    tied = re.findall(r'name="other" value="([\w-]+)"', desk.get(topic))

    led = [desk.send(f"{topic}/ties", other=other, relation="other", why="not only magnets") for other in tied]
    desk.wait()

    assert any("verdicts changed" in desk.get(where) for where in led)
    assert "says <bdi>Edda</bdi>: <bdi>not only magnets</bdi>" in desk.get(topic)
    assert len(desk.listed("?verdict=conflicting")) < 4


def test_a_word_on_two_topics_wants_a_reason(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    desk.be("Edda", "editor")

    assert "wants a reason" in desk.send(f"{topic}/ties", 400, other=topic.rpartition("/")[2], relation="same", why=" ")


def test_a_reviewer_finds_no_way_to_tie_topics_and_none_is_open_to_them(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    assert "Say so" not in desk.get(topic)
    assert "wants the role editor" in desk.send(f"{topic}/ties", 403, other="x", relation="same", why="so")


@pytest.mark.parametrize(
    "path", ["/claims/nothing", "/topics/nothing", "/articles/nothing?claim=nothing", "/claims/%00", "/claims/'--"]
)
def test_what_is_not_there_is_said_not_to_be_there(desk: Desk, path: str) -> None:
    assert "There is nothing at this address" in desk.get(path, 404)


HUGE = 2**64
BROKEN = (
    "?after=x",
    "?after=1.2.9999999999999999999",
    f"?done={HUGE}",
    "?verdict=odd",
    "?sort=1;drop",
    f"decisions?before={HUGE}",
    "decisions?before=-1",
    f"claims/a?done={HUGE}",
)


@pytest.mark.parametrize("address", BROKEN)
def test_a_broken_address_is_answered_and_not_a_fault(desk: Desk, address: str) -> None:
    desk.get(f"/{address}", 422)


@pytest.mark.parametrize("version", ["-1", "x", str(HUGE), "7"])
def test_a_forged_form_stores_nothing(desk: Desk, version: str) -> None:
    claim_id = desk.listed("")[0]

    answer = desk.client.post(f"/claims/{claim_id}/decisions", data={"verdict": "skipped", "version": version})

    assert answer.status_code in (409, 422)
    assert claim_id == desk.listed("")[0]


def test_odd_characters_of_a_note_are_kept_and_shown(desk: Desk) -> None:
    claim_id = desk.listed("")[0]

    where = desk.decide(claim_id, "note", note="a\x00b \u202e \U0001f9f2")

    assert "a␀b &lt;U+202E&gt; \U0001f9f2" in desk.get(where)


def test_whoever_may_only_look_decides_nothing(desk: Desk) -> None:
    claim_id = desk.listed("")[0]
    page = desk.get(f"/claims/{claim_id}")
    desk.be("Vera", "viewer")

    assert "wants the role reviewer" in desk.send_from(page, claim_id, "conflicting", status=403)


def test_an_empty_store_has_pages_too(tmp_path: Path) -> None:
    with desk_on(tmp_path / "claims.duckdb") as desk:
        assert "Nothing waits for a decision" in desk.get("/")
        assert "Nobody has decided anything yet" in desk.get("/decisions")
