"""What the other articles in the store say of each claim: set-based SQL, and the words that explain its answers."""

from verifier.crosscheck.check import check, check_claim
from verifier.crosscheck.keep import keep

__all__ = ["check", "check_claim", "keep"]
