"""Words that stand for numbers, and the multipliers, fractions and multiples made from them."""

from decimal import Decimal

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
} | {"fourty": 40}
HUNDRED = "hundred"
SCALES = {
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "milliard": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}
"""Above "hundred"; Indian ones among them."""
MULTIPLIER_FROM = Decimal(10**5)
"""Spelled scales from here on are multipliers ("two million" is stated to the million, "two thousand" to the unit)."""
SHORT_SCALES = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "cr": Decimal(10**7),
}
MONEY_SCALES = frozenset({"b", "t", "m", "cr"})
"""Letters that also mean something else: multipliers after a currency sign."""
CAPITAL_SCALES = frozenset({"M", "B", "K"})
"""Multipliers without a currency sign too, where they touch the number."""
GROUPS = {"dozen": Decimal(12)}

ORDINALS = {
    word: value
    for value, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
} | {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        strict=True,
    )
}
SCALE_ORDINALS = {
    "hundredth": Decimal(100),
    "thousandth": Decimal(10**3),
    "millionth": Decimal(10**6),
    "billionth": Decimal(10**9),
    "trillionth": Decimal(10**12),
}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
"""Endings of ordinals in digits, by the last digit; "th" for the others and for 11 to 13."""
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

DENOMINATORS = {word: Decimal(value) for word, value in ORDINALS.items() if value > 2} | SCALE_ORDINALS
DENOMINATORS = DENOMINATORS | {f"{word}s": value for word, value in DENOMINATORS.items()}
DENOMINATORS |= {"half": Decimal(2), "halves": Decimal(2), "quarter": Decimal(4), "quarters": Decimal(4)}

MULTIPLES = {
    "halve": "0.5", "halved": "0.5", "halves": "0.5", "halving": "0.5",
    "doubled": "2", "doubles": "2", "doubling": "2", "redoubled": "2", "twofold": "2",
    "tripled": "3", "triples": "3", "tripling": "3", "trebled": "3", "threefold": "3",
    "quadrupled": "4", "quadruples": "4", "quadrupling": "4", "fourfold": "4",
    "quintupled": "5", "quintupling": "5", "fivefold": "5", "sixfold": "6", "sevenfold": "7", "eightfold": "8",
    "ninefold": "9", "tenfold": "10", "twentyfold": "20", "hundredfold": "100", "thousandfold": "1000",
}  # fmt: skip
"""Verbs and adverbs of multiplication, by their factor."""
LOOSE_MULTIPLES = {"double": "2", "triple": "3", "treble": "3", "quadruple": "4", "twice": "2", "thrice": "3"}
"""The same only before the thing multiplied ("double the", "twice as many"), or after a hedge or "to"."""
MULTIPLE_OBJECTS = frozenset({"the", "that", "those", "its", "their", "his", "her", "as", "what", "last", "this"})
TIMES_OBJECTS = MULTIPLE_OBJECTS | {
    "more", "less", "fewer", "higher", "lower", "larger", "greater", "bigger", "faster", "stronger", "over", "smaller",
}  # fmt: skip

VAGUE_PLURALS = frozenset(
    {"tens", "dozens", "scores", "hundreds", "thousands", "lakhs", "crores", "millions", "billions", "trillions"}
)
FEW = frozenset({"several", "few", "couple", "many", "multi", "some"})
DIGIT_COUNTS = frozenset({"single", "double", "triple"})
""" "double-digit" says how many digits, not which number."""

TRANSLATED = (
    "translated from",
    "translated by",
    "translated with",
    "translation from",
    "translation by",
    "machine translation",
    "machine-translated",
)
"""By these a text says that it was translated."""
LONG_SCALE = ("billion", "billions", "trillion", "trillions", "bn", "tn")
"""Words of scale that name another number in languages with a long scale, and are often carried over as they are."""
