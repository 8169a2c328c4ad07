"""What holds for any text, however hostile."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verifier.periods import basis_of, find, read_date, settle
from verifier.periods.moves import redated, shifted
from verifier.periods.points import parse

WORDS = (
    "January May may March july Sept. Dec Monday Sun. the a first second last this next same previous 9 12 31 30 29"
    " Feb. 2024 2025 1890 nine months month quarters half year years week days fiscal FY25 to through from between and"
    " or - – , . ; ( ) / \n since by until before after of in on ended ago earlier early mid late end start date so far"
    " past 2010-12 12/23/2025 03/04/2025 31.12.9999 01/01/0001 2025-02-30 Q3 H1 1990s '80s y/y period total summer"
    " century decade yesterday weekend ’s 's 8:01 PM © 9999 0000 1200 ٣ "
).split(" ")
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map("".join),
)
days = st.one_of(st.none(), st.dates())


@given(texts, days)
def test_periods_stand_in_the_text_in_order_and_apart(text: str, published: date | None) -> None:
    periods = find(text, published)

    assert [text[period.span.start : period.span.end] for period in periods] == [period.text for period in periods]
    ends = [0, *(period.span.end for period in periods)]
    assert all(end <= period.span.start < period.span.end for end, period in zip(ends, periods, strict=False))


@given(texts, days, st.dates())
def test_a_period_starts_before_it_is_over(text: str, published: date | None, reference: date) -> None:
    periods = settle(find(text, published), reference)

    assert all(p.start < p.until for p in periods if p.start and p.until)


@given(texts, st.dates())
def test_settling_changes_no_stated_year(text: str, reference: date) -> None:
    periods = find(text)

    settled = settle(periods, reference)

    stated = [index for index, period in enumerate(periods) if period.year == "stated" and period.kind != "anaphor"]
    assert [periods[index] for index in stated] == [settled[index] for index in stated]


@given(texts, days)
def test_anchors_are_other_periods_of_the_same_list(text: str, published: date | None) -> None:
    periods = find(text, published)

    anchors = [(index, period.anchor) for index, period in enumerate(periods) if period.anchor is not None]
    assert all(anchor != index and periods[anchor].kind != "anaphor" for index, anchor in anchors)


@given(st.dates(date(1901, 1, 1), date(2098, 1, 1)))
def test_a_month_shifted_by_a_year_is_twelve_months_earlier(moment: date) -> None:
    month = parse(f"{moment:%Y-%m}")
    assert month is not None

    year_before = shifted(month, "year")
    twelve_before = month
    for _ in range(12):
        twelve_before = shifted(twelve_before, "month")

    assert date(moment.year - 1, moment.month, 1) == year_before.dates()[0]
    assert twelve_before == year_before


@given(texts, texts)
def test_nothing_raises(first: str, second: str) -> None:
    periods = find(first + " " + second)

    for period in periods:
        for step in ("day", "week", "month", "quarter", "half", "year"):
            found = parse(period.edtf)
            moved = redated(period, shifted(found, step)) if found else period
            assert basis_of(period, moved) is None or isinstance(basis_of(period, moved), str)
    assert read_date(first) is None or isinstance(read_date(first), date)
