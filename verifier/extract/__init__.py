"""Numbered article to claims: the model points at sentences, figures and periods; code reads what stands there."""

from verifier.extract.conversation import extract
from verifier.extract.numbering import Numbered, number

__all__ = ["Numbered", "extract", "number"]
