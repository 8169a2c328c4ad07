"""The English words of time, as tables: a second language is a second module of this shape."""

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTH_ABBREVIATIONS = dict(jan=1, feb=2, mar=3, apr=4, jun=6, jul=7, aug=8, sep=9, sept=9, oct=10, nov=11, dec=12)
CAPITALISED_MONTHS = frozenset({"may", "march", "august"})
"""Ordinary words when they begin with a small letter."""
NAMES_TOO = frozenset({"may"})
"""Months that need more than a capital: the words round them must speak of time."""
MONTH_VERBS = frozenset({"for", "on", "against", "with", "of"})
"""What follows a March that is a walk."""

WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
WEEKDAY_ABBREVIATIONS = dict(mon=0, tue=1, tues=1, wed=2, thu=3, thur=3, thurs=3, fri=4, sat=5, sun=6)
NAMED_DAYS = frozenset({"good", "black", "cyber", "easter", "ash", "super", "palm", "bloody"})
"""Before a weekday: a feast or a nickname, no day of this week."""
NEWSPAPERS = frozenset({"times", "telegraph", "mail", "mirror", "express", "herald", "post"})
"""After a weekday: the name of a newspaper."""

ORDINALS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
COUNTS = dict(
    two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12, fifteen=15
) | dict(eighteen=18, twenty=20, thirty=30, forty=40, fifty=50, couple=2, dozen=12)
BASES = {
    "YoY": "year",
    "yoy": "year",
    "YOY": "year",
    "QoQ": "quarter",
    "qoq": "quarter",
    "QOQ": "quarter",
    "MoM": "month",
    "WoW": "week",
}
"""As written, for small "mom" is a mother."""
BASE_LETTERS = {"y": "year", "m": "month", "q": "quarter", "w": "week"}
"""Of "y/y" and "m-o-m"."""
DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

CLASSES = {
    "the": "the its their",
    "one": "a an one",
    "ground": "basis terms",
    "this": "this current present ongoing",
    "last": "last",
    "past": "past",
    "next": "next coming upcoming",
    "following": "following",
    "previous": "previous prior preceding",
    "latest": "latest recent most",
    "same": "same corresponding comparable equivalent",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "early": "early",
    "late": "late",
    "mid": "mid middle",
    "start": "start beginning outset",
    "end": "end close",
    "since": "since",
    "starting": "starting beginning effective",
    "after": "after",
    "before": "before",
    "by": "by",
    "until": "until till",
    "to": "to",
    "through": "through thru throughout",
    "from": "from",
    "between": "between",
    "and": "and &",
    "or": "or",
    "in": "in",
    "of": "of",
    "for": "for",
    "on": "on",
    "over": "over versus vs",
    "as": "as",
    "so": "so",
    "far": "far",
    "whole": "whole entire full calendar",
    "date": "date",
    "days": "day days",
    "weeks": "week weeks",
    "months": "month months",
    "quarters": "quarter quarters",
    "halves": "half halves semester",
    "years": "year years yr",
    "decades": "decade decades",
    "centuries": "century centuries",
    "weekend": "weekend",
    "span": "period stretch span interval timeframe timespan",
    "time": "time point stage part",
    "total": (
        "total totals tally sum count figure figures exports imports shipments sales profit profits revenue revenues"
        " results earnings output production turnover deficit surplus loss losses data"
    ),
    "ended": "ended ending ends",
    "starts": "commencing",
    "fiscal": "fiscal financial",
    "year_to_date": "ytd",
    "pre": "pre post",
}
"""Every kind of token that is told by its word alone, and its words."""

PLURALS = frozenset({"days", "weeks", "months", "quarters", "halves", "years"})
HYPHENATED = frozenset("mid early late pre post to through".split()) | set(MONTHS) | set(MONTH_ABBREVIATIONS)
"""What a hyphen ties to a year or a day."""
PERIODIC = {"yearly": "year", "annual": "year", "monthly": "month", "quarterly": "quarter", "weekly": "week"}
"""As in "on a yearly basis"."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""With their EDTF numbers."""
RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

TIME_BEFORE = frozenset(
    "in by since of until till through to from for during early late mid last this next and or between before after"
    " than over on throughout around versus vs ending ended above below beat".split()
)
"""Words after which a capitalised name can be a month."""
DAY_LEADS = frozenset({"on", "by", "since", "until", "till", "through", "before", "from", *WEEKDAYS})
"""Words after which a number and a capitalised May are a day, whatever follows."""
NOT_BEFORE_NAMES = frozenset("said says minister mrs ms mr president secretary theresa".split())

MEASURES = frozenset(
    "percent per percentage pct ton tons tonne tonnes metric km kilometers kilometres miles mile meters metres feet kg"
    " kilograms kilogrammes pounds dollars euros yuan yen rupees rubles roubles francs pesos barrels litres liters"
    " gallons watts megawatts mw gw kw kwh mwh gwh million billion trillion thousand hundred bp basis degrees acres"
    " hectares cents bn mn m points gmt utc bst cet est edt pst ist hrs".split()
)
"""After a number: it measures in these and is no date."""
COUNTED = frozenset(
    "people persons workers employees jobs troops soldiers homes houses cars vehicles units shares times cases deaths"
    " dead victims students passengers members votes seats companies firms pages words men women children countries"
    " hours minutes seconds days weeks months years killed injured others".split()
)
"""After a number: it counts these, unless a word of time stands before it."""
HEDGES_BEFORE = frozenset("about nearly almost roughly some approximately least most than over under up only".split())
"""Before a round number: it counts something."""
FUTURE = frozenset("will would shall expected plans plan planned scheduled due until next upcoming".split())
"""Before a period in its clause: the time to come."""
MATCH_WORDS = frozenset(
    "match game goal goals scored halftime half-time striker midfielder goalkeeper penalty touchdown coach team season"
    " league kickoff minute minutes players".split()
)
"""Round a "second half": a game, no part of a year."""
BASE_BEFORE = (
    ("than",),
    ("than", "in"),
    ("than", "the"),
    ("than", "during"),
    ("beat",),
    ("beats",),
    ("beating",),
    ("topped",),
    ("exceeded",),
    ("surpassed",),
    ("above",),
    ("below",),
    ("over",),
    ("versus",),
    ("vs",),
    ("against",),
    ("compared", "with"),
    ("compared", "to"),
    ("compared", "with", "in"),
    ("from",),
    ("from", "in"),
    ("matched",),
    ("outpaced",),
)
"""What stands before a period that others are compared with."""
