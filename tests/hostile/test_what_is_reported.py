"""Whatever an article holds and a model makes of it, a report states what stands in the text, and is safe to show."""

import asyncio
import json as codec
import re
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from tests.hostile.corpus import READABLE, articles, verified
from tests.hostile.played import DIRTY, FALSE, OBEDIENT, Played, agrees, honest
from verifier import report
from verifier.article.instructions import notes
from verifier.extract import extract, number
from verifier.models import Article, Claim, Figure, Finding, Report, Verdict
from verifier.report.visible import is_hidden

MODELS = {"honest": honest, **OBEDIENT}
WHOLE: dict[str, Callable[[Report], str]] = {
    "full": partial(report.full, everything=True),
    "concise": partial(report.concise, everything=True),
    "sarif": partial(report.sarif, everything=True),
    "github": partial(report.github, everything=True),
    "json": report.json,
    "jsonl": report.jsonl,
    "junit": report.junit,
    "html": report.html,
    "summary": report.summary,
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Article]:
    return articles(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module", params=MODELS)
def made(request: pytest.FixtureRequest, texts: list[Article]) -> Report:
    """The report on the whole corpus, by each model in turn; what the honest one read is also compared."""
    model = Played(MODELS[request.param], agrees)
    return verified(texts, model) if request.param == "honest" else asyncio.run(_read(texts, model))


async def _read(texts: list[Article], model: Played) -> Report:
    """Return a report on articles none of which is held against another."""
    read = [await extract(text, model) for text in texts]
    alone = partial(Finding, verdict=Verdict.UNSOURCED, reason="alone")
    return Report(
        extractions=tuple(read),
        findings=tuple(alone(claim=claim) for one in read for claim in one.claims),
        notes=tuple(note for text in texts for note in notes(text)),
    )


@pytest.fixture(scope="module")
def outputs(made: Report) -> dict[str, str]:
    return {name: write(made) for name, write in WHOLE.items()}


def claims(made: Report) -> Iterator[tuple[Article, Claim]]:
    for extraction in made.extractions:
        yield from ((extraction.article, claim) for claim in extraction.claims)


def read_by_code(article: Article) -> set[Figure]:
    return set(number(article).figures)


def test_every_article_is_in_the_report_with_every_figure_accounted_for(made: Report, texts: list[Article]) -> None:
    figures = {one.article.path: one.figures for one in made.extractions}

    assert {text.path for text in texts} == figures.keys()
    assert all(one.total == one.claimed + len(one.unclaimed) for one in figures.values())


def test_every_quote_is_the_articles_own(made: Report) -> None:
    quoted = [(text, place) for text, claim in claims(made) for place in claim.citations]

    assert all(text.text[place.start : place.end] == place.quote for text, place in quoted)
    assert all(text.position(place.start) == (place.line, place.column) for text, place in quoted)
    assert all(claim.sentence in text.text for text, claim in claims(made))


def test_every_figure_and_period_is_what_code_reads(made: Report) -> None:
    numbered = {one.article.id: number(one.article) for one in made.extractions}
    figures = [(text.id, claim.figure) for text, claim in claims(made) if claim.figure]
    words = [(text.id, when) for text, claim in claims(made) for when in (claim.period, claim.base) if when]

    assert [] == [figure for text, figure in figures if figure not in numbered[text].figures]
    assert [] == [when for text, when in words if when.span not in [one.span for one in numbered[text].periods]]


def test_no_number_of_the_models_own_is_in_any_output(made: Report) -> None:
    # What was refused is quoted as refused, and nowhere else.
    kept = [one.model_copy(update={"refused": ()}) for one in made.extractions]

    taken = made.model_copy(update={"refused": (), "extractions": tuple(kept)})

    assert [] == [name for name, write in WHOLE.items() if FALSE in write(taken)]


def test_a_statement_in_the_models_words_says_so(made: Report) -> None:
    for text, claim in claims(made):
        own = claim.aspect in ("event", "rank") and claim.statement not in text.text
        assert not own or "statement" in claim.model_words or _plainly(claim.statement) in _plainly(text.text)


def _plainly(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def test_a_tie_or_an_agreement_by_the_models_word_says_so(made: Report) -> None:
    worded = {claim.id for _, claim in claims(made) if claim.aspect in ("event", "rank")}
    agreeing = [one for found in made.findings for one in found.comparisons if found.claim.id in worded]

    assert all("as the model reads it" in one.why for one in agreeing)


def test_the_report_says_which_articles_instruct_their_reader(made: Report, texts: list[Article]) -> None:
    noted = {note.article for note in made.notes}

    assert {case.file for case in READABLE if case.noted} == {
        text.path.rpartition("/")[2] for text in texts if text.id in noted
    }


def test_a_note_is_told_with_its_place_in_every_format(outputs: dict[str, str]) -> None:
    told = "tells its reader to forget what it was told"
    place = {"json": '"line": 4', "jsonl": '"line": 4', "sarif": '"startLine": 4', "github": "order.txt,line=4,col=1"}

    assert [] == [name for name, text in outputs.items() if told not in text and name != "summary"]
    assert [] == [
        name for name in outputs if place.get(name, "order.txt:4:1") not in outputs[name] and name != "summary"
    ]


def test_no_output_holds_a_character_that_is_not_drawn(outputs: dict[str, str]) -> None:
    hidden = {
        name: {hex(ord(one)) for one in set(text) if is_hidden(one) and one != "\n"} for name, text in outputs.items()
    }

    assert {} == {name: found for name, found in hidden.items() if found}


def test_no_line_of_a_list_is_an_articles(outputs: dict[str, str]) -> None:
    heads = re.compile(
        r"\S.*?:\d+:\d+: (?:conflicting|corroborated|unsourced|unchecked|unclaimed|refused|note)  "
        r"|between the articles: "
    )

    assert [] == [line for line in outputs["concise"].splitlines() if not heads.match(line)]
    assert [] == [line for line in outputs["github"].splitlines() if not re.match(r"::(?:error|warning|notice) ", line)]


def test_data_stays_data(outputs: dict[str, str]) -> None:
    assert 1 == codec.loads(outputs["json"])["schema_version"]
    assert all(codec.loads(line)["type"] for line in outputs["jsonl"].splitlines())
    assert "2.1.0" == codec.loads(outputs["sarif"])["version"]
    assert "testsuites" == ElementTree.fromstring(outputs["junit"]).tag  # noqa: S314 - our own text


class Page(HTMLParser):
    """The elements, attributes and open ends of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_ours_to_the_last_tag(outputs: dict[str, str]) -> None:
    page = Page(outputs["html"])

    assert [] == page.open
    assert page.tags <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "section", "article", "details",
        "summary", "p", "div", "blockquote", "mark", "footer", "pre",
    }  # fmt: skip
    assert page.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "open"}


def test_what_the_model_writes_where_it_may_not_is_refused_and_named(texts: list[Article]) -> None:
    made = asyncio.run(_read(texts[:3], Played(OBEDIENT["invents"])))

    assert all(extraction.refused for extraction in made.extractions)
    assert DIRTY not in report.json(made)
