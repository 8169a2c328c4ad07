"""The pages on which people add articles, and see what becomes of them."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from verifier.article import from_page, from_source
from verifier.article.checks import LIMIT, too_large
from verifier.article.page import decoded, is_page
from verifier.errors import InputError
from verifier.models import Article, Frozen
from verifier.queue.additions import SHOWN, Addition, Additions
from verifier.queue.pages.rendering import Whoever, back_to, shown
from verifier.store import Store

router = APIRouter()
_EVERY = 3
"""Seconds until a page that shows work under way is fetched again by a browser without scripts."""
_LONGEST_NAME = 200
_PASTED = "The pasted text"


class Given(Frozen):
    """What a person wrote into the form."""

    text: str = ""
    name: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    replaces: str = ""
    """The addition of the same name that the person was shown, and whose place the article is to take."""

    @property
    def called(self) -> str:
        """The name the article is to go by; "" leaves it to us."""
        return self.name.strip()[:_LONGEST_NAME]


class Handed(NamedTuple):
    """What came of a form."""

    articles: list[Article]
    faults: list[str]
    """Sentences."""


_NOTHING = Handed([], [])


@router.get("/add")
def form(request: Request, person: Whoever) -> HTMLResponse:
    """Show the empty form."""
    return _form(request, person, Given(), _NOTHING)


@router.post("/add")
def add(
    request: Request,
    person: Whoever,
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    replaces: Annotated[str, Form()] = "",
    files: Annotated[Sequence[UploadFile], File()] = (),
) -> Response:
    """Take in what was written or chosen, and lead on to what becomes of it."""
    given = Given(text=text, name=name, title=title, publisher=publisher, published=published, replaces=replaces)
    earlier = _earlier(request, given)
    if earlier and earlier.addition != replaces:
        return _form(request, person, given, _NOTHING, earlier)
    handed = _handed(given, [file for file in files if file.filename])
    _additions(request).take(handed.articles, person.name)
    return _form(request, person, given, handed) if handed.faults else back_to("/added")


@router.get("/added")
def added(request: Request, person: Whoever) -> HTMLResponse:
    """Show what became of the articles that were added last."""
    additions, store = _additions(request), _store(request)
    with store.unit(keep=False) as unit:
        listed = additions.listed(unit)
        progress = {one.addition: additions.progress(one.addition) for one in listed if one.state == "waiting"}
        values: dict[str, Any] = {"additions": listed, "progress": progress, "most": SHOWN, "every": _EVERY}
        return shown(request, unit, person, "added.html", **values)


@router.post("/added/{addition}/again")
def again(request: Request, person: Whoever, addition: str) -> Response:
    """Have an article checked again that failed."""
    _additions(request).again(addition, person.name)
    return back_to("/added")


def _earlier(request: Request, given: Given) -> Addition | None:
    if not given.called:
        return None
    with _store(request).unit(keep=False) as unit:
        return _additions(request).called(unit, given.called)


def _form(
    request: Request, person: Whoever, given: Given, handed: Handed, earlier: Addition | None = None
) -> HTMLResponse:
    with _store(request).unit(keep=False) as unit:
        status = 422 if handed.faults or earlier else 200
        values: dict[str, Any] = {"given": given, "handed": handed, "earlier": earlier}
        return shown(request, unit, person, "add.html", status=status, **values)


def _additions(request: Request) -> Additions:
    additions: Additions = request.app.state.additions
    return additions


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


# -------------------------------------------------------------------------------- what was handed in


def _handed(given: Given, files: Sequence[UploadFile]) -> Handed:
    """Return the articles, each under a name, and why each other text is none."""
    handed = Handed([], _refusals(given, files))
    for file in () if handed.faults else files or (None,):
        try:
            handed.articles.append(_article(*_read(file, given), given))
        except InputError as fault:
            handed.faults.append(str(fault))
    return handed


def _refusals(given: Given, files: Sequence[UploadFile]) -> list[str]:
    if given.text.strip() and files:
        return ["A text and files were given. Add one after the other."]
    if len(files) > 1 and any((given.name, given.title, given.publisher, given.published)):
        return ["Name, title, publisher and date are those of one article. Leave them out, or add one file."]
    return []


def _article(text: str, called: str, given: Given) -> Article:
    if called == _PASTED and not text.strip():
        raise InputError("There is no text. Paste an article, or choose a file.")
    make = from_page if is_page(called) else from_source
    article = make(
        text,
        called,
        title=given.title.strip() or None,
        publisher=given.publisher.strip() or None,
        published=_day(given.published),
    )
    return article.model_copy(update={"path": given.called or _name(called, text)})


def _read(file: UploadFile | None, given: Given) -> tuple[str, str]:
    """Return the text of a file, or what was pasted, and what that is called."""
    if file is None:
        return given.text.replace("\r\n", "\n"), _PASTED  # browsers send line ends so, whatever was pasted
    called = PurePosixPath((file.filename or "file").replace("\\", "/")).name
    data = file.file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise too_large(called)
    text = decoded(data)
    if text is None:
        raise InputError(f"{called} is not text in UTF-8. Save it as plain text or Markdown, in UTF-8.")
    return text, called


def _name(called: str, text: str) -> str:
    """Return a name that no other text has: two people may both call theirs draft.txt."""
    return f"{called[: _LONGEST_NAME - 10]} #{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:6]}"


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError("The date of publication is no date. Write it as 2025-12-23.") from error
