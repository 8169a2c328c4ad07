"""Which word after a number is the thing counted: plurals without s, and words that end the noun phrase."""

IRREGULAR = {
    "people": "people", "persons": "people", "person": "people", "men": "man", "women": "woman", "children": "child",
    "police": "police", "staff": "staff", "dead": "dead", "injured": "injured", "wounded": "wounded",
    "missing": "missing", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "aircraft": "aircraft",
    "personnel": "personnel", "troops": "troop", "lives": "life", "wives": "wife", "mice": "mouse", "feet": "foot",
    "teeth": "tooth", "media": "media", "businessmen": "businessman", "policemen": "policeman", "firemen": "fireman",
    "fishermen": "fisherman", "species": "species", "series": "series", "cases": "case", "houses": "house",
    "bonuses": "bonus", "buses": "bus", "viruses": "virus", "crises": "crisis", "analyses": "analysis",
    "horses": "horse", "nurses": "nurse", "causes": "cause", "courses": "course", "licenses": "license",
    "exercises": "exercise", "purchases": "purchase", "increases": "increase", "movies": "movie", "cookies": "cookie",
    "headquarters": "headquarters", "homeless": "homeless", "killed": "killed", "votes": "vote", "axes": "axe",
    "caches": "cache", "leaves": "leaf", "thieves": "thief", "shelves": "shelf", "knives": "knife", "wolves": "wolf",
}  # fmt: skip
ENDS = frozenset(
    "a an the and or but nor of in on at by for from to with without into onto over under above below between among "
    "after before since until till during through throughout about around against across within near per as than that "
    "which who whom whose what when where while if because so is are was were be been being am has have had having do "
    "does did will would can could shall should may might must not no it its he she they them their his her we us our "
    "you your i my me this these those there here also only just even still yet already now then again ago later "
    "earlier said says say told tells according up down out off back away compared versus vs via this's each both all "
    "is's includes goes makes takes comes gives gets shows means needs wants puts seems remains becomes rises falls "
    "reported reports killed respectively however though although plus minus instead likes".split()
)
"""Words that no noun phrase after a number runs over."""
NOT_COUNTED = frozenset("plus odd ish strong something off time old".split())
"""Tails of a hyphenated number that it does not count."""
NOT_PLURAL = ("ss", "us", "is", "'s", "ous")
MAX_WORDS = 4
"""A counted noun stands no further than this from its number."""
COUNTED_ONE = frozenset(
    "person man woman child boy girl soldier civilian officer policeman death case vote seat house home building "
    "village country victim survivor student worker employee passenger driver body bomb attack arrest suspect "
    "firefighter journalist hospital school car plane ship aircraft million hundred thousand".split()
)
"""After "one" these make it a count; before any other noun it is hardly more than an article."""
