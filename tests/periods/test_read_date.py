"""The one full date of a short line."""

from datetime import date

import pytest

from verifier.periods import read_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("September 25, 2025", date(2025, 9, 25)),
        ("12/23/2025, 8:01:37 PM | China | European Union", date(2025, 12, 23)),
        ("Oct. 13, 2025", date(2025, 10, 13)),
        ("2025-11-22T10:00:00Z", date(2025, 11, 22)),
        ("Published Tuesday, 2 September 2025 at 10:15", date(2025, 9, 2)),
        ("Updated: Sept 1st, 2025", date(2025, 9, 1)),
        ("22.11.2025", date(2025, 11, 22)),
    ],
)
def test_a_full_date_is_read(line: str, expected: date) -> None:
    assert expected == read_date(line)


@pytest.mark.parametrize(
    "line",
    ["", "September 25", "03/04/2025", "July 2025", "2025", "Monday", "May 1, 2025 and May 2, 2025", "Feb. 30, 2025"],
)
def test_what_names_no_day_or_more_than_one_is_not_read(line: str) -> None:
    assert read_date(line) is None
