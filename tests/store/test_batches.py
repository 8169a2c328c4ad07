"""Promises of what is remembered of batches: every word on a request counts once, and a job is open until reported."""

from pathlib import Path

import pytest

from tests.store.conftest import MakeArticle
from verifier.errors import StoreError, UsageError
from verifier.store import Answers, Batches, Store, articles
from verifier.store.batches import Came, Carried


def carried(*requests: str) -> list[Carried]:
    return [Carried(request, "extract", "article") for request in requests]


@pytest.fixture
def batches(store: Store) -> Batches:
    return Batches(store)


def test_a_job_is_open_for_its_endpoint_and_model_until_it_is_reported(batches: Batches) -> None:
    job = batches.open("here", "m")

    again, other = batches.open("here", "m"), batches.open("here", "n")
    batches.reported(job)

    assert (job, True) == (again, other != job)
    assert [other] == [open_.job for open_ in batches.jobs()]
    assert job != batches.open("here", "m")


def test_a_batch_is_known_before_it_was_submitted_and_after(batches: Batches) -> None:
    job = batches.open("here", "m")
    batch = batches.plan(job, 2, "mark", carried("r"))

    (planned,) = batches.of(job)
    batches.submitted(batch, "batch_1")
    batches.end(batch, "completed", "nothing came")
    (ended,) = batches.of(job)

    assert (batch, 2, "mark", None, None) == (*planned[:4], planned.status)
    assert ("batch_1", 0, "completed") == ended[3:]


def test_the_first_word_on_a_request_counts_and_its_answer_is_kept_where_all_answers_are(
    batches: Batches, store: Store
) -> None:
    job = batches.open("here", "m")
    batch = batches.plan(job, 1, "mark", carried("r", "s", "t"))

    news = batches.keep(batch, "m", [Came("r", "answered", "one"), Came("r", "answered", "two")])
    again = batches.keep(batch, "m", [Came("r", "answered", "three"), Came("s", "refused", why="no")])
    batches.end(batch, "expired", "too late")

    assert (1, 1, "one") == (news, again, Answers(store).find("r"))
    assert {"r": ("answered", ""), "s": ("refused", "no"), "t": ("unanswered", "too late")} == {
        asked.request: (asked.outcome, asked.why) for asked in batches.requests(job)
    }


def test_what_the_batch_does_not_carry_is_passed_over(batches: Batches, store: Store) -> None:
    batch = batches.plan(batches.open("here", "m"), 1, "mark", carried("r"))

    news = batches.keep(batch, "m", [Came("x", "answered", "planted")])

    assert (0, None) == (news, Answers(store).find("x"))


def test_of_a_request_that_was_handed_in_again_the_last_batch_tells(batches: Batches) -> None:
    job = batches.open("here", "m")
    batches.end(batches.plan(job, 1, "a", carried("r")), "expired", "too late")

    second = batches.plan(job, 1, "b", carried("r"))

    (asked,) = batches.requests(job)
    assert (second, None) == (asked.batch, asked.outcome)


def test_of_one_source_the_text_handed_in_last_counts(batches: Batches, article: MakeArticle) -> None:
    job = batches.open("here", "m")
    old, new, other = article("One."), article("Two."), article("Three.", "b.txt")

    batches.add(job, {"/a.txt": old, "/b.txt": other})
    batches.add(job, {"/a.txt": new})
    batches.add(job, {"/b.txt": other})

    assert [("/a.txt", new), ("/b.txt", other)] == [(held.source, held.article) for held in batches.articles(job)]


def test_a_text_is_overtaken_when_another_of_its_source_was_checked_since(
    batches: Batches, store: Store, article: MakeArticle
) -> None:
    job = batches.open("here", "m")
    with store.unit() as unit:
        articles.add(unit, article("Before."), "/a.txt")
    batches.add(job, {"/a.txt": article("One."), "/b.txt": article("Two.")})

    before = batches.articles(job)
    with store.unit() as unit:
        articles.add(unit, article("Newer."), "/a.txt")
        articles.add(unit, article("Two."), "/b.txt")
    after = batches.articles(job)

    assert [False, False] == [held.overtaken for held in before]
    assert [True, False] == [held.overtaken for held in after]


def test_two_at_once_are_one_too_many(path: Path) -> None:
    first, second = Batches(Store(path)), Batches(Store(path))

    with first.alone(), pytest.raises(StoreError, match=r"^The batch work of the store .* is held by another verifier"):
        second.alone().__enter__()


def test_in_memory_nothing_can_wait() -> None:
    with pytest.raises(UsageError, match="--database"):
        Batches(Store(None)).alone().__enter__()
