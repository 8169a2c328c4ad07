"""Every number of an article, read with its unit, its hedge and what it can mean."""

from verifier.figures.reading import find

__all__ = ["find"]
