"""Whatever changes a verdict is written down with the article, the text or the word that changed it."""

from typing import Any

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction, period, statement
from tests.history.newsroom import Newsroom
from verifier.models import Claim, Extraction
from verifier.reconcile import Decided

Row = dict[str, object]

OTHER_WORDS = MAGNETS.model_copy(update={"item": "NdFeB magnets"})
TEA = MAGNETS.model_copy(update={"item": "tea"})


def read(name: str, words: str = "6,150 tonnes", *, text: str = "", **fields: Any) -> tuple[Extraction, Claim]:
    source = article(name, text, publisher=f"Paper of {name}")
    made = claim(source, words, **fields)
    return extraction(source, made), made


def tie(newsroom: Newsroom, one: Claim, relation: str, other: Claim) -> Decided:
    topics = newsroom.topics()
    first, second = sorted((topics[one.id], topics[other.id]))
    row: Row = {
        "first_topic": first,
        "second_topic": second,
        "relation": relation,
        "why": "one thing",
        "said_by": "model",
    }
    return Decided(ties=(row,))


def accord(one: Claim, relation: str, other: Claim) -> Decided:
    first, second = sorted((one.id, other.id))
    row: Row = {"first_claim": first, "second_claim": second, "relation": relation, "why": "", "said_by": "model"}
    return Decided(accords=(row,))


def level_and_change(newsroom: Newsroom) -> tuple[Claim, Claim]:
    """Read an article with both parts of a sum, which says what June must have been."""
    source = article("m", publisher="Paper of m")
    level = claim(source, "6,150 tonnes")
    change = claim(source, "12 percent", aspect="change", basis="month", direction="up")
    change = change.model_copy(update={"base": period("June 2025")})
    newsroom.reads(extraction(source, level, change))
    return level, change


def test_the_first_verdict_is_its_own_article_s(newsroom: Newsroom) -> None:
    reading, made = read("a")

    newsroom.reads(reading)

    assert [("unsourced", "first", "a.txt")] == newsroom.outline(made)


def test_a_later_article_that_contradicts_it_is_named_with_its_passage(newsroom: Newsroom) -> None:
    (old, made), (new, other) = read("a"), read("b", "500 tonnes")
    newsroom.reads(old)

    newsroom.reads(new)

    change = newsroom.story(made)[-1]
    assert ("conflicting", "conflicts", "article", "b.txt") == (
        change.verdict,
        change.reason,
        change.cause,
        change.path,
    )
    assert change.other and other.id == change.other.claim.id


def test_a_first_verdict_names_the_passage_it_rests_on(newsroom: Newsroom) -> None:
    (old, made), (new, other) = read("a"), read("b", "500 tonnes")
    newsroom.reads(old)

    newsroom.reads(new)

    (first,) = newsroom.story(other)
    assert ("conflicting", "first", "b.txt") == (first.verdict, first.cause, first.path)
    assert first.other and made.id == first.other.claim.id


def test_of_several_articles_in_one_run_the_one_that_decides_is_named(newsroom: Newsroom) -> None:
    old, made = read("m")
    newsroom.reads(old)

    newsroom.reads(
        read("a", "7 tonnes", topic=TEA)[0],
        read("b", "500 tonnes", when="June 2025")[0],
        read("c", "6,150 metric tons")[0],
        read("d", "500 tonnes")[0],
        read("e", "6,150 tonnes")[0],
    )

    assert [("unsourced", "first", "m.txt"), ("conflicting", "article", "d.txt")] == newsroom.outline(made)


def test_of_several_that_agree_an_independent_one_is_named(newsroom: Newsroom) -> None:
    old, made = read("m")
    newsroom.reads(old)
    twin = article("a", publisher="Paper of m")

    newsroom.reads(extraction(twin, claim(twin, "6,150 tonnes")), read("b")[0])

    assert ("corroborated", "article", "b.txt") == newsroom.outline(made)[-1]


def test_a_sum_names_the_article_that_gives_its_other_parts(newsroom: Newsroom) -> None:
    old, made = read("m", "5,600 tonnes", when="June 2025")
    newsroom.reads(old)
    source = article("a", publisher="Paper of a")
    change = claim(source, "12 percent", aspect="change", basis="month", direction="up")
    change = change.model_copy(update={"base": period("June 2025")})

    newsroom.reads(read("b", "7 tonnes", topic=TEA)[0], extraction(source, claim(source, "6,150 tonnes"), change))

    assert ("conflicting", "article", "a.txt") == newsroom.outline(made)[-1]


