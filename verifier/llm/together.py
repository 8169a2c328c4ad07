"""Asks many things at once so that none outlives the run: the first failure ends them all."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


async def together(asks: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Return what all asks return, in their order.

    The first that raises ends the others; it is raised, as it is, when they have ended.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(ask) for ask in asks]
    except BaseExceptionGroup as failed:
        first = failed.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise first  # outside of the handler: the group would stand above it in every traceback
