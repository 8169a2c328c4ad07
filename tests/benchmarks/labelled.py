"""Measures recall and verdicts on a cluster of articles that somebody labelled, and names every false conflict.

    python tests/benchmarks/labelled.py CLUSTER [CLUSTER ...] [--record]

A cluster is a folder with `sources.json` (file, publisher, date), the articles, and `gold.json` (claims with
their verdicts, true conflicts, hard negatives). The model is the configured one; with VERIFIER_RECORDINGS its
answers are replayed from there, and with --record the missing ones are asked for and kept there.
"""

import argparse
import json
import os
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from verifier import figures
from verifier.article import read
from verifier.models import Article, Claim, Finding, Report
from verifier.pipeline import verify
from verifier.settings import ModelSettings, Settings

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Label(NamedTuple):
    """One labelled claim and the stretch of its article it stands in."""

    row: dict[str, Any]
    article: str
    start: int
    end: int


def main() -> None:
    """Print the score of each cluster named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", nargs="+", type=Path)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--claims", action="store_true", help="also print every claim with its verdict")
    arguments = parser.parse_args()
    for cluster in arguments.clusters:
        report = verify(articles(cluster), Settings(model=model(arguments.record)), progress=print)
        print(f"\n== {cluster.name}")
        if arguments.claims:
            show_claims(report)
        score(report, _restated(json.loads((cluster / "gold.json").read_text("utf-8"))))


def model(record: bool) -> ModelSettings:
    """Return the model the environment names."""
    recordings = os.environ.get("VERIFIER_RECORDINGS")
    return ModelSettings(
        base_url=os.environ.get("OPENAI_BASE_URL"),
        api_key=os.environ.get("OPENAI_API_KEY"),
        name=os.environ.get("VERIFIER_MODEL"),
        answers="record" if record else "replay" if recordings else "live",
        recordings=Path(recordings) if recordings else None,
        concurrency=16,
        request_timeout=3000,
        deadline=6000,
    )


def articles(cluster: Path) -> list[Article]:
    """Return the cluster's articles, with publisher and date as its list of sources has them."""
    sources = json.loads((cluster / "sources.json").read_text("utf-8"))
    return [_article(cluster / source["file"], source) for source in sources]


def _article(path: Path, source: dict[str, Any]) -> Article:
    stated = re.match(r"\d{4}-\d{2}-\d{2}", source["date"] or "")
    article = read(path, publisher=source["publisher"], published=date.fromisoformat(stated[0]) if stated else None)
    return article.model_copy(update={"path": path.name})


def score(report: Report, gold: dict[str, Any]) -> None:
    """Print recall, verdict accuracy and conflicts of `report` against the labels."""
    texts = {extraction.article.path: extraction.article for extraction in report.extractions}
    labels = [_label(row, texts) for row in gold["claims"]]
    found = {label.row["id"]: matches for label in labels if (matches := _matches(label, report, texts))}
    wanted = [label for label in labels if not label.row["optional"]]
    missed = [label for label in wanted if label.row["id"] not in found]
    print(f"recall {len(wanted) - len(missed)}/{len(wanted)} = {1 - len(missed) / len(wanted):.3f}")
    for label in missed:
        print(f"  missed {label.row['id']} {label.article}: {label.row['quote']!r}")
    _score_verdicts(labels, found)
    _score_conflicts(report, texts, gold)


def _label(row: dict[str, Any], texts: dict[str, Article]) -> Label:
    start = texts[row["article"]].text.find(row["quote"])
    if start < 0:
        raise SystemExit(f"{row['id']}: its quote does not stand in {row['article']}")
    return Label(row, row["article"], start, start + len(row["quote"]))


def _matches(label: Label, report: Report, texts: dict[str, Article]) -> list[Finding]:
    article = texts[label.article].id
    return [
        finding
        for finding in report.findings
        if finding.claim.article == article and _overlaps(label, finding.claim) and _carries(label, finding.claim)
    ]


def _overlaps(label: Label, claim: Claim) -> bool:
    return any(citation.start < label.end and label.start < citation.end for citation in claim.citations)


def _carries(label: Label, claim: Claim) -> bool:
    if label.row["kind"] != "figure":
        return claim.aspect in ("event", "rank")
    wanted = _numbers(label.row["value"])
    if claim.figure is None:
        return bool(wanted & _numbers(claim.statement))
    values = {claim.figure.value, claim.figure.upper} | _numbers(claim.figure.text)
    return bool(wanted & {abs(value) for value in values if value is not None})


def _numbers(text: str) -> set[Decimal]:
    digits = {Decimal(number.replace(",", "")) for number in _NUMBER.findall(text)}
    return digits | {abs(figure.value) for figure in figures.find(text) if figure.value is not None}


