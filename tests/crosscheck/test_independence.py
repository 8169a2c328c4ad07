"""Agreement counts only between articles that do not lean on each other."""

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.crosscheck.conftest import Compare

WORDS = (
    "Chinese exports of rare earth magnets leapt by nearly 75 percent in July to 5,577 metric tons, more than in any "
    "month since January, customs data showed on Wednesday, as factories worked through a long line of orders that "
    "had waited for permits since the spring and buyers abroad filled their stores before the next round of talks."
)


def test_two_publishers_corroborate_each_other(compare: Compare) -> None:
    one, other = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "5,577 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert ("corroborated", "1 independent article agrees") == (found.verdict(mine), found.reason(mine))


def test_unknown_publishers_are_distinct(compare: Compare) -> None:
    one, other = article("one"), article("other")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "5,577 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert "corroborated" == found.verdict(mine)


def test_one_publisher_does_not_bear_itself_out(compare: Compare) -> None:
    one, other = article("one", publisher="One Paper"), article("other", publisher="one paper ")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "5,577 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert "unsourced" == found.verdict(mine)
    assert found.reason(mine).startswith("copies only")


def test_one_author_does_not_bear_herself_out_in_another_paper(compare: Compare) -> None:
    one = article("one", publisher="One Paper", authors=("Ana Lopez", "Jo van Dyk"))
    other = article("other", publisher="Other Paper", authors=("ANA  LOPEZ",))
    third = article("third", publisher="Third Paper", authors=("Jo van Dyck",))
    mine, theirs, somebody_s = (claim(source, "5,577 tonnes") for source in (one, other, third))

    pair = compare(extraction(one, mine), extraction(other, theirs))
    all_three = compare(extraction(one, mine), extraction(other, theirs), extraction(third, somebody_s))

    assert ("unsourced", "unsourced") == (pair.verdict(mine), pair.verdict(theirs))
    assert pair.reason(mine).startswith("copies only")
    assert ("corroborated", "1 independent article agrees") == (all_three.verdict(mine), all_three.reason(mine))


def test_a_copy_under_another_name_does_not_bear_out_its_original(compare: Compare) -> None:
    one = article("one", WORDS, publisher="One Paper")
    other = article("other", f"A new headline\n\n{WORDS}\n\nMore of our news.", publisher="Other Paper")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "5,577 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert "unsourced" == found.verdict(mine)


def test_whoever_cites_the_other_paper_does_not_bear_it_out(compare: Compare) -> None:
    one, other = article("one", publisher="The Standard"), article("other", publisher="Other Paper")
    mine = claim(one, "5,577 tonnes")
    theirs = claim(other, "5,577 tonnes", attribution="a report in The Standard")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert ("unsourced", "unsourced") == (found.verdict(mine), found.verdict(theirs))


@pytest.mark.parametrize(
    ("publisher", "attribution", "verdict"),
    [
        ("The Harbour Standard", "the Harbour Standard", "unsourced"),
        ("The Harbour Standard", "a Harbour Standard report", "unsourced"),
        ("Harbour Standard", "The Harbour Standard", "unsourced"),
        ("The Standard", "The Standard", "unsourced"),
        ("The Standard", "the bureau of standard weights", "corroborated"),
    ],
)
def test_a_paper_may_be_cited_without_its_article_if_that_leaves_a_name(
    compare: Compare, publisher: str, attribution: str, verdict: str
) -> None:
    one, other = article("one", publisher=publisher), article("other", publisher="Other Paper")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "5,577 tonnes", attribution=attribution)

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert (verdict, verdict) == (found.verdict(mine), found.verdict(theirs))


def test_one_word_is_a_name_where_a_paper_is_known_by_it(compare: Compare) -> None:
    sources = [article(name, publisher=name) for name in ("The Standard", "Standard", "Other Paper")]
    mine, twin, theirs = (claim(one, "5,577 tonnes", attribution="Standard") for one in sources)

    found = compare(*(extraction(one, made) for one, made in zip(sources, (mine, twin, theirs), strict=True)))

    assert {"unsourced"} == {found.verdict(one) for one in (mine, twin, theirs)}


def test_a_copy_can_still_contradict(compare: Compare) -> None:
    one, other = article("one", publisher="One Paper"), article("other", publisher="One Paper")
    mine, theirs = claim(one, "5,577 tonnes"), claim(other, "7,755 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs))

    assert "conflicting" == found.verdict(mine)


AGENCY = "General Administration of Customs"


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        (AGENCY, [AGENCY], f'1 independent article agrees; both name one source: "{AGENCY}"'),
        (
            AGENCY,
            ["the general administration of Customs.", AGENCY],
            f'2 independent articles agree; all of them and this one name one source: "{AGENCY}"',
        ),
        (
            AGENCY,
            [AGENCY, None, "Reuters"],
            f'3 independent articles agree; 1 of them and this one name one source: "{AGENCY}"',
        ),
        ("Reuters", ["Reuters"], '1 independent article agrees; both name one source: "Reuters"'),
        (AGENCY, ["Reuters", None], "2 independent articles agree"),
        (None, [AGENCY, AGENCY], "2 independent articles agree"),
    ],
)
def test_who_agrees_by_the_word_of_one_source_is_said_to_do_so(
    compare: Compare, mine: str | None, theirs: list[str | None], reason: str
) -> None:
    sources = [article(f"paper {number}") for number in range(len(theirs) + 1)]
    made = [claim(one, "5,577 tonnes", attribution=by) for one, by in zip(sources, [mine, *theirs], strict=True)]

    found = compare(*(extraction(one, its) for one, its in zip(sources, made, strict=True)))

    assert ("corroborated", reason) == (found.verdict(made[0]), found.reason(made[0]))
    assert ((mine,) if "name one source" in reason else ()) == found.findings[made[0].id].sources


def test_a_pair_that_goes_back_to_one_source_says_so_and_a_copy_says_why_it_counts_for_nothing(
    compare: Compare,
) -> None:
    one, other, again = (article(name, publisher=name[:5]) for name in ("first", "other", "first again"))
    mine, theirs, twin = (claim(made, "5,577 tonnes", attribution=AGENCY) for made in (one, other, again))

    found = compare(extraction(one, mine), extraction(other, theirs), extraction(again, twin))

    assert [f'the figures meet; both name one source: "{AGENCY}"'] == [
        each.why for each in found.comparisons(mine, theirs)
    ]
    assert ["the figures meet; the same publisher"] == [each.why for each in found.comparisons(mine, twin)]


def test_no_source_is_shared_where_the_claim_is_contradicted(compare: Compare) -> None:
    one, other, third = article("one"), article("other"), article("third")
    mine, theirs = (claim(made, "5,577 tonnes", attribution=AGENCY) for made in (one, other))
    against = claim(third, "7,755 tonnes")

    found = compare(extraction(one, mine), extraction(other, theirs), extraction(third, against))

    assert ("conflicting", ()) == (found.verdict(mine), found.findings[mine.id].sources)
