"""A newsroom in a folder of its own."""

from pathlib import Path

import pytest

from tests.history.newsroom import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "claims.duckdb")
