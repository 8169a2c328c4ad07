"""Keeps a run within what it may cost: what a request may take is set aside before it is sent, and settled after."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal

from verifier.errors import OverBudget


@dataclass
class Booking:
    """One request under way."""

    most: Decimal
    """US dollars it may cost, as far as is known beforehand."""
    cost: Decimal | None = None
    """What it did cost; None: not known, and taken for the most."""


class Budget:
    """What one run may spend, in US dollars; None is no limit.

    What a request takes at most is an estimate, and models differ. So the first request goes alone, and an answer that
    cost more than was set aside for it raises what is set aside for those to come.
    """

    def __init__(self, limit: Decimal | None) -> None:
        self._limit = limit
        self._spent = self._aside = Decimal(0)
        self._excess = Decimal(1)
        """How many times what it was expected to cost at most an answer has cost."""
        self._measured = False
        self._settled = asyncio.Condition()

    @asynccontextmanager
    async def request(self, most: Decimal | None) -> AsyncIterator[Booking]:
        """Set aside what a request may cost until its `cost` is known; wait where others under way hold that.

        Raises OverBudget if it could not be paid for. `most` is None for a price that is not known.
        """
        booking = Booking(most or Decimal(0))
        if self._limit is None:
            yield booking
            return
        held = await self._hold(booking.most, self._limit)
        try:
            yield booking
        finally:
            await self._settle(booking, held)

    async def _hold(self, most: Decimal, limit: Decimal) -> Decimal:
        async with self._settled:
            while True:
                free, needed = limit - self._spent - self._aside, most * self._excess
                if needed > limit - self._spent:
                    raise OverBudget(
                        f"The budget of ${limit:f} would have been passed. Run again with a larger --max-cost: what "
                        "was answered is kept, and only the rest is asked."
                    )
                held = needed if self._measured or not most else limit - self._spent
                if held <= free:
                    self._aside += held
                    return held
                await self._settled.wait()

    async def _settle(self, booking: Booking, held: Decimal) -> None:
        async with self._settled:
            self._aside -= held
            self._spent += booking.most * self._excess if booking.cost is None else booking.cost
            self._measured |= bool(booking.cost)
            if booking.cost and booking.most:
                self._excess = max(self._excess, booking.cost / booking.most)
            self._settled.notify_all()
