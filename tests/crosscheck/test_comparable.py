"""Every row of the table "when are two claims comparable", on a real store."""

from datetime import date

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.models import Aspect, Citation, Span, Topic

ONE, OTHER = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
TO_GERMANY = MAGNETS.model_copy(update={"counterparty": "Germany"})
TO_EU = MAGNETS.model_copy(update={"counterparty": "EU"})
UNNAMED = MAGNETS.model_copy(update={"item": None, "measure": "exports"})
ORES = MAGNETS.model_copy(update={"item": "rare earths"})
BILL = MAGNETS.model_copy(update={"measure": "export value"})
REFINING = Topic(measure="refining capacity", item="rare earth magnets", actor="China")
QUAKE = Topic(measure="magnitude", event="June earthquake off Palawan")


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (("1,116 tons", "July 2025"), ("1,116 tons", "July 2025"), "agrees"),
        (("nearly 27,900 tons", "January to July 2025"), ("27,897 metric tons", "January to July 2025"), "agrees"),
        (("2.57 kilotonnes", "July 2025"), ("2,568.8 tonnes", "July 2025"), "agrees"),
        (("5,774 metric tons", "July 2025"), ("5,773 tons", "July 2025"), "agrees"),
        (("582 tons", "November 2025"), ("619 tons", "July 2025"), "not comparable"),
        (("5,577 metric tons", "July 2025"), ("27,897 metric tons", "January to July 2025"), "not comparable"),
        (("6,150 metric tons", "July 2025"), ("5,493.9 tons", "July 2025"), "conflicts"),
        (("6,150 metric tons", "July 2025"), ("6,146 tons", "July 2025"), "compatible"),
        (("6,150 metric tons", "July"), ("5,493.9 tons", "July 2025"), "not comparable"),
        (("6,150 metric tons", "July"), ("6,150 tons", "July 2025"), "agrees"),
        (("over 6,150 tonnes", "July 2025"), ("6,120 tonnes", "July 2025"), "conflicts"),
        (("at least 6,150 tonnes", "July 2025"), ("6,150 tonnes", "July 2025"), "agrees"),
        (("6,000 tons", "July 2025"), ("5,443 tonnes", "July 2025"), "compatible"),
    ],
)
def test_amounts_are_compared_by_interval_and_period(
    compare: Compare, mine: tuple[str, str], theirs: tuple[str, str], relation: str
) -> None:
    one, other = claim(ONE, *mine), claim(OTHER, *theirs)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (relation, relation) == (found.relation(one, other), found.relation(other, one))


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (("12 percent", "month", "up"), ("12 %", "month", "up"), "agrees"),
        (("12 percent", "month", "up"), ("26.5%", "month", "up"), "conflicts"),
        (("12 percent", "month", "up"), ("12 percent", "month", "down"), "conflicts"),
        (("nearly 75 percent", None, "up"), ("nearly 75 %", "month", "up"), "agrees"),
        (("nearly 75 percent", None, "up"), ("5.7 percent", "year", "up"), "not comparable"),
        (("12 percent", "month", "up"), ("5.7 percent", "year", "up"), "not comparable"),
        (("15 percent", "year", "down"), ("roughly 15 %", "year", "down"), "agrees"),
    ],
)
def test_changes_are_compared_on_one_base_only(
    compare: Compare, mine: tuple[str, str | None, str], theirs: tuple[str, str | None, str], relation: str
) -> None:
    one, other = (
        claim(source, words, aspect="change", basis=basis, direction="up" if way == "up" else "down")
        for source, (words, basis, way) in ((ONE, mine), (OTHER, theirs))
    )

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (relation, relation) == (found.relation(one, other), found.relation(other, one))


