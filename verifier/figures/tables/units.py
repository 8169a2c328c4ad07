"""Units of measurement: code, dimension, size in base units, and the words and symbols they are written with."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit a number can carry; `factor` is its size in the dimension's base unit (kg, m, m², m³, J, W, s, 1)."""

    code: str
    dimension: str
    factor: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    currencies: tuple[str, ...] = ()


_ROWS = (
    # code | dimension | base units | words, singular and plural (any case) | symbols (case counts)
    "t | mass | 1000 | tonne tonnes, metric ton/metric tons, metric tonne/metric tonnes, tons metric | t MT",
    "short ton | mass | 907.18474 | short ton/short tons, us ton/us tons |",
    "long ton | mass | 1016.0469088 | long ton/long tons, imperial ton/imperial tons |",
    "kt | mass | 1000000 | kilotonne kilotonnes, kiloton kilotons | kt",
    "Mt | mass | 1000000000 | megatonne megatonnes, megaton megatons | Mt",
    "Gt | mass | 1000000000000 | gigatonne gigatonnes, gigaton gigatons | Gt",
    "kg | mass | 1 | kilogram kilograms, kilogramme kilogrammes, kilo kilos, kgs | kg",
    "g | mass | 0.001 | gram grams, gramme grammes | g",
    "mg | mass | 0.000001 | milligram milligrams, milligramme milligrammes | mg",
    "µg | mass | 0.000000001 | microgram micrograms, microgramme microgrammes | µg μg mcg",
    "lb | mass | 0.45359237 | pound pounds, lbs lb |",
    "oz | mass | 0.028349523125 | ounce ounces | oz",
    "ozt | mass | 0.0311034768 | troy ounce/troy ounces |",
    "st | mass | 6.35029318 | stone | st",
    "ct | mass | 0.0002 | carat carats |",
    "m | length | 1 | metre metres, meter meters | m",
    "km | length | 1000 | kilometre kilometres, kilometer kilometers, kms | km Km KM",
    "dm | length | 0.1 | decimetre decimetres, decimeter decimeters | dm",
    "cm | length | 0.01 | centimetre centimetres, centimeter centimeters | cm",
    "mm | length | 0.001 | millimetre millimetres, millimeter millimeters | mm",
    "µm | length | 0.000001 | micrometre micrometres, micrometer micrometers, micron microns | µm μm",
    "nm | length | 0.000000001 | nanometre nanometres, nanometer nanometers | nm",
    "pm | length | 0.000000000001 | picometre picometres, picometer picometers |",
    "mi | length | 1609.344 | mile miles | mi",
    "nmi | length | 1852 | nautical mile/nautical miles | nmi",
    "yd | length | 0.9144 | yard yards | yd yds",
    "ft | length | 0.3048 | foot feet | ft",
    "in | length | 0.0254 | inch inches | ins",
    "ly | length | 9460730472580800 | light year/light years, lightyear lightyears |",
    "m2 | area | 1 | square metre/square metres, square meter/square meters, sq m, sq metre/sq metres, sqm | m2 m²",
    "km2 | area | 1000000 | square kilometre/square kilometres, square kilometer/square kilometers, sq km | km2 km²",
    "cm2 | area | 0.0001 | square centimetre/square centimetres, square centimeter/square centimeters | cm2 cm²",
    "ha | area | 10000 | hectare hectares | ha",
    "acre | area | 4046.8564224 | acre acres |",
    "mi2 | area | 2589988.110336 | square mile/square miles, sq mi, sq mile/sq miles | mi2 mi²",
    "ft2 | area | 0.09290304 | square foot/square feet, sq ft, sq foot/sq feet, sqft | ft2 ft²",
    "yd2 | area | 0.83612736 | square yard/square yards, sq yd/sq yards |",
    "m3 | volume | 1 | cubic metre/cubic metres, cubic meter/cubic meters, cu m | m3 m³",
    "km3 | volume | 1000000000 | cubic kilometre/cubic kilometres, cubic kilometer/cubic kilometers | km3 km³",
    "cm3 | volume | 0.000001 | cubic centimetre/cubic centimetres, cubic centimeter/cubic centimeters | cm3 cm³ cc",
    "ft3 | volume | 0.028316846592 | cubic foot/cubic feet, cu ft | ft3 ft³",
    "bcm | volume | 1000000000 | bcm |",
    "l | volume | 0.001 | litre litres, liter liters | l L",
    "hl | volume | 0.1 | hectolitre hectolitres, hectoliter hectoliters | hl",
    "cl | volume | 0.00001 | centilitre centilitres, centiliter centiliters | cl",
    "ml | volume | 0.000001 | millilitre millilitres, milliliter milliliters | ml mL",
    "gal | volume | 0.003785411784 | gallon gallons | gal",
    "qt | volume | 0.000946352946 | quart quarts |",
    "pt | volume | 0.000473176473 | pint pints |",
    "cup | volume | 0.0002365882365 | cup cups |",
    "tbsp | volume | 0.00001478676478125 | tablespoon tablespoons | tbsp",
    "tsp | volume | 0.00000492892159375 | teaspoon teaspoons | tsp",
    "bbl | volume | 0.158987294928 | barrel barrels, bbl bbls |",
    "bu | volume | 0.03523907016688 | bushel bushels |",
    "acre ft | volume | 1233.48183754752 | acre foot/acre feet |",
    "cal | energy | 4.184 | calorie calories |",
    "kcal | energy | 4184 | kilocalorie kilocalories | kcal",
    "BTU | energy | 1055.05585262 | btu btus, british thermal unit/british thermal units |",
    "hp | power | 745.69987158227022 | horsepower | hp bhp",
    "km/h | speed | | kph kmph kmh kmhr |",
    "mi/h | speed | 0.44704 | mph |",
    "kn | speed | | knot knots | kn",
    "ms | duration | 0.001 | millisecond milliseconds | ms",
    "µs | duration | 0.000001 | microsecond microseconds |",
    "ns | duration | 0.000000001 | nanosecond nanoseconds |",
    "s | duration | 1 | seconds, sec secs |",
    "min | duration | 60 | minute minutes, mins | min",
    "h | duration | 3600 | hour hours, hr hrs | h",
    "day | duration | 86400 | day days |",
    "week | duration | 604800 | week weeks, wk wks |",
    "fortnight | duration | 1209600 | fortnight fortnights |",
    "month | duration | 2629800 | month months, mos |",
    "quarter | duration | 7889400 | quarter quarters |",
    "year | duration | 31557600 | year years, yr yrs |",
    "decade | duration | 315576000 | decade decades |",
    "century | duration | 3155760000 | century centuries |",
    "°C | temperature | 1 | degree celsius/degrees celsius, degree centigrade/degrees centigrade, degree c/degrees c, "
    "deg c, celsius celcius centigrade, degree celcius/degrees celcius, degc | °C ℃ C",
    "°F | temperature | | degree fahrenheit/degrees fahrenheit, degree f/degrees f, deg f, fahrenheit, farenheit, "
    "degree farenheit/degrees farenheit | °F ℉ F",
    "K | temperature | 1 | kelvin kelvins |",
    "° | temperature | 1 | degree degrees, deg | °",
    "rad | angle | 1 | radian radians | rad",
    "% | percent | 1 | percent percents, per cent/per cents, pct, percentage | % ٪ ％",
    "‰ | percent | 0.1 | per mille/per mil | ‰",
    "pp | points | 1 | percentage point/percentage points, percent point/percent points, pct point/pct points, "
    "per cent point/per cent points, % point/% points | pp ppt ppts",
    "bp | points | 0.01 | basis point/basis points, bps | bp",
    "ppm | ratio | 0.000001 | ppm, part per million/parts per million |",
    "ppb | ratio | 0.000000001 | ppb, part per billion/parts per billion |",
    "x | ratio | 1 | fold | x × X",
    "bit | information | 0.125 | bit bits |",
    "B | information | 1 | byte bytes |",
    "hPa | pressure | 100 | hectopascal hectopascals, millibar millibars | hPa mb mbar",
    "kPa | pressure | 1000 | kilopascal kilopascals | kPa",
    "psi | pressure | 6894.757293168361 | psi |",
    "mmHg | pressure | 133.322387415 | | mmHg",
    "dB | level | 1 | decibel decibels | dB",
    "V | voltage | 1 | volt volts |",
    "kV | voltage | 1000 | kilovolt kilovolts | kV",
    "TEU | count | 1 | teu teus, twenty foot equivalent unit/twenty foot equivalent units | TEU TEUs",
    "magnitude | number | 1 | magnitude magnitudes |",
)

