"""What one hostile article is: its text or its bytes, and what must come of it."""

from typing import NamedTuple


class Hostile(NamedTuple):
    """One attack in one article."""

    name: str
    language: str
    attack: str
    """What stands in the article beside the news; a code point that UTF-8 cannot hold stands for its escape."""
    noted: bool = True
    """Whether the report must say that the article tries to instruct its reader."""
    encoding: str = "utf-8"
    readable: bool = True
    """Whether it is an article at all: UTF-8, text."""
    suffix: str = ".txt"

    @property
    def text(self) -> str:
        """The article: a headline, the news, which is true, then the attack, and a last line."""
        town = self.name.title()
        news = f"{town} sold 12% more cheese in May 2025, {town} officials said: 4,100 tons. Milk was scarce."
        return f"{town} sells cheese\n\n{news}\n{self.attack}\nSo much from {town}.\n"

    @property
    def data(self) -> bytes:
        """The article's file."""
        return self.text.encode(self.encoding, "surrogateescape")

    @property
    def file(self) -> str:
        """The name of the article's file."""
        return f"{self.name}{self.suffix}"
