"""A store of which things are sent, a program that takes them, and a clock that a test moves on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.webhooks.receiver import Receiver, receiving
from verifier.crosscheck import history
from verifier.models import Claim
from verifier.pipeline import hold
from verifier.queue import decisions
from verifier.queue.webhooks import hooks
from verifier.queue.webhooks.deliveries import Deliveries
from verifier.queue.webhooks.hooks import Hook
from verifier.queue.webhooks.sending import Sender
from verifier.store import OwnedStore


class Desk:
    """A store with one article, what is sent of it, and a clock that a test moves on."""

    def __init__(self, path: Path, made: Claim) -> None:
        self.claim = made
        self.now = 1_000_000.0
        self.path = path

    def opened(self, store: OwnedStore) -> None:
        """Have the store, and a server's part that sends."""
        self.store = store
        self.deliveries = self.sending()

    def sending(self) -> Deliveries:
        """A new server's part that sends."""
        return Deliveries(self.store, Sender(local=True, lasts=0.5), lambda: self.now)

    def hook(self, url: str, *, is_for: tuple[bool, bool] = (True, True)) -> str:
        """Send what comes from now on there too; return the secret."""
        with self.store.unit() as unit:
            return hooks.add(unit, "Ana", url, decisions=is_for[0], conflicts=is_for[1], local=True)

    @property
    def listed(self) -> list[Hook]:
        """How each stands."""
        with self.store.unit(keep=False) as unit:
            return hooks.hooks(unit)

    def change(self, step: hooks.Step) -> None:
        """Pause, resume or end the first."""
        with self.store.unit() as unit:
            hooks.change(unit, hooks.hooks(unit)[0].webhook_id, step, "Ana", self.now)

    def decide(self, *notes: str) -> None:
        """Ana notes something of the claim, once for each."""
        with self.store.unit() as unit:
            for note in notes:
                decisions.add_note(unit, self.claim.id, "Ana", note)

    def reads(self, name: str, words: str) -> Claim:
        """Another article comes, and the verdicts are brought up to date."""
        source = article(name, publisher=f"Paper {name}")
        made = claim(source, words)
        reading = extraction(source, made)
        with self.store.unit() as unit:
            hold(unit, [reading], [reading])
            history.check(unit)
            history.log(unit)
        return made


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Claim]:
    """A store with one article, and its claim."""
    path, source = tmp_path_factory.mktemp("read") / "claims.duckdb", article("one", publisher="Paper One")
    made = claim(source, "6,150 metric tons")
    Newsroom(path).reads(extraction(source, made))
    return path, made


@pytest.fixture
def closed(read: tuple[Path, Claim], tmp_path: Path) -> Desk:
    """The store as a file."""
    return Desk(Path(shutil.copy(read[0], tmp_path)), read[1])


@pytest.fixture
def desk(closed: Desk) -> Iterator[Desk]:
    with OwnedStore(closed.path) as store:
        closed.opened(store)
        yield closed


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as running:
        yield running
