"""What is told of another time, of a time that is not over, or of none, is no contradiction; by pairs and by series."""

from datetime import date

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.crosscheck.conftest import Compare
from tests.series import stores
from verifier.crosscheck import whole
from verifier.models import Aspect, Modality, Topic
from verifier.store import Unit

FIRE = "June fire near Palawan"
Side = tuple[str, str | None, str]
"""The figure, its period, and the day of publication."""


def _relation(
    compare: Compare, unit: Unit, sides: tuple[Side, Side], topic: Topic, aspect: Aspect, modality: Modality = "fact"
) -> str:
    told = [
        article(f"{number} of {on}", publisher=f"{number}", published=date.fromisoformat(on))
        for number, (_, _, on) in enumerate(sides)
    ]
    one, other = (
        claim(source, words, when, topic=topic, aspect=aspect, modality=modality)
        for source, (words, when, _) in zip(told, sides, strict=True)
    )
    found = compare(extraction(told[0], one), extraction(told[1], other))
    whole.check(unit)
    kept = {row.claim_id: row.verdict for row in stores.kept(unit._connection)}

    assert {claim.id: found.verdict(claim) for claim in (one, other)} == kept
    assert found.relation(one, other) == found.relation(other, one)
    return found.relation(one, other)


@pytest.mark.parametrize(
    ("relation", "measure", "mine", "theirs"),
    [
        (
            "not comparable",
            "area burnt",
            ("310 hectares", "2 June 2025", "2025-06-02"),
            ("2,900 hectares", "6 June 2025", "2025-06-06"),
        ),
        ("not comparable", "area burnt", ("310 hectares", None, "2025-06-02"), ("2,900 hectares", None, "2025-06-06")),
        ("not comparable", "area burnt", ("310 hectares", None, "2025-06-02"), ("2,900 hectares", None, "2025-06-02")),
        (
            "conflicts",
            "area burnt",
            ("310 hectares", "2 June 2025", "2025-06-03"),
            ("2,900 hectares", "2 June 2025", "2025-06-04"),
        ),
        ("agrees", "area burnt", ("310 hectares", "2 June 2025", "2025-06-03"), ("310 ha", None, "2025-06-04")),
        ("not comparable", "area burnt", ("310 hectares", "2 June 2025", "2025-06-03"), ("310 ha", None, "2026-02-04")),
        (
            "not comparable",
            "damage",
            ("12 million euros", "May 2025", "2025-06-03"),
            ("31 million euros", "June 2025", "2025-07-04"),
        ),
        (
            "conflicts",
            "magnitude",
            ("magnitude 6.3", "31 August 2025", "2025-09-01"),
            ("magnitude 6.0", "30 August 2025", "2025-09-02"),
        ),
        ("conflicts", "magnitude", ("magnitude 6.3", None, "2025-09-01"), ("magnitude 6.0", None, "2025-09-04")),
    ],
)
def test_what_goes_on_is_told_for_a_day_and_what_a_happening_was_for_good(
    compare: Compare, unit: Unit, relation: str, measure: str, mine: Side, theirs: Side
) -> None:
    assert relation == _relation(compare, unit, (mine, theirs), Topic(measure=measure, event=FIRE), "amount")


@pytest.mark.parametrize(
    ("relation", "measure", "mine", "theirs"),
    [
        ("not comparable", "missing people", ("42 people", None, "2025-05-04"), ("11 people", None, "2025-05-09")),
        (
            "not comparable",
            "people in hospital",
            ("420 people", "4 May 2025", "2025-05-04"),
            ("110 people", "9 May 2025", "2025-05-09"),
        ),
        (
            "not comparable",
            "injured people in hospital",
            ("420 people", None, "2025-05-04"),
            ("110 people", None, "2025-05-09"),
        ),
        (
            "not comparable",
            "homes without power",
            ("42,000 homes", None, "2025-05-04"),
            ("1,100 homes", None, "2025-05-09"),
        ),
        (
            "conflicts",
            "missing people",
            ("42 people", "4 May 2025", "2025-05-04"),
            ("11 people", "4 May 2025", "2025-05-05"),
        ),
        ("conflicts", "deaths", ("42 people", None, "2025-05-04"), ("11 people", None, "2025-05-09")),
        ("not comparable", "deaths", ("11 people", None, "2025-05-04"), ("42 people", None, "2025-05-09")),
    ],
)
def test_only_what_cannot_fall_is_revised_where_it_falls(
    compare: Compare, unit: Unit, relation: str, measure: str, mine: Side, theirs: Side
) -> None:
    assert relation == _relation(compare, unit, (mine, theirs), Topic(measure=measure, event=FIRE), "tally")


