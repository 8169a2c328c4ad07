"""What a run found, as text for people and data for programs; pure functions from a Report to a string."""

from verifier.report._concise import concise
from verifier.report._full import full
from verifier.report._json import json, jsonl
from verifier.report._summary import summary

__all__ = ["concise", "full", "json", "jsonl", "summary"]
