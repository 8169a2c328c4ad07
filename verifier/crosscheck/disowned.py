"""Tells what an article calls false, or says that somebody said earlier, from what it says itself."""

import re

from verifier.crosscheck.place import Place
from verifier.folding import fold
from verifier.models import Claim
from verifier.topics.key import name_key

_FALSE = re.compile(
    r"\b(?:baseless|debunk(?:ed|s)|den(?:ie[ds]|y(?:ing)?)|fake|false(?:ly)?|hoax|misinformation|misleading(?:ly)?"
    r"|no (?:evidence|indication|proof|truth)|refut(?:ed?|es|ing)|rumou?rs?|unfounded|untrue|without evidence"
    r"|(?:dismiss|reject)(?:ed|es|ing|s) (?:an? |the |as )?(?:allegation|claim|report|rumou?r|suggestion|that)s?"
    r"|(?:facebook|instagram|social media|telegram|tiktok|viral|whatsapp|youtube) (?:\w+ ){0,2}"
    r"(?:alleg|assert|claim|sa(?:id|y)|suggest)\w*)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|first|initial(?:ly)?|original(?:ly)?|previous(?:ly)?|prior)(?: \w+)? (?:article|budget|estimat"
    r"|expected|forecast|guidance|plan|project|put|report|said|stat|story|target|version)\w*"
    r"|\b(?:misreport|misstat)(?:ed|ing)\b|\b(?:erroneously|incorrectly|mistakenly|wrongly) \w+"
    r"|\b(?:old|previous|standing) record\b|\bthe record of\b",
    re.IGNORECASE,
)
_WHAT = r"(?:It|(?:That|The|This)(?: \w+){0,2}) "
_FALSE_BEHIND = re.compile(
    rf"[^.!?]{{0,200}}[.!?][\"')]*\s+{_WHAT}(?:"
    r"(?:is|was|are|were) (?:\w+ly )?(?:baseless|fake|false|misleading|unfounded|untrue|wrong)\b"
    r"|(?:is|was|are|were)(?:n't| not) (?:\w+ly )?(?:correct|true)\b)"
)


def is_disowned(claim: Claim, place: Place) -> bool:
    """Return whether the clause says so of the figure, unless the measure itself is that ("rumours counted")."""
    lead, _, trail = place.beside.partition(" | ")
    said = [found[0] for found in (_FALSE.search(lead), _FALSE.search(trail), _EARLIER.search(lead)) if found]
    own = {*name_key(claim.topic.measure).split()}
    return any(own.isdisjoint(name_key(words).split()) for words in said)


def is_called_false(claim: Claim, text: str) -> bool:
    """Return whether the next sentence of the article, whose text this is, says that the claim is not so."""
    ends = (citation.end for citation in claim.citations)
    return any(_FALSE_BEHIND.match(fold(text[end : end + 300])) for end in ends)