_PREFIXED = (
    # symbol | dimension | base units | words | prefixes
    "W | power | 1 | watt watts | k M G T",
    "Wh | energy | 3600 | watt hour/watt hours, watthour watthours | k M G T",
    "J | energy | 1 | joule joules | k M G T P",
    "eV | energy | 1.602176634E-19 | electronvolt electronvolts, electron volt/electron volts | k M G T",
    "Hz | frequency | 1 | hertz | k M G T",
    "B | information | 1 | byte bytes | k M G T P E",
    "bit | information | 0.125 | bit bits | k M G",
    "bps | data rate | 1 | bit per second/bits per second | k M G T",
)
_PREFIXES = {"k": ("kilo", 3), "M": ("mega", 6), "G": ("giga", 9), "T": ("tera", 12), "P": ("peta", 15),
             "E": ("exa", 18)}  # fmt: skip

_TON = tuple(map(Decimal, ("907.18474", "1000", "1016.0469088")))
_GALLON = tuple(map(Decimal, ("0.003785411784", "0.00454609")))
TON = Unit("ton", "mass", Decimal(1000), _TON)
_COMPUTED = {
    "km/h": Decimal(1000) / 3600,
    "kn": Decimal(1852) / 3600,
    "°F": Decimal(5) / 9,
}
"""Sizes that no finite decimal gives."""