def test_an_item_left_unsaid_may_be_another_product(compare: Compare) -> None:
    source = article("licences", "China sold 5,493.9 tons. Rare-earth rules touch every maker of magnets.")
    named = claim(ONE, "6,150 metric tons")
    unnamed = claim(source, "5,493.9 tons", topic=UNNAMED)

    found = compare(extraction(ONE, named), extraction(source, unnamed))

    (comparison,) = found.comparisons(unnamed, named)
    assert ("conflicts", "+11.9%") == (comparison.relation, comparison.difference)
    assert "may be another product: one article says rare earth magnet, the other names none" in comparison.why


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("China sold\n5,493.9 tons.", (2, 1)),
        ("So it was. China\nsold in\nall 5,493.9 tons.", (3, 5)),
        ("China sold 5,493.9\ntons.", (1, 12)),
    ],
)
def test_a_figure_is_where_it_stands_in_a_sentence_that_runs_over_several_lines(
    compare: Compare, text: str, place: tuple[int, int]
) -> None:
    source = article("wrapped", text)
    start = text.index("5,493.9")
    made = claim(source, text[start:].rstrip("."))
    assert made.figure is not None
    moved = made.figure.model_copy(update={"span": Span(start=start, end=len(text) - 1)})
    sentence = Citation(quote=text, start=0, end=len(text), line=1, column=1)
    wrapped = made.model_copy(update={"figure": moved, "citations": (sentence,)})
    own = claim(ONE, "6,150 metric tons")

    found = compare(extraction(ONE, own), extraction(source, wrapped))

    (comparison,) = found.comparisons(own, wrapped)
    assert place == (comparison.line, comparison.column) == source.position(start)


def test_an_actor_left_unsaid_is_the_others_if_the_article_names_it(compare: Compare) -> None:
    source = article("third", "Exports from China came to 5,493.9 tons. Makers of rare-earth magnets rejoiced.")
    named = claim(ONE, "6,150 metric tons")
    unnamed = claim(source, "5,493.9 tons", topic=UNNAMED.model_copy(update={"actor": None}))

    found = compare(extraction(ONE, named), extraction(source, unnamed))

    assert "conflicts" == found.relation(unnamed, named)


def test_an_item_an_article_never_speaks_of_is_not_what_it_left_unsaid(compare: Compare) -> None:
    source = article("soybeans", "China's exports came to 5,493.9 tons. Soybeans did best.")
    named = claim(ONE, "6,150 metric tons")
    unnamed = claim(source, "5,493.9 tons", topic=UNNAMED)

    found = compare(extraction(ONE, named), extraction(source, unnamed))

    assert "not comparable" == found.relation(unnamed, named)


def test_an_actor_nobody_names_never_conflicts(compare: Compare) -> None:
    source = article("third", "Exports came to 5,493.9 tons.")
    named = claim(ONE, "6,150 metric tons")
    unnamed = claim(source, "5,493.9 tons", topic=MAGNETS.model_copy(update={"actor": None}))

    found = compare(extraction(ONE, named), extraction(source, unnamed))

    assert "not comparable" == found.relation(unnamed, named)


@pytest.mark.parametrize("other_topic", [TO_EU, TO_GERMANY, BILL, ORES])
def test_another_scope_is_no_conflict(compare: Compare, other_topic: Topic) -> None:
    one, other = claim(ONE, "6,150 tonnes"), claim(OTHER, "2,568.8 tonnes", topic=other_topic)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert ("unsourced", "unsourced") == (found.verdict(one), found.verdict(other))


def test_a_part_above_its_whole_conflicts(compare: Compare) -> None:
    whole, part = claim(ONE, "2,000 tonnes"), claim(OTHER, "2,568.8 tonnes", topic=TO_EU)

    found = compare(extraction(ONE, whole), extraction(OTHER, part))

    assert ("conflicts", "conflicts") == (found.relation(whole, part), found.relation(part, whole))


def test_a_month_above_its_year_to_date_conflicts(compare: Compare) -> None:
    whole = claim(ONE, "2,000 tonnes", "January to July 2025")
    part = claim(OTHER, "2,568.8 tonnes", "July 2025")

    found = compare(extraction(ONE, whole), extraction(OTHER, part))

    assert "conflicting" == found.verdict(part)


def test_a_plan_is_not_held_against_a_fact(compare: Compare) -> None:
    fact = claim(ONE, "90 percent", topic=REFINING, aspect="share")
    target = claim(OTHER, "65 percent", topic=REFINING, aspect="share", modality="target")

    found = compare(extraction(ONE, fact), extraction(OTHER, target))

    assert "unsourced" == found.verdict(target)


