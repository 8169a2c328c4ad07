"""Whether a word or number that could be one of time is one where it stands."""

import re

from verifier.periods import english

_NEXT_WORD = re.compile(r" ?-?([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n-]?\Z")
_DAY_OR_YEAR = re.compile(r"\.?,? ?-?(?:[0-9]{1,4}(?![0-9]|[.,][0-9])|'[0-9]{2}\b)|-?[A-Z][a-z]{2}\b")
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DAY_BEFORE = re.compile(rf"(?:([^\W\d_]+) )?(?<![\w.,:/$€£¥₹₽₩#+-])(?:{_DAY}[-–])?{_DAY} \Z")
_GOES_ON = re.compile(r" (?:[A-Z]|be\b|have\b|not\b)")
"""After a May that is a verb in a headline: "Of 31, 30 May Be Ill"."""
_NEAR = 24
_TIME_AFTER = re.compile(r"'s\b| (?:of )?(?:last|this|next) year\b| (?:and|to|through) [A-Z]|[–-][A-Z]")
_MONEY = "$€£¥₹₽₩#"


def last_word(text: str, start: int) -> str:
    """Return the word right before `start`, or nothing."""
    match = _LAST_WORD.search(text[max(0, start - _NEAR) : start])
    return match[1] if match else ""


def next_word(text: str, end: int) -> str:
    """Return the word right after `end` in small letters, or nothing."""
    match = _NEXT_WORD.match(text, end, end + _NEAR)
    return match[1].lower() if match else ""


def is_month(text: str, start: int, end: int) -> bool:
    """Say whether the month's name at `start` is a month: not a verb, a person or a march."""
    word = text[start:end]
    name = word.lower()
    if name in english.MONTH_ABBREVIATIONS:
        return _abbreviation_stands(text, start, end)
    if name in english.CAPITALISED_MONTHS and not word[0].isupper():
        return False
    if _DAY_OR_YEAR.match(text, end, end + 8) or _TIME_AFTER.match(text, end, end + _NEAR):
        return True
    if name in english.NAMES_TOO:
        return _name_stands(text, start)
    return name not in english.CAPITALISED_MONTHS or next_word(text, end) not in english.MONTH_VERBS


def _abbreviation_stands(text: str, start: int, end: int) -> bool:
    dotted = text[end : end + 1] == "." and text[start].isupper()
    return (
        dotted or bool(_DAY_OR_YEAR.match(text, end, end + 8)) or (_time_before(text, start) and text[start].isupper())
    )


def _name_stands(text: str, start: int) -> bool:
    before = last_word(text, start)
    if text.strip() == text[start:].strip() and not before:
        return len(text.strip()) <= 3
    if before.lower() in english.NOT_BEFORE_NAMES:
        return False
    if not before:
        return _day_before(text, start)
    return _time_before(text, start) or (before.islower() and text[start - 1] == " ")


def _day_before(text: str, start: int) -> bool:
    """Say whether the May at `start` follows its day: "on 23 May"."""
    day = _DAY_BEFORE.search(text, max(0, start - _NEAR), start)
    if day is None:
        return False
    return (day[1] or "").lower() in english.DAY_LEADS or not _GOES_ON.match(text, start + len("May"))


def _time_before(text: str, start: int) -> bool:
    return last_word(text, start).lower() in english.TIME_BEFORE


def is_weekday(text: str, start: int, end: int) -> bool:
    """Say whether the weekday's name at `start` is a day: not a feast, a newspaper or the sun."""
    if text[start:end].lower() in english.WEEKDAY_ABBREVIATIONS:
        return text[start].isupper() and text[end : end + 1] in (".", ",")
    if last_word(text, start).lower() in english.NAMED_DAYS:
        return False
    return not text[start].isupper() or next_word(text, end) not in english.NEWSPAPERS


def _follows_code(text: str, start: int) -> bool:
    """Say whether a hyphen ties the digits to a word that is none of time: F-16, COVID-19."""
    if start >= 2 and text[start - 1] == "-" and text[start - 2].isalpha():
        return last_word(text, start - 1).lower() not in english.HYPHENATED
    return False


def is_bare(text: str, start: int, end: int) -> bool:
    """Say whether the digits stand alone: no money, no percent, no code such as F-16 or 5G."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if (before[-1:] in _MONEY and before) or before[-1:].isalnum() or before[-1:] in ("+", "_", "."):
        return False
    return not (_follows_code(text, start) or after.isalnum() or (after in ("%", "°", "‰") and after))


def counts_something(text: str, start: int, end: int) -> bool:
    """Say whether what follows the number is measured or counted by it."""
    after = next_word(text, end)
    if after in english.MEASURES:
        return True
    return after in english.COUNTED and last_word(text, start).lower() not in ("in", "since", "by", "during")


def is_year(text: str, start: int, end: int) -> bool:
    """Say whether the four digits are a year: no count, no right, and old ones only after a word of time."""
    year, before = int(text[start:end]), last_word(text, start).lower()
    if counts_something(text, start, end) or _is_right(text, start):
        return False
    if before in english.HEDGES_BEFORE and year % 100 == 0:
        return False
    return 1900 <= year <= 2099 or (1000 <= year <= 2199 and before in english.TIME_BEFORE | {"year"})


def _is_right(text: str, start: int) -> bool:
    line = text[max(0, start - 2 * _NEAR) : start].rpartition("\n")[2].lower()
    return "©" in line or "(c)" in line or "copyright" in line