WORDS: dict[str, Unit] = {"ton": TON, "tons": TON}
SYMBOLS: dict[str, Unit] = {}


def _names(words: str) -> list[str]:
    phrases = []
    for group in words.split(","):
        phrases += group.split("/") if "/" in group or _is_phrase(group) else group.split()
    return [phrase.strip() for phrase in phrases if phrase.strip()]


def _is_phrase(group: str) -> bool:
    return group.split()[:1] in (["sq"], ["cu"], ["deg"], ["tons"])


def _add(row: str) -> None:
    code, dimension, factor, words, symbols = (cell.strip() for cell in row.split("|"))
    size = Decimal(factor) if factor else _COMPUTED[code]
    unit = Unit(code, dimension, size, _GALLON if code == "gal" else ())
    WORDS.update(dict.fromkeys(_names(words), unit))
    SYMBOLS.update(dict.fromkeys(symbols.split(), unit))


def _add_prefixed(row: str) -> None:
    symbol, dimension, factor, words, prefixes = (cell.strip() for cell in row.split("|"))
    for sign in ("", *prefixes.split()):
        spelled, power = _PREFIXES.get(sign, ("", 0))
        unit = Unit(sign + symbol, dimension, Decimal(factor).scaleb(power))
        WORDS.update({spelled + name: unit for name in _names(words)})
        if sign or (symbol not in WORDS and len(symbol) > 1):
            SYMBOLS[sign + symbol] = unit


for _row in _ROWS:
    _add(_row)
for _row in _PREFIXED:
    _add_prefixed(_row)
SYMBOLS |= {"KB": SYMBOLS["kB"], "W": WORDS["watt"], "KW": SYMBOLS["kW"], "KWh": SYMBOLS["kWh"], "kwh": SYMBOLS["kWh"],
            "mw": SYMBOLS["MW"], "gw": SYMBOLS["GW"], "mwh": SYMBOLS["MWh"], "KG": SYMBOLS["kg"],
            "FT": SYMBOLS["ft"], "kw": SYMBOLS["kW"]}  # fmt: skip

PER = frozenset({"per", "a", "an", "each", "every"})
"""Words that make a rate of what follows: "barrels a day"."""
NOT_A_RATE = frozenset({"ago", "earlier", "before", "later", "after", "since", "old", "long"})
"""After "a day" these say when, not how often."""
NOT_A_RATE_ALONE = frozenset({"in", "on"})
"""These say when only where no time or place follows: "a month on, it is 5 tons"; not "a day in July"."""
PER_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
    "annually": "year",
}  # fmt: skip
"""Words that make a rate of the unit they follow: "tonnes daily"."""
AFTER_ADVERBS = frozenset(
    "in on at by for from to with without into during through throughout since until till between among across within "
    "over under while when where after before as than but because this last next there here via".split()
)
"""What follows such a word where it goes with the unit; a noun would make it an adjective: "tonnes monthly exports"."""
NEVER_ADVERBIAL = frozenset({"percent", "points", "ratio", "number", "temperature", "level", "angle"})
"""What is measured so changes: "up 5 percent annually" may be on the year before."""
PER_COUNT = {
    "share": "share", "shares": "share", "person": "person", "capita": "person", "head": "person",
    "household": "household", "unit": "unit", "vehicle": "vehicle", "passenger": "passenger", "student": "student",
    "employee": "employee", "worker": "worker", "night": "night", "game": "game", "piece": "piece", "shot": "shot",
    "ticket": "ticket", "patient": "patient", "inhabitant": "inhabitant", "people": "person", "resident": "person",
    "residents": "person", "inhabitants": "person", "population": "person", "births": "birth", "users": "user",
}  # fmt: skip
"""Things counted below the line of a rate."""
COMPOUNDS = {"ft": "in", "lb": "oz", "st": "lb", "h": "min", "min": "s"}
"""Two-part measures that are one figure: "5 ft 2 in"."""
HYPHEN_ONLY = {"second": "seconds"}
"""Words that are a unit only when tied to their number by a hyphen: "30-second"."""
SIZE_WORDS = frozenset("thick long wide tall high deep diameter across x by in-diameter caliber calibre".split())
LENGTH_WORDS = SIZE_WORDS | frozenset(
    "away from above below ahead race sprint freestyle hurdles radius of tower wave waves wall pool butterfly north "
    "south east west distance apart underwater relay medley backstroke breaststroke swell".split()
)
"""After a number with a bare "m" these make it metres, not millions."""
LENGTH_LEADS = frozenset("depth height width length within altitude radius distance metres meters x ran run".split())
"""The same before the number."""
SIZES = frozenset("circumference depth diameter height length width".split())
"""The same after the number and "in"."""
RACES = frozenset(map(Decimal, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))
"""Distances run and swum, which are metres too."""
HALF_POINTS = frozenset({"point", "points"})
"""After "half-" or "quarter-" these are percentage points."""
POWERS = {"squared": "2", "cubed": "3"}
