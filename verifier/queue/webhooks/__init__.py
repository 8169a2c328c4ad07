"""Tells other programs what people decide and what comes to conflict: signed, in order, until they take it."""
