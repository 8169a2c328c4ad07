"""Amounts as articles write them: in one of several units, rounded or not, with or without a hedge."""

from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Decimal
from random import Random
from typing import NamedTuple


class Unit(NamedTuple):
    """A way to write amounts of one family; `size` in the family's base unit, a "million" included."""

    size: Decimal
    forms: tuple[str, ...]


def _units(rows: str) -> tuple[Unit, ...]:
    found = (row.split("|") for row in rows.strip().splitlines())
    return tuple(Unit(Decimal(size.strip()), tuple(form.strip() for form in forms)) for size, *forms in found)


FAMILIES: dict[str, tuple[Unit, ...]] = {
    "mass": _units("""
        1000 | {} tonnes | {} metric tons | {} metric tonnes
        1000000 | {} kilotonnes | {} kt
        453592.37 | {} million lb
        1000000 | {} million kilograms"""),
    "power": _units("1 | {} MW | {} megawatts\n1000 | {} GW | {} gigawatts\n0.001 | {} kW | {} kilowatts"),
    "energy": _units("1 | {} GWh | {} gigawatt-hours\n1000 | {} TWh | {} terawatt-hours\n1 | {} million kWh"),
    "length": _units("1 | {} km | {} kilometres | {} kilometers\n1.609344 | {} miles"),
    "area": _units("1 | {} hectares | {} ha\n0.40468564224 | {} acres\n100 | {} square kilometres"),
    "speed": _units("1 | {} km/h | {} kph\n1.609344 | {} mph | {} miles per hour"),
    "rain": _units("1 | {} mm | {} millimetres\n25.4 | {} inches\n10 | {} cm"),
    "euros": _units("""
        1 | {} million euros | €{} million | €{}m
        1000 | {} billion euros | €{} billion | €{}bn
        0.001 | {} thousand euros"""),
    "dollars": _units("1 | {} million US dollars | US${} million\n1000 | US${} billion | {} billion US dollars"),
    "barrel": _units("1 | US${} a barrel"),
    "people": _units("1 | {} people\n1000 | {} thousand people"),
    "homes": _units("1 | {} homes\n1 | {} houses"),
    "spectators": _units("1 | {} spectators\n1 | {} fans\n1000 | {} thousand spectators"),
    "percent": _units("1 | {} percent | {}% | {} per cent"),
    "celsius": _units("1 | {} °C | {} degrees Celsius"),
}


@dataclass(frozen=True)
class Quantity:
    """So many of a unit."""

    value: Decimal
    family: str
    unit: int = 0

    @property
    def size(self) -> Decimal:
        """How much it is in the family's base unit."""
        return self.value * FAMILIES[self.family][self.unit].size

    def words(self, random: Random, hedge: str = "") -> str:
        """Return it as one of the forms of its unit has it, after a hedge."""
        form = random.choice(FAMILIES[self.family][self.unit].forms)
        return f"{hedge} {form.format(f'{self.value:,f}')}".strip()

    def times(self, factor: Decimal) -> "Quantity":
        """Return that many times as much, written as finely."""
        return replace(self, value=self.value * factor)._with_digits_of(self)

    def other(self, random: Random) -> "Quantity":
        """Return an amount that is off by more than any reading of a ton and any rounding."""
        far = random.choice((random.uniform(0.42, 0.80), random.uniform(1.25, 2.3)))
        changed = self.times(Decimal(far).quantize(Decimal("0.001")))
        return changed if not _is_round(changed.value) else replace(changed, value=changed.value + changed.ulp)

    def within(self, random: Random, share: str) -> "Quantity":
        """Return so much of it at most, and half as much at least: "0.4"."""
        return self.times((Decimal(share) * Decimal(random.uniform(0.5, 1))).quantize(Decimal("0.001")))

    @property
    def ulp(self) -> Decimal:
        """The place value of its last digit."""
        return Decimal((0, (1,), int(self.value.as_tuple().exponent)))

    def _with_digits_of(self, other: "Quantity") -> "Quantity":
        return replace(self, value=max(self.value.quantize(other.ulp), other.ulp))

    def converted(self, unit: int, digits: int) -> "Quantity":
        """Return it in another unit, rounded to so many digits, but never to tens."""
        size = FAMILIES[self.family][unit].size
        value = self.size / size
        return Quantity(rounded(value, max(digits, value.adjusted() + 1)), self.family, unit)

    def rounded(self, digits: int, rounding: str = ROUND_HALF_EVEN) -> "Quantity":
        """Return it rounded to so many digits, zeros in the places of the others."""
        return replace(self, value=rounded(self.value, digits, rounding))

    @property
    def others(self) -> list[int]:
        """The other units of its family that are of another size."""
        units = FAMILIES[self.family]
        return [place for place, unit in enumerate(units) if unit.size != units[self.unit].size]


UP, DOWN = ROUND_UP, ROUND_DOWN


def rounded(value: Decimal, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return `value` to so many significant digits, written out: 27900, not 2.79E+4."""
    place = value.adjusted() - digits + 1
    exact = value.quantize(Decimal((0, (1,), place)), rounding=rounding)
    return exact.quantize(Decimal(1)) if place > 0 else exact


def drawn(random: Random, family: str, low: str, high: str, decimals: int = 0) -> Quantity:
    """Return an amount whose every digit is meant: it ends in none of 0 and 5."""
    scale = 10**decimals
    whole = random.randint(int(Decimal(low) * scale), int(Decimal(high) * scale))
    whole = whole // 10 * 10 + random.choice((1, 2, 3, 4, 6, 7, 8, 9))
    return Quantity(Decimal(whole).scaleb(-decimals), family)


def _is_round(value: Decimal) -> bool:
    return value.as_tuple().digits[-1] in (0, 5)
