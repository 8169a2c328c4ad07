"""What is told of an hour, of a spell, as false or as somebody's earlier word is not held against what is so."""

from datetime import date
from decimal import Decimal

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from tests.series import stores
from verifier.crosscheck import whole
from verifier.crosscheck.manner import dimension
from verifier.crosscheck.moment import is_of_moment
from verifier.crosscheck.rows import interval_rows, sign
from verifier.models import Claim, Topic
from verifier.store import Unit

ONE, OTHER = (article(name, publisher=f"{name} paper", published=date(2025, 8, 4)) for name in ("one", "other"))


def quoted(figure: str, words: str) -> Claim:
    """Return a claim about `figure` that is cited with `words`, among which other figures may be."""
    made = claim(ONE, figure)
    assert made.figure
    span = made.figure.span.model_copy(update={"start": words.index(figure)})
    citation = made.citations[0].model_copy(update={"quote": words, "start": 0, "end": len(words)})
    told = {"citations": (citation,), "sentence": words, "figure": made.figure.model_copy(update={"span": span})}
    return made.model_copy(update=told)


def held_against(words: str) -> str:
    """Return what is kept of the figure in `words` besides what it measures; "" where it stands for itself."""
    return dimension(claim(ONE, words), ONE).partition(", ")[2]


@pytest.mark.parametrize(
    "words",
    [
        "exports stood at 310 tonnes at 5 p.m.",
        "by 17:00 exports had reached 310 tonnes",
        "exports had reached 310 tonnes by noon",
        "as of Friday evening 310 tonnes had been sold",
        "in early trading 310 tonnes were sold",
        "310 tonnes were sold overnight",
        "so far 310 tonnes have been sold",
        "with half the votes counted, exports were 310 tonnes",
        "preliminary data show exports of 310 tonnes",
        "310 tonnes of magnets were sold in 24 hours",
        "in its first three days it sold 310 tonnes",
        "it sold 310 tonnes over ten years",
    ],
)
def test_a_figure_of_an_hour_a_spell_or_a_count_that_goes_on_is_not_of_the_whole(words: str) -> None:
    assert is_of_moment(quoted("310 tonnes", words))


@pytest.mark.parametrize(
    "words",
    [
        "exports of 310 tonnes in July 2025",
        "310 tonnes, the fewest in two years",
        "310 tonnes, the first sale in ten years",
        "310 tonnes, the biggest sale so far",
        "310 tonnes were sold to children over 12 years of age",
        "310 tonnes were sold at the noon market",
    ],
)
def test_a_figure_of_the_whole_stays_that(words: str) -> None:
    assert not is_of_moment(quoted("310 tonnes", words))


def test_an_hour_may_bear_out_a_day_and_contradicts_nothing(compare: Compare, unit: Unit) -> None:
    by_noon = claim(ONE, "310 tonnes had been sold by noon", "2 July 2025")
    as_many = claim(OTHER, "310 tonnes had been sold", "2 July 2025")
    more = claim(OTHER, "470 tonnes had been sold", "2 July 2025", place=200)

    found = compare(extraction(ONE, by_noon), extraction(OTHER, as_many, more))
    whole.check(unit)

    assert "agrees" == found.relation(by_noon, as_many)
    assert "not comparable" == found.relation(by_noon, more)
    kept = {row.claim_id: row.verdict for row in stores.kept(unit._connection)}
    assert {one.id: found.verdict(one) for one in (by_noon, as_many, more)} == kept


@pytest.mark.parametrize(
    "words",
    [
        "a viral post claims that China sold 4,120 tonnes",
        "there is no evidence that China sold 4,120 tonnes",
        "China denied that it sold 4,120 tonnes",
        "the video falsely puts sales at 4,120 tonnes",
        "sales did not fall by 4,120 tonnes",
        "an earlier version of this article gave sales of 4,120 tonnes",
        "the report misstated sales as 4,120 tonnes",
        "the previous estimate was 4,120 tonnes",
        "sales broke the record of 4,120 tonnes",
        "sales rose from an earlier forecast of 4,120 tonnes",
    ],
)
def test_what_is_called_false_or_was_said_before_is_held_against_its_own_words_only(words: str) -> None:
    assert held_against(words)


