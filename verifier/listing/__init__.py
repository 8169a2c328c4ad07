"""Reads the store back: what it holds, and how its verdicts came to be; changes nothing."""

from verifier.listing.apart import STANDS_APART, Apart, standing_apart
from verifier.listing.articles import ArticleRow, list_articles
from verifier.listing.claims import ClaimPage, Held, Wanted, began, find_article, is_empty, list_claims
from verifier.listing.doubts import in_doubt
from verifier.listing.story import Change, Story, Tied, claims_told, counterparts, find_claim, story_of
from verifier.listing.ties import OtherTopic, TieRow, TopicTold, Word, find_topic, list_ties, ties_of, topics_told
from verifier.listing.topics import Asked, asked

__all__ = [
    "STANDS_APART",
    "Apart",
    "ArticleRow",
    "Asked",
    "Change",
    "ClaimPage",
    "Held",
    "OtherTopic",
    "Story",
    "TieRow",
    "Tied",
    "TopicTold",
    "Wanted",
    "Word",
    "asked",
    "began",
    "claims_told",
    "counterparts",
    "find_article",
    "find_claim",
    "find_topic",
    "in_doubt",
    "is_empty",
    "list_articles",
    "list_claims",
    "list_ties",
    "standing_apart",
    "story_of",
    "ties_of",
    "topics_told",
]
