"""A correction replaces what it corrects, a window adds to the ones before it, and no figure is lost on the way."""

from tests.extract.scripted import Page, answer
from verifier.extract.checking import take
from verifier.extract.drafts import Taken
from verifier.extract.merging import corrected, joined
from verifier.extract.schema import PointedClaim, Pointing

PAGE = Page(
    "Output fell 12% in May. Output was 4,100 tonnes. Repeat: 4,100 tonnes. Japan made 2,050 tonnes. "
    "The ministry dropped its plan."
)
ONE, TWO, THREE, FOUR = "f1", "f2", "f3", "f4"


def _merge(first: Pointing, second: Pointing) -> Pointing:
    return corrected(first, take(first, PAGE.numbered, PAGE.shown), second)


def _figures(pointing: Pointing) -> list[tuple[str, list[str]]]:
    return [(claim.measure, claim.figures) for claim in pointing.claims]


def _claim(measure: str, *figures: str, **fields: str | None) -> PointedClaim:
    return PAGE.claim(figures=list(figures), measure=measure, **fields)


def test_what_was_missing_is_added() -> None:
    merged = _merge(answer(_claim("output", TWO)), answer(_claim("output", FOUR, actor="Japan")))

    assert _figures(merged) == [("output", [TWO]), ("output", [FOUR])]


def test_a_correction_replaces_the_claim_and_keeps_its_other_mentions() -> None:
    merged = _merge(answer(_claim("output", TWO, THREE, actor="Brazil")), answer(_claim("steel output", TWO)))

    assert _figures(merged) == [("steel output", [TWO, THREE])]


def test_a_mention_taken_by_another_claim_leaves_the_rest_in_place() -> None:
    merged = _merge(answer(_claim("output", TWO, FOUR)), answer(_claim("output in japan", FOUR)))

    assert _figures(merged) == [("output", [TWO]), ("output in japan", [FOUR])]


def test_a_change_lumped_with_an_amount_is_taken_out_of_it() -> None:
    merged = _merge(answer(_claim("output", ONE, TWO)), answer(_claim("output", ONE, aspect="change")))

    assert _figures(merged) == [("output", [TWO]), ("output", [ONE])]


def test_a_faulty_claim_whose_figure_is_dismissed_is_withdrawn() -> None:
    merged = _merge(answer(_claim("output", TWO, actor="Brazil")), answer(dismissed={TWO: "a teaser"}))

    assert _figures(merged) == []


def test_a_sound_claim_is_not_withdrawn_by_a_dismissal() -> None:
    merged = _merge(answer(_claim("output", TWO)), answer(dismissed={TWO: "a teaser"}))

    assert _figures(merged) == [("output", [TWO])]


def test_a_claim_on_a_figure_that_does_not_exist_gives_way_to_one_on_the_same_sentence() -> None:
    merged = _merge(
        answer(_claim("output", "f31", sentence="s2")),
        answer(_claim("output", TWO, sentence="s2")),
    )

    assert _figures(merged) == [("output", [TWO])]


def test_a_claim_that_was_not_corrected_stays_to_be_refused() -> None:
    merged = _merge(answer(_claim("output", "f31")), answer())

    assert _figures(merged) == [("output", ["f31"])]


def test_a_corrected_event_replaces_the_faulty_one_of_its_sentence_only() -> None:
    sound = PAGE.event("fell", "Output fell in May.")
    faulty = PAGE.event("ministry", "The ministry dropped 7 plans.")
    right = PAGE.event("ministry", "The ministry dropped its plan.")

    merged = _merge(answer(sound, faulty), answer(right))

    assert [claim.statement for claim in merged.claims] == [sound.statement, right.statement]


def test_an_event_that_is_sent_again_is_one_event() -> None:
    event = PAGE.event("ministry", "The ministry dropped its plan.")

    merged = _merge(answer(event), answer(event.model_copy(update={"statement": "The ministry dropped its plan"})))

    assert len(merged.claims) == 1


def _taken(*claims: PointedClaim, dismissed: dict[str, str] | None = None) -> Taken:
    return take(answer(*claims, dismissed=dismissed), PAGE.numbered, PAGE.shown)


def test_windows_that_share_a_figure_make_one_claim_and_the_first_names_it() -> None:
    whole = joined([_taken(_claim("output", TWO)), _taken(_claim("production", THREE, TWO))], PAGE.numbered)

    assert [(draft.pointed.measure, draft.figures) for draft in whole.drafts] == [("output", (1, 2))]


def test_a_later_window_may_claim_what_an_earlier_one_dismissed() -> None:
    whole = joined([_taken(dismissed={TWO: "no context"}), _taken(_claim("output", TWO))], PAGE.numbered)

    assert (len(whole.drafts), whole.dismissed) == (1, {})


def test_an_event_that_two_windows_see_is_one_event() -> None:
    first = PAGE.event("ministry", "The ministry dropped its plan.")
    second = PAGE.event("ministry", "The ministry dropped its plan")

    assert len(joined([_taken(first), _taken(second)], PAGE.numbered).drafts) == 1


def test_problems_of_every_window_are_kept() -> None:
    whole = joined([_taken(_claim("output", "f31")), _taken(_claim("output", "f32"))], PAGE.numbered)

    assert [problem.why for problem in whole.problems if "f3" in problem.why] == [
        "pointed at figure “f31”, which does not exist",
        "pointed at figure “f32”, which does not exist",
    ]
