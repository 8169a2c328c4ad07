"""What a whole run promises: nothing lost, nothing doubled, nothing asked twice, nothing stored that must not be."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.reconcile.answering import answer
from tests.store.held import current
from verifier import pipeline
from verifier.errors import InputError, ModelRejected, ModelUnavailable, VerifierError
from verifier.llm import Asked, Model
from verifier.models import Article, Extraction, Figures, Report, Unchecked, Usage
from verifier.reconcile.schema import Reconciliation
from verifier.settings import Settings
from verifier.store import Store, articles

M = TypeVar("M", bound=BaseModel)
OTHER_WORDS = MAGNETS.model_copy(update={"item": "NdFeB magnets"})


class Run:
    """Runs the pipeline on readings written by hand; questions about pairs get the next of `answers`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.readings: dict[str, Extraction] = {}
        self.answers: list[Reconciliation | VerifierError | Callable[[], Reconciliation]] = []
        self.questions: list[str] = []
        self.told: list[str] = []
        self.passages = 1
        monkeypatch.setattr(pipeline, "extract", self._extract)
        monkeypatch.setattr(pipeline, "Model", self._model)

    def __call__(self, *readings: Extraction, database: Path | None = None, save: bool = True) -> Report:
        self.readings = {reading.article.id: reading for reading in readings}
        texts = [reading.article for reading in readings]
        return pipeline.verify(texts, Settings(database=database, save=save), progress=self.told.append)

    async def _extract(self, text: Article, model: Model, passages: Callable[[int, int], None]) -> Extraction:
        await asyncio.sleep(0)
        for done in range(1, self.passages + 1):
            passages(done, self.passages)
        model.usage += Usage(calls=1)
        return self.readings[text.id].model_copy(update={"article": text})

    def _model(self, *arguments: Any) -> Model:
        run = self

        class Scripted(Model):
            async def __aenter__(self) -> "Scripted":
                return self

            async def __aexit__(self, *_: object) -> None:
                pass

            async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
                assert system and label == "reconcile"
                run.questions.append(turns[-1])
                self.usage += Usage(calls=1)
                given = run.answers.pop(0)
                if isinstance(given, VerifierError):
                    raise given
                said = given() if callable(given) else given
                return Asked(schema.model_validate(said.model_dump()), "", Usage(calls=1))

        return Scripted(*arguments)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(monkeypatch)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "claims.duckdb"


def reading(name: str, words: str = "6,150 tonnes", *, text: str = "", **fields: Any) -> Extraction:
    source = article(name, text, publisher=f"Paper of {name}")
    return extraction(source, claim(source, words, **fields))


def verdicts(report: Report) -> dict[str, str]:
    return {finding.claim.id: str(finding.verdict) for finding in report.findings}


def test_two_articles_that_differ_are_both_conflicting(run: Run) -> None:
    report = run(reading("a"), reading("b", "500 tonnes"))

    assert (2, []) == (len(report.conflicting), run.questions)


def test_the_same_articles_again_give_the_same_report_and_no_question(run: Run, database: Path) -> None:
    run.answers = [answer(same=[["t1", "t2"]])]
    held = [reading("a"), reading("b", topic=OTHER_WORDS)]

    first = run(*held, database=database)
    again = run(*held, database=database)

    assert (first.findings, 1) == (again.findings, len(run.questions))
    assert 2 == len(first.corroborated)


def test_in_any_order_the_report_is_the_same(run: Run) -> None:
    held = [reading("a"), reading("b", "500 tonnes"), reading("c", "6,146 tonnes")]

    assert run(*held) == run(*reversed(held))


@pytest.mark.parametrize("before", [True, False])
def test_a_run_that_does_not_save_leaves_the_store_as_it_was(run: Run, database: Path, before: bool) -> None:
    if before:
        run(reading("a"), database=database)
    run.answers = [answer(same=[["t1", "t2"]])]
    there = _digest(database)

    report = run(*([] if before else [reading("a")]), reading("b", topic=OTHER_WORDS), database=database, save=False)

    assert there == _digest(database)
    assert 1 <= len(report.corroborated)


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def test_a_corrected_text_does_not_contradict_the_one_it_takes_the_place_of(run: Run, database: Path) -> None:
    run(reading("a", "500 tonnes", text="The first draft."), database=database)

    report = run(reading("a", text="The second draft."), database=database)

    assert {"unsourced"} == set(verdicts(report).values())


