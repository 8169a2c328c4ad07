"""What the model points at or names must exist; the rest is refused, with a sentence that says why."""

import pytest

from tests.extract.scripted import Page, answer
from verifier.extract.checking import take
from verifier.extract.drafts import Taken
from verifier.extract.schema import PointedClaim, Pointing

TEXT = (
    "Steel output fell 12% in May to 4,100 tonnes. In Japan it was 2,050 tonnes, the customs office said. "
    "The ministry dropped its plan for two mills."
)


def _take(page: Page, *claims: PointedClaim) -> Taken:
    return take(answer(*claims), page.numbered, page.shown)


def _whys(taken: Taken) -> list[str]:
    return [problem.why for problem in taken.problems]


def test_a_claim_that_points_at_what_exists_is_taken_without_a_word() -> None:
    page = Page(TEXT)
    claim = page.claim("2,050", actor="Japan", period=page.period("May"), attribution="customs office")

    taken = _take(page, claim)

    assert taken.problems == ()
    assert [draft.figures for draft in taken.drafts] == [(2,)]


def test_ids_are_taken_with_or_without_their_brackets() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(figures=["{F2}"], sentence="[s1]", period="null"))

    assert taken.problems == ()
    assert (taken.drafts[0].figures, taken.drafts[0].period) == ((1,), None)


def test_a_claim_on_figures_that_do_not_exist_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(figures=["f31"]))

    assert taken.drafts == ()
    assert _whys(taken)[0] == "pointed at figure “f31”, which does not exist"


def test_a_figure_that_does_not_exist_is_dropped_from_a_claim_that_stands_without_it() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(figures=[page.figure("4,100"), "f99999999999999999999"]))

    assert [draft.figures for draft in taken.drafts] == [(1,)]
    assert len(taken.problems) == 1


def test_an_id_of_another_kind_is_no_figure() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(figures=["s1"]))

    assert _whys(taken)[0] == "pointed at figure “s1”, which does not exist"


def test_a_period_that_does_not_exist_leaves_the_claim_without_one() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", period="p9"))

    assert taken.drafts[0].period is None
    assert _whys(taken) == ["pointed at period “p9”, which does not exist"]


def test_ids_that_were_not_shown_do_not_exist() -> None:
    page = Page(TEXT)

    taken = take(answer(page.claim("4,100")), page.numbered, page.shown - {"f2"})

    assert taken.drafts == ()


def test_a_figure_in_two_claims_stays_with_the_first() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100"), page.claim("4,100", measure="stock"))

    assert [draft.pointed.measure for draft in taken.drafts] == ["output"]
    assert _whys(taken)[0] == "pointed at figure “f2”, which another claim uses"


def test_an_event_may_mention_a_figure_that_a_claim_rests_on() -> None:
    page = Page(TEXT)
    event = page.event("Steel", "Steel output fell in May.", figures=[page.figure("12%")])

    taken = _take(page, event, page.claim("12%", aspect="change", direction="down"))

    assert taken.problems == ()
    assert [draft.measures for draft in taken.drafts] == [False, True]


def test_a_figure_claim_without_a_figure_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(figures=[]))

    assert taken.drafts == ()
    assert _whys(taken) == ["gave the claim no figure, though it is neither an event nor a rank"]


def test_a_claim_without_a_measure_is_refused_and_its_figure_is_not_forgotten() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", measure=" "))

    assert taken.lost == {1: "claim refused: the model gave the claim no measure"}


def test_an_event_without_a_statement_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.event("ministry", None))

    assert taken.drafts == ()
    assert _whys(taken) == ["gave the claim no statement that could be taken"]


def test_an_event_in_a_sentence_that_does_not_exist_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim(aspect="event", sentence="s77", statement="The ministry dropped its plan."))

    assert taken.drafts == ()
    assert _whys(taken) == ["pointed at sentence “s77”, which does not exist"]


def test_a_statement_with_a_number_of_the_models_own_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.event("ministry", "The ministry dropped its plan for 9,000 mills."))

    assert taken.drafts == ()
    assert _whys(taken)[0] == "wrote a statement with “9000”, a number the article does not give"


