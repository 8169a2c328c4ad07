"""Words round a number that say how exact it is, by the approximator they stand for."""

from verifier.models import Approximator

_BEFORE = {
    Approximator.EXACT: "exactly, precisely, equal to, equals, equals to, exact",
    Approximator.ABOUT: (
        "about, around, roughly, approximately, approx, some, circa, ca, c, c ., ca ., approx ., estimated, ~, ≈, ±, "
        "more or less, in the region of, in the neighborhood of, in the neighbourhood of, in the order of, "
        "on the order of, somewhere around, something like, in the vicinity of, roughly about, reportedly around"
    ),
    Approximator.NEARLY: (
        "nearly, almost, just under, just below, just shy of, shy of, just short of, close to, nearing, approaching, "
        "not quite, virtually, practically, slightly less than, slightly under, slightly below, little under, "
        "little less than, bit under, bit less than"
    ),
    Approximator.OVER: (
        "more than, over, above, exceeding, exceeded, exceeds, exceed, in excess of, upwards of, upward of, "
        "greater than, higher than, larger than, bigger than, longer than, older than, better than, topped, topping, "
        "tops, surpassed, surpassing, surpasses, surpass, north of, beyond, >, faster than, heavier than, taller than"
    ),
    Approximator.AT_LEAST: (
        "at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, "
        "as few as, as little as, at or above, greater than or equal to, more than or equal to, "
        "bigger than or equal to, higher than or equal to, larger than or equal to, "
        "bigger or equal than, greater or equal than, equal to or more than, equal to or greater than, "
        "≥, > =, = >, no lower than, no smaller than, at the very least"
    ),
    Approximator.UNDER: (
        "less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, south of, <"
    ),
    Approximator.AT_MOST: (
        "at most, up to, as many as, as much as, no more than, not more than, a maximum of, maximum of, as high as, "
        "at or below, less than or equal to, fewer than or equal to, lower than or equal to, smaller than or equal to, "
        "equal to or less than, equal to or fewer than, ≤, < =, = <, no higher than, no greater than, no larger than, "
        "at the very most, no longer than"
    ),
}
_AFTER = {
    Approximator.ABOUT: "or so, or thereabouts, odd, give or take, approximately, ish",
    Approximator.AT_LEAST: (
        "or more, or above, or higher, or greater, or over, or older, or longer, or better, or larger, or worse, "
        "and more, and above, and over, and older, and up, and higher, plus, +, or larger"
    ),
    Approximator.AT_MOST: (
        "or less, or fewer, or below, or lower, or under, or younger, or smaller, or shorter, and under, and below, "
        "and younger, and less"
    ),
}


def _by_phrase(rows: dict[Approximator, str]) -> dict[str, Approximator]:
    return {phrase.strip(): kind for kind, phrases in rows.items() for phrase in phrases.split(",")}


BEFORE = _by_phrase(_BEFORE)
AFTER = _by_phrase(_AFTER)
LAST_WORDS = frozenset(phrase.split()[-1] for phrase in BEFORE)
FIRST_WORDS = frozenset(phrase.split()[0] for phrase in AFTER)
CROSSING = frozenset({"crosses", "crossed", "crossing", "cross", "passes", "passed", "passing", "past", "tops"})
"""Verbs that mean "over" before a large number only: one also crosses two borders."""
CROSSING_FROM = 100
LINKS = frozenset({"a", "an", "another", "additional", "further", "extra", "the", "record", "total"})
"""Words that may stand between a hedge and its number."""
STRENGTH = frozenset({"just", "well", "slightly", "little", "bit", "somewhat", "far", "only", "considerably", "a"})
"""Words that may stand before a hedge and belong to it."""
COMPARATORS = frozenset({Approximator.OVER, Approximator.UNDER})
"""After another figure these compare ("15 percent less than 27,000") and do not hedge."""
PREPOSITIONS = frozenset({"about", "around", "over", "above", "below", "under", "beyond", "close to"})
"""Before a small spelled count these are prepositions: "a quarrel over two islands"."""
HANDED = frozenset({"hand", "handed", "handing", "hands"})
"""Verbs that "over" belongs to: whoever is handed over is no lower bound."""
DURING = frozenset({"over", "under", "above"})
"""Before a duration "over" is a preposition, unless one of the next words leads it in."""
DURING_LEADS = frozenset(
    "for after of is was took takes take taking spent lasted last lasting well just in to at with within a "
    "aged from by than been".split()
)

BETWEEN = "between"
FROM = frozenset({"from", "anywhere"})
TO = frozenset({"to", "through", "till", "until"})
SPANNING = frozenset(
    "range ranges ranged ranging vary varies varied varying anywhere span spans spanning spanned between lie lies "
    "estimates estimated".split()
)
CHANGING = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing decrease "
    "decreases decreased decreasing decline declines declined declining drop drops dropped dropping grow grows grew "
    "grown growing climb climbs climbed climbing slip slips slipped slipping jump jumps jumped jumping ease eases "
    "eased easing cut cuts cutting raise raises raised raising lower lowers lowered lowering shrink shrank shrunk "
    "shrinking gain gains gained slide slid sliding tumble tumbled plunge plunged surge surged soar soared narrow "
    "narrowed widen widened edge edged inch inched dip dipped tick ticked up down change changed went go goes gone "
    "move moved moving advance advanced swell swelled expand expanded contract contracted sink sank reduce reduced "
    "reducing double doubled triple tripled accelerate accelerated slow slowed improve improved worsen worsened "
    "revised"
    "upgraded downgraded boost boosted lift lifted bring brought compared recovered rebounded leapt retreated".split()
)
"""After one of these, "from a to b" are two levels and not a range."""
