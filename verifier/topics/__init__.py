"""When two wordings name the same topic without asking anybody: case, plural, hyphens, country names."""

from verifier.topics.key import TopicKey, key_of
from verifier.topics.relate import Tie, relate

__all__ = ["Tie", "TopicKey", "key_of", "relate"]
