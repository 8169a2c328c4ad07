"""Counts what a report holds, once for people and for programs."""

from verifier.models import Report


def counts(report: Report) -> dict[str, int]:
    """Return the numbers of articles, claims by verdict, contradictions, and of what was left over or not checked."""
    return {
        "articles": len(report.extractions),
        "claims": len(report.findings),
        "corroborated": len(report.corroborated),
        "conflicting": len(report.conflicting),
        "contradictions": report.contradictions,
        "unsourced": len(report.unsourced),
        "figures": sum(extraction.figures.total for extraction in report.extractions),
        "unclaimed": sum(len(extraction.figures.unclaimed) for extraction in report.extractions),
        "refused": sum(len(extraction.refused) for extraction in report.extractions) + len(report.refused),
        "unchecked": len(report.unchecked),
        "notes": len(report.notes),
    }
