"""Every period of the five seed articles, as a reader takes it."""

from pathlib import Path

import pytest

from verifier.periods import find

SEEDS = Path(__file__).parents[2] / "seeds"

EU = [
    ("November", "interval", "XXXX-11", "unknown"),
    ("November", "interval", "XXXX-11", "unknown"),
    ("the same month a year before", "anaphor", "XXXX-11", "unknown"),
    ("October", "interval", "XXXX-10", "unknown"),
    ("the month before", "anaphor", "XXXX-10", "unknown"),
]
LICENCES = [
    ("12/23/2025", "interval", "2025-12-23", "stated"),
    ("earlier in 2025", "interval", "2025", "stated"),
    ("November", "interval", "2025-11", "inherited"),
    ("month-over-month", "basis", "", "unknown"),
    ("the year through November", "cumulative", "2025-01/2025-11", "inherited"),
    ("on the year", "basis", "", "unknown"),
    ("2/20/2026", "interval", "2026-02-20", "stated"),
    ("2/6/2026", "interval", "2026-02-06", "stated"),
    ("2/1/2026", "interval", "2026-02-01", "stated"),
    ("2026", "interval", "2026", "stated"),
]
ANALYSIS = [
    ("September 25, 2025", "interval", "2025-09-25", "stated"),
    ("July", "interval", "2025-07", "inherited"),
    ("July", "interval", "2025-07", "inherited"),
    ("July 2025", "interval", "2025-07", "stated"),
    ("June", "interval", "2025-06", "inherited"),
    ("since January", "since", "2025-01/..", "inherited"),
    ("the whole year so far", "cumulative", "2025-01/..", "inherited"),
    ("from January through July 2025", "interval", "2025-01/2025-07", "stated"),
    ("the same months of 2024", "anaphor", "2024-01/2024-07", "stated"),
    ("July", "interval", "2025-07", "inherited"),
    ("July", "interval", "2025-07", "inherited"),
    ("June", "interval", "2025-06", "inherited"),
    ("on the month", "basis", "", "unknown"),
    ("April 2025", "interval", "2025-04", "stated"),
    ("April", "interval", "2025-04", "inherited"),
    ("early 2025", "interval", "2025", "stated"),
]
REBOUND = [
    ("July", "interval", "XXXX-07", "unknown"),
    ("July", "interval", "XXXX-07", "unknown"),
    ("since January", "since", "XXXX-01/..", "unknown"),
    ("July 2024", "interval", "2024-07", "stated"),
    ("April", "interval", "XXXX-04", "unknown"),
    ("May", "interval", "XXXX-05", "unknown"),
    ("July", "interval", "XXXX-07", "unknown"),
    ("June", "interval", "XXXX-06", "unknown"),
    ("month‑on‑month", "basis", "", "unknown"),
    ("a year ago", "anaphor", "XXXX-07", "unknown"),
    ("the year to date", "cumulative", "XXXX-01/..", "unknown"),
    ("the same stretch of last year", "anaphor", "XXXX-01/..", "unknown"),
    ("the end of the first half", "interval", "XXXX-01/XXXX-06", "unknown"),
]
SECOND = [
    ("November 2025", "interval", "2025-11", "stated"),
    ("October", "interval", "2025-10", "inherited"),
    ("April", "interval", "2025-04", "inherited"),
    ("November", "interval", "2025-11", "inherited"),
    ("mid-December 2025", "interval", "2025-12", "stated"),
    ("October", "interval", "2025-10", "inherited"),
    ("November", "interval", "2025-11", "inherited"),
    ("October", "interval", "2025-10", "inherited"),
    ("October", "interval", "2025-10", "inherited"),
    ("late-October", "interval", "2025-10", "inherited"),
    ("December 19-20, 2025", "interval", "2025-12-19/2025-12-20", "stated"),
    ("April", "interval", "2025-04", "inherited"),
    ("on the month", "basis", "", "unknown"),
    ("2012", "interval", "2012", "stated"),
    ("2001", "interval", "2001", "stated"),
]


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("eu-magnets-november", EU),
        ("general-licences", LICENCES),
        ("july-analysis", ANALYSIS),
        ("july-rebound", REBOUND),
        ("november-second-highest", SECOND),
    ],
)
def test_every_period_of_a_seed_article_is_read(seed: str, expected: list[tuple[str, str, str, str]]) -> None:
    text = (SEEDS / f"{seed}.txt").read_text("utf-8")

    periods = find(text)

    assert expected == [(period.text, period.kind, period.edtf, period.year) for period in periods]


def test_a_year_ago_refers_past_the_base_to_the_month_the_article_is_about() -> None:
    text = (SEEDS / "july-rebound.txt").read_text("utf-8")

    periods = find(text)
    ago = next(period for period in periods if period.text == "a year ago")

    assert ago.anchor is not None
    assert ("July", 6) == (periods[ago.anchor].text, ago.anchor)


def test_a_base_lends_no_year_but_names_the_candidate() -> None:
    text = (SEEDS / "july-rebound.txt").read_text("utf-8")

    july = find(text)[0]

    assert ("unknown", (2025,), None) == (july.year, july.candidates, july.start)
