"""`verify --estimate`: what checking the articles would cost, told without asking a model or touching the store."""

import asyncio
import json
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from verifier.cli import money, output, streams
from verifier.cli.stored import looked_into
from verifier.errors import UsageError
from verifier.extract import extract
from verifier.listing import is_empty
from verifier.llm import (
    ByBatch,
    Expected,
    Model,
    Noted,
    Size,
    Terms,
    about,
    bytes_asked,
    expected,
    reconciling,
    terms,
    together,
)
from verifier.models import Article
from verifier.report.visible import visible
from verifier.report.words import counted
from verifier.settings import ModelSettings, Settings
from verifier.store import Answers

_SCHEMA_VERSION = 1
_SAID = (
    "An estimate: tokens are reckoned from the length of the texts, not counted. A request that has to be asked again "
    "costs about as much once more, and what a model thinks before it answers comes on top."
)


class Line(NamedTuple):
    """What is expected of one article, or of holding all against each other."""

    name: str
    requests: tuple[Expected, ...]

    def size(self, degree: str = "likely") -> Size:
        """Return the tokens of all its requests; `degree` is low, likely or high."""
        sizes = [getattr(request, degree) for request in self.requests]
        return Size(sum(size.input for size in sizes), sum(size.output for size in sizes))


def run(options: Namespace, settings: Settings, found: Sequence[Article]) -> int:
    """Print what each article and all of them would cost, as text or as JSON; raises StoreError."""
    if options.output_format not in ("full", "concise", "json"):
        raise UsageError(f"--estimate is told as text or as json: not as {options.output_format}.")
    paid = terms(settings.model)
    if options.batch:
        paid = paid._replace(tier="batch")
    lines = asyncio.run(_lines(found, settings))
    text = _json(lines, paid) if options.output_format == "json" else _text(lines, paid)
    if options.output is None:
        streams.say(text, exact=options.output_format == "json")
    else:
        output.write(options.output, text)
    return 0


async def _lines(found: Sequence[Article], settings: Settings) -> list[Line]:
    articles = {article.id: article for article in found}
    noted = await _noted(articles.values(), settings)
    between = () if len(articles) == 1 and _is_first(settings) else reconciling(sum(bytes_asked(n.body) for n in noted))
    lines = [
        Line(article.path, tuple(expected(one.label, one.body) for one in noted if one.article == article.id))
        for article in articles.values()
    ]
    return [*lines, Line("holding them against each other", tuple(between))]


def _is_first(settings: Settings) -> bool:
    """Tell whether the store holds no article yet that another could be held against."""
    with looked_into(settings) as store, store.unit(keep=False) as unit:
        return is_empty(unit)


async def _noted(articles: Iterable[Article], settings: Settings) -> list[Noted]:
    """Return the requests the articles would take: they are read as in a run whose requests all wait for a batch."""
    held_back = ByBatch()

    async def read(article: Article, model: Model) -> None:
        with about(article.id):
            await extract(article, model)

    with looked_into(settings) as store:
        async with Model(_keyless(settings.model), Answers(store, save=False), held_back) as model:
            await together(read(article, model) for article in articles)
    return [*held_back.noted.values()]


def _keyless(settings: ModelSettings) -> ModelSettings:
    """Return settings that need no key and no limit: nothing is sent."""
    return settings.model_copy(update={"api_key": settings.api_key or "none", "max_cost": None})


# --------------------------------------------------------------------------------------------- telling it


def _text(lines: Sequence[Line], paid: Terms) -> str:
    told = [f"{visible(line.name)}: {_cost(line, paid)}" for line in lines]
    whole = _whole(lines)
    between = ""
    if (low := paid.cost(whole.size("low"))) is not None and whole.requests:
        between = f" (between {money.dollars(low)} and {money.dollars(paid.cost(whole.size('high')))})"
    told += [f"{whole.name}: {_cost(whole, paid)}{between}", _SAID, f"Price of {paid.model}: {money.price(paid)}."]
    return "".join(f"{line}\n" for line in told)


def _cost(line: Line, paid: Terms) -> str:
    if not line.requests:
        return "nothing to ask, costs nothing"
    size = line.size()
    tokens = f"about {_round(size.input):,} tokens in, {_round(size.output):,} out"
    return f"{counted(len(line.requests), 'request')}, {tokens}, {money.dollars(paid.cost(size))}"


def _round(count: int) -> int:
    """Return a number to its second digit: an estimate has no more."""
    return round(count, 2 - len(str(count)))


def _whole(lines: Sequence[Line]) -> Line:
    return Line("in all", tuple(request for line in lines for request in line.requests))


def _json(lines: Sequence[Line], paid: Terms) -> str:
    price = paid.price and paid.price.in_tier(paid.tier)
    content = {
        "schema_version": _SCHEMA_VERSION,
        "estimate": True,
        "model": paid.model,
        "price": price and price.model_dump(mode="json"),
        "articles": [{"path": line.name, **_data(line, paid)} for line in lines[:-1]],
        "reconcile": _data(lines[-1], paid),
        "total": _data(_whole(lines), paid),
    }
    return f"{json.dumps(content, indent=1)}\n"


def _data(line: Line, paid: Terms) -> dict[str, Any]:
    return {"requests": len(line.requests), **{degree: _degree(line.size(degree), paid) for degree in Expected._fields}}


def _degree(size: Size, paid: Terms) -> dict[str, Any]:
    cost = paid.cost(size)
    return {"input_tokens": size.input, "output_tokens": size.output, "cost_usd": None if cost is None else float(cost)}
