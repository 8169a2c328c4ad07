"""Writes what people decided as ClaimReview, the vocabulary of schema.org that search engines and archives read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from verifier.crosscheck import check
from verifier.errors import ConfigurationError
from verifier.exports.pieces import Piece
from verifier.models import Comparison, Finding, Relation
from verifier.report.words import counted
from verifier.settings import KEYS, Settings
from verifier.store import Unit

RATINGS: Mapping[str, str] = {
    "corroborated": "Corroborated by independent reports",
    "conflicting": "Contradicted by other reports",
    "unsourced": "Unsourced: no independent report says so",
    "cannot be checked": "Cannot be checked",
}
"""What is decided, in words for readers. There are no numbers: which of two reports is right nobody has rated."""

FATES: Mapping[str, str] = {
    "undecided": "nobody has decided them",
    "skipped": "they were skipped",
    "re-opened": "the machine says something else since they were decided",
    "replaced": "no text says so any more",
    "withdrawn": "their articles were withdrawn",
    "awaited": "a second opinion is awaited",
    "disputed": "two opinions differ, and nobody has settled it",
}
"""Why claims are left out."""
ADVISED = 75
"""Characters that a claim in a review should have fewer than, as Google asks."""
_AT_ONCE = 200
_CITED: tuple[Relation, ...] = ("conflicts", "agrees")
_MOST_CITED = 10


class Fate(NamedTuple):
    """One row of exports/fates.sql."""

    fate: str
    claims: int


class _Long(NamedTuple):
    """One row of exports/long.sql."""

    claims: int


class _Held(NamedTuple):
    """One row of exports/held.sql."""

    decision: int
    claim_id: str
    verdict: str
    note: str
    day: str
    first_day: str
    article_id: str


class _Work(NamedTuple):
    """One row of exports/works.sql."""

    article_id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None


def fates(unit: Unit) -> dict[str, int]:
    """Return how many claims have a decision that holds ("held"), and how many have none, by the keys of FATES."""
    unit.run("exports/decided")
    found = {row.fate: row.claims for row in unit.rows("exports/fates", Fate)}
    return {fate: found.get(fate, 0) for fate in ("held", *FATES)}


def long_claims(unit: Unit) -> int:
    """Return how many of the reviews have a claim of ADVISED characters or more; after `fates`."""
    return unit.rows("exports/long", _Long, advised=ADVISED)[0].claims


def remarks(unit: Unit) -> list[str]:
    """Return what whoever takes the file should know of it, in sentences."""
    counts, long = fates(unit), long_claims(unit)
    told = [f"{counted(counts[fate], 'claim')} left out: {why}" for fate, why in FATES.items() if counts[fate]]
    if long:
        have = counted(long, "review has", "reviews have")
        told.append(f"{have} a claim of {ADVISED} or more characters, and Google asks for fewer; nothing was cut")
    return told


def checks_url(settings: Settings) -> str:
    """Return where the checks are published; raises ConfigurationError where the settings do not say."""
    if settings.checks_url is None:
        raise ConfigurationError(
            f"a ClaimReview names the page of its check: set {KEYS['checks_url']} to the address your checks are "
            "published under; the id of the claim is put after it."
        )
    return settings.checks_url


def reviews(unit: Unit, settings: Settings) -> Iterator[Piece]:
    """Yield one JSON-LD document with a review for each decision that holds; raises ConfigurationError.

    It can stand in a page as it is: it holds no "<".
    """
    checks_url(settings)
    unit.run("exports/decided")
    yield Piece(b'{"@context": "https://schema.org", "@graph": [')
    separator = b"\n"
    for page in _pages(unit):
        for review in _reviewed(unit, page, settings):
            yield Piece(separator + json.dumps(review).replace("<", "\\u003c").encode(), 1)
            separator = b",\n"
    yield Piece(b"\n]}\n")


def _pages(unit: Unit) -> Iterator[list[_Held]]:
    after = 0
    while page := unit.rows("exports/held", _Held, after=after, most=_AT_ONCE):
        yield page
        after = page[-1].decision


def _reviewed(unit: Unit, page: Sequence[_Held], settings: Settings) -> list[dict[str, Any]]:
    found = {one.claim.id: one for one in check(unit, sorted({held.article_id for held in page}))}
    told = [found[held.claim_id] for held in page if held.claim_id in found]
    named = {held.article_id for held in page} | {cited.article for one in told for cited in _cited(one)}
    works = {work.article_id: work for work in unit.rows("exports/works", _Work, articles=sorted(named))}
    return [_review(held, found[held.claim_id], works, settings) for held in page if held.claim_id in found]


def _review(held: _Held, finding: Finding, works: Mapping[str, _Work], settings: Settings) -> dict[str, Any]:
    work, claim = works[held.article_id], finding.claim
    own = _organisation(settings.organisation, _home(checks_url(settings)))
    return {
        "@type": "ClaimReview",
        "url": f"{checks_url(settings)}/{held.claim_id}",
        "claimReviewed": claim.statement,
        "datePublished": held.first_day,
        "dateModified": held.day,
        "author": own,
        "sdPublisher": own,
        "reviewRating": _filled(
            {
                "@type": "Rating",
                "alternateName": RATINGS[held.verdict],
                "ratingExplanation": held.note or (finding.reason if held.verdict == finding.verdict else None),
            }
        ),
        "itemReviewed": _filled(
            {
                "@type": "Claim",
                "appearance": [{**_work(work), "text": claim.citations[0].quote}],
                "author": _organisation(work.publisher) if work.publisher else None,
                "datePublished": work.published and work.published.isoformat(),
            }
        ),
        "citation": [{**_work(works[cited.article]), "text": cited.quote} for cited in _cited(finding)],
    }


def _cited(finding: Finding) -> list[Comparison]:
    """Return what the check rests on, also where it speaks against what was decided."""
    return [held for held in finding.comparisons if held.relation in _CITED][:_MOST_CITED]


def _work(work: _Work) -> dict[str, Any]:
    return _filled(
        {
            "@type": "CreativeWork",
            "url": work.url,
            "headline": work.title,
            "publisher": _organisation(work.publisher) if work.publisher else None,
            "datePublished": work.published and work.published.isoformat(),
        }
    )


def _organisation(name: str | None, url: str | None = None) -> dict[str, str]:
    return _filled({"@type": "Organization", "name": name, "url": url})


def _home(address: str) -> str:
    return urlsplit(address)._replace(path="/").geturl()


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
