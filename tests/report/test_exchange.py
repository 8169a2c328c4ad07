"""The formats other tools read: each is well-formed whatever an article holds."""

import json as codec
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from tests.report import samples
from verifier.models import Article, Claim, Extraction, Finding, Report, Span, Unchecked, Verdict
from verifier.report import github, html, junit, sarif
from verifier.report.visible import is_hidden

REGION = {
    "type": "object",
    "required": ["startLine", "startColumn"],
    "additionalProperties": False,
    "properties": {
        name: {"type": "integer", "minimum": lowest}
        for name, lowest in {
            "startLine": 1,
            "startColumn": 1,
            "endLine": 1,
            "endColumn": 1,
            "charOffset": 0,
            "charLength": 0,
        }.items()
    },
}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer"},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": "^[\\x21-\\x7e]+$"}},
                },
                "region": REGION,
            },
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["pass", "fail"]},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    # The standard: whatever does not fail has no level.
    "if": {"properties": {"kind": {"const": "pass"}}},
    "then": {"properties": {"level": {"const": "none"}}},
}
LOG = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


def alone(article: Article, claim: Claim) -> Report:
    """One article with one claim that no other speaks of."""
    finding = Finding(claim=claim, verdict=Verdict.UNSOURCED, reason="no other article states it in a comparable form")
    return Report(extractions=(Extraction(article=article),), findings=(finding,))


def results(report: Report, *, everything: bool = False) -> list[dict[str, Any]]:
    log = codec.loads(sarif(report, everything=everything))
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


@pytest.mark.parametrize("report", [samples.conflict(), samples.corroborated(), samples.unchecked(), samples.hostile()])
def test_sarif_has_the_structure_the_standard_asks_for(report: Report) -> None:
    log = codec.loads(sarif(report, everything=True))

    assert [] == [*Draft202012Validator(LOG).iter_errors(log)]


def test_every_sarif_result_names_a_rule_that_is_described() -> None:
    log = codec.loads(sarif(samples.conflict(), everything=True))
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]

    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in log["runs"][0]["results"])


def test_sarif_marks_the_figure_on_both_sides() -> None:
    result = results(samples.conflict())[0]

    own = result["locations"][0]["physicalLocation"]["region"]
    other = result["relatedLocations"][0]["physicalLocation"]["region"]

    assert samples.HARBOUR.text[own["charOffset"] :][: own["charLength"]] == "412,000 containers"
    assert samples.GAZETTE.text[other["charOffset"] :][: other["charLength"]] == "398,500 containers"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b%c.txt", "a%20b%25c.txt"),
        ("/press/früh.txt", "file:///press/fr%C3%BCh.txt"),
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_sarif_writes_paths_as_addresses(path: str, uri: str) -> None:
    article = samples.HARBOUR.model_copy(update={"path": path})
    extraction = samples.conflict().extractions[0].model_copy(update={"article": article})
    report = samples.conflict().model_copy(update={"extractions": (extraction,)})

    assert uri == results(report)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_github_annotates_the_line_of_each_conflict() -> None:
    first, second = github(samples.conflict()).splitlines()

    assert first.startswith(
        '::error file=harbour.txt,line=3,col=18,title=verifier%3A conflicting::"412,000 containers"'
    )
    assert "(+3.4%25)" in second


def test_no_text_can_end_a_github_command_or_start_another() -> None:
    commands = github(samples.hostile(), everything=True).splitlines()

    kinds = [command.split("title=verifier%3A ")[1].split("::")[0] for command in commands]

    assert ["conflicting", "note", "refused", "unchecked", "unchecked", "unclaimed"] == sorted(kinds)
    assert all(command.startswith(("::error ", "::warning ", "::notice ")) for command in commands)
    assert not any(is_hidden(character) for command in commands for character in command)


def test_a_path_cannot_add_properties_to_a_github_command() -> None:
    article = samples.HARBOUR.model_copy(update={"path": "a,line=9::b\n.txt"})
    extraction = samples.conflict().extractions[0].model_copy(update={"article": article})
    report = samples.conflict().model_copy(update={"extractions": (extraction,)})

    assert github(report).startswith("::error file=a%2Cline=9%3A%3Ab .txt,line=3,col=18,title=")


def test_junit_fails_a_conflict_skips_the_unsourced_and_passes_the_rest() -> None:
    root = ElementTree.fromstring(junit(samples.conflict()))  # noqa: S314 - our own text

    assert {"name": "verifier", "tests": "3", "failures": "2", "errors": "0", "skipped": "1"} == root.attrib
    assert ["harbour.txt", "news/gazette.txt"] == [suite.get("name") for suite in root]


def test_junit_fails_the_unsourced_where_they_make_the_run_fail() -> None:
    root = ElementTree.fromstring(junit(samples.conflict(), unsourced_fails=True))  # noqa: S314 - our own text

    assert {"name": "verifier", "tests": "3", "failures": "3", "errors": "0", "skipped": "0"} == root.attrib


def test_junit_counts_an_unchecked_passage_as_an_error() -> None:
    root = ElementTree.fromstring(junit(samples.unchecked()))  # noqa: S314 - our own text

    assert ("2", "2") == (root.get("tests"), root.get("errors"))


