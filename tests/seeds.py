"""Runs the shipped articles with their recorded answers, and finds claims in the report by their words."""

from pathlib import Path

from verifier.article import read
from verifier.models import Article, Claim, Finding, Report
from verifier.settings import ModelSettings, Settings
from verifier.shipped import FIXTURES, SEEDS

RECORDED = ModelSettings(answers="replay", recordings=FIXTURES / "demo")


def seed(name: str) -> Article:
    """Return the shipped article of that name, called as the demo calls it."""
    return read(SEEDS / f"{name}.txt").model_copy(update={"path": f"seeds/{name}.txt"})


def all_seeds() -> list[Article]:
    """Return the five shipped articles."""
    return [seed(path.stem) for path in sorted(SEEDS.glob("*.txt"))]


def recorded(database: Path | None = None) -> Settings:
    """Return settings under which only recorded answers are given."""
    return Settings(model=RECORDED, database=database)


def finding(report: Report, name: str, words: str, aspect: str | None = None) -> Finding:
    """Return the one finding of the article `name` whose figure, as it stands there, holds `words`."""
    article = next(one.article for one in report.extractions if one.article.path.endswith(f"{name}.txt"))
    found = [one for one in report.findings if one.claim.article == article.id and _says(one.claim, words, aspect)]
    assert len(found) == 1, (name, words, [one.claim.statement for one in found])
    return found[0]


def _says(claim: Claim, words: str, aspect: str | None) -> bool:
    if aspect is not None and claim.aspect != aspect:
        return False
    return claim.figure is not None and words in claim.figure.text


def relation(one: Finding, other: Finding) -> str | None:
    """Return how `one` stands to `other`; None where they were not held against each other."""
    return next((held.relation for held in one.comparisons if held.claim == other.claim.id), None)


def outcome(report: Report) -> dict[str, tuple[str, frozenset[tuple[str, str]]]]:
    """Return each claim's verdict and its telling comparisons: what must not depend on the order of reading."""
    return {
        one.claim.id: (
            str(one.verdict),
            frozenset((held.claim, held.relation) for held in one.comparisons if held.relation != "not comparable"),
        )
        for one in report.findings
    }
