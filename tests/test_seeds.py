"""What must come out of the five shipped articles, from real answers to the shipped prompts."""

import pytest

from tests.seeds import all_seeds, finding, recorded, relation
from verifier.models import Report, Verdict
from verifier.pipeline import verify

SECOND, LICENCES = "november-second-highest", "general-licences"
REBOUND, ANALYSIS, EU = "july-rebound", "july-analysis", "eu-magnets-november"


@pytest.fixture(scope="module")
def report() -> Report:
    return verify(all_seeds(), recorded())


@pytest.mark.parametrize(
    ("mine", "theirs", "aspect", "difference"),
    [("6,150 metric tons", "5,493.9 tons", "amount", "-10.7%"), ("12%", "26.5%", "change", "+14.5 points")],
)
def test_november_conflicts_on_both_sides_with_the_note(
    report: Report, mine: str, theirs: str, aspect: str, difference: str
) -> None:
    one, other = finding(report, SECOND, mine, aspect), finding(report, LICENCES, theirs, aspect)

    held = next(held for held in one.comparisons if held.claim == other.claim.id)

    assert (Verdict.CONFLICTING, Verdict.CONFLICTING) == (one.verdict, other.verdict)
    assert ("conflicts", "conflicts", difference) == (relation(one, other), relation(other, one), held.difference)
    assert "may be another product: one article says rare earth magnet, the other names none" in held.why


@pytest.mark.parametrize(
    ("mine", "theirs", "aspect"),
    [
        ("5,577 metric tons", "5,577 metric tons", "amount"),
        ("nearly 75 percent", "nearly 75%", "change"),
        ("1,116 tons", "1,116 tons", "amount"),
        ("46 percent", "46%", "change"),
        ("619 tons", "619 tons", "amount"),
        ("75.5 percent", "75.5%", "change"),
        ("nearly 27,900 tons", "27,897 metric tons", "amount"),
        ("roughly 15 percent", "15%", "change"),
    ],
)
def test_july_is_borne_out_by_the_other_article(report: Report, mine: str, theirs: str, aspect: str) -> None:
    one, other = finding(report, REBOUND, mine, aspect), finding(report, ANALYSIS, theirs, aspect)

    assert (Verdict.CORROBORATED, Verdict.CORROBORATED) == (one.verdict, other.verdict)
    assert ("agrees", "agrees") == (relation(one, other), relation(other, one))


def test_refining_capacity_is_borne_out_with_the_scope_noted(report: Report) -> None:
    one = finding(report, REBOUND, "Over 90 percent", "share")
    other = finding(report, LICENCES, "roughly 90%", "share")

    held = next(held for held in one.comparisons if held.claim == other.claim.id)

    assert (Verdict.CORROBORATED, Verdict.CORROBORATED) == (one.verdict, other.verdict)
    assert "not quite the same scope" in held.why


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (EU, "2,568.8 tonnes"),
        (EU, "nearly 60 percent"),
        (EU, "about 106.85 million US dollars"),
        (EU, "almost 25 percent"),
        (SECOND, "582 tons"),
        (SECOND, "11%"),
        (LICENCES, "exceeded 58,000 metric tons"),
        (LICENCES, "11.6%"),
        (REBOUND, "approximately 5.7 percent"),
        (REBOUND, "almost 5 percent"),
        (REBOUND, "18.9 percent"),
        (ANALYSIS, "over 35%"),
        (ANALYSIS, "seven rare earths"),
        (ANALYSIS, "at or below 65%"),
    ],
)
def test_what_nobody_else_says_is_unsourced(report: Report, name: str, words: str) -> None:
    assert Verdict.UNSOURCED == finding(report, name, words).verdict


def test_nothing_else_conflicts(report: Report) -> None:
    conflicting = {(one.claim.figure.text if one.claim.figure else one.claim.statement) for one in report.conflicting}

    assert {"6,150 metric tons", "12%", "5,493.9 tons", "26.5%"} == conflicting


def test_words_bear_each_other_out(report: Report) -> None:
    in_words = [one for one in report.corroborated if one.claim.aspect in ("event", "rank")]
    words = {"largest buyer": "Germany", "licences": "licen", "controls": "April"}
    subjects = {subject for subject, word in words.items() for one in in_words if word in one.claim.sentence}

    assert len(subjects) >= 2, [one.claim.statement for one in in_words]


@pytest.mark.parametrize(
    ("name", "text"),
    [(REBOUND, "1,200 leaders"), (REBOUND, "40 countries"), (SECOND, "200,450"), (LICENCES, "25 magnetic materials")],
)
def test_boilerplate_is_listed_and_in_no_conflict(report: Report, name: str, text: str) -> None:
    extraction = next(one for one in report.extractions if one.article.path.endswith(f"{name}.txt"))
    listed = [one.text for one in extraction.figures.unclaimed if text in one.text]
    claimed = [one for one in report.findings if one.claim.figure and text in one.claim.figure.text]

    assert listed or claimed
    assert not [one for one in claimed if one.verdict is Verdict.CONFLICTING]


def test_every_figure_is_accounted_for_and_nothing_is_refused_or_unchecked(report: Report) -> None:
    for extraction in report.extractions:
        assert extraction.figures.total == extraction.figures.claimed + len(extraction.figures.unclaimed)
    assert () == report.unchecked
