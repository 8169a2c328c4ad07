"""Reads long articles with a model that answers by rule, and shows how cost, time and memory grow with the length.

    python tests/benchmarks/long_articles.py [WORDS]

Reads articles of 1,000, 10,000 and WORDS (100000 unless given) words, each in a process of its own. Prints a table and,
last, one JSON object. Tokens are reckoned at four characters; `seconds` is the processor's time for everything but the
model; `number_s` of it is what numbering sentences, figures and periods took; `mb` is the memory above what the process
had before. `growth` compares the longest with the article of 1,000 words, each per word.
"""

import asyncio
import json
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # started as a script, it stands beside the package of the tests

from tests.resume import mills  # noqa: E402
from tests.resume.honest import Honest  # noqa: E402
from verifier.article import from_text  # noqa: E402
from verifier.extract import extract, number  # noqa: E402
from verifier.models import Article, Extraction  # noqa: E402

COLUMNS = ("words", "claims", "requests", "tokens_in", "tokens_out", "seconds", "number_s", "mb")
GROWING = ("requests", "tokens_in", "tokens_out", "seconds", "mb")


def main(words: int) -> None:
    """Print the table and the JSON object."""
    rows = [_row(length) for length in (1_000, 10_000, words)]
    print(*(f"{name:>10}" for name in COLUMNS))
    for row in rows:
        print(*(f"{row[name]:>10,}" for name in COLUMNS))
    first, last = rows[0], rows[-1]
    growth = {name: round(last[name] / last["words"] / (first[name] / first["words"]), 2) for name in GROWING}
    print(json.dumps({"rows": rows, "growth": growth}))


def one(words: int) -> dict[str, float]:
    """Return what one article took."""
    article = from_text(mills.article(1, figures=words // 40), "long.txt")
    number(from_text(mills.article(2), "short.txt"))  # whatever is worked out once
    before = _mb()
    started = process_time()
    number(article)
    numbering = process_time() - started
    model, started = Honest(), process_time()
    extractions: list[Extraction] = []
    asyncio.run(_read(article, model, extractions))
    return {
        "words": len(article.text.split()),
        "claims": len(extractions[0].claims),
        "requests": model.usage.calls,
        "tokens_in": model.usage.input_tokens,
        "tokens_out": model.usage.output_tokens,
        "seconds": round(process_time() - started, 3),
        "number_s": round(numbering, 3),
        "mb": round(_mb() - before, 1),
    }


async def _read(article: Article, model: Honest, read: list[Extraction]) -> None:
    read.append(await extract(article, model))


def _mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _row(words: int) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "one", str(words)], capture_output=True, text=True, check=True)
    row: dict[str, float] = json.loads(done.stdout)
    return row


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(int(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
