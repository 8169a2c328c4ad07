"""Lets a closed terminal and a polite kill end a run as Ctrl-C does: with a sentence, and nothing half stored."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import Any

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Windows knows no closed terminals."""


@contextmanager
def taken_as_ctrl_c() -> Iterator[None]:
    """Meanwhile raise KeyboardInterrupt for the signals that end a process, unless they are ignored (nohup)."""
    ours = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    with ExitStack() as undone:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            undone.enter_context(_held_off())
        for number in ours:
            undone.callback(signal.signal, number, signal.SIG_DFL)
            signal.signal(number, _interrupt)
        yield


@contextmanager
def _held_off() -> Iterator[None]:
    """Let Ctrl-C go on doing nothing, as in the background, though there is a handler for it.

    An event loop winds itself up by that handler's leave only, whichever signal it is that ends it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _interrupt(_: int, frame: FrameType | None) -> None:
    handler: Any = signal.getsignal(signal.SIGINT)  # an event loop has one of its own
    handler(signal.SIGINT, frame)
