"""What follows from the names of two topics, without a look at their figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.topics import Tie, TopicKey, TopicRelation, relate

FULL = TopicKey("export", "amount", "rare earth magnet", "china", "", "")
HAPPENING = TopicKey("dead", "amount", "", "", "", "accident ferry march palawan")
TURNED = {"narrower": "broader", "broader": "narrower"}

KEYS = st.builds(
    TopicKey,
    measure=st.sampled_from(["export", "price", ""]),
    counted=st.sampled_from(["amount", "value", "price", ""]),
    item=st.sampled_from(["magnet", "ore", ""]),
    actor=st.sampled_from(["china", "germany", ""]),
    counterparty=st.sampled_from(["china", "germany", ""]),
    event=st.sampled_from(["earthquake", "earthquake kunar", ""]),
)
READERS = st.sampled_from([None, "same", "unclear", "overlapping", "other"])


def said(first: TopicKey, second: TopicKey, reader: TopicRelation | None = None) -> str | None:
    tie = relate(first, second, reader=reader)
    return tie and tie.relation


@given(KEYS, KEYS, READERS)
def test_from_either_side_a_tie_is_the_same_but_for_narrower_and_broader(
    first: TopicKey, second: TopicKey, reader: TopicRelation | None
) -> None:
    there, back = said(first, second, reader), said(second, first, reader)

    assert there == TURNED.get(back or "", back)


@given(KEYS, KEYS, READERS)
def test_whatever_a_reader_says_what_differs_or_is_unsaid_makes_no_series(
    first: TopicKey, second: TopicKey, reader: TopicRelation | None
) -> None:
    tie = relate(first, second, reader=reader)

    if tie is not None and tie.relation == "same" and not (first.event or second.event):
        assert bool(first.item and second.item)
        assert first.counterparty == second.counterparty or first.places == second.places
        assert not (first.counted and second.counted) or first.counted == second.counted


@given(KEYS, KEYS)
def test_names_worded_otherwise_are_never_the_same_without_a_reader(first: TopicKey, second: TopicKey) -> None:
    tie = relate(first, second)

    if tie is not None and tie.relation in ("same", "unclear"):
        assert (first.measure, first.event) == (second.measure, second.event)
        assert not (first.item and second.item) or first.item == second.item
        assert not (first.actor and second.actor) or first.actor == second.actor


@given(KEYS, KEYS)
def test_a_figure_that_is_nobodys_may_not_conflict(first: TopicKey, second: TopicKey) -> None:
    tie = relate(first, second, reader="same")

    if tie is not None and tie.relation in ("same", "unclear") and not (first.event or second.event):
        assert (first.actor and second.actor) or "price" in (first.counted, second.counted)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (FULL._replace(item=""), "unclear"),
        (FULL._replace(actor=""), "open"),
        (FULL._replace(item="", actor=""), "open"),
        (FULL._replace(counted=""), "same"),
        (FULL._replace(counted="value"), "other"),
        (FULL._replace(counterparty="germany"), "broader"),
        (FULL._replace(actor="germany"), "other"),
        (FULL._replace(item="rare earth"), None),
        (FULL._replace(measure="sale"), None),
    ],
)
def test_two_topics_as_the_names_alone_relate_them(other: TopicKey, relation: str | None) -> None:
    assert relation == said(FULL, other)


def test_two_destinations_are_other_topics() -> None:
    assert "other" == said(FULL._replace(counterparty="germany"), FULL._replace(counterparty="united states"))


def test_an_importer_may_be_the_exporter_s_other_side() -> None:
    sold = FULL._replace(counterparty="germany")
    bought = FULL._replace(measure="import", actor="germany", counterparty="china")

    assert (None, "same") == (said(sold, bought), said(sold, bought, "same"))


@pytest.mark.parametrize(
    "part",
    [HAPPENING._replace(item="child"), HAPPENING._replace(actor="north"), HAPPENING._replace(counterparty="crew")],
)
def test_a_part_of_the_hit_is_not_all_of_them_unless_a_reader_says_so(part: TopicKey) -> None:
    assert (None, "narrower", "same") == (
        said(part, HAPPENING),
        said(part, HAPPENING, "narrower"),
        said(part, HAPPENING, "same"),
    )


def test_of_one_happening_the_same_names_are_one_topic() -> None:
    assert Tie("same", "the same happening") == relate(HAPPENING, HAPPENING)


def test_a_happening_that_could_be_any_is_a_reader_s_to_tell() -> None:
    quake = HAPPENING._replace(event="earthquake")

    assert (None, "same", "open") == (said(quake, quake), said(quake, quake, "same"), said(quake, quake, "unclear"))


def test_what_a_reader_finds_unclear_stays_open_where_both_articles_name_it() -> None:
    assert "open" == said(FULL, FULL._replace(item="magnet"), "unclear")


def test_the_note_says_which_article_leaves_the_item_unsaid() -> None:
    tie = relate(FULL, FULL._replace(item=""))

    assert Tie("unclear", "may be another product: one article says rare earth magnet, the other names none") == tie


@pytest.mark.parametrize(
    ("measure", "counted", "why"),
    [
        ("export", "amount", "neither article says of what"),
        ("production", "amount", "neither article says of what"),
        ("export", "value", ""),
        ("sale", "value", ""),
        ("inflation", "", ""),
        ("gdp", "value", ""),
        ("population", "amount", ""),
        ("age", "", ""),
        ("temperature", "", ""),
    ],
)
def test_where_neither_article_names_an_item_only_goods_are_said_to_lack_one(
    measure: str, counted: str, why: str
) -> None:
    unnamed = TopicKey(measure, counted, "", "malta", "", "")

    assert Tie("unclear", why) == relate(unnamed, unnamed)


def test_a_price_needs_nobody_to_be_one_price() -> None:
    gold = TopicKey("", "price", "gold", "", "", "")

    assert ("same", "open") == (said(gold, gold), said(gold, gold._replace(item="")))
