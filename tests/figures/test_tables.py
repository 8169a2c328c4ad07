"""The facts in the tables of units and currencies agree with libraries that keep such facts."""

from decimal import Decimal

import iso4217
import pint
import pytest

from verifier.figures.tables import currencies, units

PINT = {
    "t": "metric_ton", "short ton": "US_ton", "long ton": "UK_ton", "kt": "kilometric_ton", "Mt": "megametric_ton",
    "Gt": "gigametric_ton", "lb": "pound", "oz": "ounce", "ozt": "troy_ounce", "st": "stone", "ct": "carat",
    "mi": "mile", "nmi": "nautical_mile", "yd": "yard", "ft": "foot", "in": "inch", "ly": "light_year",
    "m2": "meter**2", "km2": "kilometer**2", "cm2": "centimeter**2", "ha": "hectare", "acre": "acre",
    "mi2": "mile**2", "ft2": "foot**2", "yd2": "yard**2", "m3": "meter**3", "km3": "kilometer**3",
    "cm3": "centimeter**3", "ft3": "foot**3", "bcm": "1e9 * meter**3", "gal": "gallon", "qt": "quart", "pt": "pint",
    "cup": "cup", "tbsp": "tablespoon", "tsp": "teaspoon", "bbl": "oil_barrel", "bu": "bushel",
    "acre ft": "acre_foot", "cal": "calorie", "kcal": "kilocalorie", "BTU": "Btu", "hp": "horsepower",
    "km/h": "kilometer/hour", "mi/h": "mile/hour", "kn": "knot", "h": "hour", "min": "minute", "K": "kelvin",
    "°C": "delta_degC", "°F": "delta_degF", "hPa": "hectopascal", "mmHg": "millimeter_Hg", "B": "byte/byte",
    "bit": "bit/byte", "µs": "microsecond", "century": "century",
    "decade": "10 * year",
}  # fmt: skip
BASE = {
    "mass": "kilogram", "length": "meter", "area": "meter**2", "volume": "meter**3", "energy": "joule",
    "power": "watt", "speed": "meter/second", "duration": "second", "temperature": "kelvin", "pressure": "pascal",
    "frequency": "hertz", "voltage": "volt", "angle": "radian",
}  # fmt: skip
OWN = {"quarter", "°", "rad", "pm"}
"""A quarter of a year and a bare degree are not what pint makes of these words; pm is afternoon first."""
MEASURED = sorted(
    {unit.code: unit for unit in (*units.WORDS.values(), *units.SYMBOLS.values()) if unit.dimension in BASE}.values(),
    key=lambda unit: unit.code,
)


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Decimal]:
    """Return pint's units in decimals."""
    return pint.UnitRegistry(non_int_type=Decimal)


@pytest.mark.parametrize("unit", [unit for unit in MEASURED if unit.code not in OWN], ids=lambda unit: unit.code)
def test_a_unit_is_as_large_as_pint_says(unit: units.Unit, registry: pint.UnitRegistry[Decimal]) -> None:
    name = "metric_ton" if unit is units.TON else PINT.get(unit.code, unit.code)

    size = registry.Quantity(Decimal(1), registry.parse_expression(name).units).to(BASE[unit.dimension]).magnitude
    size *= Decimal(registry.parse_expression(name).magnitude)

    # acres and BTUs come in variants that differ in the sixth digit
    assert abs(size - unit.factor) <= Decimal("1e-5") * unit.factor


def test_the_readings_of_a_bare_ton_are_the_short_the_metric_and_the_long_ton() -> None:
    expected = tuple(units.WORDS[name].factor for name in ("short ton", "tonne", "long ton"))

    assert expected == units.TON.readings


def test_every_currency_is_an_iso_4217_code() -> None:
    known = {currency.code for currency in iso4217.Currency}
    used = {code for unit in currencies.WORDS.values() for code in unit.currencies}
    used |= {code for unit in (*currencies.SIGNS.values(), *currencies.PREFIXES.values()) for code in unit.currencies}

    assert set() == (used | currencies.CODES) - known


def test_no_word_is_both_a_unit_and_money_but_the_pound_that_context_decides() -> None:
    assert set() == set(units.WORDS) & set(currencies.WORDS)
