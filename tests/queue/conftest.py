"""A queue with accounts, in which a hash takes no time, one without, and a store in which newspapers contradict."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from tests.queue.frontdoor import Browser, House, house_in
from tests.queue.newsdesk import Desk, contradicting, desk_on_copy
from verifier.queue import passwords


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Nobody has an account; what is kept of a password says how it was hashed, and is verified so."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with house_in(tmp_path) as made:
        yield made


@pytest.fixture(scope="session")
def contradicted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which one newspaper contradicts two others, to be copied and never opened itself."""
    return contradicting(tmp_path_factory.mktemp("contradicted"), "6,150 tonnes", "5,577 tonnes", "6,150 tonnes")


@pytest.fixture
def ana(house: House) -> Browser:
    return house.begun("Ana")


@pytest.fixture
def desk(seeded: Path, tmp_path: Path) -> Iterator[Desk]:
    """The queue of a store in which the seeds are checked."""
    with desk_on_copy(seeded, tmp_path) as opened:
        yield opened
