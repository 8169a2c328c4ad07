"""JUnit XML, so that a build server shows claims the way it shows tests."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from verifier.models import Report
from verifier.report.remarks import BETWEEN, Kind, Remark, remarks
from verifier.report.visible import visible

_OUTCOMES: dict[Kind, str] = {"conflicting": "failure", "unchecked": "error", "unsourced": "skipped"}


def junit(report: Report, *, unsourced_fails: bool = False) -> str:
    """Return one test suite an article and one test a claim: a conflict fails, an unchecked passage is an error.

    What no other article bears out is skipped, or fails as well.
    """
    outcomes = _OUTCOMES | ({"unsourced": "failure"} if unsourced_fails else {})
    root = Element("testsuites", name="verifier")
    spoken = [remark for remark in remarks(report, everything=True) if remark.kind not in ("unclaimed", "refused")]
    for name, group in groupby(spoken, key=_suite_name):
        _suite(root, name, group, outcomes)
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite_name(remark: Remark) -> str:
    return visible(remark.article.path) if remark.article else BETWEEN


def _suite(root: Element, name: str, spoken: Iterable[Remark], outcomes: Mapping[Kind, str]) -> None:
    suite = SubElement(root, "testsuite", name=name)
    notes: list[Remark] = []
    for _, group in groupby(spoken, key=_subject):
        told = [*group]
        if told[0].kind == "note":  # no test: it stands beside them
            notes += told
        else:
            _case(suite, told, outcomes.get(told[0].kind))
    if notes:
        SubElement(suite, "system-out").text = "\n".join(f"{note.where}: {note.message}" for note in notes)
    _count(suite)


def _subject(remark: Remark) -> tuple[int, int, str]:
    return remark.line, remark.column, remark.finding.claim.id if remark.finding else remark.message


def _case(suite: Element, group: list[Remark], outcome: str | None) -> None:
    first = group[0]
    name = f"{first.line}:{first.column} {first.head or first.rest}"
    case = SubElement(suite, "testcase", classname=suite.get("name", ""), name=name)
    case.set("file", suite.get("name", ""))
    case.set("line", str(first.line))
    if outcome:
        SubElement(case, outcome, message=first.rest).text = "\n".join(remark.message for remark in group)


def _count(element: Element) -> None:
    counts = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, tag in counts.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))