def test_no_period_equals_no_period(compare: Compare) -> None:
    one = claim(ONE, "over 90 percent", None, topic=REFINING, aspect="share")
    other = claim(OTHER, "roughly 90 percent", None, topic=REFINING, aspect="share")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert ("corroborated", "corroborated") == (found.verdict(one), found.verdict(other))


def test_two_values_of_one_figure_in_one_article_conflict(compare: Compare) -> None:
    head, body = (
        claim(ONE, words, aspect="change", basis="month", direction="up", place=at)
        for words, at in (("12 percent", 0), ("21 percent", 90))
    )

    found = compare(extraction(ONE, head, body))

    (comparison,) = found.comparisons(head, body)
    assert ("conflicts", False) == (comparison.relation, comparison.independent)


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict"),
    [
        (("812", "1 September 2025"), ("1,411", "2 September 2025"), "unsourced"),
        (("812", "1 September 2025"), ("1,411", "1 September 2025"), "conflicting"),
        (("1,411", "1 September 2025"), ("812", "2 September 2025"), "conflicting"),
        (("1,411", "1 September 2025"), ("more than 1,400", "1 September 2025"), "corroborated"),
        (("1,400", "1 September 2025"), ("more than 1,400", "1 September 2025"), "corroborated"),
        (("19", "1 September 2025"), ("20", "1 September 2025"), "unsourced"),
        (("19", "1 September 2025"), ("nearly 20", "1 September 2025"), "corroborated"),
        (("19", "1 September 2025"), ("21", "1 September 2025"), "conflicting"),
    ],
)
def test_a_tally_may_grow_but_not_shrink(
    compare: Compare, mine: tuple[str, str], theirs: tuple[str, str], verdict: str
) -> None:
    dead = Topic(measure="deaths", event="June earthquake off Palawan")
    one, other = (
        claim(source, f"{count} people", when, topic=dead, aspect="tally")
        for source, (count, when) in ((ONE, mine), (OTHER, theirs))
    )

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (verdict, verdict) == (found.verdict(one), found.verdict(other))


def test_counts_of_one_day_known_only_from_the_articles_do_not_conflict(compare: Compare) -> None:
    morning = article("morning", publisher="One Paper", published=date(2025, 9, 1))
    evening = article("evening", publisher="Other Paper", published=date(2025, 9, 1))
    dead = Topic(measure="deaths", event="June earthquake off Palawan")
    one = claim(morning, "600 people", None, topic=dead, aspect="tally")
    other = claim(evening, "812 people", None, topic=dead, aspect="tally")

    found = compare(extraction(morning, one), extraction(evening, other))

    assert ("unsourced", "compatible") == (found.verdict(one), found.relation(one, other))


def test_of_one_happening_the_happening_is_the_key_and_not_the_day(compare: Compare) -> None:
    one = claim(ONE, "magnitude 6.3", "31 August 2025", topic=QUAKE)
    other = claim(OTHER, "magnitude 6.0", "30 August 2025", topic=QUAKE)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "conflicting" == found.verdict(one)


@pytest.mark.parametrize("aspect", ["share", "amount"])
def test_percent_and_points_are_never_held_against_each_other(compare: Compare, aspect: Aspect) -> None:
    one = claim(ONE, "3 percent", aspect=aspect)
    other = claim(OTHER, "5 percentage points", aspect=aspect)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "nothing" == found.relation(one, other)


def test_currencies_are_never_converted(compare: Compare) -> None:
    one = claim(ONE, "4 million euros", topic=BILL)
    other = claim(OTHER, "US$5 million", topic=BILL)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "nothing" == found.relation(one, other)


def test_a_dollar_sign_may_be_another_dollar(compare: Compare) -> None:
    one = claim(ONE, "$4 million", topic=BILL)
    other = claim(OTHER, "US$7 million", topic=BILL)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    (comparison,) = found.comparisons(one, other)
    assert "conflicts" == comparison.relation
    assert "may be another currency" in comparison.why