def test_the_part_of_a_sum_that_was_there_before_is_told_too(newsroom: Newsroom) -> None:
    level, change = level_and_change(newsroom)

    newsroom.reads(read("a", "5,600 tonnes", when="June 2025")[0])

    assert {("conflicting", "article", "a.txt")} == {newsroom.outline(one)[-1] for one in (level, change)}


def test_a_sum_conflicts_no_longer_once_the_text_with_its_other_part_is_replaced(newsroom: Newsroom) -> None:
    level, change = level_and_change(newsroom)
    newsroom.reads(read("a", "5,600 tonnes", when="June 2025", text="The first draft.")[0])

    newsroom.reads(read("a", "7 tonnes", topic=TEA, text="The second draft.")[0])

    assert {("unsourced", "superseded", "a.txt")} == {newsroom.outline(one)[-1] for one in (level, change)}


# ---------------------------------------------------------------------------------- texts that were replaced


def test_a_corrected_text_is_named_as_what_ended_a_conflict(newsroom: Newsroom) -> None:
    (first, gone), (other, made) = read("a", "500 tonnes", text="The first draft."), read("b")
    newsroom.reads(first)
    newsroom.reads(other)
    second, instead = read("a", text="The second draft.")

    newsroom.reads(second)

    change = newsroom.story(made)[-1]
    assert ("corroborated", "superseded", "a.txt", second.article.id) == (
        change.verdict,
        change.cause,
        change.path,
        change.article,
    )
    assert change.other and gone.id == change.other.claim.id
    assert [("corroborated", "first", "a.txt")] == newsroom.outline(instead)


def test_the_history_of_a_superseded_claim_ends_with_the_text_that_took_its_place(newsroom: Newsroom) -> None:
    first, gone = read("a", "500 tonnes", text="The first draft.")
    newsroom.reads(first)
    second, _ = read("a", text="The second draft.")

    newsroom.reads(second)

    last = newsroom.story(gone)[-1]
    assert ("gone", "", "superseded", second.article.id) == (last.verdict, last.reason, last.cause, last.article)


def test_of_two_texts_replaced_in_one_run_the_one_that_decided_is_named(newsroom: Newsroom) -> None:
    old, made = read("m")
    newsroom.reads(old)
    newsroom.reads(read("a", "7 tonnes", topic=TEA, text="A first.")[0], read("z", "500 tonnes", text="Z first.")[0])

    newsroom.reads(
        read("a", "7 tonnes", topic=TEA, text="A second.")[0], read("z", "9 tonnes", topic=TEA, text="Z second.")[0]
    )

    assert ("unsourced", "superseded", "z.txt") == newsroom.outline(made)[-1]


def test_a_conflict_that_stays_when_one_of_two_goes_is_no_change_and_the_second_to_go_is_named(
    newsroom: Newsroom,
) -> None:
    old, made = read("m")
    newsroom.reads(old)
    newsroom.reads(read("a", "500 tonnes", text="A first.")[0])
    newsroom.reads(read("b", "400 tonnes", text="B first.")[0])
    newsroom.reads(read("a", "7 tonnes", topic=TEA, text="A second.")[0])

    newsroom.reads(read("b", "7 tonnes", topic=TEA, text="B second.")[0])

    assert [
        ("unsourced", "first", "m.txt"),
        ("conflicting", "article", "a.txt"),
        ("unsourced", "superseded", "b.txt"),
    ] == newsroom.outline(made)


def test_a_withdrawn_correction_brings_the_claim_back(newsroom: Newsroom) -> None:
    (first, made), (second, _) = read("a", text="The first draft."), read("a", "500 tonnes", text="The second draft.")

    for draft in (first, second, first):
        newsroom.reads(draft)
    newsroom.at_one_moment()

    assert ["unsourced", "gone", "unsourced"] == [change.verdict for change in newsroom.story(made)]


def test_an_article_read_anew_says_so_of_what_it_claims_no_more_and_of_what_reads_otherwise(newsroom: Newsroom) -> None:
    source = article("a", publisher="Paper of a")
    gone, stays = claim(source, "500 tonnes", place=1), claim(source, "7 tonnes", place=2)
    other, _ = read("b", "6,150 tonnes")
    newsroom.reads(extraction(source, gone, stays.model_copy(update={"topic": TEA})), other)

    newsroom.reads(extraction(source, stays))

    assert ("gone", "reading", "a.txt") == newsroom.outline(gone)[-1]
    assert ("conflicting", "reading", "a.txt") == newsroom.outline(stays)[-1]


