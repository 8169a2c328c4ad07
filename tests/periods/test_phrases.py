"""The time expressions of newspapers, one by one, in an article of 20 December 2025."""

from datetime import date

import pytest

from verifier.periods import find

SATURDAY = date(2025, 12, 20)

DATED = [
    ("in May 2025", "interval", "2025-05-01", "2025-06-01"),
    ("in June, 1997", "interval", "1997-06-01", "1997-07-01"),
    ("April of 1987", "interval", "1987-04-01", "1987-05-01"),
    ("Dec-2018", "interval", "2018-12-01", "2019-01-01"),
    ("by May 2025", "by", None, "2025-06-01"),
    ("by 2030", "by", None, "2031-01-01"),
    ("by the end of 2026", "by", None, "2027-01-01"),
    ("before 2010", "by", None, "2010-01-01"),
    ("after 2018", "since", "2019-01-01", None),
    ("until March 2026", "by", None, "2026-04-01"),
    ("since January", "since", "2025-01-01", None),
    ("since the start of the year", "cumulative", "2025-01-01", None),
    ("Output rose in the first nine months.", "interval", "2025-01-01", "2025-10-01"),
    ("the nine-month total", "cumulative", "2025-01-01", "2025-10-01"),
    ("the first three quarters of 2025", "interval", "2025-01-01", "2025-10-01"),
    ("the last four months of 2021", "interval", "2021-09-01", "2022-01-01"),
    ("year to date through November", "cumulative", "2025-01-01", "2025-12-01"),
    ("the year-to-date figure", "cumulative", "2025-01-01", None),
    ("for the year through November", "cumulative", "2025-01-01", "2025-12-01"),
    ("so far this year", "cumulative", "2025-01-01", None),
    ("January through July", "interval", "2025-01-01", "2025-08-01"),
    ("January–July", "interval", "2025-01-01", "2025-08-01"),
    ("from January to April 2015", "interval", "2015-01-01", "2015-05-01"),
    ("Nov-Feb 2017", "interval", "2016-11-01", "2017-03-01"),
    ("in the April-June quarter", "interval", "2025-04-01", "2025-07-01"),
    ("between 2014 and 2018", "interval", "2014-01-01", "2019-01-01"),
    ("in 2010-12", "interval", "2010-01-01", "2013-01-01"),
    ("the 2024/25 season", "interval", "2024-01-01", "2026-01-01"),
    ("the 12 months to June", "rolling", "2024-07-01", "2025-07-01"),
    ("the three months ended Sept. 30", "rolling", "2025-07-01", "2025-10-01"),
    ("the year to March 2025", "rolling", "2024-04-01", "2025-04-01"),
    ("the week ended Nov. 20", "rolling", "2025-11-14", "2025-11-21"),
    ("the past three months", "rolling", "2025-09-20", "2025-12-20"),
    ("the past two quarters", "rolling", "2025-04-01", "2025-10-01"),
    ("the third quarter", "interval", "2025-07-01", "2025-10-01"),
    ("third-quarter profit", "interval", "2025-07-01", "2025-10-01"),
    ("Q3 2025", "interval", "2025-07-01", "2025-10-01"),
    ("H1 2025", "interval", "2025-01-01", "2025-07-01"),
    ("the fourth quarter of last year", "interval", "2024-10-01", "2025-01-01"),
    ("last year's second half", "interval", "2024-07-01", "2025-01-01"),
    ("the third and fourth quarters of 2024", "interval", "2024-07-01", "2025-01-01"),
    ("the first half of July", "interval", "2025-07-01", "2025-07-16"),
    ("last month", "interval", "2025-11-01", "2025-12-01"),
    ("this year", "interval", "2025-01-01", "2026-01-01"),
    ("last week", "interval", "2025-12-08", "2025-12-15"),
    ("last October", "interval", "2025-10-01", "2025-11-01"),
    ("October of last year", "interval", "2024-10-01", "2024-11-01"),
    ("two years ago", "interval", "2023-01-01", "2024-01-01"),
    ("on Monday", "interval", "2025-12-15", "2025-12-16"),
    ("last Saturday", "interval", "2025-12-13", "2025-12-14"),
    ("late on Sunday night", "interval", "2025-12-14", "2025-12-15"),
    ("They will vote on Monday", "interval", "2025-12-22", "2025-12-23"),
    ("yesterday", "interval", "2025-12-19", "2025-12-20"),
    ("Monday, Sept. 1", "interval", "2025-09-01", "2025-09-02"),
    ("Oct. 13, 2025", "interval", "2025-10-13", "2025-10-14"),
    ("1 September", "interval", "2025-09-01", "2025-09-02"),
    ("on 23 May", "interval", "2025-05-23", "2025-05-24"),
    ("On Monday 5 May President Xi spoke", "interval", "2025-05-05", "2025-05-06"),
    ("The rain of 31 May broke records", "interval", "2025-05-31", "2025-06-01"),
    ("on 5-9 May", "interval", "2025-05-05", "2025-05-10"),
    ("between 5 and 9 May", "interval", "2025-05-05", "2025-05-10"),
    ("the 1st of September 2024", "interval", "2024-09-01", "2024-09-02"),
    ("December 19-20, 2025", "interval", "2025-12-19", "2025-12-21"),
    ("Nov. 18-Dec. 19, 2015", "interval", "2015-11-18", "2015-12-20"),
    ("19 to 20 December 2024", "interval", "2024-12-19", "2024-12-21"),
    ("12/23/2025, 8:01:37 PM", "interval", "2025-12-23", "2025-12-24"),
    ("2025-11-22T10:00:00Z", "interval", "2025-11-22", "2025-11-23"),
    ("31.08.2025", "interval", "2025-08-31", "2025-09-01"),
    ("the week of November 19, 2025", "interval", "2025-11-17", "2025-11-24"),
    ("the 1990s", "interval", "1990-01-01", "2000-01-01"),
    ("in the '80s", "interval", "1980-01-01", "1990-01-01"),
    ("the 19th century", "interval", "1800-01-01", "1900-01-01"),
    ("on Feb. 29", "interval", "2024-02-29", "2024-03-01"),
]


