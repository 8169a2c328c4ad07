"""The last lines on standard error: what was read, what came out, what it cost."""

from collections.abc import Iterator

from verifier.models import Report, Usage
from verifier.report.counts import counts
from verifier.report.visible import visible
from verifier.report.words import counted


def summary(report: Report, *, everything: bool = False) -> str:
    """Return the counts of articles, claims by verdict, leftovers and model use, one line each.

    With `everything` a line more for each article a model was asked about.
    """
    number = counts(report)
    pairs = f" ({_contradictions(report)})" if report.contradictions not in (0, number["conflicting"]) else ""
    verdicts = f"{number['conflicting']:,} conflicting{pairs}, {number['corroborated']:,} corroborated"
    noted = counted(number["notes"], "note") + ": an article hides or turns text, or addresses whoever checks it\n"
    passages = number["unchecked"] - len(report.unreconciled)
    between = ", and not all was compared between the articles" if report.unreconciled else ""
    return (
        f"{counted(number['articles'], 'article')}, {counted(number['claims'], 'claim')}: {verdicts}, "
        f"{number['unsourced']:,} unsourced\n"
        f"{counted(number['figures'], 'figure')}, {number['unclaimed']:,} unclaimed; "
        f"{counted(number['refused'], 'answer')} refused; {counted(passages, 'passage')} unchecked{between}\n"
        f"{noted if report.notes else ''}{_usage(report.usage)}\n"
        f"{''.join(_shares(report)) if everything else ''}"
    )


def cost(usage: Usage) -> str:
    """Return the cost in words; it is unknown, not nothing, while a model was asked at an unknown price."""
    if usage.cost_usd is not None:
        return f"cost ${usage.cost_usd.normalize():f}"
    return "price unknown" if usage.calls else "no cost"


def _contradictions(report: Report) -> str:
    least = "at least " if any(finding.more for finding in report.conflicting) else ""
    return least + counted(report.contradictions, "contradiction")


def _shares(report: Report) -> Iterator[str]:
    for extraction in report.extractions:
        used = report.spent.get(extraction.article.id, Usage())
        if used.calls:
            yield f"  {visible(extraction.article.path)}: {_usage(used)}\n"


def _usage(usage: Usage) -> str:
    tokens = f"{usage.input_tokens:,} tokens in ({usage.cached_tokens:,} cached), {usage.output_tokens:,} out"
    return f"{counted(usage.calls, 'answer')} from the model, {tokens}, {cost(usage)}"