def _score_verdicts(labels: list[Label], found: dict[str, list[Finding]]) -> None:
    right, wrong = 0, []
    for label in labels:
        verdicts = {str(finding.verdict) for finding in found.get(label.row["id"], ())}
        allowed = {label.row["expected"], *label.row["also_acceptable"]}
        allowed |= {"corroborated"} if label.row["mixed"] else set()
        if not verdicts:
            continue
        if verdicts & allowed:
            right += 1
        else:
            wrong.append((label, verdicts, found[label.row["id"]][0].reason))
    print(f"verdicts {right}/{right + len(wrong)} = {right / max(1, right + len(wrong)):.3f}")
    near = sum(label.row["expected"] == "conflicting" and reason.startswith("near") for label, _, reason in wrong)
    rest = right + len(wrong) - near
    print(f"  without {near} labelled as conflicting that are near by the rules: {right / max(1, rest):.3f}")
    for label, verdicts, reason in wrong:
        print(
            f"  {label.row['id']} {label.row['quote'][:60]!r}: {sorted(verdicts)} ({reason}), not "
            f"{label.row['expected']}"
        )


def _score_conflicts(report: Report, texts: dict[str, Article], gold: dict[str, Any]) -> None:
    reported = _reported(report)
    claims = {finding.claim.id: finding.claim for finding in report.findings}
    kinds: Counter[str] = Counter()
    for one, two in sorted(reported, key=lambda pair: sorted(pair)):
        kind = _kind(claims[one], claims[two], texts, gold)
        kinds[kind] += 1
        print(f"  {kind}: {_name(claims[one], texts)} | {_name(claims[two], texts)}")
    between = kinds["true"] + kinds["false"] + kinds["HARD NEGATIVE"]
    precision = kinds["true"] / between if between else 1
    print(f"conflicts between articles {between}, precision {precision:.3f}; {dict(kinds)}")
    for pair in gold["conflicts"]:
        if not any(_is_pair(claims[one], claims[two], texts, pair) for one, two in reported):
            print(f"  not reported: {pair['a']['quote'][:50]!r} | {pair['b']['quote'][:50]!r}")


def _reported(report: Report) -> set[tuple[str, str]]:
    pairs = (
        sorted((finding.claim.id, other.claim))
        for finding in report.findings
        for other in finding.comparisons
        if other.relation == "conflicts"
    )
    return {(one, two) for one, two in pairs}


def _kind(one: Claim, two: Claim, texts: dict[str, Article], gold: dict[str, Any]) -> str:
    kinds = (("hard_negatives", "HARD NEGATIVE"), ("conflicts", "true"), ("borderline", "borderline"))
    for key, name in kinds:
        if any(_is_pair(one, two, texts, pair) for pair in gold[key]):
            return name
    return "false" if one.article != two.article else "within one article, not labelled"


def _is_pair(one: Claim, two: Claim, texts: dict[str, Article], pair: dict[str, Any]) -> bool:
    return (_stands_at(one, pair["a"], texts) and _stands_at(two, pair["b"], texts)) or (
        _stands_at(two, pair["a"], texts) and _stands_at(one, pair["b"], texts)
    )


def _stands_at(claim: Claim, place: dict[str, str], texts: dict[str, Article]) -> bool:
    article = texts[place["article"]]
    return claim.article == article.id and any(
        _is_said_at(claim, words, article.text) for words in (place["quote"], *place.get("restated", ()))
    )


def _is_said_at(claim: Claim, words: str, text: str) -> bool:
    start = text.find(words)
    if start < 0 or (claim.figure is not None and not _numbers(claim.figure.text) & _numbers(words)):
        return False
    return any(citation.start < start + len(words) and start < citation.end for citation in claim.citations)


def _restated(gold: dict[str, Any]) -> dict[str, Any]:
    """Return the labels with the pairs' places knowing where else in the article the same claim is made."""
    again = {(row["article"], row["quote"]): row.get("restated_in_same_article", ()) for row in gold["claims"]}

    def knowing(pair: dict[str, Any]) -> dict[str, Any]:
        places = {side: pair[side] for side in ("a", "b")}
        said = {side: again.get((place["article"], place["quote"]), ()) for side, place in places.items()}
        return {**pair, **{side: {**place, "restated": said[side]} for side, place in places.items()}}

    return {
        **gold,
        **{key: [knowing(pair) for pair in gold[key]] for key in ("hard_negatives", "conflicts", "borderline")},
    }


def _name(claim: Claim, texts: dict[str, Article]) -> str:
    path = next(path for path, article in texts.items() if article.id == claim.article)
    return f"{path[:2]} {claim.statement[:110]}"


def show_claims(report: Report) -> None:
    """Print every claim with its verdict and reason, in the order of the articles."""
    names = {extraction.article.id: extraction.article.path for extraction in report.extractions}
    for finding in report.findings:
        claim = finding.claim
        print(
            f"{names[claim.article][:2]} {claim.citations[0].line}: {finding.verdict} [{claim.aspect}] "
            f"{claim.statement} <- {finding.reason}"
        )
    for extraction in report.extractions:
        for left in extraction.figures.unclaimed:
            print(f"{extraction.article.path[:2]} unclaimed {left.text!r} line {left.line}: {left.why}")
        for refusal in extraction.refused:
            print(f"{extraction.article.path[:2]} refused {refusal.what}: {refusal.why}")


if __name__ == "__main__":
    main()
