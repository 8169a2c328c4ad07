"""The only room that knows DuckDB: it keeps what was read and answers questions written down as SQL files."""

from verifier.store.answers import Answers
from verifier.store.batches import Batches
from verifier.store.glance import Glance
from verifier.store.journal import spent
from verifier.store.owned import OwnedStore
from verifier.store.spending import Spent
from verifier.store.store import Store
from verifier.store.unit import Unit

__all__ = ["Answers", "Batches", "Glance", "OwnedStore", "Spent", "Store", "Unit", "spent"]
