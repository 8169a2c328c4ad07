"""The only room that knows openai, instructor and tenacity; importing it is cheap, opening a `Model` is not."""

from verifier.llm.batch import ByBatch
from verifier.llm.exchange import about
from verifier.llm.model import DEFAULT_MODEL, Asked, Model
from verifier.llm.together import together
from verifier.llm.transport import Kept

__all__ = ["DEFAULT_MODEL", "Asked", "ByBatch", "Kept", "Model", "about", "together"]
