"""Finds what a number is a number of: its currency sign, unit, counted noun, and the rate it may be part of."""

from dataclasses import dataclass, replace
from decimal import Decimal

from verifier.figures import pounds
from verifier.figures.numeral import Number
from verifier.figures.tables import currencies, units
from verifier.figures.tables.numbers import SCALES
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line

_LONGEST = 4
_ABBREVIATED = frozenset({"sq", "cu", "deg", "ft", "in", "pct", "u.s", "oz", "lb"})
_ONE_LETTER_NEEDS_ROOM = frozenset({"x", "X", "×", "C", "F"})
_OPEN_SYMBOLS = frozenset(symbol[0] for symbol in units.SYMBOLS)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit written in tokens first..last (exclusive)."""

    first: int
    last: int
    unit: Unit
    scale: Decimal = Decimal(1)
    """A multiplier written with it: "75 USD million", "30 MUSD"."""


# ------------------------------------------------------------------------------------------ before the number


def before(line: Line, index: int, floor: int) -> Measure | None:
    """Return the currency sign or code that ends just before token `index`: "$", "A$", "Rs.", "GBP"."""
    at = index - 1
    at -= line[at].text == "." and line[at - 1].low == "rs"
    token = line[at]
    if at < floor or token.kind not in ("mark", "word"):
        return None
    if token.low in currencies.SIGNS and (token.kind == "mark" or line[index].text[:1].isdecimal()):
        return _signed(line, at, index, floor)
    return _coded(line, at, index)


def _signed(line: Line, at: int, last: int, floor: int) -> Measure:
    sign, owner = line[at], line[at - 1]
    near = sign.glued or owner.text in ("c", "US", "U.S.")
    unit = currencies.PREFIXES.get((sign.text, owner.low))
    if unit is not None and near and at - 1 >= floor:
        return Measure(at - 1, last, unit)
    return Measure(at, last, currencies.SIGNS[sign.low])


def _coded(line: Line, at: int, last: int) -> Measure | None:
    token = line[at]
    if token.low in currencies.MILLIONS and token.text.isupper():
        return Measure(at, last, currencies.MILLIONS[token.low], Decimal(10**6))
    if token.text not in currencies.CODES or line[last].kind != "number":
        return None
    word = token.text in currencies.WORDLIKE and not line.glued(last)
    return None if word else Measure(at, last, Unit(token.text, "currency", currencies=(token.text,)))


# ------------------------------------------------------------------------------------------- after the number


def after(line: Line, number: Number) -> Measure | None:
    """Return the unit or currency written after a number, a rate included: "tons", "US dollars", "% a year"."""
    return _bracketed(line, number) or _plain(line, tied(line, number.last), number)


def tied(line: Line, at: int) -> int:
    """Return the token after the hyphen of "3-inch", or `at` itself."""
    return at + 1 if line[at].text == "-" and line.glued(at) and line.glued(at + 1) else at


def _bracketed(line: Line, number: Number) -> Measure | None:
    at = number.last
    if line[at].text not in ("(", "["):
        return None
    found = _plain(line, at + 1, number)
    closed = found is not None and line[found.last].text in (")", "]")
    return replace(found, first=at, last=found.last + 1) if found is not None and closed else None


def _plain(line: Line, at: int, number: Number) -> Measure | None:
    choices = (phrase(line, at, number), _symbol(line, at, number), _sign_after(line, at), _million_code(line, at))
    found = [choice for choice in choices if choice is not None]
    return max(found, key=lambda measure: measure.last) if found else _special(line, at, number)


def phrase(line: Line, at: int, number: Number) -> Measure | None:
    """Return the longest unit or currency written in words at token `at`."""
    best, words, last = None, "", at
    for _ in range(_LONGEST):
        token = line[last]
        if token.kind not in ("word", "mark") or not token.low:
            break
        words = f"{words} {token.low}".lstrip()
        last += 1
        unit = pounds.read(line, last, number) if words in pounds.WORDS else _worded(words, line, number)
        if unit is not None:
            best = Measure(at, last, unit)
        last = _over_mark(line, last, token.low)
    return best and _with_scale(line, best)


def _over_mark(line: Line, at: int, word: str) -> int:
    if line[at].text == "-" and line.glued(at) and line.glued(at + 1):
        return at + 1
    return at + 1 if line[at].text == "." and line.glued(at) and word in _ABBREVIATED else at


def _worded(phrase: str, line: Line, number: Number) -> Unit | None:
    if phrase in units.HALF_POINTS and number.sort == "fraction":
        return units.WORDS["percentage point"]
    if phrase in units.HYPHEN_ONLY and line[number.last].text == "-":
        return units.WORDS[units.HYPHEN_ONLY[phrase]]
    return currencies.WORDS.get(phrase) or units.WORDS.get(phrase)


def _with_scale(line: Line, found: Measure) -> Measure:
    """Read the multiplier that some wires put behind the currency: "75 USD million"."""
    if found.unit.dimension != "currency" or line[found.last].low not in ("million", "billion", "trillion"):
        return found
    scale = SCALES[line[found.last].low]
    return replace(found, last=found.last + 1, scale=scale)


def _symbol(line: Line, at: int, number: Number) -> Measure | None:
    if line[at].text[:1] not in _OPEN_SYMBOLS:
        return None
    for width in (3, 2, 1):
        text = _joined(line, at, width)
        unit = units.SYMBOLS.get(text)
        if unit is not None and _stands_alone(line, at, at + width, text, number):
            return powered(line, Measure(at, at + width, unit), text)
    return None


def _joined(line: Line, at: int, width: int) -> str:
    tokens = [line[at + step] for step in range(width)]
    whole = all(token.text and (token.glued or tokens[0].text == "°") for token in tokens[1:])
    return "".join(token.text for token in tokens) if whole else ""


def _stands_alone(line: Line, at: int, last: int, text: str, number: Number) -> bool:
    follows = line[last]
    if follows.glued and (follows.kind in ("word", "number") or follows.text == "'"):
        return follows.text in ("2", "3") and not line.glued(last + 1)
    if text in _ONE_LETTER_NEEDS_ROOM:
        near = line.glued(at) or (text in ("C", "F") and follows.kind in ("mark", "end"))
        return near and follows.kind != "number" and at == number.last
    return True


def powered(line: Line, found: Measure, text: str) -> Measure:
    """Return the square or cube of a length whose power follows: "4 km squared", "4km^3"."""
    at = found.last
    power = units.POWERS.get(line[at].low) or (line[at].text if line.glued(at) else "")
    skip = 1
    if power == "^" and line.glued(at + 1):
        power, skip = line[at + 1].text, 2
    unit = units.SYMBOLS.get(text + power) if power in ("2", "3") else None
    return found if unit is None else Measure(found.first, at + skip, unit)


def _sign_after(line: Line, at: int) -> Measure | None:
    token = line[at]
    unit = currencies.SIGNS.get(token.low)
    if unit is None or token.low == "rs" or (line.glued(at + 1) and line[at + 1].kind == "number"):
        return None
    return Measure(at, at + 1, unit)


def _million_code(line: Line, at: int) -> Measure | None:
    unit = currencies.MILLIONS.get(line[at].low) if line[at].text.isupper() else None
    return None if unit is None else Measure(at, at + 1, unit, Decimal(10**6))


def _special(line: Line, at: int, number: Number) -> Measure | None:
    """Read "2 in thick", '10 " long' and the pence of "50p"."""
    token, follows = line[at], line[at + 1]
    sized = follows.low in units.SIZE_WORDS
    tied = line[at - 1].text == "-" and not line.glued(at + 1)
    if token.text == "in" and (sized or tied or _ends(line, at + 1)):
        return Measure(at, at + 1, units.WORDS["inch"])
    if (
        token.text == "'"
        and token.glued
        and line.glued(at + 1)
        and follows.kind == "number"
        and line[at + 2].text == '"'
    ):
        return Measure(at, at + 1, units.WORDS["foot"])
    if token.text == '"' and sized:
        return Measure(at, at + 1, units.WORDS["inch"])
    if token.text == "p" and token.glued and at == number.last and (line.sterling or not number.scaled):
        return Measure(at, at + 1, currencies.WORDS["pence"])
    return None


def _ends(line: Line, at: int) -> bool:
    return line[at].kind == "end" or line[at].text in (".", ",", ";", ")")
