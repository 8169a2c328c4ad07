"""ClaimReview holds what people decided and publish, as the vocabulary has it, and no rating that nobody gave."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.crosscheck.cases import article, claim, extraction
from tests.exports.conftest import SETTINGS, Desk
from tests.history.newsroom import Newsroom
from verifier.errors import ConfigurationError
from verifier.exports.claimreview import RATINGS, fates, remarks
from verifier.queue import decisions, opinions
from verifier.queue.record import DECIDED, Seen
from verifier.settings import Settings

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("claimreview.schema.json").read_text()))


def reviews(file: bytes) -> list[dict[str, Any]]:
    """The reviews of a file that is as the schema has it."""
    document = json.loads(file)
    SCHEMA.validate(document)
    found: list[dict[str, Any]] = document["@graph"]
    return found


def test_claims_longer_than_google_asks_for_are_counted_and_whole(desk: Desk) -> None:
    (claim, statement), *_ = desk.ask(
        "select claim_id, document ->> '$.statement' from claims join verdicts using (claim_id)"
        " where verdict = 'unsourced' and length(document ->> '$.statement') >= 75"
    )
    desk.decide(claim, "unsourced", "unsourced")

    with desk.store.unit(keep=False) as unit:
        told = remarks(unit)

    assert "1 review has a claim of 75 or more characters, and Google asks for fewer; nothing was cut" == told[-1]
    assert [statement] == [review["claimReviewed"] for review in reviews(desk.export("claimreview"))]


def test_a_review_says_who_checked_what_where_and_what_came_of_it(decided: Desk) -> None:
    first, second = reviews(decided.export("claimreview"))

    claim, overruled, *_ = decided.claims("conflicting")
    assert [f"https://checks.example/magnets/{name}" for name in (claim, overruled)] == [first["url"], second["url"]]
    assert {"@type": "Organization", "name": "The Daily Check", "url": "https://checks.example/"} == first["author"]
    assert ["Contradicted by other reports", "Corroborated by independent reports"] == [
        review["reviewRating"]["alternateName"] for review in (first, second)
    ]
    assert first["reviewRating"]["ratingExplanation"].startswith("the figures contradict each other")
    assert second["reviewRating"]["ratingExplanation"].startswith("customs <script>table</script>, ")
    assert first["citation"][0]["text"]
    assert first["itemReviewed"]["appearance"][0]["text"]


def test_what_was_overruled_without_a_word_is_not_explained_with_the_machine_s(desk: Desk) -> None:
    desk.decide(desk.claims("conflicting")[0], "cannot be checked", "conflicting")

    (review,) = reviews(desk.export("claimreview"))

    assert {"@type": "Rating", "alternateName": "Cannot be checked"} == review["reviewRating"]


@pytest.mark.parametrize("verdict", [verdict for verdict in DECIDED if verdict != "skipped"])
def test_no_number_is_made_up_for_any_verdict(desk: Desk, verdict: str) -> None:
    desk.decide(desk.claims("unsourced")[0], verdict, "unsourced")

    (review,) = reviews(desk.export("claimreview"))

    assert RATINGS[verdict] == review["reviewRating"]["alternateName"]
    assert not {"ratingValue", "bestRating", "worstRating"} & review["reviewRating"].keys()
    assert verdict not in review["claimReviewed"]


def test_it_can_stand_in_a_page(decided: Desk) -> None:
    file = decided.export("claimreview")

    assert b"<" not in file
    assert b"\\u003cscript>" in file
    assert file.isascii()


def test_what_is_left_out_is_counted_by_the_reason(decided: Desk) -> None:
    with decided.store.unit(keep=False) as unit:
        counted = fates(unit)

    assert {
        "held": 2,
        "undecided": 85,
        "skipped": 1,
        "re-opened": 1,
        "replaced": 0,
        "withdrawn": 0,
        "awaited": 0,
        "disputed": 0,
    } == counted
    assert 2 == len(reviews(decided.export("claimreview")))


def test_a_claim_is_published_neither_before_the_second_opinion_nor_while_two_differ(desk: Desk) -> None:
    claim_id = desk.claims("conflicting")[0]
    first = desk.decide(claim_id, "conflicting", "conflicting")
    published, left_out = [], []

    with desk.store.unit() as unit:
        asked = opinions.ask(unit, "Eva", {claim_id: Seen(first, "conflicting")}).number()
    published.append(len(reviews(desk.export("claimreview"))))
    left_out.append(left(desk))
    with desk.store.unit() as unit:
        second = decisions.decide(unit, claim_id, "Ben", "unsourced", Seen(first, "conflicting", asked=asked))
    published.append(len(reviews(desk.export("claimreview"))))
    left_out.append(left(desk))
    with desk.store.unit() as unit:
        seen = Seen(first, "conflicting", asked=second)
        decisions.decide(unit, claim_id, "Eva", "unsourced", seen, settles=True)
    published.append(len(reviews(desk.export("claimreview"))))

    assert [0, 0, 1] == published
    assert ["awaited", "disputed"] == left_out


def left(desk: Desk) -> str:
    """Why the one claim that was decided is left out."""
    with desk.store.unit(keep=False) as unit:
        (why,) = [fate for fate, claims in fates(unit).items() if claims and fate != "undecided"]
    return why


def test_a_claim_that_no_text_makes_any_more_is_left_out(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "claims.duckdb")
    older, newer = article("a"), article("a", "Another text.")
    made = claim(older, "6,150 tonnes")
    newsroom.reads(extraction(older, made))
    desk = Desk(newsroom.path)
    desk.decide(made.id, "unsourced", "unsourced")
    newsroom.reads(extraction(newer))

    with desk.store.unit(keep=False) as unit:
        assert 1 == fates(unit)["replaced"]
    assert [] == reviews(desk.export("claimreview"))


def test_where_an_article_can_be_read_is_told_and_where_it_lies_on_a_disk_is_not(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "claims.duckdb")
    public = article("a", publisher="Paper A").model_copy(update={"path": "https://paper.example/magnets"})
    private = article("b", publisher="Paper B").model_copy(update={"path": "/home/ana/draft.txt"})
    one, other = claim(public, "6,150 metric tons"), claim(private, "5,000 metric tons")
    newsroom.reads(extraction(public, one), extraction(private, other))
    desk = Desk(newsroom.path)
    for made in (one, other):
        desk.decide(made.id, "conflicting", "conflicting")

    first, second = reviews(desk.export("claimreview"))

    assert "https://paper.example/magnets" == first["itemReviewed"]["appearance"][0]["url"]
    assert ["https://paper.example/magnets"] == [cited["url"] for cited in second["citation"]]
    assert b"/home/ana" not in desk.export("claimreview")


def test_without_a_place_where_checks_are_published_it_says_what_to_set(decided: Desk) -> None:
    with pytest.raises(ConfigurationError, match="set VERIFIER_CHECKS_URL"):
        decided.export("claimreview", Settings())


@pytest.mark.parametrize(
    "change",
    [
        {"reviewRating": None},
        {"reviewRating": {"@type": "Rating"}},
        {"reviewRating": {"@type": "Rating", "alternateName": "True", "worstRating": 0}},
        {"reviewRating": {"@type": "Rating", "alternateName": "True", "ratingExplaination": "so"}},
        {"claimReviewed": ""},
        {"url": "checks/1"},
        {"author": {"@type": "Organization"}},
        {"itemReviewed": {"@type": "Claim"}},
        {"datePublished": "yesterday"},
    ],
)
def test_the_schema_refuses_what_the_vocabulary_does_not_allow(decided: Desk, change: dict[str, object]) -> None:
    document = json.loads(decided.export("claimreview", SETTINGS))
    document["@graph"][0] |= change

    assert [*SCHEMA.iter_errors(document)]
