"""One line a finding, for editors and for grep."""

from verifier.models import Report
from verifier.report.colours import painted
from verifier.report.remarks import remarks


def concise(report: Report, *, everything: bool = False, colour: bool = False) -> str:
    """Return `path:line:column: verdict  "words" (scope) — counterpart`, one line a conflict or unchecked passage."""
    return "".join(
        f"{remark.where}: {painted(remark.kind, remark.kind, colour)}  {remark.message}\n"
        for remark in remarks(report, everything=everything)
    )
