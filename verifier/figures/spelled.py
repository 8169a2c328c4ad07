"""Reads numbers written out in words: cardinals, ordinals and fractions."""

from dataclasses import dataclass
from decimal import Decimal

from verifier.figures.tables import grammar, units
from verifier.figures.tables import numbers as table
from verifier.figures.tokens import Line, Token

VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
STARTERS = frozenset(
    {*table.UNITS, *table.TENS, table.HUNDRED, *table.SCALES, *table.GROUPS, *table.ORDINALS, *table.SCALE_ORDINALS}
    | {*table.MULTIPLES, *table.LOOSE_MULTIPLES, *table.VAGUE_PLURALS, *table.DIGIT_COUNTS}
    | {grammar.HALF, grammar.QUARTER}
)


@dataclass(frozen=True, slots=True)
class Words:
    """A spelled whole number that ends before token `last`."""

    last: int
    value: Decimal
    multiplier: Decimal = Decimal(1)
    """The last scale word, where nothing smaller follows it: a million for "two million"."""


def is_digit(token: Token) -> bool:
    """Tell whether a token is one of the words zero to nine."""
    return table.UNITS.get(token.low, 10) < 10


def cardinal(line: Line, index: int) -> Words | None:
    """Return the whole number spelled at `index`: "three million, two hundred and forty"."""
    total, last, limit = Decimal(0), index, Decimal(10) ** 30
    multiplier = Decimal(1)
    while (group := _group(line, _over_joint(line, last, index, limit))) is not None:
        at, value = group
        scale = table.SCALES.get(line[_over_hyphen(line, at)].low, Decimal(1))
        if scale >= limit or (scale == 1 and not _may_end(line, at, total)):
            break
        total += value * scale
        last = at if scale == 1 else _over_hyphen(line, at) + 1
        multiplier, limit = (scale if scale >= table.MULTIPLIER_FROM else Decimal(1)), scale
        if scale == 1:
            break
    return Words(last, total, multiplier) if last > index else None


def _may_end(line: Line, at: int, total: Decimal) -> bool:
    """After a scale word, a last group must not itself be followed by a larger scale word."""
    return not total or line[at].low not in table.SCALES


def _over_joint(line: Line, last: int, index: int, limit: Decimal) -> int:
    """Step over "and", "&" or a comma between the groups of one number; -1 where the number ends."""
    if last == index:
        return index
    at = last
    comma = line[at].text == ","
    at += comma
    joined = line[at].low in grammar.AND
    at += joined
    if not comma or joined:
        return at if line[at].kind == "word" else -1
    group = _group(line, at)
    if group is None:
        return -1
    big = group[1] >= 100 or table.SCALES.get(line[group[0]].low, limit) < limit
    return at if big else -1


def _over_hyphen(line: Line, at: int) -> int:
    return at + 1 if line[at].text == "-" and line.glued(at) and line.glued(at + 1) else at


def _group(line: Line, index: int) -> tuple[int, Decimal] | None:
    """Read a number below 1,000 (or "twelve hundred") at `index`: where it ends, and its value."""
    if index < 0:
        return None
    small = _small(line, index)
    if small is None:
        bare = line[index].low == table.HUNDRED or line[index].low in table.SCALES
        if not bare or line[index - 1].low not in grammar.ARTICLES:
            return None
        small = (index, Decimal(1))
    last, value = small
    hundred = _over_hyphen(line, last)
    if line[hundred].low != table.HUNDRED:
        return last, value
    rest = _after_hundred(line, hundred + 1)
    return (hundred + 1, value * 100) if rest is None else (rest[0], value * 100 + rest[1])


def _after_hundred(line: Line, at: int) -> tuple[int, Decimal] | None:
    rest = _small(line, at + (line[at].low in grammar.AND))
    if rest is None or line[_over_hyphen(line, rest[0])].low == table.HUNDRED:
        return None
    return rest


def _small(line: Line, index: int) -> tuple[int, Decimal] | None:
    """Read 0 to 99 in words."""
    word = line[index].low
    if word in table.UNITS:
        return index + 1, Decimal(table.UNITS[word])
    if word not in table.TENS:
        return None
    after = _over_hyphen(line, index + 1)
    ones = table.UNITS.get(line[after].low, 0)
    if 0 < ones < 10:
        return after + 1, Decimal(table.TENS[word] + ones)
    return index + 1, Decimal(table.TENS[word])


