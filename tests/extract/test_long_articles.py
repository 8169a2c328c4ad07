"""A hundred thousand words: every claim once, with all its places, at a cost that grows with the length."""

import asyncio
import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.effort import calls
from tests.extract.scripted import Page, answer
from tests.resume import mills
from tests.resume.honest import Honest
from verifier.article import from_text
from verifier.extract import extract
from verifier.extract.checking import take
from verifier.extract.drafts import Taken
from verifier.extract.merging import joined
from verifier.models import Article, Extraction

WORDS = 40
"""Of one paragraph of the mills, about."""
LEAD = "The mill in Nordalvik made 5,000 tonnes of steel in May 2025."
CLOSING = "The mill in Nordalvik will close one of its furnaces, its owner said."
_STATED = re.compile(r"mill in (\w+) made ([\d,]+) tonnes of steel in (\w+) 2025")


def long_article(words: int, *, every: int = 0) -> Article:
    """Return news of so many words; with `every`, the lead stands again after so many paragraphs."""
    paragraphs = mills.article(1, figures=words // WORDS).split("\n\n")
    for place in range(len(paragraphs) - 1, 0, -every) if every else ():
        paragraphs.insert(place, f"{LEAD} {CLOSING}")
    return from_text("\n\n".join(paragraphs), "long.txt")


def read(article: Article) -> tuple[Extraction, Honest]:
    model = Honest()
    extraction = asyncio.run(extract(article, model))
    return extraction, model


@pytest.fixture(scope="module")
def hundred_thousand() -> tuple[Extraction, Honest]:
    return read(long_article(100_000, every=100))


def test_every_figure_is_in_one_claim_with_all_the_places_that_state_it(
    hundred_thousand: tuple[Extraction, Honest],
) -> None:
    extraction, _ = hundred_thousand

    stated = Counter(_STATED.findall(extraction.article.text))
    found = Counter(
        {(claim.topic.actor, claim.figure.text.split()[0], claim.period.text.split()[0]): len(claim.citations)
         for claim in extraction.claims if claim.figure and claim.period}
    )  # fmt: skip
    assert stated == found
    assert (extraction.figures.total, ()) == (extraction.figures.claimed, extraction.unchecked)


def test_what_many_windows_say_is_one_claim_with_many_citations(hundred_thousand: tuple[Extraction, Honest]) -> None:
    extraction, model = hundred_thousand

    lead = [claim for claim in extraction.claims if claim.topic.actor == "Nordalvik"]
    assert ["amount", "event"] == sorted(claim.aspect for claim in lead)
    assert [extraction.article.text.count(LEAD)] * 2 == [len(claim.citations) for claim in lead]
    assert len(model.windows) > 25 < len(lead[0].citations)


def test_each_citation_quotes_the_place_where_it_stands(hundred_thousand: tuple[Extraction, Honest]) -> None:
    extraction, _ = hundred_thousand

    citations = [citation for claim in extraction.claims for citation in claim.citations]
    assert [citation.quote for citation in citations] == [
        extraction.article.text[citation.start : citation.end] for citation in citations
    ]


def test_ten_times_the_words_take_ten_times_the_requests_and_tokens(
    hundred_thousand: tuple[Extraction, Honest],
) -> None:
    _, short = read(long_article(10_000, every=100))
    _, long = hundred_thousand

    assert len(long.windows) / len(short.windows) < 11
    assert long.usage.input_tokens / short.usage.input_tokens < 11
    assert long.usage.output_tokens / short.usage.output_tokens < 11


def test_work_grows_with_the_length_and_no_faster() -> None:
    short, long = (long_article(words, every=100) for words in (3_000, 30_000))

    assert calls(lambda: read(long)) < 12 * calls(lambda: read(short))


def test_one_sentence_a_thousand_times_is_one_claim() -> None:
    extraction, _ = read(from_text(f"{LEAD}\n" * 3_000, "again.txt"))

    (claim,) = extraction.claims
    assert 3_000 == len(claim.citations)


# ------------------------------------------------------------------------- what windows say of one thing

PAGE = Page(
    "Output fell to 700 tonnes in May, the ministry said. It sold 90 cars.\n"
    "In short: 700 tonnes were made in May. Output of 700 tonnes is planned for June.\n"
)


def window(figure: int, **fields: object) -> Taken:
    """Return what a window that found the nth "700 tonnes" made of it."""
    claim = PAGE.claim().model_copy(update={"figures": [PAGE.figure("700", figure)], **fields})
    return take(answer(claim), PAGE.numbered, PAGE.shown)


def test_two_windows_with_the_same_figure_of_the_same_thing_make_one_claim() -> None:
    whole = joined([window(0), window(1)], PAGE.numbered)

    assert [(0, 2)] == [draft.figures for draft in whole.drafts]


def test_one_window_with_the_same_figure_twice_keeps_them_apart() -> None:
    twice = replace(window(0), drafts=window(0).drafts + window(1).drafts)

    assert 2 == len(joined([twice], PAGE.numbered).drafts)


@pytest.mark.parametrize(
    "fields",
    [
        {"modality": "plan"},
        {"aspect": "share"},
        {"measure": "capacity"},
        {"item": "cars"},
        {"actor": "ministry"},
        {"period": PAGE.period("June")},
    ],
    ids=str,
)
def test_windows_that_differ_in_anything_make_two(fields: dict[str, str]) -> None:
    whole = joined(
        [window(0, period=PAGE.period("May")), window(1, **{"period": PAGE.period("May", 1), **fields})], PAGE.numbered
    )

    assert 2 == len(whole.drafts)


def test_a_source_that_one_window_alone_names_is_that_of_the_claim() -> None:
    whole = joined([window(0), window(1, attribution="the ministry")], PAGE.numbered)

    assert ["the ministry"] == [draft.pointed.attribution for draft in whole.drafts]


def test_two_sources_make_two_claims() -> None:
    whole = joined([window(0, attribution="the ministry"), window(1, attribution="cars")], PAGE.numbered)

    assert 2 == len(whole.drafts)