RAIN = Topic(measure="rainfall", item="rain", actor="Palawan")


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (("410 mm", "July 2025", "2025-07-05"), ("620 mm", "July 2025", "2025-07-25"), "not comparable"),
        (("410 mm", "July 2025", "2025-07-05"), ("620 mm", "July 2025", "2025-08-02"), "not comparable"),
        (("410 mm", "July 2025", "2025-07-05"), ("410 mm", "July 2025", "2025-08-02"), "agrees"),
        (("410 mm", "July 2025", "2025-07-31"), ("620 mm", "July 2025", "2025-08-02"), "conflicts"),
        (("410 mm", "5 July 2025", "2025-07-05"), ("620 mm", "5 July 2025", "2025-07-05"), "conflicts"),
        (("410 mm", "2025", "2025-07-05"), ("620 mm", "2025", "2025-11-10"), "not comparable"),
        (("410 mm", "July 2025", "2025-07-25"), ("620 mm", "July 2025", "2025-07-25"), "conflicts"),
    ],
)
def test_a_period_that_is_not_over_when_the_article_appears_contradicts_nothing(
    compare: Compare, unit: Unit, mine: Side, theirs: Side, relation: str
) -> None:
    assert relation == _relation(compare, unit, (mine, theirs), RAIN, "amount")


def test_one_article_may_contradict_itself_on_a_period_that_is_not_over(compare: Compare) -> None:
    source = article("one", published=date(2025, 7, 25))
    headline = claim(source, "410 mm", "July 2025", topic=RAIN)
    body = claim(source, "620 mm", "July 2025", topic=RAIN, place=40)

    found = compare(extraction(source, headline, body))

    assert ("conflicts", "conflicts") == (found.relation(headline, body), found.relation(body, headline))


def test_a_target_for_a_period_to_come_is_held_against_another(compare: Compare, unit: Unit) -> None:
    sides = ("410 mm", "2025", "2025-07-05"), ("620 mm", "2025", "2025-07-10")

    assert "conflicts" == _relation(compare, unit, sides, RAIN, "amount", "target")


STAFF = Topic(measure="number of employees", item="car makers", actor="Palawan"), "121,000 people", "134,000 people"
BRIDGE = Topic(measure="length", item="bridge", actor="Palawan"), "1,210 metres", "1,340 metres"


@pytest.mark.parametrize(
    ("told", "first", "second", "relation"),
    [
        (STAFF, "2025-07-05", "2025-07-08", "conflicts"),
        (STAFF, "2025-12-30", "2026-01-02", "conflicts"),
        (STAFF, "2025-07-05", "2025-07-20", "not comparable"),
        (STAFF, "2023-07-05", "2025-07-05", "not comparable"),
        (BRIDGE, "2025-07-05", "2025-07-20", "conflicts"),
        (BRIDGE, "2025-12-30", "2026-01-02", "conflicts"),
        (BRIDGE, "2025-07-05", "2025-12-20", "not comparable"),
    ],
)
def test_what_holds_without_a_time_holds_for_days_and_what_is_measured_for_a_quarter_of_a_year(
    compare: Compare, unit: Unit, told: tuple[Topic, str, str], first: str, second: str, relation: str
) -> None:
    topic, mine, theirs = told
    sides = (mine, None, first), (theirs, None, second)

    assert relation == _relation(compare, unit, sides, topic, "amount")


def test_what_holds_without_a_time_may_be_borne_out_at_any(compare: Compare, unit: Unit) -> None:
    staff = Topic(measure="number of employees", item="car makers", actor="Palawan")
    sides = ("121,000 people", None, "2023-07-05"), ("121,000 people", None, "2025-07-05")

    assert "agrees" == _relation(compare, unit, sides, staff, "amount")
