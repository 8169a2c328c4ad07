"""Steps back in the calendar and the basis of a comparison."""

import pytest

from verifier.models import Period, Step
from verifier.periods import basis_of, find
from verifier.periods.moves import redated, shifted
from verifier.periods.points import Stretch, parse


def one(text: str) -> Period:
    """Return the last period of `text`."""
    return find(text)[-1]


def dates(period: Period) -> Stretch:
    """Return where in time a period lies that says so."""
    found = parse(period.edtf)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "step", "edtf"),
    [
        ("July 2025", "month", "2025-06"),
        ("January 2025", "month", "2024-12"),
        ("July 2025", "year", "2024-07"),
        ("from January through July 2025", "year", "2024-01/2024-07"),
        ("the third quarter of 2025", "quarter", "2025-04/2025-06"),
        ("the first half of 2025", "half", "2024-07/2024-12"),
        ("in 2025", "year", "2024"),
        ("March 31, 2025", "month", "2025-02-28"),
        ("November 20, 2025", "week", "2025-11-13"),
        ("January 1, 2025", "day", "2024-12-31"),
        ("July", "month", "XXXX-06"),
        ("January", "month", "XXXX-12"),
        ("July", "year", "XXXX-07"),
        ("January through July", "year", "XXXX-01/XXXX-07"),
        ("year to date", "year", "XXXX-01/.."),
        ("fiscal 2025", "year", "2024"),
    ],
)
def test_shifting_goes_one_step_back(text: str, step: Step, edtf: str) -> None:
    moved = shifted(dates(one(text)), step)

    assert edtf == moved.edtf()


def test_a_shifted_fiscal_year_still_has_no_dates() -> None:
    period = one("fiscal 2025")

    moved = redated(period, shifted(dates(period), "year"))

    assert (None, None) == (moved.start, moved.until)


@pytest.mark.parametrize(
    ("period", "base", "basis"),
    [
        ("July 2025", "June 2025", "month"),
        ("July", "June", "month"),
        ("January", "December", "month"),
        ("July 2025", "June", "month"),
        ("July", "July 2024", "year"),
        ("July 2025", "July 2024", "year"),
        ("January through July 2025", "from January through July 2024", "year"),
        ("Q3 2025", "Q2 2025", "quarter"),
        ("2025", "2024", "year"),
        ("November 20, 2025", "November 13, 2025", "week"),
        ("November 20, 2025", "November 19, 2025", "day"),
        ("July", "month-over-month", "month"),
        ("July", "a year earlier", "year"),
        ("July", "the same month of last year", "year"),
        ("July 2025", "the previous month", "month"),
        ("July 2025", "last year", "year"),
        ("July 2025", "May 2019", "2019-05"),
        ("July", "April 2024", "quarter"),
        ("July", "July", None),
        ("July 2025", "July 2025", None),
        ("July", "Monday", None),
    ],
)
def test_the_basis_is_the_step_between_or_the_bases_own_dates(period: str, base: str, basis: str | None) -> None:
    assert basis == basis_of(one(period), one(base))
