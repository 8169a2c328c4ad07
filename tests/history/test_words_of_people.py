"""What a person says of some claims is named as the cause also with the claims that were held against them."""

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier.crosscheck import history
from verifier.listing import stories
from verifier.models import Claim, Extraction
from verifier.reconcile.parting import join_again, set_apart
from verifier.store import Store, articles

UNNAMED = MAGNETS.model_copy(update={"item": None})


def contradicted() -> tuple[list[Extraction], Claim, Claim]:
    """Two articles that contradict each other on topics of their own: one names the item, the other none."""
    one = article("a", publisher="Paper of a")
    other = article("b", "Rare earth magnets are what all this is about.", publisher="Paper of b")
    named, open_one = claim(one, "6,150 tonnes"), claim(other, "5,493.9 tonnes", topic=UNNAMED)
    return [extraction(one, named), extraction(other, open_one)], named, open_one


def sets_apart(newsroom: Newsroom, made: Claim) -> None:
    topic = newsroom.topics()[made.id]
    with Store(newsroom.path) as store, store.unit() as unit:
        set_apart(unit, topic, [made.id], "oxides", "they weigh <b>oxides</b>", person="Ana")
        history.work_out(unit)


def joins_again(newsroom: Newsroom, made: Claim) -> None:
    topic = newsroom.topics()[made.id]
    with Store(newsroom.path) as store, store.unit() as unit:
        join_again(unit, topic, [made.id], "magnets after all", person="Ben")
        history.work_out(unit)


def withdraws(newsroom: Newsroom, name: str) -> None:
    with Store(newsroom.path) as store, store.unit() as unit:
        articles.withdraw(unit, name, "Ana")
        history.update(unit)
        history.log(unit)


def test_a_claim_whose_counterpart_is_set_apart_tells_who_did_that_and_why(newsroom: Newsroom) -> None:
    readings, named, open_one = contradicted()
    newsroom.reads(*readings)

    sets_apart(newsroom, named)

    own, other = (newsroom.story(made)[-1] for made in (named, open_one))
    assert [("unsourced", "tie")] * 2 == [(change.verdict, change.cause) for change in (own, other)]
    assert stories.happened(own).startswith('Ana set it apart as "oxides": they weigh <b>oxides</b>; ')
    told = 'Ana set claims it was held against apart as "oxides": they weigh <b>oxides</b>; '
    assert stories.happened(other).startswith(told)


def test_a_claim_whose_counterpart_is_joined_again_tells_who_did_that_and_what_contradicts_it(
    newsroom: Newsroom,
) -> None:
    readings, named, open_one = contradicted()
    newsroom.reads(*readings)
    sets_apart(newsroom, named)

    joins_again(newsroom, named)

    own, other = (newsroom.story(made)[-1] for made in (named, open_one))
    assert [("conflicting", None)] * 2 == [(change.verdict, change.tied) for change in (own, other)]
    assert stories.happened(own).startswith("Ben joined it again with the claims on the topic its words name: ")
    assert stories.happened(other) == (
        "Ben joined claims it is held against again with those on the topic their words name: magnets after all; "
        "another passage may contradict it (may be another product: one article says rare earth magnet, the other "
        'names none): a.txt:1:1 says "6,150 tonnes"'
    )


def test_a_contradiction_is_told_as_certain_once_a_person_has_said_that_both_mean_the_same(newsroom: Newsroom) -> None:
    readings, named, open_one = contradicted()
    newsroom.reads(*readings)
    before = [stories.happened(change) for change in newsroom.story(named)]

    newsroom.rules(named, "same", open_one)

    told = 'first checked: another passage {}: b.txt:1:1 says "5,493.9 tonnes"'
    why = "may contradict it (may be another product: one article says rare earth magnet, the other names none)"
    assert [told.format(why)] == before
    assert told.format("contradicts it") == stories.happened(newsroom.story(named)[0])


def test_an_article_that_was_withdrawn_once_is_not_named_where_a_person_s_word_changed_the_verdict(
    newsroom: Newsroom,
) -> None:
    readings, named, open_one = contradicted()
    third = article("c", publisher="Paper of c")
    bystander = extraction(third, claim(third, "7 tonnes", "May 2020"))
    newsroom.reads(*readings, bystander)
    withdraws(newsroom, third.id)
    newsroom.reads(bystander)

    sets_apart(newsroom, named)

    assert [None, None] == [newsroom.story(made)[-1].path for made in (named, open_one)]
    assert [None, None] == [newsroom.story(made)[-1].article for made in (named, open_one)]


def test_what_a_person_says_of_other_topics_changes_nothing_that_is_told_of_these(newsroom: Newsroom) -> None:
    readings, _, open_one = contradicted()
    newsroom.reads(*readings)
    before = [stories.happened(change) for change in newsroom.story(open_one)]
    third = article("c", publisher="Paper of c")
    tea = claim(third, "7 tonnes", topic=MAGNETS.model_copy(update={"item": "tea"}))
    newsroom.reads(extraction(third, tea))

    sets_apart(newsroom, tea)

    assert before == [stories.happened(change) for change in newsroom.story(open_one)]
