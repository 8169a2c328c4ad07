"""Fills in the templates: every word is escaped on its way, and what hides in it is made visible."""

import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import DictLoader, Environment, StrictUndefined
from pydantic import AfterValidator, Field

from verifier.article.places import near
from verifier.listing import stories
from verifier.models import Claim
from verifier.queue import record
from verifier.queue.differences import unlike
from verifier.queue.passwords import ADVISED, LONGEST, SHORTEST
from verifier.queue.people import Person
from verifier.queue.record import DECIDED, Decision
from verifier.queue.roles import ROLES, allows, may
from verifier.queue.undoing import Step, stacks_of
from verifier.queue.view import KINDS, LARGEST, OPINIONS, SORTS, STATES
from verifier.report.visible import visible
from verifier.report.words import counted, passage, scope
from verifier.store import Unit

KEYS = {
    "corroborated": "a",
    "conflicting": "x",
    "unsourced": "u",
    "cannot be checked": "c",
    "skipped": "s",
}
"""The key that decides so."""
SIGNS = {
    "conflicting": "✕",
    "corroborated": "✓",
    "unsourced": "○",
    "cannot be checked": "?",
    "skipped": "»",
    "undecided": "·",
    "re-opened": "↺",
    "disputed": "≷",
}
"""Beside the word and the colour, never instead of the word."""
NO_KEYS = "no_keys"
"""The cookie of whoever has switched single keys off."""

_TEXTS = {path.name: path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "templates").iterdir()}
"""Of the templates: a server goes on with those it began with, whatever is installed meanwhile."""
_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""Browsers drop tabs and line ends, and take a backslash for a slash."""

Number = Annotated[int, Field(ge=0, le=LARGEST)]
"""The number of a decision, or 0 for none."""
Written = Annotated[str, Form(), AfterValidator(lambda text: text.replace("\r\n", "\n"))]
"""What somebody wrote into a form: browsers send each end of a line as two characters."""


def shown(
    request: Request, unit: Unit, person: Person, template: str, *, status: int = 200, **values: object
) -> HTMLResponse:
    """Return a page: its own values, and what every page shows of the person who looks."""
    stacks = stacks_of(unit, person.name)
    frame = {
        "person": person,
        "may": partial(may, person.role),
        "undo": _last(stacks.done),
        "redo": _last(stacks.undone),
        "keys_on": request.cookies.get(NO_KEYS) is None,
        "here": _here(request),
    }
    return HTMLResponse(_templates().get_template(template).render(**frame, **values), status)


def plain(request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page for somebody who need not be known."""
    return HTMLResponse(_templates().get_template(template).render(request=request, **values), status)


def local(address: str) -> str:
    """Return an address of this server; whatever could lead elsewhere becomes the queue."""
    return address if _LOCAL.fullmatch(address) else "/"


def back_to(address: str) -> RedirectResponse:
    """Send the browser to a page of this server, whatever it was asked to do before."""
    return RedirectResponse(address, 303)


def row_told(unit: Unit, number: int, reader: str) -> Decision | None:
    """Return the row of that number as somebody may see it; None for 0 and where there is none."""
    row = record.find(unit, number) if number else None
    return record.told(unit, [row], reader)[0] if row else None


def settles(person: Person) -> bool:
    """Return whether somebody says what holds where two opinions differ, and what others are to do."""
    return allows("editor", person.role)


def _here(request: Request) -> str:
    """Return the address of the page; what answers a form has none that leads to it again."""
    if request.method == "POST":
        return "/"
    return f"{request.url.path}{f'?{request.url.query}' if request.url.query else ''}"


def named(title: str | None, path: str | None) -> str:
    """Return what an article is called on every page: its title, or where it came from."""
    return visible(title or near(path or "untitled"))


def _last(steps: Sequence[Step]) -> Step | None:
    return steps[-1] if steps else None


@cache
def _templates() -> Environment:
    made = Environment(
        loader=DictLoader(_TEXTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "seen": visible,
        "passage": _passage,
        "scope": scope,
        "counted": counted,
        "when": _when,
        "near": near,
        "unlike": unlike,
    }
    made.globals |= {"named": named, "KEYS": KEYS, "SIGNS": SIGNS, "DECIDED": DECIDED, "KINDS": KINDS, "SORTS": SORTS}
    made.globals |= {"STATES": STATES, "OPINIONS": OPINIONS, "why_told": stories.why_told}
    made.globals |= {"ROLES": ROLES, "SHORTEST": SHORTEST, "ADVISED": ADVISED, "LONGEST": LONGEST}
    return made


def _passage(claim: Claim) -> str:
    """Return the words the claim stands in, in quotation marks as they are set in print."""
    return f"“{passage(claim)[1:-1]}”"


def _when(moment: str) -> str:
    """Return a moment to the minute: "2025-11-22 14:03 UTC"."""
    return f"{moment[:16].replace('T', ' ')} UTC"