def test_a_statement_with_a_name_of_the_models_own_is_kept_as_the_models_word() -> None:
    page = Page(TEXT)

    taken = _take(page, page.event("ministry", "The ministry dropped its plan, Reuters said."))

    assert taken.drafts[0].model_words == ("statement",)
    assert _whys(taken) == ["wrote a statement with “Reuters”, which the article does not say"]


def test_a_name_that_does_not_stand_in_the_article_is_not_taken() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", actor="Brazil", attribution="customs office"))

    assert (taken.drafts[0].pointed.actor, taken.drafts[0].model_words) == (None, ())
    assert _whys(taken) == ["named the actor “Brazil”, but the article does not say “brazil”"]


def test_a_name_that_stands_there_in_part_is_kept_as_the_models_word() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", actor="Brazilian ministry"))

    assert taken.drafts[0].pointed.actor == "Brazilian ministry"
    assert taken.drafts[0].model_words == ("actor",)


@pytest.mark.parametrize("field", ["counterparty", "event"])
def test_a_claim_towards_somebody_the_article_does_not_name_is_refused(field: str) -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", **{field: "Atlantis"}))

    assert taken.drafts == ()
    assert taken.lost == {1: f"claim refused: the model {_whys(taken)[0]}"}


def test_a_measure_with_a_number_of_the_models_own_is_refused() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", measure="output, in truth 9,999 tons"))

    assert taken.drafts == ()
    assert _whys(taken)[0] == "named a measure with “9999”, a number the article does not give"


def test_a_reason_with_a_number_of_the_models_own_is_not_passed_on() -> None:
    page = Page(TEXT)

    taken = take(answer(dismissed={"f1": "it is 98,765 in truth"}), page.numbered, page.shown)

    assert taken.dismissed == {0: "no reason that could be taken"}


@pytest.mark.parametrize("number", ["⑨⑨⑨", "９９９", "⁹⁹⁹", "𝟗𝟗𝟗", "ninety"])
def test_a_number_is_one_in_whatever_characters_it_is_written(number: str) -> None:
    page = Page(TEXT)

    taken = _take(page, page.event("ministry", f"The ministry dropped its plan for {number} mills."))

    assert taken.drafts == ()


def test_a_statement_of_the_models_own_making_is_the_models_word() -> None:
    page = Page(TEXT)
    own, the_articles = "The ministry gave up its plan.", "The ministry dropped its plan"

    taken = _take(page, page.event("ministry", own), page.event("ministry", the_articles))

    assert [draft.model_words for draft in taken.drafts] == [("statement",), ()]


def test_ways_of_saying_nothing_are_nothing() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", actor="null", item="  ", counterparty="all countries", attribution="N/A"))

    claim = taken.drafts[0].pointed
    assert taken.problems == ()
    assert (claim.actor, claim.item, claim.counterparty, claim.attribution) == (None, None, None, None)


def test_figures_of_two_dimensions_in_one_claim_are_told_to_the_model() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", "12%"))

    assert _whys(taken) == ["put “4,100 tonnes” and “12%” into one claim, though they measure different things"]


def test_a_dismissal_of_nothing_is_refused_and_a_claim_beats_a_dismissal() -> None:
    page = Page(TEXT)
    pointing = answer(page.claim("4,100"), dismissed={"f2": "a repeat", "f1": "a mood", "f77": "a whim"})

    taken = take(pointing, page.numbered, page.shown)

    assert taken.dismissed == {0: "a mood"}
    assert _whys(taken) == ["pointed at figure “f77”, which does not exist"]


def test_control_characters_of_an_answer_reach_nobody() -> None:
    page = Page(TEXT)

    taken = _take(page, page.claim("4,100", measure="out\x1b[mput\u202e\n"))

    assert taken.drafts[0].pointed.measure == "out [mput"


def test_an_empty_answer_is_an_answer() -> None:
    page = Page(TEXT)

    assert take(Pointing(claims=[], dismissed=[]), page.numbered, page.shown) == Taken()
