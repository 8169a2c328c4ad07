"""What a run found, as text for people and data for programs; pure functions from a Report to a string."""

from verifier.report._concise import concise
from verifier.report._full import full
from verifier.report._github import github
from verifier.report._html import html
from verifier.report._json import json, jsonl
from verifier.report._junit import junit
from verifier.report._sarif import sarif
from verifier.report._summary import cost, summary

__all__ = ["concise", "cost", "full", "github", "html", "json", "jsonl", "junit", "sarif", "summary"]
