"""The only room that knows openai, instructor and tenacity; importing it is cheap, opening a `Model` is not."""

from verifier.llm.batch import ByBatch, Missing, Noted
from verifier.llm.batch_endpoint import BatchEndpoint, BatchState
from verifier.llm.batch_lines import BatchLine, batch_parts, unanswered
from verifier.llm.exchange import about, anew
from verifier.llm.form import Form
from verifier.llm.model import DEFAULT_MODEL, Asked, Model, terms
from verifier.llm.prices import Terms
from verifier.llm.sizes import Expected, Size, bytes_asked, expected, reconciling
from verifier.llm.together import together
from verifier.llm.transport import Kept
from verifier.llm.trial import STEPS, Outcome, target, trial

__all__ = [
    "DEFAULT_MODEL",
    "STEPS",
    "Asked",
    "BatchEndpoint",
    "BatchLine",
    "BatchState",
    "ByBatch",
    "Expected",
    "Form",
    "Kept",
    "Missing",
    "Model",
    "Noted",
    "Outcome",
    "Size",
    "Terms",
    "about",
    "anew",
    "batch_parts",
    "bytes_asked",
    "expected",
    "reconciling",
    "target",
    "terms",
    "together",
    "trial",
    "unanswered",
]
