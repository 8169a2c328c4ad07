"""A store of the shipped articles in which people have decided, noted and added things."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.sql import ask
from verifier.exports import EXPORTS
from verifier.models import Verdict
from verifier.queue import decisions
from verifier.queue.record import Seen
from verifier.settings import Settings
from verifier.store import Store, Unit

SETTINGS = Settings(checks_url="https://checks.example/magnets", organisation="The Daily Check")


class Desk:
    """The store, and what people say of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store(path)

    def claims(self, verdict: str) -> list[str]:
        """The claims with this verdict of the machine."""
        told = self.ask("select claim_id, verdict from verdicts order by claim_id")
        return [claim for claim, found in told if found == verdict]

    def decide(self, claim: str, verdict: str, machine: str, note: str = "") -> int:
        """Ana decides of a claim on which nobody has."""
        with self.store.unit() as unit:
            return decisions.decide(unit, claim, "Ana", verdict, Seen(0, machine), note=note)

    def ask(self, question: str) -> list[tuple[str, ...]]:
        """Rows of the store, for what no statement of verifier asks."""
        with self.store.unit(keep=False) as unit:
            return ask(unit, question)

    def does(self, statement: str) -> None:
        """Change the store as no statement of verifier does."""
        with self.store.unit() as unit:
            ask(unit, statement)

    def export(self, kind: str, settings: Settings = SETTINGS) -> bytes:
        """A whole file."""
        with self.store.unit(keep=False) as unit:
            return written(unit, kind, settings)


def written(unit: Unit, kind: str, settings: Settings = SETTINGS) -> bytes:
    """A whole file."""
    return b"".join(piece.data for piece in EXPORTS[kind].pieces(unit, settings))


@pytest.fixture
def desk(seeded: Path, tmp_path: Path) -> Iterator[Desk]:
    """Nobody has decided anything yet."""
    yield Desk(Path(shutil.copy(seeded, tmp_path)))


@pytest.fixture
def decided(desk: Desk) -> Desk:
    return deciding(desk)


def deciding(desk: Desk) -> Desk:
    """One claim decided as the machine says, one overruled with a note, one skipped, one re-opened."""
    first, second, third, fourth = desk.claims(Verdict.CONFLICTING)
    desk.decide(first, "conflicting", "conflicting")
    desk.decide(second, "corroborated", "conflicting", "customs <script>table</script>, \N{RIGHT-TO-LEFT OVERRIDE}p. 3")
    desk.decide(third, "skipped", "conflicting")
    desk.decide(fourth, "unsourced", "unsourced")
    return desk