def ordinal(line: Line, index: int) -> tuple[int, Decimal] | None:
    """Read an ordinal: "third", "twenty-first", "two hundred and fifth", "21st"; where it ends, and its value."""
    if line[index].kind == "number":
        ending = line[index + 1]
        digits = line[index].text.replace(",", "")
        short = len(digits) < 10 and digits.isdecimal()
        valid = ending.glued and short and ending.low == _ending(int(digits))
        return (index + 2, Decimal(line[index].text.replace(",", ""))) if valid and short else None
    before, at = Decimal(0), index
    words = cardinal(line, index)
    if words is not None:
        before, at = words.value, _over_hyphen(line, words.last)
        at += line[at].low in grammar.AND
    return _last_ordinal(line, at, before)


def _ending(value: int) -> str:
    """Return the ending of an ordinal in digits: "st" for 21, "th" for 11."""
    if value % 100 in (11, 12, 13):
        return "th"
    return table.ENDINGS.get(value % 10, "th")


def _last_ordinal(line: Line, at: int, before: Decimal) -> tuple[int, Decimal] | None:
    word = line[at].low
    if word in table.SCALE_ORDINALS:
        return at + 1, (before or Decimal(1)) * table.SCALE_ORDINALS[word]
    if word not in table.ORDINALS:
        return None
    value = Decimal(table.ORDINALS[word])
    room = before % 10 ** len(str(value)) == 0 and (value < 10 or before % 100 == 0)
    return (at + 1, before + value) if room and before != 10 else None


def fraction(line: Line, index: int) -> tuple[int, Decimal] | None:
    """Read "two thirds", "one-third", "a third", "three-quarters": where it ends, and its value."""
    word = line[index].low
    over = 1 if word in grammar.ARTICLES else table.UNITS.get(word, 0)
    at = _over_hyphen(line, index + 1)
    under = table.DENOMINATORS.get(line[at].low)
    if not over or under is None or over >= under:
        return None
    plural = line[at].low.endswith(("s", "lves"))
    if (over > 1) != plural or (over > 1 and line[at].low == "quarters" and not _is_share(line, at, index)):
        return None
    return at + 1, Decimal(over) / under


def _is_share(line: Line, at: int, index: int) -> bool:
    """Tell "three-quarters" and "three quarters of" from three quarters of a year."""
    return at > index + 1 or line[at + 1].low == grammar.OF or line[index - 1].low in grammar.AND


def part(line: Line, index: int) -> tuple[int, Decimal] | None:
    """Read "half", "a quarter" and "a third" where they are shares and not a name of something else."""
    word = line[index].low
    if (word not in (grammar.HALF, grammar.QUARTER) and word not in table.ORDINALS) or word in grammar.NOT_PARTS:
        return None
    article = line[index - 1].low in grammar.ARTICLES
    if word != grammar.HALF and not article and not _is_bare_quarter(line, index):
        return None
    if line[index - 1].low in table.ORDINALS or line[index - 1].low in ("st", "nd", "rd", "th"):
        return None
    return (index + 1, 1 / table.DENOMINATORS[word]) if _part_stands(line, index, article) else None


def _is_bare_quarter(line: Line, index: int) -> bool:
    """Tell "quarter million" and "quarter-point"."""
    after = line[index + 1]
    tied = after.text == "-" and line[index + 2].low in units.HALF_POINTS
    return line[index].low == grammar.QUARTER and (after.low in table.SCALES or tied)


def _part_stands(line: Line, index: int, article: bool) -> bool:
    after, word = line[index + 1], line[index].low
    before = line[index - 2].low if article else line[index - 1].low
    if after.text == "-" and line.glued(index + 1):
        return _is_measured(line[index + 2].low)
    if after.low in table.SCALES or after.low in table.GROUPS or after.low == grammar.OF:
        return True
    if word == grammar.HALF:
        return after.low in grammar.PART_OBJECTS or before in grammar.PART_LEADS
    return before in grammar.PART_LEADS and (after.kind != "word" or _goes_on(before, after.low))


def _goes_on(before: str, after: str) -> bool:
    """Tell "by a third in 2024" and "more than a third from June" from "by a third party" and "in a third in"."""
    return before in grammar.SHARE_LEADS and after in grammar.SHARE_ENDS


def _is_measured(word: str) -> bool:
    """Tell "half-hour" and "quarter-point" from "half-hearted"."""
    return word in units.WORDS or word in units.HALF_POINTS or word in table.SCALES or word in table.GROUPS
