"""What a word or number of time can be, and the pass that cuts a text into them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from verifier.models import Step
from verifier.periods import english
from verifier.periods.points import Point

_TOKEN = re.compile(
    r"""(?P<iso>(?P<iso_day>[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2})(?:T[0-9:.]{4,16}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)(?![^\W_])
    |(?P<numeric>[0-9]{1,2}(?:/[0-9]{1,2}/|-[0-9]{1,2}-|\.[0-9]{1,2}\.)(?:[0-9]{4}|[0-9]{2}))(?![^\W_]|[-/.][0-9])
    |(?P<clock>[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?[ ]?[ap]\.?m\b\.?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)
    |(?P<decade>(?:[0-9]{3}0'?|'[0-9]0)s)(?![^\W_])
    |(?P<year_month>[0-9]{4}[-/][0-9]{1,2})(?![^\W_]|[-/.,][0-9])
    |(?P<month_year>[0-9]{1,2}-[0-9]{4})(?![^\W_]|[-/.,][0-9])
    |(?P<quarter>[Qq][1-4]|[1-4][Qq]|[Hh][12]|[12][Hh])(?![^\W_])
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th))(?![^\W_])
    |(?P<fiscal_year>(?:FY|fy)'?(?:[0-9]{4}|[0-9]{2}))(?![^\W_])
    |(?P<number>(?>[0-9]+(?:[.,][0-9]+)*+))
    |(?P<slashed>[YyMmQqWw](?:/|-o-)[YyMmQqWw])(?![^\W_])
    |(?P<word>[^\W\d_][^\W_]*+)
    |(?P<possessive>'s\b|(?<=s)')
    |(?P<mark>\S)
    |(?P<newline>\n)""",
    re.VERBOSE,
)
STEPS: tuple[Step, ...] = get_args(Step)
GAP = "gap"
_NUMBERS = (
    "month weekday year number count ordinal date ambiguous year_span clock decade quarter_name half_name fiscal_year"
)
_KINDS = (*_NUMBERS.split(), *"basis relative_day periodic season comma hyphen dash slash possessive open shut".split())
CODES = {kind: chr(0x100 + index) for index, kind in enumerate((GAP, *_KINDS, *english.CLASSES))}
"""One character per kind of token, so that rules over tokens are regular expressions over characters."""
MARKS = {",": "comma", "-": "hyphen", "–": "dash", "—": "dash", "~": "dash", "/": "slash", "(": "open", ")": "shut"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of time; `value` is what its kind counts in: a month, a weekday, a rank."""

    kind: str
    start: int
    end: int
    value: int = 0
    points: tuple[Point, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a folded text and, at the same index, the character of each one's kind."""

    text: str
    items: tuple[Token, ...]
    codes: str


def pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield every word, number, mark and line end of the folded `text`."""
    return _TOKEN.finditer(text)
