"""The pages show what speaks for and against a claim, answer what is missing or broken, and trust no article."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on, reading
from verifier.queue import waiting
from verifier.queue.pages import login


def test_contradictions_come_first_then_figures_nobody_bears_out_and_each_says_why(desk: Desk) -> None:
    page = desk.get("/")

    verdicts = re.findall(r'data-name="Machine"><span class="verdict (\w+)', page)
    assert ["conflicting"] * 4 + ["unsourced"] == verdicts[:5]
    assert 4 == page.count("first, because it is contradicted")
    assert "next, because nobody else bears this figure out" in page


def test_a_contradicted_claim_is_listed_with_what_contradicts_it(desk: Desk) -> None:
    page = desk.get("/?verdict=conflicting")

    rows = re.findall(r'<td class="claim"><a href="/claims/(\w+)(.*?)</td>', page, re.DOTALL)
    pairs = {one: found[0] for one, told in rows if (found := re.findall(r'against <a href="/claims/(\w+)', told))}
    said = re.sub(r"<[^>]+>", "", page)
    assert 4 == len(pairs) and all(pairs[other] == one for one, other in pairs.items())
    assert "against “5,493.9 tons”, " in said and "against “6,150 metric tons”, " in said


def test_the_queue_leads_through_every_claim_page_by_page_and_none_twice(desk: Desk) -> None:
    first = desk.get("/?decision=all")
    (following,) = re.findall(r'rel="next" href="/(\?[^"]+)"', first)

    second = desk.get(f"/{unescape(following)}")
    (before,) = re.findall(r'rel="prev" href="/(\?[^"]+)"', second)
    seen = [*desk.listed(), *desk.listed(unescape(following))]

    assert 89 == len(seen) == len(set(seen))
    assert "89 claims" in first and "<span>1–50 of 89</span>" in first and 'rel="prev"' not in first
    assert "<span>51–89 of 89</span>" in second and 'rel="next"' not in second
    assert seen[:50] == desk.listed(unescape(before))


def test_of_many_pages_each_leads_to_the_one_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PAGE", 20)
    there, back = [desk.get("/?decision=all&sort=topic")], []

    while found := re.findall(r'rel="next" href="/(\?[^"]+)"', there[-1]):
        there.append(desk.get(f"/{unescape(found[0])}"))
    back.append(there[-1])
    while found := re.findall(r'rel="prev" href="/(\?[^"]+)"', back[-1]):
        back.append(desk.get(f"/{unescape(found[0])}"))

    assert 5 == len(there)
    assert there == back[::-1]


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


def test_an_empty_store_has_pages_too(tmp_path: Path) -> None:
    with desk_on(tmp_path / "claims.duckdb") as desk:
        assert "Nothing waits for a decision" in desk.get("/")
        assert "Nobody has decided anything yet" in desk.get("/decisions")
