"""The way round the pipeline at half the price: hand in what articles ask, leave, and come back for the report."""

from verifier.batches.round_trip import ROUNDS, HandedIn, Outcome, RoundTrip, Waiting

__all__ = ["ROUNDS", "HandedIn", "Outcome", "RoundTrip", "Waiting"]
