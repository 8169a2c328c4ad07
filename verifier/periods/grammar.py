"""Which runs of tokens are periods, and who reads each: rules over kinds of token, tried in this order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verifier.periods import back_words
from verifier.periods import calendar_words as calendar
from verifier.periods import relative_words as relative
from verifier.periods.reading import Reading, Words
from verifier.periods.tokens import CODES, Tokens

Reader = Callable[[Words], Reading | None]

_UNIT = "(days|weeks|months|quarters|halves|years)"
_NUMBER = "(count|number)"
_RANK = "(number|ordinal)"
_TAIL = (
    "((comma|of|in)? the? whole? years? year"
    " | (comma|of|in)? the? whole? (this|last|next|previous) years | of the whole? years)"
)
_DAY = f"((weekday comma?)? (month the? {_RANK} | the? {_RANK} of? month))"
_POINT = f"({_DAY} {_TAIL}? | date | month {_TAIL}? | year)"
_TO = "(hyphen? (to|through|until) hyphen? | hyphen | dash)"
_LATER = "(through | to | until | by | in | ended)"
_EARLIER = "(ago|earlier)"
_OTHERS = "(the|this|last|next|past)? (decade|decades|centuries|months|weeks)"

RULES: tuple[tuple[str, Reader], ...] = (
    # the year so far
    (f"the? whole? years hyphen? to hyphen? date ({_LATER} month {_TAIL}?)?", relative.year_to_date),
    (f"year_to_date ({_LATER} month {_TAIL}?)?", relative.year_to_date),
    ("so far (in the?)? this years | so far (in|of) year", relative.year_to_date),
    ("years? year hyphen? to hyphen? date", relative.year_to_date),
    ("(the|this)? whole? years so far | year so far", relative.year_to_date),
    (f"the? years through (the end of)? month {_TAIL}?", relative.year_to_date),
    # steps back and bases
    ("basis", back_words.on_basis),
    (f"{_UNIT} hyphen? (on|over|to|after) hyphen? {_UNIT} | on hyphen (months|quarters|years)", back_words.on_basis),
    ("(on|in) one? periodic ground", back_words.on_basis),
    (f"on the {_UNIT} (?!of|hyphen|before|earlier|ended|month|ordinal|number)", back_words.on_basis),
    (
        f"the? same (time|span|{_UNIT}) ((of|in)? (the|one)? (last|previous|this)? {_UNIT} ({_EARLIER}|before)?"
        f" | (of|in) the? (years)? year | the? year (?!count) | last {_UNIT})?",
        back_words.same,
    ),
    ("the? same? year (span|months|quarters|halves) | this time last years", back_words.of_named_year),
    (f"{_NUMBER} months ({_EARLIER}|before)", back_words.twelve_months_before),
    (f"(the|one)? {_UNIT} hyphen? {_EARLIER} (span|quarters|months|weeks|halves|years)?", back_words.anaphor),
    (f"(the|one) {_UNIT} before (?!the|this|last|date|year|month|one|weekday)", back_words.anaphor),
    ("the? previous hyphen? years hyphen? (span|quarters|months|weeks|halves)", back_words.anaphor),
    (f"the? previous {_UNIT}", back_words.anaphor),
    (f"{_NUMBER} {_UNIT} ago | (one|{_NUMBER}) decades ago", relative.ago),
    # stretches
    (
        f"(from|between)? (weekday comma?)? month the? {_RANK} ({_TO}|and) the? {_RANK} (?!month) {_TAIL}?",
        calendar.days,
    ),
    (f"(from|between)? the? {_RANK} ({_TO}|and) the? {_RANK} of? month {_TAIL}?", calendar.days),
    (f"from? {_POINT} {_TO} {_POINT}", calendar.stretch),
    (f"between {_POINT} and {_POINT}", calendar.stretch),
    ("(from|between)? year_span", calendar.year_span),
    (f"the? past? {_NUMBER}? hyphen? {_UNIT} span? (ended|to|through|until) (on|the)? {_POINT}", relative.rolling),
    (f"the? last {_NUMBER} (months|quarters) {_TAIL}", calendar.opening),
    (f"the? (past|last|next|following|previous) {_NUMBER} (days|weeks|months|quarters|years)", relative.recent),
    (f"the? past {_UNIT}", relative.recent),
    (f"the? ordinal {_NUMBER} (months|quarters) {_TAIL}?", calendar.opening),
    (f"the? ordinal {_NUMBER}? weeks of month {_TAIL}?", calendar.weeks_of_month),
    ("the? ordinal months of the? (year | (this|last) years)", calendar.nth_month),
    (f"the? {_NUMBER} hyphen months total", calendar.total),
    # fiscal
    (
        "(the|this|last|next|previous)? ordinal? fiscal (ordinal|years)? (quarters|quarter_name)? (of? year)?",
        calendar.fiscal,
    ),
    ("fiscal_year | year fiscal years?", calendar.fiscal),
    ("the? ordinal hyphen? (quarters|halves) (of|in)? (the|this|last)? fiscal years? year?", calendar.fiscal),
    # quarters and halves
    (f"the? ordinal hyphen? halves of month {_TAIL}?", calendar.half_month),
    (
        f"the? ordinal hyphen? (quarters|halves) {_TAIL}? (?!of {_OTHERS})",
        calendar.quarter,
    ),
    (f"the? ordinal (and|to|through|hyphen) ordinal (hyphen)? quarters {_TAIL}?", calendar.quarter),
    (f"(quarter_name|half_name) {_TAIL}?", calendar.quarter),
    ("year (comma|hyphen|possessive)? (quarter_name|half_name)", calendar.quarter),
    ("(year|(the|this|last|next) years) possessive? ordinal hyphen? (quarters|halves)", calendar.quarter),
    # days
    ("date", calendar.dated),
    ("ambiguous", calendar.either),
    (f"the? weeks (of|starting|starts) (the)? {_POINT}", relative.week_of),
    (f"{_DAY} {_TAIL}?", calendar.dated),
    ("weekday open month number shut?", calendar.dated),
    ("year hyphen month hyphen number", calendar.dated),
    ("(this|last|next)? weekday", relative.weekday),
    ("relative_day", relative.relative_day),
    ("(the|this|last|past|next) weekend", relative.weekend),
    # months and years
    ("(this|last|next) month (?!year|number)", relative.relative_month),
    (f"month {_TAIL} | month (hyphen|slash)? year", calendar.dated),
    ("year (hyphen)? month (?!number)", calendar.dated),
    (f"(the)? (this|last|next|latest latest?) whole? {_UNIT}", relative.relative),
    ("the? (start|end|mid) of the (months|quarters|years) | the? years (hyphen|possessive)? end", relative.edge),
    ("(the)? (this|last|past|next) decades", relative.relative_decade),
    ("the? (decade)", calendar.decade),
    ("the? (ordinal|count hyphen ordinal) hyphen? centuries", calendar.century),
    ("the? season (of? year | (of|comma)? (this|last|next) years)", calendar.season),
    ("(this|last|next) season", relative.relative_season),
    ("(whole)? years year | year", calendar.dated),
    ("month", calendar.dated),
)


def compiled(pattern: str) -> str:
    """Return a rule over names of kinds as a rule over their characters."""
    for kind in re.findall(r"[a-z_]{2,}", pattern):
        if kind not in CODES:
            raise KeyError(kind)
    return (
        re.sub(r"[a-z_]{2,}", lambda name: CODES[name[0]], pattern)
        .replace(" ", "")
        .replace("(", "(?:")
        .replace("(?:?!", "(?!")
    )


@dataclass(frozen=True, slots=True)
class Match:
    """Where, in tokens, a rule matched, and what it read."""

    start: int
    end: int
    reading: Reading


_COMPILED = [(re.compile(compiled(pattern)), reader) for pattern, reader in RULES]
_ANY = re.compile("|".join(f"(?P<r{index}>{compiled(pattern)})" for index, (pattern, _) in enumerate(RULES)))


def matches(tokens: Tokens, words: Callable[[int, int], Words]) -> Iterator[Match]:
    """Yield what the rules read, from left to right, without overlap."""
    position = 0
    while hit := _ANY.search(tokens.codes, position):
        found = _read(tokens.codes, hit, words)
        if found is not None:
            yield found
        position = found.end if found else hit.start() + 1


def _read(codes: str, hit: re.Match[str], words: Callable[[int, int], Words]) -> Match | None:
    """Read with the first rule that matched here or, where its reader will not have it, with a later one."""
    for rule, reader in _COMPILED[int((hit.lastgroup or "r0")[1:]) :]:
        match = rule.match(codes, hit.start())
        reading = reader(words(*match.span())) if match else None
        if match and reading is not None and _real(reading):
            return Match(match.start(), match.end(), reading)
    return None


def _real(reading: Reading) -> bool:
    return reading.stretch.exists()
