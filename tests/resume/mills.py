"""News of steel mills in any number and length, and a model that marks it up honestly by rule, one window at a time."""

import json
import random
import re
from collections import defaultdict
from typing import Any

_MONTHS = "January February March April May June".split()
_SYLLABLES = "nor vik bel ham sten dal mor ros lund gar fel tor ask hol bru".split()
_WORDS = (
    "buyers wait for softer prices while crews along the river keep talking about old furnaces cranes yards and the"
    " weather nobody expects a quick turn because rates weigh on builders car makers and ship owners who still hope"
).split()
_FIGURE = re.compile(r"\{(f\d+)\|([^}]*)\}")
_PERIOD = re.compile(r"\{(p\d+)\|")
_MILL = re.compile(r"mill in (\w+)")
_LINE = re.compile(r"^\[(s\d+)\] (.*)$", re.MULTILINE)


def article(number: int, *, figures: int = 8, talk: int = 2) -> str:
    """Return the text of one article: `figures` sentences with a figure, `talk` sentences without after each."""
    chance = random.Random(number)  # noqa: S311 - the same article for the same number, no secret
    paragraphs = [f"Steel mills, report {_name(number)}"]
    for _ in range(figures):
        town, month = _name(chance.randrange(40)), chance.choice(_MONTHS)
        tonnes = 1_000 + 10 * chance.randrange(900)
        said = [f"The mill in {town} made {tonnes:,} tonnes of steel in {month} 2025."]
        paragraphs.append(" ".join(said + [_talk(chance) for _ in range(talk)]))
    paragraphs.append(f"The mill in {_name(chance.randrange(40))} will close one of its furnaces, its owner said.")
    return "\n\n".join(paragraphs) + "\n"


def asks_about_pairs(request: dict[str, Any]) -> bool:
    """Whether the body of a request asks what belongs together, and not what an article says."""
    return not request["messages"][1]["content"].startswith("date line: ")


def answered(request: dict[str, Any]) -> str:
    """Return what an honest model answers to the body of a request, as JSON."""
    if asks_about_pairs(request):
        return json.dumps({"same": [], "related": [], "statements": []})
    return json.dumps(pointing(request["messages"][1]["content"]))


def pointing(shown: str) -> dict[str, Any]:
    """Return the answer about one window: a claim for each figure of a mill and for each announcement."""
    mentions: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    dismissed = []
    for sentence, line in dict(_LINE.findall(shown)).items():
        mill, period = _MILL.search(line), _PERIOD.search(line)
        for figure, words in _FIGURE.findall(line):
            if mill:
                when = line[period.end() : line.index("}", period.end())] if period else ""
                claim = _claim(sentence, mill[1], figures=[figure], period=period[1] if period else None, item="steel")
                mentions[mill[1], when, words].append(claim)
            else:
                dismissed.append({"figure": figure, "reason": "not about a mill"})
        if mill and "will close" in line:
            statement = f"The mill in {mill[1]} will close one of its furnaces."
            mentions[mill[1], statement] = [_claim(sentence, mill[1], aspect="event", statement=statement)]
    claims = [{**same[0], "figures": [f for one in same for f in one["figures"]]} for same in mentions.values()]
    return {"claims": claims, "dismissed": dismissed}


def _claim(sentence: str, town: str, **fields: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(
        ("period", "base_period", "item", "counterparty", "event", "attribution", "statement"), None
    )
    kind = {"measure": "output", "aspect": "amount", "direction": "none", "modality": "fact", "figures": []}
    return {"sentence": sentence, "actor": town, **nothing, **kind, **fields}


def _talk(chance: random.Random) -> str:
    """Return a sentence that says nothing, and not what another article says: those would be copies."""
    return " ".join(chance.choices(_WORDS, k=14)).capitalize() + "."


def _name(number: int) -> str:
    """Return a town's name that no other number below 3375 has."""
    parts = []
    for _ in range(3):
        number, place = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[place])
    return "".join(parts).title()
