"""How much work a reading is, told by what no other load on the machine changes: the calls that it makes."""

import sys
from collections.abc import Callable
from types import FrameType

_MADE = frozenset({"call", "c_call"})


def calls(work: Callable[[], object]) -> int:
    """Return how many calls, of Python and of C, doing the work makes in this thread.

    What goes on inside of one call, a regular expression at its search above all, is for the clock to tell:
    tests/benchmarks/hostile_reading.py.
    """
    count, before = 0, sys.getprofile()

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in _MADE

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(reading: Callable[[str], object], short: str, long: str) -> float:
    """Return how many times the calls for `short` reading `long` takes, with every cache filled."""
    reading(short)
    return calls(lambda: reading(long)) / calls(lambda: reading(short))