def test_what_an_article_read_anew_no_longer_contradicts_is_told_by_that_article(newsroom: Newsroom) -> None:
    source, (other, made) = article("a", publisher="Paper of a"), read("b")
    newsroom.reads(extraction(source, claim(source, "500 tonnes")), other)

    newsroom.reads(extraction(source, claim(source, "500 tonnes", topic=TEA)))

    assert ("unsourced", "reading", "a.txt") == newsroom.outline(made)[-1]


# ----------------------------------------------------------------------------------- words of readers


def test_a_tie_that_comes_with_an_article_is_that_article_s_doing(newsroom: Newsroom) -> None:
    (old, made), (new, other) = read("a"), read("b", topic=OTHER_WORDS)
    newsroom.reads(old)
    newsroom.reads(new, log=False)

    newsroom.reads(new, decided=tie(newsroom, made, "same", other))

    assert ("corroborated", "article", "b.txt") == newsroom.outline(made)[-1]


def test_a_tie_that_comes_late_is_named_and_changes_what_is_kept(newsroom: Newsroom) -> None:
    (old, made), (new, other) = read("a"), read("b", topic=OTHER_WORDS)
    newsroom.reads(old, new)

    shown = newsroom.reads(old, new, decided=tie(newsroom, made, "same", other))

    change = newsroom.story(made)[-1]
    assert {"corroborated"} == {str(finding.verdict) for finding in shown}
    assert {"corroborated"} == {told.verdict for told in newsroom.kept().values()}
    assert change.tied and ("tie", "same", "model") == (change.cause, change.tied.relation, change.tied.said_by)
    assert change.other and other.id == change.other.claim.id


def test_an_answer_on_two_statements_that_comes_late_is_named(newsroom: Newsroom) -> None:
    one, other = (article(name, publisher=f"Paper of {name}") for name in "ab")
    made, said = statement(one, "The port is open.", topic=TEA), statement(other, "The port is shut.", topic=TEA)
    readings = extraction(one, made), extraction(other, said)
    newsroom.reads(*readings)

    newsroom.reads(*readings, decided=accord(made, "contradict", said))

    change = newsroom.story(made)[-1]
    assert ("conflicting", "accord") == (change.verdict, change.cause)
    assert change.other and said.id == change.other.claim.id


@pytest.mark.parametrize("relation", ["other", "unclear"])
def test_a_person_s_word_is_named_as_what_ended_a_conflict(newsroom: Newsroom, relation: Any) -> None:
    (old, made), (new, other) = read("a"), read("b", "500 tonnes", topic=OTHER_WORDS)
    newsroom.reads(old, new, log=False)
    newsroom.reads(old, new, decided=tie(newsroom, made, "same", other))

    ruling, changed = newsroom.rules(made, relation, other, "NdFeB is one kind of several")

    change = newsroom.story(made)[-1]
    assert (True, 2, "unsourced", "tie") == (ruling.is_new, changed, change.verdict, change.cause)
    assert change.tied and ("person", "NdFeB is one kind of several") == (change.tied.said_by, change.tied.why)


# ------------------------------------------------------------------------------------- runs that failed


def test_what_a_stopped_run_stored_is_judged_by_the_next_one(newsroom: Newsroom) -> None:
    (lost, made), (new, _) = read("a"), read("b", "500 tonnes")
    newsroom.reads(lost, log=False)

    newsroom.reads(new)

    assert [("conflicting", "first", "a.txt")] == newsroom.outline(made)


def test_a_full_check_judges_it_too_and_names_what_it_changed(newsroom: Newsroom) -> None:
    (old, made), (lost, _) = read("a"), read("b", "500 tonnes")
    newsroom.reads(old)
    newsroom.reads(lost, log=False)

    changed = newsroom.checks()

    assert 2 == changed
    assert ("conflicting", "article", "b.txt") == newsroom.outline(made)[-1]


def test_what_nothing_accounts_for_is_said_to_be_worked_out_anew(newsroom: Newsroom) -> None:
    (one, made), (new, other) = read("a"), read("b", topic=OTHER_WORDS)
    newsroom.reads(one, new)
    newsroom.held_ever_since(tie(newsroom, made, "same", other))

    newsroom.checks()

    assert [("unsourced", "first", "a.txt"), ("corroborated", "rules", None)] == newsroom.outline(made)
