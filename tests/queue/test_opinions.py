"""A second opinion is given without sight of the first; where the two differ, an editor says what holds."""

import pytest

from verifier.errors import UsageError
from verifier.queue import decisions, opinions, record, undoing
from verifier.queue.agreement import alpha
from verifier.queue.record import Decision, Opinion, Seen, Stale, Standing
from verifier.store import Store, Unit

BLANK = Seen(0, "unsourced")


@pytest.fixture
def store() -> Store:
    return Store(None)


def now(unit: Unit, claim: str = "c") -> Standing:
    return record.standing(unit, claim)


def seen(unit: Unit, claim: str = "c") -> Seen:
    """What somebody has before their eyes who opens the claim now."""
    stands = now(unit, claim)
    return Seen(stands.version, "unsourced", stands.assigned, stands.asked)


def ask(unit: Unit, claim: str = "c", person: str = "Eva") -> int:
    return opinions.ask(unit, person, {claim: seen(unit, claim)}).number()


def say(unit: Unit, person: str, verdict: str, *, claim: str = "c", settles: bool = False) -> int:
    return decisions.decide(unit, claim, person, verdict, seen(unit, claim), settles=settles)


def judged_twice(unit: Unit, first: str, second: str, claim: str = "c") -> int:
    say(unit, "Ana", first, claim=claim)
    ask(unit, claim)
    return say(unit, "Ben", second, claim=claim)


def told(unit: Unit, reader: str) -> list[Decision]:
    return record.told(unit, record.decisions_on(unit, "c"), reader)


@pytest.mark.parametrize(("second", "opinion"), [("conflicting", "agreement"), ("unsourced", "disagreement")])
def test_what_another_decides_where_one_is_wanted_is_the_second_opinion(
    store: Store, second: str, opinion: Opinion
) -> None:
    with store.unit() as unit:
        judged_twice(unit, "conflicting", second)

        stands = now(unit)

    assert ("conflicting", "Ana") == (stands.verdict, stands.person)
    assert (opinion, "Ben", second) == (stands.opinion, stands.opinion_by, stands.opinion_verdict)


def test_it_is_the_same_when_it_was_asked_for_before_anybody_decided(store: Store) -> None:
    with store.unit() as unit:
        ask(unit)
        both_opened = seen(unit)
        decisions.decide(unit, "c", "Ana", "conflicting", both_opened)

        decisions.decide(unit, "c", "Ben", "unsourced", both_opened)

        assert ("disagreement", "Ana", "Ben") == (now(unit).opinion, now(unit).first_by, now(unit).opinion_by)


def test_until_both_stand_each_sees_of_the_claim_only_what_they_said_themselves(store: Store) -> None:
    with store.unit() as unit:
        decisions.add_note(unit, "c", "Ana", "surely wrong")
        say(unit, "Ana", "conflicting")
        ask(unit)

        of_others = [(row.kind, row.verdict, row.note) for row in told(unit, "Ben")]
        own = [row.kind for row in told(unit, "Ana")]
        standing = now(unit).told_to("Ben")

    assert [("hidden", None, ""), ("hidden", None, ""), ("ask", None, "")] == of_others
    assert ["note", "decide", "ask"] == own
    assert (None, None, 0) == (standing.verdict, standing.person, standing.decision_row)


def test_what_was_said_together_does_not_betray_what_is_hidden_of_one_claim(store: Store) -> None:
    with store.unit() as unit:
        both = {"c": BLANK, "other": BLANK}
        decisions.decide_all(unit, decisions.Word("Ana", "conflicting", "both of July"), both)
        ask(unit)

        (hidden, _) = told(unit, "Ben")
        seen_of_others = [
            [row.claim_id for row in record.trail(unit, wanted._replace(reader="Ben"))]
            for wanted in (record.Wanted(batch=1), record.Wanted(), record.Wanted(person="Ana"))
        ]

    assert ("", 0, None, 10) == (hidden.person, hidden.decision, hidden.batch_id, len(hidden.moment))
    assert [["other"], ["c", "other"], ["other"]] == seen_of_others


