"""Figures that are reckoned in different manners are never held against each other; in one manner they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.crosscheck.cases import MAGNETS, article, claim, extraction, period
from tests.crosscheck.conftest import Compare
from verifier.crosscheck import whole
from verifier.crosscheck.manner import dimension
from verifier.models import Article, Aspect, Claim
from verifier.store import Unit

ONE, OTHER, THIRD, FOURTH = (article(name, publisher=f"{name} paper") for name in ("one", "other", "third", "fourth"))
MANNERS = (
    "exports rose {} in real terms",
    "exports rose {} in nominal terms",
    "adjusted for inflation, exports rose {}",
    "seasonally adjusted, exports rose {}",
    "not seasonally adjusted, exports rose {}",
    "exports rose at an annualised rate of {}",
    "like-for-like, exports rose {}",
    "at constant currencies exports rose {}",
    "exports rose {}, excluding food and energy",
    "underlying exports rose {} on an underlying basis",
    "exports per person rose {}",
    "median exports rose {}",
    "average exports rose {}",
    "gross exports rose {}",
    "net exports rose {}",
    "exports rose {} each",
    "exports rose {}, including debt",
    "exports rose {} before interest and tax",
    "after tax, exports rose {}",
    "operating profits from exports rose {}",
    "harmonised exports rose {}",
    "suspected exports rose {}",
    "ministers pledged that exports rose {}",
    "unions sought exports of {}",
    "exports had been expected to rise {}",
)


OTHER_FIGURES = (
    ("7.5 tonnes of carbon dioxide per person", "46.6 million tonnes of carbon dioxide"),
    ("7.5 tonnes of carbon dioxide a head", "46.6 million tonnes of carbon dioxide"),
    ("for each resident, China sold 7.5 tonnes", "China sold 46.6 million tonnes"),
    ("a daily average of 4,200 tonnes", "130,000 tonnes"),
    ("on average 12,000 tonnes each month", "144,000 tonnes"),
    ("a daily average of 4,200 tonnes", "a monthly average of 130,000 tonnes"),
    ("gross exports of 460 tonnes", "net exports of 391 tonnes"),
    ("police found another 41 tonnes", "police found 112 tonnes"),
    ("police found 41 more tonnes", "police found 112 tonnes"),
    ("of the tea China sold, 4,100 tonnes went by sea", "China sold 5,300 tonnes"),
    ("including 4,100 tonnes by sea", "China sold 5,300 tonnes"),
    ("not 4,100 tonnes as first reported", "China sold 5,300 tonnes"),
    ("China did not sell 4,100 tonnes", "China sold 5,300 tonnes"),
    ("sales rose from 4,100 tonnes", "China sold 5,300 tonnes"),
    ("since 2015 China has sold 4,100 tonnes in all", "China sold 310 tonnes"),
)
"""Of one measure, period and product, and yet not the same figure."""


def told(source: Article, words: str, *, aspect: Aspect = "amount", item: str = "magnets") -> Claim:
    """Return a claim of `source` that is cited with `words`, which hold one figure."""
    topic = MAGNETS.model_copy(update={"item": item})
    if aspect == "change":
        return claim(source, words, topic=topic, aspect=aspect, basis="year", direction="up")
    return claim(source, words, topic=topic, aspect=aspect)


def manner(words: str) -> str:
    """Return what is kept of the figure in `words` besides what it measures."""
    return dimension(told(ONE, words), ONE).partition(", ")[2]


def test_one_manner_is_held_against_itself_and_not_against_a_plain_figure(compare: Compare) -> None:
    items = [f"magnets of kind {chr(97 + place)}" for place in range(len(MANNERS))]
    rows = list(zip(MANNERS, items, strict=True))
    mine = [told(ONE, words.format("3.2%"), aspect="change", item=item) for words, item in rows]
    same = [told(OTHER, words.format("3.2%"), aspect="change", item=item) for words, item in rows]
    more = [told(THIRD, words.format("7.1%"), aspect="change", item=item) for words, item in rows]
    plain = [told(FOURTH, "exports rose 7.1%", aspect="change", item=item) for _, item in rows]

    found = compare(
        extraction(ONE, *mine), extraction(OTHER, *same), extraction(THIRD, *more), extraction(FOURTH, *plain)
    )

    for others, relation in ((same, "agrees"), (more, "conflicts"), (plain, "nothing")):
        assert {relation} == {found.relation(one, other) for one, other in zip(mine, others, strict=True)}


@given(st.sampled_from(MANNERS), st.sampled_from(MANNERS))
@settings(max_examples=60)
def test_two_manners_are_kept_apart_whichever_they_are(one: str, other: str) -> None:
    same = {MANNERS[0]: MANNERS[2]}

    mine, theirs = (dimension(told(ONE, words.format("5%"), aspect="change"), ONE) for words in (one, other))

    assert (mine == theirs) == (same.get(one, one) == same.get(other, other))


def test_a_part_an_average_or_what_is_denied_is_no_total(compare: Compare, unit: Unit) -> None:
    items = [f"magnets of kind {chr(97 + place)}" for place in range(len(OTHER_FIGURES))]
    mine = [told(ONE, words, item=item) for (words, _), item in zip(OTHER_FIGURES, items, strict=True)]
    theirs = [told(OTHER, words, item=item) for (_, words), item in zip(OTHER_FIGURES, items, strict=True)]

    found = compare(extraction(ONE, *mine), extraction(OTHER, *theirs))
    counts = whole.check(unit)

    assert [] == [one.sentence for one in (*mine, *theirs) if found.verdict(one) != "unsourced"]
    assert [] == [a.sentence for a, b in zip(mine, theirs, strict=True) if found.relation(a, b) != "nothing"]
    assert [("unsourced", "alone")] == [(str(count.verdict), count.reason) for count in counts]


@pytest.mark.parametrize(
    "words",
    [
        "4,100 tonnes, the highest since January",
        "4,100 tonnes more than ever",
        "an appeal for 4,100 tonnes for more ships",
        "sales of 4,100 tonnes were above the average",
        "net profit of 4,100 euros",
        "gross domestic product of 4,100 euros",
        "4,100 tonnes a day after the ban",
        "a head of state bought 4,100 tonnes",
        "not only 4,100 tonnes",
        "sales rose from 4,100 tonnes in July 2025",
        "including 4,100 tonnes of magnets",
        "they killed underlying fears at 4,100 tonnes",
        "better than expected, at 4,100 tonnes",
        "those seeking work carried 4,100 tonnes",
    ],
)
def test_words_that_only_look_like_a_manner_leave_a_figure_plain(words: str) -> None:
    assert "" == manner(words)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [("7.1%", "nominal"), ("3.2%", "real"), ("46.6 million tonnes", ""), ("8.4 tonnes", "per person")],
)
def test_each_of_two_figures_of_a_sentence_has_its_own_manner(figure: str, expected: str) -> None:
    growth = "It grew 7.1% in nominal terms and 3.2% in real terms"
    output = "China emitted 46.6 million tonnes, or 8.4 tonnes per person"
    quote = next(text for text in (growth, output) if figure in text)
    made = told(ONE, figure)
    citation = made.citations[0].model_copy(update={"quote": quote, "start": 900, "end": 900 + len(quote)})

    assert expected == dimension(made.model_copy(update={"citations": (citation,)}), ONE).partition(", ")[2]


def test_an_afterthought_says_how_the_figure_before_it_is_reckoned() -> None:
    made = told(ONE, "exports rose 3.2% in July", aspect="change")
    made = made.model_copy(update={"sentence": "exports rose 3.2% in July, adjusted for inflation, and fell in June"})

    assert "percent, real" == dimension(made, ONE)


def test_an_average_of_one_month_is_not_told_apart_by_the_month() -> None:
    made = told(ONE, "on average 4,100 tonnes of tea each month")

    assert "mass, average" == dimension(made, ONE)
    assert "mass, a month, average" == dimension(made.model_copy(update={"period": period("2024")}), ONE)


def test_averages_of_a_month_and_of_its_year_are_no_part_and_whole(compare: Compare, unit: Unit) -> None:
    month = told(ONE, "on average 900 tonnes of tea a day")
    year = told(OTHER, "on average 700 tonnes of tea a day").model_copy(update={"period": period("2025")})

    found = compare(extraction(ONE, month), extraction(OTHER, year))
    counts = whole.check(unit)

    assert ["unsourced", "unsourced"] == [found.verdict(month), found.verdict(year)]
    assert {"unsourced"} == {str(count.verdict) for count in counts}
