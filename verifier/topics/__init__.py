"""When two wordings name the same topic without asking anybody: case, plural, hyphens, country names."""

from verifier.topics.key import TopicKey, key_of
from verifier.topics.relate import Tie, TopicRelation, relate

__all__ = ["Tie", "TopicKey", "TopicRelation", "key_of", "relate"]
