"""The demonstration: the shipped articles, and the settings under which recorded answers stand in for a model."""

from pathlib import Path

from verifier.article import read
from verifier.models import Article
from verifier.settings import ModelSettings, Settings
from verifier.shipped import FIXTURES, SEEDS

SETTINGS = Settings(model=ModelSettings(answers="replay", recordings=FIXTURES / "demo"))
"""Recorded answers, and a store in memory."""


def files() -> list[Path]:
    """Return the files of the articles."""
    return sorted(SEEDS.glob("*.txt"))


def articles() -> list[Article]:
    """Return the articles under names that hold wherever this runs; raises InputError."""
    return [read(path).model_copy(update={"path": f"seeds/{path.name}"}) for path in files()]
