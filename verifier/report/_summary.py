"""The last lines on standard error: what was read, what came out, what it cost."""

from verifier.models import Report, Usage
from verifier.report.words import counted


def summary(report: Report) -> str:
    """Return the counts of articles, claims by verdict, leftovers and model use, one line each."""
    lines = [_claims(report), _leftovers(report), _usage(report.usage)]
    return "".join(f"{line}\n" for line in lines)


def cost(usage: Usage) -> str:
    """Return the cost in words; it is unknown, not nothing, while a model was asked at an unknown price."""
    if usage.cost_usd is not None:
        return f"cost ${usage.cost_usd.normalize():f}"
    return "cost unknown" if usage.calls else "no cost"


def _claims(report: Report) -> str:
    verdicts = ", ".join(
        f"{len(findings):,} {name}"
        for name, findings in (
            ("conflicting", report.conflicting),
            ("corroborated", report.corroborated),
            ("unsourced", report.unsourced),
        )
    )
    return f"{counted(len(report.extractions), 'article')}, {counted(len(report.findings), 'claim')}: {verdicts}"


def _leftovers(report: Report) -> str:
    total = sum(extraction.figures.total for extraction in report.extractions)
    unclaimed = sum(len(extraction.figures.unclaimed) for extraction in report.extractions)
    refused = sum(len(extraction.refused) for extraction in report.extractions)
    parts = [
        f"{counted(total, 'figure')}, {unclaimed:,} unclaimed",
        f"{counted(refused, 'answer')} refused",
        f"{counted(len(report.unchecked), 'passage')} unchecked",
    ]
    return "; ".join(parts)


def _usage(usage: Usage) -> str:
    tokens = f"{usage.input_tokens:,} tokens in ({usage.cached_tokens:,} cached), {usage.output_tokens:,} out"
    return f"{counted(usage.calls, 'model call')}, {tokens}, {cost(usage)}"