def test_a_corrected_text_no_longer_contradicts_others(run: Run, database: Path) -> None:
    other = reading("b")
    run(other, reading("a", "500 tonnes", text="The first draft."), database=database)
    run(reading("a", text="The second draft."), database=database)

    report = run(other, database=database)

    assert {"corroborated"} == set(verdicts(report).values())


def test_a_withdrawn_correction_counts_no_more(run: Run, database: Path) -> None:
    first, second = reading("a", "500 tonnes", text="The first draft."), reading("a", text="The second draft.")
    for draft in (first, second, first):
        run(draft, database=database)

    report = run(reading("b"), database=database)

    assert {"conflicting"} == set(verdicts(report).values())


@pytest.mark.parametrize("save", [True, False])
def test_pairs_whose_question_failed_are_named_and_asked_about_again(run: Run, database: Path, save: bool) -> None:
    held = [reading("a"), reading("b", topic=OTHER_WORDS)]
    run.answers = [ModelUnavailable("No answer."), answer(same=[["t1", "t2"]])]

    failed = run(*held, database=database, save=save)
    again = run(*held, database=database, save=save)

    assert ["2 topics were not held against each other: No answer."] == [passage.why for passage in failed.unreconciled]
    assert ((), {"corroborated"}) == (again.unreconciled, set(verdicts(again).values()))
    assert run.questions[0] == run.questions[1]


def test_a_key_that_is_turned_down_keeps_what_was_read(run: Run, database: Path) -> None:
    held = [reading("a"), reading("b", topic=OTHER_WORDS)]
    run.answers = [ModelRejected("The key was turned down.")]

    with pytest.raises(ModelRejected):
        run(*held, database=database)

    with Store(database) as store, store.unit() as unit:
        assert 2 == len(current(unit))


def test_no_question_is_asked_while_the_store_is_held(run: Run, database: Path) -> None:
    def look() -> Reconciliation:
        with Store(database, patience=0.5) as store, store.unit() as unit:
            assert 2 == len(current(unit))
        return answer(same=[["t1", "t2"]])

    run.answers = [look]

    report = run(reading("a"), reading("b", topic=OTHER_WORDS), database=database)

    assert 2 == len(report.corroborated)


def test_a_text_under_two_names_is_one_article(run: Run) -> None:
    one = reading("a", text="One text.")
    other = one.model_copy(update={"article": one.article.model_copy(update={"path": "b.txt"})})

    report = run(other, one)

    assert ["a.txt"] == [extraction.article.path for extraction in report.extractions]
    assert {"unsourced"} == set(verdicts(report).values())
    assert "b.txt is the same text as a.txt: checked once" == run.told[0]


@pytest.mark.parametrize("save", [True, False])
def test_a_text_under_two_names_takes_the_place_of_what_either_held(run: Run, database: Path, save: bool) -> None:
    run(reading("a", "500 tonnes", text="A first."), reading("b", "700 tonnes", text="B first."), database=database)
    one = reading("a", text="One text.")
    other = one.model_copy(update={"article": one.article.model_copy(update={"path": "b.txt"})})

    report = run(one, other, database=database, save=save)

    assert {"unsourced"} == set(verdicts(report).values())


def test_a_text_stays_while_one_of_its_two_names_holds_it(run: Run, database: Path) -> None:
    one = reading("a", "500 tonnes", text="One text.")
    run(one, one.model_copy(update={"article": one.article.model_copy(update={"path": "b.txt"})}), database=database)

    run(reading("a", text="Another text."), database=database)

    with Store(database) as store, store.unit() as unit:
        assert ["a.txt", "b.txt"] == sorted(held.path for held in current(unit))


def test_a_text_given_twice_under_one_name_is_read_once(run: Run) -> None:
    report = run(reading("a"), reading("a"))

    assert (1, ["a.txt: 1 claim"]) == (len(report.extractions), run.told[:-1])


def test_of_a_long_article_it_is_told_how_far_it_is_now_and_then(run: Run) -> None:
    run.passages = 200

    run(reading("a"))

    assert [f"a.txt: {done} of 200 passages" for done in range(10, 200, 10)] == run.told[:-2]


