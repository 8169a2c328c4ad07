"""The only room that knows the environment: it says what is set, by whatever that was said."""

from verifier.settings.keys import KEYS
from verifier.settings.loading import Loaded, load, values
from verifier.settings.nouns import ModelSettings, Settings
from verifier.settings.process import can_redraw, owner, wants_colour, wants_traceback

__all__ = [
    "KEYS",
    "Loaded",
    "ModelSettings",
    "Settings",
    "can_redraw",
    "load",
    "owner",
    "values",
    "wants_colour",
    "wants_traceback",
]
