"""Lets a closed terminal and a polite kill end a run as Ctrl-C does: with a sentence, and nothing half stored."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def taken_as_ctrl_c() -> Iterator[None]:
    """Meanwhile raise KeyboardInterrupt for the signals that end a process, unless they are ignored (nohup)."""
    ours = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _interrupt(_: int, frame: FrameType | None) -> None:
    # An event loop has a handler of its own, which winds it up; in the background Ctrl-C itself may be ignored.
    handler = signal.getsignal(signal.SIGINT)
    if not callable(handler):
        raise KeyboardInterrupt
    handler(signal.SIGINT, frame)
