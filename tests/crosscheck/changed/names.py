"""Names and sentences that claim nothing: no two articles of one store share a name unless they are meant to."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from random import Random

COUNTRIES = (
    "Argentina, Australia, Austria, Belgium, Brazil, Canada, Chile, Colombia, Denmark, Egypt, Ethiopia, Finland, "
    "France, Germany, Greece, Hungary, India, Indonesia, Ireland, Italy, Japan, Kenya, Malaysia, Mexico, "
    "Nigeria, Norway, Pakistan, Peru, Poland, Portugal, Romania, Spain, Sweden, Switzerland, Thailand, "
    "Vietnam"
).split(", ")
GOODS = (
    "coffee beans, soybeans, sugar beet, frozen shrimp, sunflower oil, potash, sawn timber, raw cotton, copper "
    "cathodes, aluminium scrap, zinc concentrate, wood pulp, cut flowers, olive oil, dried lentils, palm kernels, "
    "rolled steel, portland cement, plate glass, urea, barley, durum wheat, canned tuna, cashew nuts, cocoa "
    "butter, natural rubber, tin ingots, lead ore, wool, flaxseed, rapeseed meal, salted cod, maize, oats, rye "
    "flour, chickpeas, cane molasses, glass fibre, phosphate rock, iron pellets, nickel matte, kaolin, bauxite, "
    "ferrosilicon, linseed oil, hazelnuts, almonds, raisins, tea leaves, vanilla pods, cloves, black pepper, "
    "sesame seed, sheepskins, bicycle frames"
).split(", ")
_HEADS = "Hal Bran Tol Kes Mar Vel Or Dun Fen Gar Lin Nor Pel Quor Ras Sel Tam Ulm Var Wes".split()
_TAILS = "vik nik var mar low den dale burn wick stad holm ford gate mere ness by thorpe sund heim minster".split()
_TRADES = ("Foods", "Group", "Holdings", "Industries", "Logistics", "Systems", "Textiles", "Pharma")
_PAPERS = ("Courier", "Gazette", "Herald", "Ledger", "Observer", "Dispatch", "Chronicle", "Tribune")
SOURCES = (
    "the statistics office", "customs officials", "the ministry", "a filing", "the regional authority", "the registrar",
)  # fmt: skip

HEADLINES = (
    "Fresh figures draw attention in {}",
    "What the latest returns say of {}",
    "{}: officials open the books",
    "Quiet week ends with numbers from {}",
    "Analysts turn to {} once more",
    "New account published for {}",
    "Long-awaited tables out for {}",
    "Close watch kept on {}",
)
FILLERS = (
    "Observers had waited for the numbers for some while, and the reaction among those who follow the matter was calm.",
    "Little of this came as a surprise to people in the trade, who had spoken of much the same thing for weeks.",
    "A spokeswoman declined to go into detail but pointed to weather, freight rates and the usual swings of demand.",
    "Critics maintain that the way such tallies are compiled leaves out much that happens away from the capital.",
    "Local broadcasters led their bulletins with the news, and the opposition asked for a debate in the chamber.",
    "Several editors described the announcement as sober, noting that no minister had come to the podium.",
    "Those who compile the series stress that it is revised whenever late returns arrive from the provinces.",
    "Bankers said that they saw no reason to change their view of the outlook, which they called steady.",
    "Researchers at the university keep a separate register, though they publish it only when it has been audited.",
    "Residents spoke of long queues, patient clerks and a great many forms to be signed before anything moved.",
    "The announcement was read out by a junior official, in a hall that was rather emptier than on earlier occasions.",
    "Unions welcomed the openness of the release, while employers complained about the burden of reporting.",
    "Whether the pattern will last is disputed, and even the authors of the report are careful not to promise it.",
    "Drivers, clerks and warehouse hands told reporters that their own impressions matched the official account.",
    "In the markets the publication passed without much movement, as dealers had turned their attention elsewhere.",
    "The archive behind the release is open to anybody who applies in writing and names a purpose.",
    "Historians of the region remember leaner times, when no such record was kept and rumours filled the gap.",
    "A committee is to look into the method, and its members have asked for patience until they have met.",
    "Teachers use the tables in class, where pupils learn to tell a level from a change and a share from a whole.",
    "Neighbouring districts publish nothing of the kind, which makes the release valuable to planners.",
    "Shopkeepers near the harbour said they had noticed the difference in their tills well before it was printed.",
    "The chair of the board thanked the staff for their work and took no questions from the floor.",
    "Engineers warned that the equipment behind the measurements is old and ought to be replaced before long.",
    "For the time being nobody expects the authorities to step in, and none of the parties has asked them to.",
)
ASIDES = (
    ("warehouses", "{actor} has {figure} on its books.", "{} warehouses"),
    ("number of lorries", "The fleet that serves {actor} counts {figure}.", "{} lorries"),
    ("forms filed", "Clerks in {actor} worked through {figure} {period}.", "{} forms"),
    ("hotline calls", "A hotline for {actor} took {figure} {period}.", "{} calls"),
    ("volunteers", "{figure} signed up to help {actor} {period}.", "{} volunteers"),
    ("complaints", "{actor} drew {figure} {period}.", "{} complaints"),
)
"""Measure, wording and figure of claims that have nothing to do with those of the other article."""


class Names:
    """Deals out names; none twice, so that what is said of one pair of articles has no bearing on another pair."""

    def __init__(self, random: Random) -> None:
        self._countries = _shuffled(random, COUNTRIES)
        self._goods = chain(_shuffled(random, GOODS), _shuffled(random, [f"raw {one}" for one in GOODS]))
        self._coined = _shuffled(random, [head + tail for head in _HEADS for tail in _TAILS])
        self._random = random

    def country(self) -> str:
        return next(self._countries, None) or self.place()

    def item(self) -> str:
        return next(self._goods)

    def company(self) -> str:
        return f"{next(self._coined)} {self._random.choice(_TRADES)}"

    def place(self) -> str:
        return self._random.choice(("{}", "Port {}", "{} Bay", "Upper {}")).format(next(self._coined))

    def paper(self) -> str:
        return f"The {next(self._coined)} {self._random.choice(_PAPERS)}"


def day_after(random: Random, day: date, most: int = 20) -> date:
    """Return one of the days after `day`."""
    return day + timedelta(days=random.randint(1, most))


def _shuffled(random: Random, names: list[str]) -> Iterator[str]:
    return iter(random.sample(names, len(names)))
