"""The manners in which a figure may be reckoned, and the words that say so."""

import re
from typing import NamedTuple


def whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)


class Manner(NamedTuple):
    code: str
    alternatives: str
    words: re.Pattern[str]
    follows: bool
    """Whether it is said behind its figure, or of the whole sentence: "3 % in real terms", but "a net 200"."""
    inside: bool
    """Whether it may stand within the figure's own words: "400 suspected cases"."""
    of_facts: bool
    """Whether it says that something is no fact, and so nothing of what is told as a plan or a forecast."""


def _manner(code: str, words: str, *, follows: bool, inside: bool = False, of_facts: bool = False) -> Manner:
    return Manner(code, words, whole(words), follows, inside, of_facts)


_PERSON = "(?:capita|citizen|head|inhabitant|person|resident)"
_PACE = "(?:averages?|mean)"
_NOT_OF_PACE = "(?! (?:after|ago|before|earlier|later|on|when))"
_EXTRAS = (
    "(?:add-ons|autos|bonus(?:es)?|cars|charges|costs?|crew|debts?|fees|fuel|gas|gasoline|interest|items|options|pensions"
    "|petrol|tax(?:es)?|vat|vehicles)"
)
_BEFORE = "from the (?:previous|prior)"
_RATE = "(?:growth|inflation|rate)"
_FORESEEN = "(?:expected|forecast|predicted|projected)"
MANNERS = (
    _manner(
        "real",
        "in real terms|real-terms|inflation-adjusted|(?<!not )(?:adjust(?:ed|ing)|correct(?:ed|ing)) for inflation"
        r"|after inflation|(?:at|in) constant (?:\d{4} )?prices|real (?:gdp|gross domestic|growth|incomes?|pay|wages?)",
        follows=True,
    ),
    _manner(
        "nominal",
        r"nominal(?:ly)?|(?:at|in) current prices|in cash terms|(?:before|not adjusted for) inflation",
        follows=True,
    ),
    _manner(
        "seasonally adjusted",
        "(?<!not )seasonally[- ]adjusted|(?<!not )adjust(?:ed|ing) for seasonal effects",
        follows=True,
    ),
    _manner(
        "unadjusted",
        "unadjusted|not seasonally[- ]adjusted|(?:before|without) seasonal adjustment",
        follows=True,
    ),
    _manner("per person", rf"(?:per|(?:for )?each|for every) {_PERSON}|a head(?! of| start)", follows=True),
    _manner("per household", "(?:per|for each|for every) household", follows=True),
    _manner("per 1,000", "(?:per|for every) (?:1,?000|thousand)", follows=True),
    _manner("per 100,000", "(?:per|for every) 100,?000", follows=True),
    _manner("per million", "(?:per|for every) million", follows=True),
    _manner("a day", rf"(?:per|each|every|a) day{_NOT_OF_PACE}|daily {_PACE}|average daily", follows=True),
    _manner("a week", rf"(?:per|each|every|a) week{_NOT_OF_PACE}|weekly {_PACE}|average weekly", follows=True),
    _manner("a month", rf"(?:per|each|every|a) month{_NOT_OF_PACE}|monthly {_PACE}|average monthly", follows=True),
    _manner(
        "comparable",
        "like[- ]for[- ]like|same[- ]store|organically|organic (?:growth|revenue|sales)"
        "|comparable (?:growth|revenue|sales)|on a comparable basis",
        follows=True,
    ),
    _manner("constant currency", "constant[- ](?:currenc(?:y|ies)|exchange rates)|currency-neutral", follows=True),
    _manner(
        "core",
        r"core (?:consumer|cpi|index|inflation|pce|prices?|rate)|(?:excluding|stripping out) (?:\w+ )?(?:energy|food)",
        follows=True,
    ),
    _manner("average", "averag(?:e|ed|es|ing)", follows=False),
    _manner("median", "median", follows=False),
    _manner("annualised", r"annuali[sz]ed|at an? (?:[\w-]+ ){0,2}annual (?:pace|rate)", follows=False),
    _manner("net", "net(?!-)(?! (?:assets?|earnings|income|loss|of|profits?|worth|zero))", follows=False),
    _manner("gross", "gross(?! (?:domestic|national|product|regional|ton|world))", follows=False),
    _manner(
        "underlying",
        r"underlying (?:basis|earnings|growth|income|inflation|operating|pre-?tax|profits?|revenue|sales)"
        r"|adjusted (?:(?:operating|pre-?tax) )?(?:earnings|ebitd?a|income|loss|profits?)"
        r"|(?:an )?adjusted basis|non-gaap"
        r"|(?:before|excluding) (?:exceptional|one-?off|one-time|special)",
        follows=False,
    ),
    _manner(
        "each",
        "each(?! (?:citizen|day|head|household|inhabitant|month|person|quarter|resident|week|year))|apiece",
        follows=True,
    ),
    _manner(
        "including",
        rf"(?:counting|including|inclusive of|plus) (?:\w+ )?{_EXTRAS}",
        follows=True,
    ),
    _manner(
        "excluding",
        rf"(?:before|excluding|not counting|not including|stripping out) (?:[\w-]+ ){{0,2}}{_EXTRAS}"
        r"|ex-(?:autos?|cars|fuel)|pre-?tax",
        follows=True,
    ),
    _manner("after tax", "after[- ]tax|after taxes", follows=True),
    _manner("operating", "operating (?:earnings|income|loss|profits?)", follows=False),
    _manner("interim", "interim (?:dividend|payment|payout)", follows=False),
    _manner("gusts", "gust(?:ed|ing|s)?", follows=True),
    _manner("felt", "f(?:eel|elt)s? like|heat index|wind ?chill", follows=True),
    _manner("harmonised", r"(?:[\w-]+-)?harmoni[sz]ed|hicp", follows=True),
    _manner("registered", "registered (?:jobless|unemployed|unemployment)", follows=False),
    _manner("as surveyed", "ilo|international labou?r organi[sz]ation", follows=True),
    _manner("suspected", "(?:feared|presumed|probable|suspected)", follows=True, inside=True),
    _manner(
        "dead or missing",
        "(?:dead|killed) (?:and|or) missing|missing (?:and|or) (?:feared |presumed )?dead",
        follows=True,
        inside=True,
    ),
    _manner("casualties", "(?:dead|killed) (?:and|or) (?:hurt|injured|wounded)", follows=True, inside=True),
    _manner(
        "on the month", rf"month[- ](?:on|over)[- ]month|on the month|{_BEFORE} month|monthly {_RATE}", follows=True
    ),
    _manner(
        "on the quarter",
        rf"quarter[- ](?:on|over)[- ]quarter|on the quarter|{_BEFORE} quarter|quarterly {_RATE}",
        follows=True,
    ),
    _manner("pledged", "pledg(?:ed|es|ing)|promis(?:ed|es|ing)", follows=True, of_facts=True),
    _manner(
        "sought",
        r"(?:demand(?:ed|ing)|request(?:ed|ing)|seek(?:ing|s)?|sought|su(?:ed|es|ing) (?:\w+ ){0,3}for)"
        "(?! (?:asylum|care|help|jobs?|refuge|shelter|treatment|work))",
        follows=True,
        of_facts=True,
    ),
    _manner("budgeted", "budgeted|budget(?:ed)? (?:at|for|of)", follows=True, of_facts=True),
    _manner(
        "expected",
        rf"had (?:been )?(?:estimated|hoped|planned|{_FORESEEN})|{_FORESEEN} by|(?:analysts|consensus|economists)"
        rf" (?:estimates?|had )?(?:{_FORESEEN}|of)|(?:are|is|was|were) (?:meant|supposed|{_FORESEEN}) to|target of",
        follows=True,
        of_facts=True,
    ),
    _manner("would", "would (?:cost|have|need|require)", follows=True, of_facts=True),
)
"""What two figures of one measure are told apart by. Each costs the agreement of an article that leaves it unsaid."""
