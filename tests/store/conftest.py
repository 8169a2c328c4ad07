"""What the tests of the store share: a file for it, and articles made of a few words."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from verifier.models import Article
from verifier.store import Store

MakeArticle = Callable[..., Article]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.duckdb"


@pytest.fixture
def store(path: Path) -> Store:
    return Store(path, patience=60)


@pytest.fixture
def article() -> MakeArticle:
    def make(text: str, path: str = "a.txt", publisher: str | None = None) -> Article:
        identity = hashlib.sha256(f"{publisher} {text}".encode()).hexdigest()
        return Article(id=identity, path=path, text=text, publisher=publisher)

    return make