def test_a_text_replaced_by_another_run_meanwhile_is_not_put_back_and_said_to_be_unchecked(
    run: Run, database: Path
) -> None:
    corrected = article("a", "The second draft.")

    def replace() -> Reconciliation:
        with Store(database) as store, store.unit() as unit:
            articles.add(unit, corrected, corrected.path)
        return answer(same=[["t1", "t2"]])

    run.answers = [replace]

    report = run(reading("a", text="The first draft."), reading("b", topic=OTHER_WORDS), database=database)

    assert ["Meanwhile another run stored another text of this name. Run again."] == [
        passage.why for passage in report.unchecked
    ]
    assert {"unsourced"} == set(verdicts(report).values())
    with Store(database) as store, store.unit() as unit:
        assert corrected.id in {held.id for held in current(unit)}


def test_a_reading_that_ends_the_run_ends_the_others_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    async def extract(text: Article, *_: object) -> Extraction:
        if text.path == "b.txt":
            raise ModelRejected("The key was turned down.")
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(text.path)
        raise AssertionError

    monkeypatch.setattr(pipeline, "extract", extract)

    with pytest.raises(ModelRejected):
        run(reading("a"), reading("b", "500 tonnes"))

    assert ["a.txt"] == ended


def test_two_texts_under_one_name_are_refused(run: Run) -> None:
    with pytest.raises(InputError, match=r"Two texts are called a\.txt\."):
        run(reading("a", text="One text."), reading("a", text="Another text."))


def test_a_name_no_file_can_have_is_a_name_like_any_other(run: Run) -> None:
    named = reading("https://example.org/" + "long/" * 2000)

    assert {"unsourced"} == set(verdicts(run(named)).values())


def test_every_claim_has_one_finding_in_the_order_of_the_text(run: Run) -> None:
    source = article("a")
    held = extraction(source, *(claim(source, f"{number} tonnes", "May 2025", place=number) for number in (300, 20, 7)))

    report = run(held)

    assert [7, 20, 300] == [finding.claim.citations[0].start for finding in report.findings]


def with_gap(whole: Extraction) -> Extraction:
    """The same article of which the first three letters, and nothing else, were tried."""
    gap = Unchecked(article=whole.article.id, start=0, end=3, why="no answer")
    return Extraction(article=whole.article, figures=Figures(total=1, claimed=0), unchecked=(gap,))


def test_a_worse_reading_does_not_take_the_place_of_a_whole_one(run: Run, database: Path) -> None:
    whole = reading("a").model_copy(update={"figures": Figures(total=1, claimed=1)})
    run(whole, database=database)

    report = run(with_gap(whole), database=database)

    assert verdicts(report).keys() == {one.id for one in whole.claims}
    (shown,) = report.extractions
    assert (whole.claims, whole.figures) == (shown.claims, shown.figures)


@pytest.mark.parametrize("save", [True, False])
def test_what_could_not_be_read_again_is_said_to_be_shown_as_it_was_read_before(
    run: Run, database: Path, save: bool
) -> None:
    whole = reading("a")
    run(whole, database=database)

    (passage,) = run(with_gap(whole), database=database, save=save).unchecked

    assert (0, 3) == (passage.start, passage.end)
    said = r"could not be read again; what is shown of this article was read on \d{4}-\d\d-\d\d: no answer"
    assert re.fullmatch(said, passage.why)


def test_what_was_never_read_in_full_is_shown_as_far_as_it_was_read(run: Run, database: Path) -> None:
    gap = with_gap(reading("a"))

    reports = [run(gap, database=database) for _ in range(2)]

    assert [gap.unchecked] * 2 == [report.unchecked for report in reports]
    assert [(gap,)] * 2 == [report.extractions for report in reports]


def test_what_was_read_and_asked_is_counted_also_where_it_failed(run: Run) -> None:
    run.answers = [ModelUnavailable("No answer.")]

    report = run(reading("a"), reading("b", topic=OTHER_WORDS))

    assert 3 == report.usage.calls


def test_a_publication_date_settles_no_conflict_between_figures(run: Run) -> None:
    held = [
        extraction(source, claim(source, words))
        for source, words in (
            (article("a", publisher="A", published=date(2025, 8, 1)), "6,150 tonnes"),
            (article("b", publisher="B", published=date(2025, 9, 1)), "500 tonnes"),
        )
    ]

    assert 2 == len(run(*held).conflicting)
