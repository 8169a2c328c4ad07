"""The articles as they were handed in, under the names they have now; their files may have changed or gone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from verifier import article
from verifier.article.places import near, source_of
from verifier.errors import InputError
from verifier.models import Article
from verifier.pipeline import Progress
from verifier.store.batches import Submitted


def texts(submitted: Iterable[Submitted], tell: Progress) -> Iterator[Article]:
    """Yield what is to be reported on; `tell` is told which files no longer hold what was handed in."""
    for one in submitted:
        if one.overtaken:
            tell(f"{near(one.source)}: a newer text was checked meanwhile; the one handed in is left out.")
            continue
        if why := _changed(one):
            tell(f"{near(one.source)} {why}; the report is on the text that was handed in.")
        yield _named(one)


def _changed(submitted: Submitted) -> str | None:
    file = Path(submitted.source)
    if not file.is_absolute():  # standard input, or a name only
        return None
    try:
        same = article.read(file).text == submitted.article.text
    except InputError:
        return "is gone or can no longer be read"
    return None if same else "has changed since it was handed in"


def _named(submitted: Submitted) -> Article:
    """Return the article under a name that leads to its source from here, so that it supersedes its older text."""
    text = submitted.article
    return text if source_of(text.path) == submitted.source else text.model_copy(update={"path": submitted.source})
