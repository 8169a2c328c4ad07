"""Reads each SQL file once, however often its statement runs."""

from functools import cache

from verifier.settings import sql

text_of = cache(sql)
"""The text of `verifier/sql/NAME.sql`; `name` may hold a folder ("migrations/0001_articles")."""
