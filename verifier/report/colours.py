"""Colours for terminals that take them; every colour stands beside a word that says the same."""

from verifier.report.remarks import Kind

_CODES: dict[Kind, str] = {
    "conflicting": "1;31",
    "corroborated": "32",
    "unsourced": "33",
    "unchecked": "1;35",
    "unclaimed": "36",
    "refused": "36",
    "note": "1;33",
}


def painted(text: str, kind: Kind, colour: bool) -> str:
    """Return `text` in the colour of `kind`, or as it is without `colour`."""
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if colour else text
