"""Annotations for GitHub's workflows: each finding beside the line it is about."""

from verifier.models import Report
from verifier.report.remarks import Kind, Remark, remarks
from verifier.report.visible import visible

_LEVELS: dict[Kind, str] = {"conflicting": "error", "unchecked": "warning"}


def github(report: Report, *, everything: bool = False) -> str:
    """Return one workflow command a finding; no text of an article can end it or start another."""
    return "".join(f"{_command(remark)}\n" for remark in remarks(report, everything=everything))


def _command(remark: Remark) -> str:
    properties = {"title": f"verifier: {remark.kind}"}
    if remark.article:
        place = {"file": visible(remark.article.path), "line": str(remark.line), "col": str(remark.column)}
        properties = place | properties
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS.get(remark.kind, 'notice')} {listed}::{_data(remark.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
