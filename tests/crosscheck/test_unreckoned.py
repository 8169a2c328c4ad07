"""Where nothing is reckoned from two figures of one article: something is open, or speaks of something else."""

import pytest

from tests.crosscheck.cases import MAGNETS, extraction
from tests.crosscheck.conftest import Compare
from tests.crosscheck.sums import GERMANY, NOVEMBER, OCTOBER, ONE, OTHER, amount, change
from verifier.models import Claim, Topic


@pytest.mark.parametrize(
    ("rise", "base"),
    [
        (change(ONE, "12%"), amount(OTHER, "5,100 tons", "September 2025")),
        (change(ONE, "12%"), amount(OTHER, "5,100 tons", "October 2024")),
        (change(ONE, "12%"), amount(OTHER, "5,100 tons", "October")),
        (change(ONE, "12%"), amount(OTHER, "5,100 tons", "early October 2025")),
        (change(ONE, "12%"), amount(OTHER, "2,568 tons", OCTOBER, GERMANY)),
        (change(ONE, "12%"), amount(OTHER, "5,100 dollars", OCTOBER)),
        (change(ONE, "12%", topic=GERMANY), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", base="a month earlier"), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", base="October"), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", base=None), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", basis=None), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", "none"), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", when="November"), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", base="2024", basis="year"), amount(OTHER, "58,000 tons", "2024")),
        (change(ONE, "12%", modality="forecast"), amount(OTHER, "5,100 tons", OCTOBER)),
        (change(ONE, "12%", base="quarter-on-quarter", basis="quarter"), amount(OTHER, "5,100 tons", "August 2025")),
    ],
    ids=range(16),
)
def test_nothing_is_worked_out_where_anything_is_open_or_another(compare: Compare, rise: Claim, base: Claim) -> None:
    level = amount(ONE, "6,150 tons", rise.period.text if rise.period else NOVEMBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert {"unsourced"} == {found.verdict(one) for one in (level, rise, base)}
    assert "implies" not in {found.relation(base, level), found.relation(base, rise)}


def test_the_trap_of_another_month_is_not_stepped_into(compare: Compare) -> None:
    level, rise = amount(ONE, "6,150 metric tons"), change(ONE, "12%")
    near_by_chance = amount(OTHER, "5,493.9 tons", NOVEMBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, near_by_chance))

    assert ["the figures contradict each other"] == [one.why for one in found.comparisons(near_by_chance, level)]
    assert "nothing" == found.relation(near_by_chance, rise)


@pytest.mark.parametrize("missing", ["item", "actor"])
def test_a_topic_with_an_open_field_is_not_reckoned_with(compare: Compare, missing: str) -> None:
    vague = MAGNETS.model_copy(update={missing: None})
    level, rise = amount(ONE, "6,150 tons", topic=vague), change(ONE, "12%", topic=vague)
    base = amount(OTHER, "5,100 tons", OCTOBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert {"unsourced"} == {found.verdict(one) for one in (level, rise, base)}


@pytest.mark.parametrize(
    "words",
    ["up 12% in dollar terms", "seasonally adjusted, up 12%", "12% above the average of October", "up 12%, revised"],
)
def test_a_percentage_of_other_than_the_stated_amounts_is_not_reckoned_with(compare: Compare, words: str) -> None:
    level, base = amount(ONE, "6,150 tons"), amount(OTHER, "5,100 tons", OCTOBER)
    rise = change(ONE, "12%").model_copy(update={"sentence": f"Exports in November were {words}."})

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert "unsourced" == found.verdict(base)


def test_growth_without_inflation_is_not_held_against_money_of_the_day(compare: Compare) -> None:
    product = Topic(measure="gross domestic product value", item="goods and services", actor="China")
    level = amount(ONE, "134.9 trillion yuan", "2024", product)
    rise = change(ONE, "5 percent", when="2024", base="2023", basis="year", topic=product)
    base = amount(OTHER, "126.1 trillion yuan", "2023", product)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert ("not comparable", "unsourced") == (found.relation(base, level), found.verdict(base))


def test_what_rests_on_the_models_word_is_not_reckoned_with(compare: Compare) -> None:
    level, base = amount(ONE, "6,150 tons"), amount(OTHER, "5,100 tons", OCTOBER)
    rise = change(ONE, "12%").model_copy(update={"model_words": ("item",)})

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert "unsourced" == found.verdict(base)
