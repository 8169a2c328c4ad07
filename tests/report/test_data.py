"""The report as programs read it: its keys are a promise."""

import json as codec
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.report import samples
from verifier.models import Extraction, Report, Unchecked
from verifier.report import json, jsonl
from verifier.report.visible import is_hidden

TEXT, NUMBER, PLACE = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}
MAYBE = {"type": ["string", "null"]}
DECIMAL = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
DAY = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}


def record(**properties: object) -> dict[str, object]:
    """An object that has exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def maybe(schema: Mapping[str, object]) -> dict[str, object]:
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": schema}


CITATION = {"quote": TEXT, "start": NUMBER, "end": NUMBER, "line": PLACE, "column": PLACE}
PERIOD = record(
    text=TEXT, start=DAY, until=DAY, year={"enum": ["stated", "inherited", "inferred", "unknown"]}, edtf=TEXT
)
FIGURE = record(
    text=TEXT,
    line=PLACE,
    column=PLACE,
    value=DECIMAL,
    upper=DECIMAL,
    low=DECIMAL,
    high=DECIMAL,
    hard_low=DECIMAL,
    hard_high=DECIMAL,
    approx=TEXT,
    unit=MAYBE,
    dimension=MAYBE,
)
COMPARISON = record(
    claim=TEXT,
    article=TEXT,
    path=TEXT,
    title=MAYBE,
    publisher=MAYBE,
    published=DAY,
    quote=TEXT,
    line=PLACE,
    column=PLACE,
    sentence=TEXT,
    offset=NUMBER,
    relation={"enum": ["agrees", "compatible", "conflicts", "implies", "not comparable"]},
    why=TEXT,
    difference=MAYBE,
    independent={"type": "boolean"},
    about=TEXT,
    period=MAYBE,
    attribution=MAYBE,
)
CLAIM = record(
    id=TEXT,
    article=TEXT,
    **CITATION,
    citations=many(record(**CITATION)) | {"minItems": 1},
    statement=TEXT,
    topic=record(measure=TEXT, item=MAYBE, actor=MAYBE, counterparty=MAYBE, event=MAYBE),
    aspect={"enum": ["amount", "change", "share", "rank", "tally", "event"]},
    basis=MAYBE,
    direction={"enum": ["up", "down", "none"]},
    modality={"enum": ["fact", "plan", "forecast", "target", "proposal"]},
    figure=maybe(FIGURE),
    period=maybe(PERIOD),
    base=maybe(PERIOD),
    attribution=MAYBE,
    model_words=many(TEXT),
    verdict={"enum": ["corroborated", "conflicting", "unsourced"]},
    reason=TEXT,
    sources=many(TEXT),
    comparisons=many(COMPARISON),
    more=NUMBER,
)
UNCLAIMED = record(text=TEXT, line=PLACE, column=PLACE, why=TEXT)
USAGE = record(
    calls=NUMBER,
    input_tokens=NUMBER,
    cached_tokens=NUMBER,
    output_tokens=NUMBER,
    cost_usd={"type": ["number", "null"], "minimum": 0},
)
ARTICLE = record(
    id=TEXT,
    path=TEXT,
    title=MAYBE,
    publisher=MAYBE,
    published=DAY,
    authors=many(TEXT),
    figures=record(total=NUMBER, claimed=NUMBER, unclaimed=many(UNCLAIMED)),
    usage=USAGE,
)
COUNTED = (
    "articles", "claims", "corroborated", "conflicting", "contradictions", "unsourced", "figures", "unclaimed",
    "refused", "unchecked", "notes",
)  # fmt: skip
REPORT = record(
    schema_version={"const": 1},
    articles=many(ARTICLE),
    claims=many(CLAIM),
    refused=many(record(article=TEXT, what=TEXT, why=TEXT)),
    unchecked=many(
        record(article=TEXT, start=NUMBER, end=NUMBER, why=TEXT, line=maybe(PLACE), column=maybe(PLACE), quote=MAYBE)
    ),
    notes=many(record(article=TEXT, start=NUMBER, end=NUMBER, why=TEXT, line=PLACE, column=PLACE, quote=TEXT)),
    usage=USAGE,
    summary=record(**dict.fromkeys(COUNTED, NUMBER)),
)


def parsed(report: Report) -> dict[str, Any]:
    content: dict[str, Any] = codec.loads(json(report))
    return content


def test_each_article_says_what_it_took() -> None:
    harbour, gazette = parsed(samples.conflict())["articles"]

    assert (1, 100, 0.0003) == tuple(harbour["usage"][key] for key in ("calls", "cached_tokens", "cost_usd"))
    assert (0, None) == (gazette["usage"]["calls"], gazette["usage"]["cost_usd"])


@pytest.mark.parametrize("report", [samples.conflict, samples.corroborated, samples.unchecked, samples.hostile])
def test_every_report_has_the_promised_keys_and_no_others(report: Callable[[], Report]) -> None:
    Draft202012Validator.check_schema(REPORT)

    problems = [*Draft202012Validator(REPORT).iter_errors(parsed(report()))]

    assert [] == problems


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json(samples.conflict()).encode() == json(samples.conflict()).encode()


def test_a_quote_stands_at_its_offsets_and_at_its_line_and_column() -> None:
    for claim in parsed(samples.conflict())["claims"]:
        article = {"harbour-id": samples.HARBOUR, "gazette-id": samples.GAZETTE}[claim["article"]]

        assert claim["quote"] == article.text[claim["start"] : claim["end"]]
        assert (
            claim["quote"] == article.text.splitlines()[claim["line"] - 1][claim["column"] - 1 :][: len(claim["quote"])]
        )


def test_a_figure_says_where_it_stands_itself_also_where_its_quote_begins_before_it() -> None:
    claim = parsed(samples.conflict())["claims"][0]

    line = samples.HARBOUR.text.splitlines()[claim["figure"]["line"] - 1]

    assert line[claim["figure"]["column"] - 1 :].startswith(claim["figure"]["text"])
    assert (3, 1) == (claim["line"], claim["column"])


def test_a_comparison_points_at_the_words_it_quotes() -> None:
    other = parsed(samples.conflict())["claims"][0]["comparisons"][0]

    line = samples.GAZETTE.text.splitlines()[other["line"] - 1]

    assert line[other["column"] - 1 :].startswith(other["quote"])
    assert other["sentence"][other["offset"] :].startswith(other["quote"])
    assert "news/gazette.txt" == other["path"]


def test_figures_are_exact_text_and_never_written_with_an_exponent() -> None:
    figure = samples.OURS.figure
    assert figure is not None
    large = samples.OURS.model_copy(update={"figure": figure.model_copy(update={"value": Decimal("1.060E+8")})})
    finding = samples.conflict().findings[0].model_copy(update={"claim": large})

    content = parsed(samples.conflict().model_copy(update={"findings": (finding,)}))

    assert "106000000" == content["claims"][0]["figure"]["value"]


def test_an_unknown_cost_is_null() -> None:
    assert parsed(samples.corroborated())["usage"]["cost_usd"] is None


def test_refusals_and_troubles_between_articles_are_counted_with_the_rest() -> None:
    summary = parsed(samples.unchecked())["summary"]

    assert 2 == summary["unchecked"]


def test_what_was_not_checked_is_shown_with_its_place_and_words() -> None:
    passage, between = parsed(samples.unchecked())["unchecked"]

    words = "The port handled 412,000 containers in May, the authority said."
    assert (3, 1, words) == tuple(passage[key] for key in ("line", "column", "quote"))
    assert (None, None, None) == tuple(between[key] for key in ("line", "column", "quote"))


def test_of_a_long_passage_that_was_not_checked_only_the_beginning_is_shown() -> None:
    article = samples.HARBOUR.model_copy(update={"text": "word " * 1_000})
    gap = Unchecked(article=article.id, start=0, end=5_000, why="no answer")
    report = Report(extractions=(Extraction(article=article, unchecked=(gap,)),), findings=())

    (passage,) = parsed(report)["unchecked"]

    assert ("word " * 48)[:239] + "…" == passage["quote"]


def test_hostile_strings_come_back_as_they_were_and_are_never_bare() -> None:
    text = json(samples.hostile())

    assert samples.HOSTILE == parsed(samples.hostile())["claims"][0]["statement"]
    assert [] == [character for character in text if character != "\n" and is_hidden(character)]


def test_half_a_surrogate_pair_in_a_file_name_does_not_stop_the_report() -> None:
    article = samples.HARBOUR.model_copy(update={"path": "caf\udce9.txt"})
    extraction = samples.conflict().extractions[0].model_copy(update={"article": article})
    report = samples.conflict().model_copy(update={"extractions": (extraction,)})

    assert "caf\udce9.txt" == codec.loads(json(report).encode())["articles"][0]["path"]


def test_json_lines_hold_what_the_document_holds() -> None:
    whole = parsed(samples.hostile())

    head, *rows = (codec.loads(line) for line in jsonl(samples.hostile()).splitlines())

    assert {key: head[key] for key in ("schema_version", "summary", "usage")} == {
        key: whole[key] for key in ("schema_version", "summary", "usage")
    }
    kinds = {"article": "articles", "claim": "claims", "refused": "refused", "unchecked": "unchecked"}
    for kind, key in kinds.items():
        assert whole[key] == [{k: v for k, v in row.items() if k != "type"} for row in rows if row["type"] == kind]
