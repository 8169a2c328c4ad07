"""Articles of towns, and a model that answers them well, so that whatever goes wrong is the fault that was put in."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase
from threading import Lock
from typing import Any, Literal

from tests.failures.wire import Reply, Request, chat

Place = Literal["first", "follow-up", "reconcile"]
"""Which request of a run: the one about an article, the one for what that left out, the one about several."""

_NAMES = ("period", "base_period", "item", "actor", "counterparty", "event", "attribution", "statement")
_TOWN = re.compile(r"Town[a-z]{3}")

NOTHING_SAME = json.dumps({"same": [], "related": [], "statements": []})


def town(number: int) -> str:
    """Return a name without a figure in it."""
    return "Town" + "".join(ascii_lowercase[number // 26**place % 26] for place in (2, 1, 0))


def article(name: str) -> str:
    """Return what there is to read of a town: three figures, of which the model leaves one out at first."""
    return (
        f"{name} exported 5,000 tonnes of steel in May 2025.\n\nSteel prices rose 3% in May 2025.\n\n"
        f"The mill employs 3,900 people.\n"
    )


def claim(sentence: str, *figures: str, **fields: Any) -> Any:
    """Return a claim as the model would write it."""
    least = {**dict.fromkeys(_NAMES), "measure": "export volume", "aspect": "amount"}
    return {**least, "direction": "none", "modality": "fact", "sentence": sentence, "figures": [*figures], **fields}


def pointing(*claims: Any, dismissed: Iterable[str] = ()) -> str:
    """Return an answer about an article as the model would write it."""
    given = [{"figure": figure, "reason": "not news"} for figure in dismissed]
    return json.dumps({"claims": [*claims], "dismissed": given})


def exports(name: str, **changes: Any) -> Any:
    """Return the claim on the first figure of a town."""
    return {**claim("s1", "f1", period="p1", item="steel", actor=name), **changes}


def good(place: Place, name: str, **changes: Any) -> str:
    """Return the good answer; `changes` go into its first claim."""
    if place == "reconcile":
        return NOTHING_SAME
    if place == "follow-up":
        return pointing(claim("s3", "f3", measure="number of people", actor=name))
    prices = claim("s2", "f2", period="p2", measure="steel price", aspect="change", direction="up", actor=name)
    return pointing(exports(name, **changes), prices)


def place(request: Request) -> Place:
    """Return which request it is; one that is asked again is what it was."""
    said = [message["content"] for message in request.messages if message["role"] == "user"]
    if said[0].startswith(("TOPICS", "\nSTATEMENTS")):
        return "reconcile"
    return "follow-up" if any("Answer in the same form" in one for one in said) else "first"


def name_in(request: Request) -> str:
    """Return the town a request about one article is about."""
    found = _TOWN.search(request.messages[1]["content"])
    assert found, request.messages[1]["content"]
    return found[0]


@dataclass
class Newsroom:
    """A model that answers well, except where a fault is to be played; it counts what it was asked, and answered."""

    fault: Callable[[Request, Place], Reply | None] = lambda _request, _place: None
    asked: Counter[tuple[str, Place]] = field(default_factory=Counter)
    answered: Counter[tuple[str, Place]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._lock = Lock()

    def __call__(self, request: Request) -> Reply:
        where = place(request)
        name = "" if where == "reconcile" else name_in(request)
        with self._lock:
            self.asked[name, where] += 1
            if played := self.fault(request, where):
                return played
            self.answered[name, where] += 1
        return chat(good(where, name))