@pytest.mark.parametrize(
    "words",
    [
        "China claims that it sold 4,120 tonnes",
        "China rejected a bid and sold 4,120 tonnes",
        "sales hit a record of 4,120 tonnes",
        "sales rose to 4,120 tonnes, beating an earlier estimate",
        "initially 4,120 tonnes were sold by China",
    ],
)
def test_what_is_told_as_so_stands_for_itself(words: str) -> None:
    assert "" == held_against(words)


@pytest.mark.parametrize(
    ("behind", "is_so"),
    [
        ("That is false.", False),
        ("This claim is entirely untrue.", False),
        ("It is not true.", False),
        ("That was not wrong of them.", True),
        ("It is true.", True),
        ("Nothing of the kind was false.", True),
    ],
)
def test_the_next_sentence_may_call_a_claim_false(behind: str, is_so: bool) -> None:
    words = "China sold 4,120 tonnes."
    source = article("told", f"{words} {behind} And so on.")

    assert is_so is (dimension(claim(source, words[:-1]), source) == "mass")


def test_a_measure_that_is_itself_what_was_said_before_is_no_earlier_word() -> None:
    claims = claim(ONE, "previous estimates: 4,120 tonnes", topic=Topic(measure="previous estimates"))

    assert "mass" == dimension(claims, ONE)


@pytest.mark.parametrize(
    ("words", "is_converted"),
    [("4.6 billion euros ($5.02 billion)", True), ("£4m, or $5.02 billion", True), ("sales were $5.02 billion", False)],
)
def test_a_converted_amount_lies_within_what_rates_do(words: str, is_converted: bool) -> None:
    (row,) = interval_rows(quoted("$5.02 billion", words), "reading")

    reach = Decimal(str(row["hard_high"])) - Decimal("5020000000")
    assert is_converted is (reach > Decimal("500000000"))


@pytest.mark.parametrize(
    ("measure", "words", "expected"),
    [
        ("net income", "a net loss of 120 million euros", -1),
        ("budget balance", "a deficit of 120 million euros", -1),
        ("net income", "a profit of 120 million euros", 1),
        ("net loss", "a net loss of 120 million euros", 1),
        ("net income", "after the loss of a client it earned, all told, 120 million euros", 1),
    ],
)
def test_a_loss_is_a_profit_below_nothing(measure: str, words: str, expected: int) -> None:
    assert expected == sign(claim(ONE, words, topic=MAGNETS.model_copy(update={"measure": measure})))


def test_two_pollsters_ask_other_people(compare: Compare) -> None:
    support = Topic(measure="support", item="reform", actor="Quellenland")
    one = claim(ONE, "42 percent", topic=support, aspect="share", attribution="a Vint poll")
    same = claim(OTHER, "47 percent", topic=support, aspect="share", attribution="Vint")
    third = claim(OTHER, "36 percent", topic=support, aspect="share", attribution="Ormond", place=90)

    found = compare(extraction(ONE, one), extraction(OTHER, same, third))

    assert ["conflicts", "nothing"] == [found.relation(one, other) for other in (same, third)]


@pytest.mark.parametrize(("month", "relation"), [(8, "conflicts"), (10, "not comparable")])
def test_a_forecast_of_another_month_takes_nothing_back(
    compare: Compare, unit: Unit, month: int, relation: str
) -> None:
    later = article("later", publisher="later paper", published=date(2025, month, 20))
    one, other = (
        claim(source, words, "2026", modality="forecast", attribution="the fund")
        for source, words in ((ONE, "6,150 tonnes"), (later, "5,500 tonnes"))
    )

    found = compare(extraction(ONE, one), extraction(later, other))
    whole.check(unit)

    assert relation == found.relation(one, other)
    assert {row.claim_id: row.verdict for row in stores.kept(unit._connection)} == {
        claim.id: found.verdict(claim) for claim in (one, other)
    }
