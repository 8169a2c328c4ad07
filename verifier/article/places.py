"""Two names of one article: where it lies, by which the store knows it, and what a reader in this folder calls it."""

import os
from pathlib import Path


def source_of(path: str) -> str:
    """Return what a later text has to share to supersede the one at `path`: the file, or the name it was given."""
    try:
        file = Path(path)
        return str(file.resolve()) if file.exists() else path
    except (OSError, ValueError):  # a name no file can have, such as a long address
        return path


def near(source: str) -> str:
    """Return the name of `source` as a reader in this folder would write it."""
    # Of text, not of paths: a report names other articles tens of thousands of times.
    return source.removeprefix(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118
