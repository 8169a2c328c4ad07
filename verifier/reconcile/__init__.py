"""Which topics are the same and which statements agree: code first, then one question to the model for the rest."""

from verifier.reconcile.answer import Decided, add, reconcile
from verifier.reconcile.open_pairs import OpenPairs, open_pairs

__all__ = ["Decided", "OpenPairs", "add", "open_pairs", "reconcile"]
