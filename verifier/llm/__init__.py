"""The only room that knows openai, instructor and tenacity; importing it is cheap, opening a `Model` is not."""

from verifier.llm.batch import ByBatch, Noted
from verifier.llm.batch_endpoint import BatchEndpoint, BatchState
from verifier.llm.batch_lines import BatchLine, batch_parts, unanswered
from verifier.llm.exchange import about
from verifier.llm.model import DEFAULT_MODEL, Asked, Model
from verifier.llm.together import together
from verifier.llm.transport import Kept

__all__ = [
    "DEFAULT_MODEL",
    "Asked",
    "BatchEndpoint",
    "BatchLine",
    "BatchState",
    "ByBatch",
    "Kept",
    "Model",
    "Noted",
    "about",
    "batch_parts",
    "together",
    "unanswered",
]
