"""What one hostile article is: its text or its bytes, and what must come of it."""

from typing import NamedTuple

NEWS = "Dairy exports of Ruritania rose 12% in May 2025 to 4,100 tons, the farm ministry said. Milk was scarce."
"""What is true in every article of the corpus: two figures, a period, a source and a happening."""


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
        """The article."""
        return f"A dairy report\n\n{NEWS}\n{self.attack}\nThe ministry counted 37 farms.\n"

    @property
    def data(self) -> bytes:
        """The article's file."""
        return self.text.encode(self.encoding, "surrogateescape")

    @property
    def file(self) -> str:
        """The name of the article's file."""
        return f"{self.name}{self.suffix}"