@pytest.mark.parametrize(("text", "kind", "start", "until"), DATED)
def test_a_phrase_has_its_kind_and_its_half_open_dates(
    text: str, kind: str, start: str | None, until: str | None
) -> None:
    (period,) = find(text, SATURDAY)

    assert (kind, start, until) == (
        period.kind,
        period.start and period.start.isoformat(),
        period.until and period.until.isoformat(),
    )


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("up 12% month on month", "month"),
        ("month-over-month", "month"),
        ("year-on-year", "year"),
        ("5% y/y", "year"),
        ("12.3 percent on-year", "year"),
        ("up on the month", "month"),
        ("rose quarter over quarter", "quarter"),
        ("on a yearly basis", "year"),
    ],
)
def test_a_basis_names_its_step_and_no_dates(text: str, step: str) -> None:
    (period,) = find(text)

    assert ("basis", step, None) == (period.kind, period.step, period.start)


@pytest.mark.parametrize(
    ("text", "step", "edtf"),
    [
        ("In July 2025 sales rose from a year earlier.", "year", "2024-07"),
        ("In July 2025 sales rose; in the same month of last year they fell.", "year", "2024-07"),
        ("Sales rose in Q2 2025 from the previous quarter.", "quarter", "2025-01/2025-03"),
        ("Compared with a year earlier, July 2025 was good.", "year", "2024-07"),
        ("From January through July 2025 less was sold than in the 2024 period.", "year", "2024-01/2024-07"),
        ("From January through July 2025 less was sold than in the same part of 2024.", "year", "2024-01/2024-07"),
        ("July 2025 beat the year-ago month.", "year", "2024-07"),
        ("In July 2025 it was 5, and 4 12 months earlier.", "year", "2024-07"),
    ],
)
def test_an_anaphor_takes_its_dates_from_what_it_refers_to(text: str, step: str, edtf: str) -> None:
    anaphor = next(period for period in find(text) if period.kind == "anaphor")

    assert (step, edtf) == (anaphor.step, anaphor.edtf)


def test_two_months_joined_by_and_are_two_periods_of_the_year_named_last() -> None:
    periods = find("in June, July and August 2025")

    assert [("2025-06", "stated"), ("2025-07", "stated"), ("2025-08", "stated")] == [(p.edtf, p.year) for p in periods]


@pytest.mark.parametrize("text", ["fiscal 2025", "FY2025", "the fiscal year 2025", "in fiscal year 2025"])
def test_a_fiscal_year_has_its_number_but_no_dates(text: str) -> None:
    (period,) = find(text)

    assert ("fiscal", "2025", None, None) == (period.kind, period.edtf, period.start, period.until)


@pytest.mark.parametrize(("text", "edtf"), [("summer 2025", "2025-22"), ("the winter of 2024", "2024-24")])
def test_a_season_has_its_number_but_no_dates(text: str, edtf: str) -> None:
    (period,) = find(text)

    assert ("season", edtf, None) == (period.granularity, period.edtf, period.start)


def test_a_numeric_date_that_can_be_two_days_is_both() -> None:
    (period,) = find("on 03/04/2025 they met")

    assert ("[2025-03-04,2025-04-03]", None, "stated") == (period.edtf, period.start, period.year)


def test_a_numeric_date_follows_the_order_the_text_shows_elsewhere() -> None:
    periods = find("12/23/2025 and 03/04/2025")

    assert ["2025-12-23", "2025-03-04"] == [period.edtf for period in periods]


@pytest.mark.parametrize(
    ("text", "part"),
    [("mid-December 2025", "mid"), ("early 2025", "early"), ("the late 1980s", "late"), ("late last month", "late")],
)
def test_a_fuzzy_part_is_kept(text: str, part: str) -> None:
    (period,) = find(text, SATURDAY)

    assert part == period.part


@pytest.mark.parametrize(
    "text",
    [
        "one of those months",
        "Prices may fall",
        "Of 31 Ill, 30 May Be Saved",
        "Top 10 May Grow",
        "Over 30 May Be Dead",
        "It cost $23 May said",
        "Of 45, 32 May have left",
        "at 7.30 May spoke",
        "May was said to be ill",
        "Theresa May said so",
        "They march on",
        "He scored in the second half as the team won the match",
        "the first half of the decade",
        "© 2016-2024 GTD MEDIA",
        "at 8:01:37 PM",
        "about 2000 homes",
        "1,900 tons in 27.9 days",
        "an F-2000 and a S&P 500",
        "Black Friday and the Sunday Times",
        "at the same time",
        "at 1917 GMT",
        "recent months",
        "$2025",
        "2025%",
        "the sun sat in the fall",
    ],
)
def test_what_only_looks_like_time_is_no_period(text: str) -> None:
    assert [] == find(text, SATURDAY)
