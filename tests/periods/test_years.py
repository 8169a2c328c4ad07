"""Where a bare month gets its year, and where it gets none."""

from datetime import date

import pytest

from verifier.models import Period
from verifier.periods import find, settle


def bare(text: str, published: date | None = None) -> Period:
    """Return the first period of `text` that names no year."""
    return next(period for period in find(text, published) if period.year != "stated")


def test_a_month_is_of_the_year_all_other_dates_name() -> None:
    november = bare("It sold 5 in October 2025. In November it sold 6.")

    assert ("2025-11", "inherited") == (november.edtf, november.year)


def test_a_month_is_open_where_the_dates_disagree() -> None:
    november = bare("It sold 5 in October 2025 and 4 in May 2024. In November it sold 6.")

    assert ("XXXX-11", (2024, 2025)) == (november.edtf, november.candidates)


@pytest.mark.parametrize(
    "text",
    [
        "In November sales beat November 2024.",
        "In November it sold more than in November 2024.",
        "In November sales were up 5% from November 2024.",
        "November sales were the best since March 2023.",
        "In November it said it would build 5 by June 2030.",
        "In November. © 2016-2024 Sample Media",
    ],
)
def test_a_base_or_an_open_side_lends_no_year(text: str) -> None:
    november = bare(text)

    assert ("XXXX-11", "unknown", None) == (november.edtf, november.year, november.start)


def test_a_month_told_only_as_an_end_is_a_candidate_and_no_more() -> None:
    september = bare("It sold 4 in September. It had fallen to 1 by May 2025.")

    assert ("unknown", (2025,)) == (september.year, september.candidates)


def test_a_teaser_below_the_date_line_lends_no_year() -> None:
    text = "12/23/2025, 8:01 PM | China\n\nNovember data show a rise.\n\nRelated\n\nOther news\n2/20/2026\n\nMore."

    november = bare(text)

    assert ("2025-11", "inherited") == (november.edtf, november.year)


def test_a_month_after_the_date_line_is_of_the_year_before() -> None:
    december = bare("January 5, 2026\n\nExports rose in December.\n")

    assert "2025-12" == december.edtf


def test_the_day_of_publication_settles_a_month_as_the_nearest_past_one() -> None:
    months = find("from November; from December; from March", date(2025, 12, 23))

    assert ["2025-11", "2025-12", "2025-03"] == [month.edtf for month in months]
    assert {"inferred"} == {month.year for month in months}


def test_what_will_be_is_in_the_next_year() -> None:
    march = bare("The plant will open in March", date(2025, 12, 23))

    assert "2026-03" == march.edtf


def test_an_old_story_keeps_the_year_named_beside_it() -> None:
    march = bare("It began in January 2023. In March it ended.", date(2025, 12, 23))

    assert ("2023-03", "inherited") == (march.edtf, march.year)


def test_words_told_from_the_day_of_publication_stay_open_without_it() -> None:
    periods = find("Last month, on Monday, yesterday and in October last year")

    assert [None] * 4 == [period.start for period in periods]


def test_settling_later_reads_what_finding_with_the_date_would_have_read() -> None:
    text = "Last month, on Monday, in July, since January, in the 12 months to June and a year ago; the week of May 5"
    day = date(2025, 12, 23)

    settled = settle(find(text), day)

    assert [(p.start, p.until) for p in find(text, day)] == [(p.start, p.until) for p in settled]


def test_settling_leaves_what_the_words_say() -> None:
    periods = find("In July 2024 and in November")

    settled = settle(periods, date(2025, 12, 23))

    assert periods == settled
    assert "2024-11" == settled[1].edtf


def test_an_anaphor_follows_when_its_month_is_settled() -> None:
    settled = settle(find("In July it sold 5, a year earlier 4."), date(2025, 9, 1))

    assert ["2025-07", "2024-07"] == [period.edtf for period in settled]
