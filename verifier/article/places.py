"""Two names of one article: where it lies, by which the store knows it, and what a reader in this folder calls it."""

import os
from pathlib import Path

from verifier.models import Finding, Report


def source_of(path: str) -> str:
    """Return what a later text has to share to supersede the one at `path`: the file, or the name it was given."""
    try:
        file = Path(path)
        return str(file.resolve()) if file.exists() else path
    except (OSError, ValueError):  # a name no file can have, such as a long address
        return path


def nearby(report: Report, machine: str = "") -> Report:
    """Return `report` with the other articles named as a reader in this folder, on this `machine`, would."""
    return report.model_copy(update={"findings": tuple(_nearby(finding, machine) for finding in report.findings)})


def _nearby(finding: Finding, machine: str) -> Finding:
    comparisons = (
        held.model_copy(update={"path": near(held.path.removeprefix(machine))}) for held in finding.comparisons
    )
    return finding.model_copy(update={"comparisons": tuple(comparisons)})


def near(source: str) -> str:
    """Return the name of `source` as a reader in this folder would write it."""
    # Of text, not of paths: a report names other articles tens of thousands of times.
    return source.removeprefix(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118