def test_a_note_to_the_request_or_to_who_gets_the_claim_is_shown_once_both_stand(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        opinions.ask(unit, "Eva", {"c": seen(unit)}, note="Ana says conflicting, I doubt it")
        before = [(row.kind, row.person, row.note) for row in told(unit, "Ben")]
        say(unit, "Ben", "unsourced")

        assert ("ask", "Eva", "") == before[1]
        assert "Ana says conflicting, I doubt it" == told(unit, "Ben")[1].note


def test_once_both_stand_everybody_sees_both(store: Store) -> None:
    with store.unit() as unit:
        judged_twice(unit, "conflicting", "unsourced")

        kinds = [(row.kind, row.verdict) for row in told(unit, "Cem")]

    assert [("decide", "conflicting"), ("ask", None), ("opine", "unsourced")] == kinds


def test_a_refusal_betrays_nothing_of_the_first_opinion(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit)

        with pytest.raises(Stale) as refused:
            decisions.decide(unit, "c", "Ben", "corroborated", BLANK)

        assert ["ask"] == [row.kind for row in refused.value.since]
        assert "wanted" == now(unit).opinion


def test_whoever_comes_third_is_told_of_both(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit)
        opened = seen(unit)
        say(unit, "Ben", "conflicting")

        with pytest.raises(Stale) as refused:
            decisions.decide(unit, "c", "Cem", "unsourced", opened._replace(version=0))

        assert ["decide"] == [row.kind for row in refused.value.since]


def test_whoever_asked_with_a_decision_before_their_eyes_cannot_be_the_second(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit, person="Ben")

        with pytest.raises(UsageError, match="somebody else has to give it"):
            say(unit, "Ben", "unsourced")


def test_to_skip_is_no_opinion(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit)

        with pytest.raises(UsageError, match="no opinion"):
            say(unit, "Ben", "skipped")


def test_a_claim_that_was_skipped_still_wants_its_first_opinion(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "skipped")
        ask(unit)

        say(unit, "Ben", "conflicting")

        assert ("conflicting", "Ben", "wanted") == (now(unit).verdict, now(unit).person, now(unit).opinion)


def test_an_opinion_cannot_be_taken_back_for_the_first_has_been_seen_since(store: Store) -> None:
    with store.unit() as unit:
        given = judged_twice(unit, "conflicting", "unsourced")

        with pytest.raises(UsageError, match="stays"):
            undoing.undo(unit, given, "Ben")

        assert () == undoing.stacks_of(unit, "Ben").done


def test_two_that_differ_are_settled_by_an_editor_and_by_nobody_else(store: Store) -> None:
    with store.unit() as unit:
        judged_twice(unit, "conflicting", "unsourced")
        with pytest.raises(UsageError, match="an editor settles it"):
            say(unit, "Cem", "unsourced")

        say(unit, "Eva", "unsourced", settles=True)

        assert ("settled", "unsourced", "Eva") == (now(unit).opinion, now(unit).verdict, now(unit).person)
        assert "adjudicate" == record.decisions_on(unit, "c")[-1].kind


def test_whoever_settles_has_to_have_seen_both(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit, person="Kim")
        before = seen(unit)
        say(unit, "Ben", "unsourced")

        with pytest.raises(Stale) as refused:
            decisions.decide(unit, "c", "Eva", "conflicting", before, settles=True)

        assert ["opine"] == [row.kind for row in refused.value.since]


def test_a_settlement_taken_back_leaves_the_two_differing_as_before(store: Store) -> None:
    with store.unit() as unit:
        judged_twice(unit, "conflicting", "unsourced")
        settled = say(unit, "Eva", "unsourced", settles=True)

        undoing.undo(unit, settled, "Eva").number()

        assert ("disagreement", "conflicting") == (now(unit).opinion, now(unit).verdict)


def test_taking_the_first_back_does_not_do_away_with_the_difference(store: Store) -> None:
    with store.unit() as unit:
        first = say(unit, "Ana", "conflicting")
        ask(unit)
        say(unit, "Ben", "unsourced")

        undoing.undo(unit, first, "Ana").number()

        assert ("disagreement", None) == (now(unit).opinion, now(unit).verdict)


def test_an_editor_can_do_without_an_opinion_and_all_is_shown_again(store: Store) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit)

        opinions.withdraw(unit, "Eva", "c", seen(unit))

        assert ["decide", "ask", "withdraw"] == [row.kind for row in told(unit, "Ben")]
        with pytest.raises(UsageError, match="no second opinion is wanted"):
            opinions.withdraw(unit, "Eva", "c", seen(unit))


@pytest.mark.parametrize("second", ["", "unsourced"])
def test_no_opinion_is_asked_for_where_one_is_wanted_or_two_differ(store: Store, second: str) -> None:
    with store.unit() as unit:
        say(unit, "Ana", "conflicting")
        ask(unit)
        if second:
            say(unit, "Ben", second)

        with pytest.raises(UsageError):
            ask(unit)


def test_a_claim_on_which_two_agree_can_be_decided_anew(store: Store) -> None:
    with store.unit() as unit:
        judged_twice(unit, "conflicting", "conflicting")

        say(unit, "Cem", "corroborated")

        assert ("agreement", "corroborated") == (now(unit).opinion, now(unit).verdict)


def test_few_claims_judged_twice_are_listed_and_not_measured(store: Store) -> None:
    with store.unit() as unit:
        for number in range(opinions.ENOUGH):
            judged_twice(unit, "conflicting", "unsourced" if number < 3 else "conflicting", f"c{number}")

        few = opinions.agreement(unit)
        judged_twice(unit, "unsourced", "unsourced", "one more")
        enough = opinions.agreement(unit)

    assert (30, 3, 3, None, None) == few
    assert (31, 3, 3) == enough[:3]
    assert pytest.approx(28 / 31) == enough.share
    assert enough.alpha is not None and 0 < enough.alpha < 1


# Krippendorff's own examples, "Computing Krippendorff's Alpha-Reliability": a row is what one person said of each unit.
EXAMPLES = [
    (["0100000010", "1110010000"], 0.095),
    (["aabbdcccedda", "babbbccceddd"], 0.692),
    (["123321412...", "1233224125.3", ".3332342251.", "12332441251."], 0.743),
]


@pytest.mark.parametrize(("people", "expected"), EXAMPLES)
def test_alpha_is_what_its_inventor_works_out(people: list[str], expected: float) -> None:
    units = [([said for said in unit if said != "."], 1) for unit in zip(*people, strict=True)]

    found = alpha(units)

    assert pytest.approx(expected, abs=0.0005) == found


def test_alpha_is_one_where_all_agree_and_nothing_where_nothing_could_differ() -> None:
    assert 1 == alpha([(("a", "a"), 5), (("b", "b"), 5)])
    assert alpha([(("a", "a"), 40)]) is None
    assert alpha([(("a",), 40)]) is None
