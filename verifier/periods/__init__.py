"""Reads every date and stretch of time in an article, and says how far the article tells which."""

from verifier.periods.finding import find, read_date
from verifier.periods.moves import basis_of
from verifier.periods.years import settle

__all__ = ["basis_of", "find", "read_date", "settle"]
