"""Promises of claims that a person sets apart: nothing contradicts them across, it stands, and it can be undone."""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from html import unescape
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.queue.newsdesk import Desk, desk_on, desk_on_copy
from tests.queue.parting import OWN, WHY, again, apart, changed, lines_of, odd_one, topic_of
from tests.store.sql import ask
from verifier.cli import main
from verifier.crosscheck import check, history, keep
from verifier.errors import StoreError
from verifier.exports import everything
from verifier.exports.loading import load
from verifier.listing import STANDS_APART, story_of
from verifier.pipeline import hold
from verifier.queue import decisions
from verifier.queue.record import Seen
from verifier.queue.webhooks.events import following
from verifier.queue.webhooks.hooks import Hook
from verifier.store import Store
from verifier.store.failures import statement_doorstep


@pytest.fixture
def desk(contradicted: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path) as opened:
        yield opened.be("Edda", "editor")


@pytest.fixture(scope="module")
def untouched(contradicted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path_factory.mktemp("untouched")) as opened:
        yield opened.be("Edda", "editor")


def test_what_is_set_apart_contradicts_nothing_any_more_and_both_topics_say_who_did_it(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)

    led = apart(desk, topic, odd)

    own = led.partition("?")[0]
    assert [] == desk.listed("?verdict=conflicting") and "3" == changed(desk, led)
    assert own == topic_of(desk, odd) != topic
    for path in (own, topic):
        page = desk.get(path)
        assert "<bdi>Edda</bdi>\nset 1 claim apart from <a" in page and f"<bdi>{OWN}</bdi>" in page
        assert "they weigh &lt;b&gt;oxides&lt;/b&gt;" in page and "<b>oxides" not in page
    assert f"<h1><bdi>{OWN}</bdi></h1>" in desk.get(own)


def test_the_history_of_each_verdict_that_changed_names_the_person(desk: Desk) -> None:
    odd, other = odd_one(desk), desk.listed("?decision=all&q=6,150")[0]
    apart(desk, topic_of(desk, odd), odd)

    told = {name: [*lines_of(desk, name)][-1] for name in (odd, other)}

    assert f'Edda set it apart as "{OWN}": they weigh <b>oxides</b>; no other article states it' in told[odd]
    assert f'Edda set claims of its topic apart as "{OWN}": they weigh' in told[other]


def test_wherever_the_claim_is_shown_it_is_by_the_name_it_was_given_and_by_whom(
    desk: Desk,
) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)
    lead = desk.get(f"/claims/{odd}").partition('<p class="lead">')[2].partition("</p>")[0]
    row = desk.get("/?decision=all&q=5,577").partition("<tbody")[2]

    for shown in (lead, row):
        assert f"<bdi>{OWN}</bdi> <span class=" in shown and "set apart by <bdi>Edda</bdi> on <time" in shown
        assert "export volume" not in shown and "no other article states it" not in shown
    assert "no other article is held against it: it stands apart" in desk.get(f"/claims/{odd}")


def test_the_list_of_claims_shows_it_so_as_well(contradicted: Path, tmp_path: Path) -> None:
    with desk_on_copy(contradicted, tmp_path) as opened:
        odd = odd_one(opened.be("Edda", "editor"))
        apart(opened, topic_of(opened, odd), odd)
    out = io.StringIO()

    with redirect_stdout(out):
        main(["claims", "--database", str(tmp_path / "claims.duckdb")])

    (line,) = (line for line in out.getvalue().splitlines() if "5,577" in line)
    assert f'("{OWN}", set apart by Edda on 20' in line and "no other article states it" not in line


def test_the_trail_says_who_set_what_apart_and_of_whom_or_which_day_it_is_looked_for(desk: Desk) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)
    told = "<bdi>Edda</bdi>\nset 1 claim apart from <a"

    shown = [told in desk.get(f"/decisions{query}") for query in ("", "?person=Edda", "?person=Ana", "?day=2020-01-01")]

    assert [True, True, False, False] == shown
    assert told not in desk.get(f"/decisions?claim={odd}")


def test_programs_are_told_the_name_and_people_find_the_topic_by_it(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    told = {path: json.loads(desk.get(f"/api/v1{path}"))["name"] for path in (own, topic)}
    found = desk.get(f"{topic}?find=Oxides")

    assert {own: OWN, topic: None} == told
    assert f'<a href="{own}">' in found.partition('id="find"')[2]


def test_programs_are_told_the_same_reason_as_people_wherever_they_ask(desk: Desk) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)
    with desk.store.unit() as unit:
        decisions.decide(unit, odd, "Edda", "unsourced", Seen(0, "unsourced"))
        sent = following(unit, Hook("", "", "", True, False, "", "", False, "", 0, 0, "", 0, 0.0))

    listed = json.loads(desk.get("/api/v1/claims?decision=all&q=5,577"))["claims"]
    told = json.loads(desk.get(f"/api/v1/claims/{odd}"))

    assert sent is not None
    assert [STANDS_APART] * 3 == [listed[0]["reason"], told["reason"], json.loads(sent.body)["claim"]["reason"]]


