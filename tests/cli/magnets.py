"""What articles say of magnets and of tea, and how a list shows it."""

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from verifier.models import Claim, Extraction

TEA = MAGNETS.model_copy(update={"item": "tea", "actor": "India"})


def read_out(name: str, *words: str, text: str = "", **fields: object) -> tuple[Extraction, list[Claim]]:
    source = article(name, text or f"{name}\n" * 30, publisher=f"{name.title()} Paper")
    made = [claim(source, said, place=place, **fields) for place, said in enumerate(words)]  # type: ignore[arg-type]
    return extraction(source, *made), made


def quotes(out: str) -> list[str]:
    return [line.split('"')[1] for line in out.splitlines()]
