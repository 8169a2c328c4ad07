"""Sends what is due in a thread of its own: in order, each until it is taken, and after a crash on from there."""

import logging
import threading
import time
from collections.abc import Callable

from verifier.errors import StoreError
from verifier.queue.webhooks import hooks
from verifier.queue.webhooks.events import Event, following
from verifier.queue.webhooks.hooks import Hook
from verifier.queue.webhooks.sending import SIGNATURE, Sender, signature
from verifier.store import OwnedStore

LOOK = 2.0
"""Seconds after which it is looked whether there is something new; nothing has to say so when it comes to be."""
AT_ONCE = 100
"""Messages for one webhook before the next has its turn."""
_LAST_WORDS = 2.0
"""Seconds the thread is given to end: a name that is being looked up cannot be broken off."""
logger = logging.getLogger(__name__)


class Deliveries:
    """What is sent to the webhooks of one server."""

    def __init__(self, store: OwnedStore, sender: Sender, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._turn = threading.Condition()
        self._is_due = False
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def now(self) -> float:
        """Return the time, in seconds since 1970."""
        return self._clock()

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def poke(self) -> None:
        """Have it looked at once: a webhook has come, or goes on."""
        with self._turn:
            self._is_due = True
            self._turn.notify()

    def stop(self) -> None:
        """End; what is being sent is broken off, and sent again when the server starts."""
        with self._turn:
            self._stopping = True
            self._turn.notify()
        self._sender.stop()
        if self._thread.is_alive():
            self._thread.join(_LAST_WORDS)

    def deliver(self) -> bool:
        """Send what is due; return whether there is any webhook that something could become due for."""
        with self._store.unit(keep=False) as unit:
            active = [hook for hook in hooks.hooks(unit) if not hook.is_paused]
        for hook in active:
            self._deliver(hook.webhook_id)
        return bool(active)

    def _deliver(self, webhook: str) -> None:
        for _ in range(AT_ONCE):
            with self._store.unit(keep=False) as unit:
                hook = next((one for one in hooks.hooks(unit) if one.webhook_id == webhook), None)
                if hook is None or hook.is_paused or hook.due() > self._clock():
                    return
                event = following(unit, hook)
            if self._stopping or event is None or not self._sent(hook, event):
                return

    def _sent(self, hook: Hook, event: Event) -> bool:
        """Send an event and write down what became of it; return whether it was taken."""
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "verifier",
            "Verifier-Event": event.stream,
            "Verifier-Delivery": event.name,
            SIGNATURE: signature(hook.secret, int(self._clock()), event.body),
        }
        failure = self._sender.send(hook.url, event.body, headers)
        if failure and self._stopping:
            return False
        with self._store.unit() as unit:
            hooks.note(unit, hook, event.stream, event.number, event.claim, failure, self._clock())
        return not failure

    def _run(self) -> None:
        while not self._stopping:
            wait = LOOK if self._looked() else None
            with self._turn:
                if not (self._is_due or self._stopping):
                    self._turn.wait(wait)
                self._is_due = False

    def _looked(self) -> bool:
        """Deliver, whatever happens: one bad moment of the store must not end all deliveries."""
        try:
            return self.deliver()
        except StoreError as error:
            if not self._stopping:
                logger.warning("webhooks wait: %s", error)
        except Exception:
            logger.exception("webhooks met a fault")
        return True
