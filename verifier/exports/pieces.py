"""What exports are handed on in, so that none of them ever lies in memory as a whole."""

from typing import NamedTuple


class Piece(NamedTuple):
    """Some bytes of a file, and how many of what it counts begin in them."""

    data: bytes
    counted: int = 0