def test_junit_holds_one_test_a_claim_however_many_contradict_it() -> None:
    root = ElementTree.fromstring(junit(samples.crowded(4, more=0)))  # noqa: S314 - our own text

    assert 4 == len((root.findtext(".//failure") or "").splitlines())
    assert "1" == root.get("tests")


def test_junit_keeps_the_words_of_an_article_apart_from_what_is_said_of_them() -> None:
    article = samples.HARBOUR.model_copy(update={"text": "The port — all of it — is open."})
    report = alone(article, samples.event_claim(article, article.text))

    root = ElementTree.fromstring(junit(report))  # noqa: S314 - our own text

    case, skipped = root.find(".//testcase"), root.find(".//skipped")
    assert case is not None and skipped is not None
    assert '1:1 "The port — all of it — is open."' == case.get("name")
    assert "no other article states it in a comparable form" == skipped.get("message")


def test_junit_is_well_formed_whatever_an_article_holds() -> None:
    root = ElementTree.fromstring(junit(samples.hostile()))  # noqa: S314 - our own text

    texts = [value for element in root.iter() for value in (element.text or "", *element.attrib.values())]

    assert any("<script>" in text for text in texts)
    assert not any(is_hidden(character) for text in texts for character in text if character != "\n")


def test_junit_puts_a_note_beside_the_tests() -> None:
    root = ElementTree.fromstring(junit(samples.noted()))  # noqa: S314 - our own text

    assert 'harbour.txt:4:1: "Crane No. 7 stood still." — speaks to a language model' == root.findtext(".//system-out")
    assert "0" == root.get("tests")


class Tags(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_page_shows_both_passages_with_the_figure_marked() -> None:
    page = html(samples.conflict())

    assert "The port handled <mark>412,000 containers</mark> in May" in page
    assert "In May 2025 the port handled <mark>398,500 containers</mark>." in page


def test_an_article_that_is_not_in_the_run_is_quoted_with_its_sentence_and_source() -> None:
    whole = samples.conflict()
    alone = whole.model_copy(update={"extractions": whole.extractions[1:], "findings": whole.findings[2:]})

    page, (result,) = html(alone), results(alone)

    assert "The port handled <mark>412,000 containers</mark> in May</blockquote>" in page
    assert "harbour.txt:3:18 (Quay Post, &quot;Harbour counts its year&quot;, 2025-06-03)" in page
    assert "<p>throughput of containers, the port, May 2025; year from the date of publication; according to" in page
    assert (
        '"The port handled 412,000 containers in May" (Quay Post, "Harbour counts its year", 2025-06-03)'
        == result["relatedLocations"][0]["message"]["text"]
    )


def test_the_page_marks_the_figure_itself_and_not_the_first_words_like_it() -> None:
    article = samples.HARBOUR.model_copy(update={"text": "In May 15 tugs and 5 tugs came. Then none."})
    figure = samples.figure(article, "5 tugs", "5").model_copy(update={"span": Span(start=19, end=25)})
    claim = samples.figure_claim(article, "In May 15 tugs and 5 tugs came.", "15 tugs", "15")

    page = html(alone(article, claim.model_copy(update={"figure": figure})))

    assert "In May 15 tugs and <mark>5 tugs</mark> came.<" in page


def test_the_page_shows_the_citation_with_the_figure_where_the_first_sentence_is_without_it() -> None:
    article = samples.HARBOUR.model_copy(update={"text": "In May many tugs came. They were 15 tugs."})
    claim = samples.figure_claim(article, "In May many tugs came.", "15 tugs", "15")
    second = samples.citation(article, "They were 15 tugs.")

    page = html(alone(article, claim.model_copy(update={"citations": (*claim.citations, second)})))

    assert "<blockquote>They were <mark>15 tugs</mark>.</blockquote>" in page


def test_the_page_shows_the_beginning_of_a_long_passage_that_was_not_checked() -> None:
    article = samples.HARBOUR.model_copy(update={"text": "word " * 10_000})
    passed = Unchecked(article=article.id, start=0, end=50_000, why="no answer")

    page = html(Report(extractions=(Extraction(article=article, unchecked=(passed,)),), findings=()))

    assert "(50,000 characters)" in page
    assert len(page) < 5_000


@pytest.mark.parametrize("report", [samples.conflict(), samples.hostile(), samples.unchecked()])
def test_the_page_runs_nothing_and_loads_nothing_whatever_an_article_holds(report: Report) -> None:
    page = Tags(html(report))

    assert page.tags.isdisjoint({"script", "img", "iframe", "link", "a", "form", "object", "embed", "svg", "base"})
    assert page.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "open"}


def test_the_page_has_a_main_part_and_breaks_words_of_any_length() -> None:
    page = html(samples.conflict())

    assert 1 == page.count("<main>") == page.count("</main>")
    assert "overflow-wrap: anywhere" in page


def test_the_page_names_what_could_not_be_checked() -> None:
    page = html(samples.unchecked())

    assert "unchecked: no answer within 600 seconds" in page
    assert "3 pairs of topics were not held against each other" in page
