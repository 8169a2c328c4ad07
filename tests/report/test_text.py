"""The report as an editor reads it on a terminal."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report import samples
from verifier.models import Article, Extraction, Period, Report, Span, Usage, Verdict
from verifier.report import concise, full, summary
from verifier.report.visible import is_hidden
from verifier.report.words import period_words, scope


def test_a_conflict_is_one_line_with_both_places_both_figures_and_the_difference() -> None:
    lines = concise(samples.conflict()).splitlines()

    assert lines == [
        'harbour.txt:3:18: conflicting  "412,000 containers" (throughput of containers, the port, May 2025)'
        ' — news/gazette.txt:1:32 says "398,500 containers" (-3.3%); the figures contradict each other',
        'news/gazette.txt:1:32: conflicting  "398,500 containers" (throughput of containers, the port, May 2025)'
        ' — harbour.txt:3:18 says "412,000 containers" (+3.4%); the figures contradict each other',
    ]


def test_the_place_of_a_finding_is_where_its_figure_stands() -> None:
    path, line, column = concise(samples.conflict()).splitlines()[0].split(": ")[0].split(":")

    shown = samples.HARBOUR.text.splitlines()[int(line) - 1][int(column) - 1 :]

    assert samples.HARBOUR.path == path
    assert shown.startswith("412,000 containers")


def test_claims_that_stand_are_folded_away_unless_all_are_asked_for() -> None:
    report = samples.conflict()

    assert "Crane" not in concise(report)
    assert 'harbour.txt:4:1: unsourced  "Crane No. 7 stood still." — alone' in concise(report, everything=True)


def test_figures_left_over_and_refused_answers_are_listed_when_all_is_asked_for() -> None:
    lines = concise(samples.conflict(), everything=True)

    assert 'harbour.txt:4:11: unclaimed  "7" — an identifier\n' in lines
    assert 'refused  "figure f31" — the model pointed at a figure that does not exist\n' in lines


def test_a_corroborated_claim_names_who_bears_it_out() -> None:
    line = concise(samples.corroborated(), everything=True)

    assert "harbour.txt:3:18: corroborated" in line
    assert 'says "398,500 containers"; the figures meet' in line


def test_an_unchecked_passage_is_always_listed() -> None:
    lines = concise(samples.unchecked()).splitlines()

    assert lines == [
        'harbour.txt:3:1: unchecked  "The port handled 412,000 containers in May, the authority said."'
        " (63 characters) — no answer within 600 seconds",
        "between the articles: unchecked  3 pairs of topics were not held against each other",
    ]


def test_many_counterparts_are_cut_short_and_the_rest_is_counted() -> None:
    lines = concise(samples.crowded(7, more=205)).splitlines()

    assert 6 == len(lines)
    assert lines[-1].endswith("— and 207 more")


def test_full_shows_both_passages_with_their_figures_underlined() -> None:
    lines = full(samples.conflict()).splitlines()

    assert lines[1:6] == [
        "   3 | The port handled 412,000 containers in May, the authority said.",
        "     |                  ^^^^^^^^^^^^^^^^^^",
        "  -> news/gazette.txt:1:32",
        "   1 | In May 2025 the port handled 398,500 containers.",
        "     |                              ^^^^^^^^^^^^^^^^^^",
    ]


def test_a_counterpart_is_told_alike_whether_or_not_its_article_is_in_the_run() -> None:
    whole = samples.conflict()
    alone = whole.model_copy(update={"extractions": whole.extractions[1:], "findings": whole.findings[2:]})

    told = full(alone).replace("/home/someone/", "").splitlines()

    assert told == full(whole).split("\n\n")[1].splitlines()
    assert told[3:6] == [
        '  -> harbour.txt:3:18 (Quay Post, "Harbour counts its year", 2025-06-03)',
        "   3 | The port handled 412,000 containers in May",
        "     |                  ^^^^^^^^^^^^^^^^^^",
    ]
    assert told[-1].removeprefix("     = there: ") == full(whole).split("= here: ")[1].splitlines()[0]


def test_full_says_how_the_year_is_known_and_who_is_cited() -> None:
    notes = [line.strip() for line in full(samples.conflict()).splitlines() if line.strip().startswith("= here")]

    assert notes[0] == (
        "= here: throughput of containers, the port, May 2025; "
        'year from the date of publication; according to "the authority"'
    )


def test_full_says_what_rests_on_the_models_word() -> None:
    assert "= rests on the model's word: actor" in full(samples.conflict(), everything=True)


@given(
    st.text(st.sampled_from("ab 東\u0301\x1b\u202e"), max_size=300), st.text(st.sampled_from("ab東\x1b"), max_size=300)
)
def test_the_marks_stay_under_the_words_in_lines_of_any_length_and_script(before: str, after: str) -> None:
    text = f"{before}412,000 containers{after} May"
    article = samples.HARBOUR.model_copy(update={"text": text})
    claim = samples.figure_claim(article, text, "412,000 containers", "412000")
    finding = samples.conflict().findings[0].model_copy(update={"claim": claim})
    report = Report(extractions=(Extraction(article=article),), findings=(finding,))

    _, shown, marks, *_ = full(report).splitlines()

    assert "412,000 containers" in shown
    assert "^" * 18 == marks.strip(" |")
    assert len(shown) <= 108


def test_colour_only_adds_to_words_that_are_there_without_it() -> None:
    plain, painted = full(samples.conflict()), full(samples.conflict(), colour=True)

    assert "\x1b[1;31mconflicting\x1b[0m" in painted
    assert plain == painted.replace("\x1b[1;31m", "").replace("\x1b[0m", "")


@pytest.mark.parametrize("everything", [True, False])
def test_no_text_of_an_article_reaches_the_terminal_unseen(everything: bool) -> None:
    report = samples.hostile()

    text = concise(report, everything=everything) + full(report, everything=everything)

    assert [] == [character for character in text if character != "\n" and is_hidden(character)]


def test_hostile_line_ends_make_no_lines_of_their_own() -> None:
    kinds = [line.split(": ")[1].split("  ")[0] for line in concise(samples.hostile()).splitlines()]

    assert ["unchecked", "note", "conflicting", "unchecked"] == kinds


def test_the_summary_counts_everything_and_names_the_cost() -> None:
    assert summary(samples.conflict()).splitlines() == [
        "2 articles, 3 claims: 2 conflicting (1 contradiction), 0 corroborated, 1 unsourced",
        "3 figures, 1 unclaimed; 1 answer refused; 0 passages unchecked",
        "2 answers from the model, 1,234 tokens in (100 cached), 56 out, cost $0.00042",
    ]


def test_what_was_not_compared_between_the_articles_is_no_passage_of_one() -> None:
    line = summary(samples.unchecked()).splitlines()[1]

    assert line.endswith("; 1 passage unchecked, and not all was compared between the articles")


def test_a_claim_that_many_contradict_is_counted_as_many_contradictions() -> None:
    one, few, most = (summary(samples.crowded(*told)).partition("\n")[0] for told in ((1, 0), (7, 0), (7, 200)))

    assert one.endswith(": 1 conflicting, 0 corroborated, 0 unsourced")
    assert few.endswith(": 1 conflicting (7 contradictions), 0 corroborated, 0 unsourced")
    assert most.endswith(": 1 conflicting (at least 7 contradictions), 0 corroborated, 0 unsourced")


def test_with_everything_the_summary_says_what_each_article_took_that_took_anything() -> None:
    assert summary(samples.conflict(), everything=True).splitlines()[3:] == [
        "  harbour.txt: 1 answer from the model, 1,000 tokens in (100 cached), 50 out, cost $0.0003",
    ]


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        (Usage(calls=3), "price unknown"),
        (Usage(), "no cost"),
        (Usage(calls=1, cost_usd=Decimal("0.0100")), "cost $0.01"),
    ],
)
def test_an_unknown_cost_is_not_called_nothing(usage: Usage, words: str) -> None:
    report = Report(extractions=(), findings=(), usage=usage)

    assert summary(report).rstrip().endswith(words)


@pytest.mark.parametrize(
    ("start", "until", "words"),
    [
        (date(2025, 11, 1), date(2025, 12, 1), "November 2025"),
        (date(2025, 1, 1), date(2025, 8, 1), "January–July 2025"),
        (date(2024, 11, 1), date(2025, 2, 1), "November 2024–January 2025"),
        (date(2025, 1, 1), date(2026, 1, 1), "2025"),
        (date(2010, 1, 1), date(2020, 1, 1), "2010–2019"),
        (date(2025, 12, 23), date(2025, 12, 24), "23 December 2025"),
        (date(2025, 12, 1), date(2025, 12, 8), "1 December 2025 to 7 December 2025"),
        (None, None, "that month"),
    ],
)
def test_a_period_reads_as_a_person_writes_it(start: date | None, until: date | None, words: str) -> None:
    period = Period(
        span=Span(start=0, end=1), text="that month", kind="interval", granularity="range", start=start, until=until
    )

    assert words == period_words(period)


def test_a_change_says_which_way_it_goes_and_against_what() -> None:
    may = samples.may(samples.HARBOUR)
    april = may.model_copy(update={"start": date(2025, 4, 1), "until": date(2025, 5, 1)})
    change = samples.OURS.model_copy(update={"aspect": "change", "direction": "down", "base": april})

    assert "fall in throughput of containers, the port, May 2025 on April 2025" == scope(change)


def test_a_report_without_conflicts_has_nothing_to_list() -> None:
    article = Article(id="a", path="a.txt", text="Calm.")
    finding = samples.conflict().findings[1].model_copy(update={"verdict": Verdict.UNSOURCED})
    report = Report(extractions=(Extraction(article=article),), findings=(finding,))

    assert ("", "") == (concise(report), full(report))


def test_a_figure_in_a_line_of_any_length_is_shown_with_what_stands_round_it() -> None:
    text = f"{'word ' * 1_000}412,000 containers{' word' * 1_000} May\nnext"
    article = samples.HARBOUR.model_copy(update={"text": text})
    claim = samples.figure_claim(article, "412,000 containers", "412,000 containers", "412000")
    finding = samples.conflict().findings[0].model_copy(update={"claim": claim})

    _, shown, marks, *_ = full(Report(extractions=(Extraction(article=article),), findings=(finding,))).splitlines()

    assert shown.index("412,000") == marks.index("^")
    assert len(shown) <= 108


@pytest.mark.parametrize("text", [full, concise])
def test_a_note_is_told_without_being_asked_for(text: Callable[[Report], str]) -> None:
    first = text(samples.noted()).splitlines()[0]

    assert 'harbour.txt:4:1: note  "Crane No. 7 stood still." — speaks to a language model' == first


def test_notes_are_counted_only_where_there_are_some() -> None:
    counted = "1 note: an article hides or turns text, or addresses whoever checks it\n"

    assert counted in summary(samples.noted())
    assert "note" not in summary(samples.conflict())
