"""The small words that tie a number to its neighbours."""

ARTICLES = frozenset({"a", "an"})
AND = frozenset({"and", "&"})
OF = "of"
OR = "or"
EVERY = "every"
POINT = "point"
TIMES = "times"
HALF = "half"
QUARTER = "quarter"
ONE = "one"
IN = frozenset({"in", "out"})
""" "One in five", "nine out of ten"."""
OUT = "out"
NEGATIVE = frozenset({"minus", "negative"})
PART_LEADS = frozenset("by than nearly almost about around roughly over under in up down to".split())
"""Before "half" these make it a number."""
SHARE_LEADS = frozenset("by than nearly almost roughly up down".split())
"""Those of them that make "a third" a share although a word follows, if it is one of `SHARE_ENDS`."""
SHARE_ENDS = frozenset(
    "in on from to since compared over during this last and but while as against for between after at year more less "
    "higher lower fewer within across amid because when".split()
)
PART_OBJECTS = frozenset("of the a an its his their her that those what this all as".split())
"""After "half" these make it a number."""
NOT_PARTS = frozenset({"first", "second"})
"""Ordinals that are no denominators."""
MULTIPLE_LEADS = frozenset({"to", "than", "nearly", "almost", "by", "about"})
"""Before "double" these make it a number."""
ONE_LEADS = frozenset({"least", "than", "only", "just", "exactly", "magnitude"})
"""Before "one" these make it a count."""
SCORES = frozenset(
    "won beat lost win wins beats victory defeat draw drew score scores scored vote votes voted ahead led tied lead "
    "leads leading loss over trailed split ruled ruling".split()
)
"""Before "3-4" these make it a result and no range."""
SOFT = frozenset({"about", "around", "roughly", "approximately", "some", "the", "nearly", "almost"})
"""Words that may stand inside a range: "between about 5 and 10"."""
LISTING = frozenset({",", "and", ", and", "or", "to", "versus", "against", "&", ", then"})
"""What stands between the numbers of a list that share one unit."""
MAGNITUDE_LEADS = frozenset({"magnitude", "magnitudes", "m", "mag"})
MAGNITUDE_LINKS = frozenset({"of", ":", "-", "a"})
QUAKES = frozenset({"quake", "earthquake", "tremor", "temblor", "aftershock", "shock"})
QUAKE_LEADS = frozenset({"measuring", "measured"})
RICHTER = "on the richter"
TIMED = frozenset("clocked clocking in needed of ran record time took".split())
"""Before "2:05:39" these make it a duration."""
DAY_HALVES = frozenset({"am", "pm", "a.m.", "p.m."})
CONFINED = frozenset({"custody", "detention", "jail", "prison"})
"""Where "a year in" is a year."""