def test_what_is_told_of_an_earlier_change_stays_when_the_claim_is_moved_later(desk: Desk) -> None:
    odd, other = odd_one(desk), desk.listed("?decision=all&q=6,150")[0]
    topic = topic_of(desk, odd)
    apart(desk, topic, odd)
    before = [*lines_of(desk, other)]

    apart(desk, topic, other, called="ores", why="ores as well")

    told = [*lines_of(desk, other)]
    assert before == told[:-1] and f'Edda set claims of its topic apart as "{OWN}"' in before[-1]
    assert 'Edda set it apart as "ores": ores as well' in told[-1]


def test_joined_again_they_contradict_as_before_and_the_history_says_who_did_it(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    led = again(desk, own, odd)

    assert led.startswith(f"{topic}?") and "3" == changed(desk, led)
    assert 3 == len(desk.listed("?verdict=conflicting"))
    assert "joined 1 claim again, which stood on" in desk.get(topic)
    assert "No claim on it takes part in comparisons now" in desk.get(own)
    assert "Edda joined it again with the claims on the topic its words name: the same" in [*lines_of(desk, odd)][-1]


def test_it_stands_when_the_article_is_read_anew_and_an_undoing_finds_the_words_topic_all_the_same(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    with desk.store.unit() as unit:
        held = story_of(unit, odd).held
        with_care = held.claim.model_copy(update={"statement": "China shipped 5,577 tonnes of magnets in July."})
        keep(unit, extraction(held.article, with_care))
        history.update(unit)
        history.log(unit)

    assert [] == desk.listed("?verdict=conflicting") and own == topic_of(desk, odd)
    assert again(desk, own, odd).startswith(topic) and 3 == len(desk.listed("?verdict=conflicting"))


def test_a_later_article_is_held_against_those_left_and_not_against_those_set_apart(desk: Desk) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)
    source = article("later", "5,900 tonnes", publisher="Later Paper")
    reading = extraction(source, claim(source, source.text))

    with desk.store.unit() as unit:
        hold(unit, [reading], [reading])
        history.update(unit)
        history.log(unit)
        (found,) = check(unit, [source.id])

    assert {"6,150 tonnes"} == {one.quote for one in found.comparisons if one.relation == "conflicts"}
    assert odd not in desk.listed("?verdict=conflicting")


def test_a_store_that_is_read_back_from_its_lines_knows_who_set_what_apart(desk: Desk, tmp_path: Path) -> None:
    odd = odd_one(desk)
    own = apart(desk, topic_of(desk, odd), odd).partition("?")[0]
    file, copy = tmp_path / "everything.jsonl", tmp_path / "copy.duckdb"
    with desk.store.unit(keep=False) as unit:
        file.write_bytes(b"".join(piece.data for piece in everything.lines(unit)))

    with Store(copy) as store, store.unit() as unit:
        load(unit, file)

    with desk_on(copy) as other:
        other.be("Bo", "editor")
        assert "<bdi>Edda</bdi>\nset 1 claim apart from <a" in other.get(own)
        assert "3" == changed(other, again(other, own, odd))


def test_the_same_form_sent_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)

    sent = [apart(desk, topic, odd), apart(desk, topic, odd)]

    assert [1, 1] == [address.count(sent[0].partition("?")[0]) for address in sent]
    assert ["3", "No"] == [changed(desk, address) for address in sent]
    assert 1 == desk.get(topic).count("set 1 claim apart from")


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"why": " "}, 400, "says why"),
        ({"called": "  ,;  "}, 400, "names nothing"),
        ({"called": "x" * 201}, 422, "more than 200 characters"),
        ({"claim": []}, 400, "o claim is chosen"),
        ({"claim": ["nothing"]}, 400, "o claim is chosen"),
        ({"claim": ["nothing", "ODD"]}, 400, "take part in no comparison any more"),
        ({"claim": ["x"] * 301}, 422, "300"),
        ({"step": "elsewhere"}, 422, "has to be 'apart' or 'joined'"),
    ],
)
def test_what_cannot_be_set_apart_is_refused_with_a_sentence(
    untouched: Desk, fields: dict[str, str | list[str]], status: int, sentence: str
) -> None:
    odd = odd_one(untouched)
    topic = topic_of(untouched, odd)
    form: dict[str, str | list[str]] = {"step": "apart", "called": OWN, "why": WHY, "claim": [odd], **fields}
    form["claim"] = [odd if name == "ODD" else name for name in form["claim"]]

    told = untouched.send(f"{topic}/partings", status, **form)

    assert sentence in unescape(told)
    assert 3 == len(untouched.listed("?verdict=conflicting"))


def test_claims_that_somebody_else_has_moved_meanwhile_are_refused(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    apart(desk, topic, odd)

    assert "stand on another topic by now" in apart(desk, topic, odd, called="ores", status=400)
    assert "stand on another topic by now" in again(desk, topic, odd, status=400)
    assert "No" == changed(desk, again(desk, topic, desk.listed("?decision=all&q=6,150")[0]))


def test_a_reviewer_finds_no_way_to_set_claims_apart_and_none_is_open_to_them(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    desk.be("Rita", "reviewer")

    assert "Set them apart" not in desk.get(topic) and 'name="claim"' not in desk.get(topic)
    assert "wants the role editor" in apart(desk, topic, odd, status=403)


def test_who_set_claims_apart_is_never_changed_or_removed(desk: Desk) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)

    for statement in ("update partings set person = 'Nobody'", "delete from partings"):
        with pytest.raises(StoreError), desk.store.unit() as unit, statement_doorstep("a test's own"):
            ask(unit, statement)
