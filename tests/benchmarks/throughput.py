"""Checks a folder against an endpoint that takes a second for every answer, and shows how near it comes to the limit.

    python tests/benchmarks/throughput.py [ARTICLES]

The endpoint stands in a process of its own on the loopback interface. ARTICLES (500 unless given) generated articles of
some 300 words and eight figures are checked with 4, 16 and 64 requests at a time into a new store. `reading_s` is from
the start to the last article read and `ideal_s` what the requests alone take, requests x latency / concurrency;
`efficiency` is ideal to reading. `whole_s` goes on to the report; `cpu_s` is the processor time of all of it, and where
it comes near `reading_s` it is the processor that sets the limit.

Then the processor's time for one request, without a store and with an endpoint that answers at once: through
`Model.ask`, with everything it checks, against the same request made with the bare SDK. `overhead` is the ratio. Prints
a table and, last, one JSON object.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import openai

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # started as a script, it stands beside the package of the tests

from tests.resume import mills  # noqa: E402
from verifier import pipeline  # noqa: E402
from verifier.article import from_text  # noqa: E402
from verifier.extract import number  # noqa: E402
from verifier.extract.schema import Pointing  # noqa: E402
from verifier.extract.windows import windows  # noqa: E402
from verifier.llm import Model  # noqa: E402
from verifier.settings import ModelSettings, Settings  # noqa: E402
from verifier.shipped import prompt  # noqa: E402

LATENCY = 1.0
CONCURRENCIES = (4, 16, 64)
REQUESTS = 200
"""Whose processor time is taken, after as many that are not counted."""
SYSTEM = prompt("extract")
SCHEMA: Any = {
    "name": "Pointing",
    "strict": True,
    "schema": openai.pydantic_function_tool(Pointing)["function"]["parameters"],
}
COLUMNS = ("concurrency", "requests", "reading_s", "ideal_s", "efficiency", "whole_s", "cpu_s")


def main(articles: int) -> None:
    """Print the table and the JSON object."""
    with endpoint(LATENCY) as url:
        rows = [folder(articles, url, concurrency) for concurrency in CONCURRENCIES]
    with endpoint(0) as url:
        client = asyncio.run(overhead(url))
    print(*(f"{name:>12}" for name in COLUMNS))
    for row in rows:
        print(*(f"{row[name]:>12,}" for name in COLUMNS))
    print(*(f"{name} {value}" for name, value in client.items()), sep=", ")
    print(json.dumps({"articles": articles, "latency_s": LATENCY, "rows": rows, "client": client}))


@contextmanager
def endpoint(seconds: float) -> Iterator[str]:
    """Run the endpoint in a process of its own; yield its address."""
    command = [sys.executable, str(ROOT / "tests/resume/loopback.py"), str(seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        yield process.stdout.readline().strip()
        process.stdin.close()


def folder(count: int, url: str, concurrency: int) -> dict[str, float]:
    """Return what checking so many articles took."""
    texts = [from_text(mills.article(n, talk=2), f"{n:03}.txt", publisher=f"Paper {n % 50}") for n in range(count)]
    read: list[float] = []

    def note(standing: pipeline.Standing) -> None:
        if standing.read == standing.articles:
            read.append(perf_counter())

    with tempfile.TemporaryDirectory() as place:
        settings = Settings(database=Path(place) / "claims.duckdb", model=_settings(url, concurrency))
        started, worked = perf_counter(), process_time()
        report = pipeline.verify(texts, settings, standings=note)
        ended, spent = perf_counter(), process_time() - worked
    ideal = len(texts) * LATENCY / concurrency
    return {
        "concurrency": concurrency,
        "requests": report.usage.calls,
        "reading_s": round(read[0] - started, 1),
        "ideal_s": round(ideal, 1),
        "efficiency": round(ideal / (read[0] - started), 3),
        "whole_s": round(ended - started, 1),
        "cpu_s": round(spent, 1),
    }


async def overhead(url: str) -> dict[str, float]:
    """Return the milliseconds of the processor for one request through the client and through the bare SDK."""
    texts = [_window(number) for number in range(4 * REQUESTS)]
    async with Model(_settings(url, 4)) as model, openai.AsyncOpenAI(base_url=url, api_key="none") as sdk:
        ours = await _milliseconds(texts[: 2 * REQUESTS], lambda text: _asked(model, text))
        bare = await _milliseconds(texts[2 * REQUESTS :], lambda text: _called(sdk, text))
    return {"client_ms": round(ours, 2), "bare_sdk_ms": round(bare, 2), "overhead": round(ours / bare, 2)}


async def _milliseconds(texts: list[str], ask: Any) -> float:
    for text in texts[:REQUESTS]:
        await ask(text)
    started = process_time()
    for text in texts[REQUESTS:]:
        await ask(text)
    return 1_000 * (process_time() - started) / REQUESTS


async def _asked(model: Model, text: str) -> None:
    await model.ask(Pointing, system=SYSTEM, turns=[text], label="extract")


async def _called(sdk: openai.AsyncOpenAI, text: str) -> None:
    await sdk.chat.completions.create(
        model="loopback-1",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": text}],
        response_format={"type": "json_schema", "json_schema": SCHEMA},
    )


def _window(place: int) -> str:
    numbered = number(from_text(mills.article(place, talk=2), "a.txt"))
    return windows(numbered)[0].text(numbered)


def _settings(url: str, concurrency: int) -> ModelSettings:
    return ModelSettings(name="loopback-1", base_url=url, api_key="none", concurrency=concurrency)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
