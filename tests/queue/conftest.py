"""A queue with accounts, in which a hash takes no time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from tests.queue.frontdoor import Browser, House, house_in
from verifier.queue import passwords


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Nobody has an account; what is kept of a password says how it was hashed, and is verified so."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with house_in(tmp_path) as made:
        yield made


@pytest.fixture
def ana(house: House) -> Browser:
    return house.begun("Ana")
