"""Times the pages of the queue over a large store, has many decide at once, and kills the server while they do.

    python tests/benchmarks/queue_load.py [CLAIMS] [--kills TIMES] [--killed-claims CLAIMS] [--folder FOLDER]

Makes a store of CLAIMS (1000000 unless given), 20 to an article, with their verdicts, one claim in a hundred decided,
and runs `verify queue` on it. Each page is asked for over HTTP in turns with one bare DuckDB query, in this process and
on a copy of the store, that fetches what the page shows by the ids of its claims: of a list the claims with the titles
of their articles, of the page of a claim its own and its counterparts with the texts they are cut from. It does none of
the page's work: what is to be shown is not looked for, ordered, counted or compared. Prints a table of p50 and p95 in
milliseconds, of the ratio of the two, of the CPU milliseconds of the server beside those of the query, which a busy
machine changes less, and of what the query fetched. Then 20 reviewers decide at once while two runs of `verify` add
articles: no decision may be lost or doubled, and no answer may be an error. With --kills a server on a smaller store is
killed that many times under the same load: whatever was acknowledged has to be there. Ends with 1 where any of that
fails.
Prints one JSON object last.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from duckdb import DuckDBPyConnection

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT)  # started as a script, it stands beside the package of the tests

from tests.benchmarks import newsstand  # noqa: E402
from tests.queue.newsdesk import claim_in, hidden  # noqa: E402
from tests.queue.reviewing import Browser, Team, doubled, lost, stored  # noqa: E402
from tests.queue.serving import Answered, Ended, Serving, serving, verify, with_seeds  # noqa: E402
from verifier.store.engine import Engine  # noqa: E402

REVIEWERS = 20
EACH = 5
"""Decisions of each of them."""
TIMES = 25
"""How often each page is asked for."""
RUNS = (["seeds"], ["--publisher", "Another Paper", "seeds"])
"""What two runs of `verify` are told; to the second run the same texts are articles of their own."""
LISTED = """
select claims.claim_id, claims.document, claims.topic_id, articles.title, articles.publisher, articles.published,
       sources.source
from claims
join articles on articles.article_id = claims.article_id
join sources on sources.article_id = claims.article_id
where claims.claim_id in (select unnest($claims::varchar[]))
"""
READ = """
select claims.claim_id, claims.document, claims.topic_id, articles.title, articles.publisher, articles.published,
       sources.source, articles.text
from claims
join articles on articles.article_id = claims.article_id
join sources on sources.article_id = claims.article_id
where claims.claim_id in (select unnest($claims::varchar[]))
"""
BARE = {"titles": LISTED, "texts": READ}
"""The bare queries, by what they fetch with the claims."""
RATIOS = ("ratio_p50", "ratio_p95", "ratio_cpu")
FAULTS = ("lost", "doubled", "wrong", "failed_runs", "killed_lost", "killed_doubled", "killed_wrong")
ENDED = (0, 1, 3)
"""How a run may end: 3 is that something was not recorded, and so not checked."""
_CLAIM = re.compile(r'href="/claims/([\w-]+)')


class Timed(NamedTuple):
    """What one kind of request took, and the bare query for the same rows, in milliseconds."""

    name: str
    p50: float
    p95: float
    bare_p50: float
    bare_p95: float
    cpu: float
    bare_cpu: float
    bare: str
    """What the bare query fetched."""

    def measured(self) -> dict[str, float]:
        """Return it in numbers, with its ratios."""
        ratios = (self.p50 / self.bare_p50, self.p95 / self.bare_p95, self.cpu / self.bare_cpu)
        told = zip((*Timed._fields[1:-1], *RATIOS), (*self[1:-1], *ratios), strict=True)
        return {name: round(value, 1) for name, value in told}

    def told(self) -> dict[str, object]:
        """Return all there is to tell."""
        return {**self.measured(), "bare": self.bare}


class Place(NamedTuple):
    """A server, whoever looks, and a copy of its store."""

    server: Serving
    browser: Browser
    copy: DuckDBPyConnection

    def cpu(self) -> float:
        """Return the milliseconds of CPU the server has taken so far."""
        words = Path(f"/proc/{self.server.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) * 10

    def bare(self, claims: Sequence[str], *, by: str) -> None:
        """Fetch the rows of these claims, with what a query is called after."""
        self.copy.execute(BARE[by], {"claims": list(claims)}).fetchall()


def main() -> int:
    """Print the tables and the JSON object; return 1 where something was lost, doubled or wrong."""
    options = _options()
    result: dict[str, object] = {}
    if options.claims:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            result |= _at_full_size(Path(folder), options.claims)
    if options.kills:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            result |= _killed(Path(folder), options.killed_claims, options.kills)
    print(json.dumps(result))
    return int(any(result.get(name) for name in FAULTS))


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Time the queue over a large store.")
    options.add_argument("claims", nargs="?", type=int, default=1_000_000, help="0: kills alone")
    options.add_argument("--kills", type=int, default=0, metavar="TIMES")
    options.add_argument("--killed-claims", type=int, default=2_000, metavar="CLAIMS")
    options.add_argument("--folder", default=None, help="where the stores are made; default: the temporary folder")
    return options.parse_args()


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {words}", flush=True)


def _made(folder: Path, claims: int, people: int) -> tuple[Path, Team]:
    path = with_seeds(folder / "newsroom") / "claims.duckdb"
    newsstand.build(path, claims, hot=min(50_000, claims // 20), told=_say)
    return path, Team(path, people)


def _at_full_size(folder: Path, claims: int) -> dict[str, object]:
    path, team = _made(folder, claims, REVIEWERS + 1)
    copy = Path(shutil.copy(path, folder / "copy.duckdb"))
    with serving(path.parent) as server:
        with _looking(server, team, copy) as place:
            pages = _pages(place, claims)
        copy.unlink()
        loaded = _loaded(server, team, path.parent)
    return {"claims": claims, "pages": {page.name: page.told() for page in pages}} | loaded


@contextmanager
def _looking(server: Serving, team: Team, copy: Path) -> Iterator[Place]:
    browser = team.browser(server, f"Reviewer {REVIEWERS}")
    try:
        with Engine(copy).opened(read_only=True) as connection:
            yield Place(server, browser, connection)
    finally:
        browser.close()


def _pages(place: Place, claims: int) -> list[Timed]:
    _say("asking for pages")
    hot = newsstand.hot_topic(place.copy)
    usual = place.copy.execute("select claim_id from judged_claims where reason = 2 and claim % 7 = 0 limit 400")
    ordinary = [name for (name,) in usual.fetchall()]
    held = place.copy.execute("select claim_id from claims where topic_id = $topic limit 400", {"topic": hot})
    contested = [name for (name,) in held.fetchall()]
    some = place.copy.execute(
        "select distinct topic_id from claims where starts_with(topic_id, 't') and topic_id <> $topic order by all",
        {"topic": hot},
    )
    topics = [name for (name,) in some.fetchall()]
    deep = f"4.{claims // 40}.0"
    print(
        f"{'milliseconds':28}"
        + "".join(f"{name:>12}" for name in (*Timed._fields[1:-1], *RATIOS))
        + "  the bare query fetched, by id"
    )
    asked: dict[str, Callable[[int], str]] = {
        "queue": lambda _: "/",
        "queue, filtered": lambda _: "/?verdict=unsourced&kind=amount",
        "queue, deep": lambda _: f"/?after={deep}",
        "queue, publisher": lambda turn: f"/?publisher=paper+{turn + 100}",
        "queue, topic": lambda turn: f"/?topic=item+{turn * 10 + 2}",
        "queue, words": lambda turn: f"/?q=of+item+{turn * 10 + 2}",
        "claim": lambda turn: f"/claims/{ordinary[turn]}",
        "claim on a hot topic": lambda turn: f"/claims/{contested[turn]}",
        "topic": lambda turn: f"/topics/{topics[turn * 7 % len(topics)]}",
        "hot topic": lambda _: f"/topics/{hot}",
    }
    timed = [_shown(_page(place, name, address)) for name, address in asked.items()]
    return [*timed, _shown(_next(place)), _shown(_decided(place, ordinary[TIMES + 5 :]))]


def _shown(page: Timed) -> Timed:
    print(
        f"{page.name:28}" + "".join(f"{value:12.1f}" for value in page.measured().values()) + f"  {page.bare}",
        flush=True,
    )
    return page


def _page(place: Place, name: str, address: Callable[[int], str]) -> Timed:
    def ask(turn: int) -> Sequence[str]:
        return _claims_in(_expected(place.browser.get(address(turn)), 200), address(turn))

    return _timed(place, name, ask, by="texts" if address(0).startswith("/claims/") else "titles")


def _next(place: Place) -> Timed:
    def ask(_: int) -> Sequence[str]:
        return [claim_in(_expected(place.browser.get("/next"), 303).headers["location"])]

    return _timed(place, "next", ask, by="titles")


def _decided(place: Place, claims: Sequence[str]) -> Timed:
    forms = [hidden(place.browser.get(f"/claims/{claim}").text, 'class="decide"') for claim in claims[: TIMES + 3]]

    def ask(turn: int) -> Sequence[str]:
        fields = {"verdict": "unsourced", "note": "", **forms[turn]}
        _expected(place.browser.send(f"/claims/{claims[turn]}/decisions", fields), 303)
        return [claims[turn]]

    return _timed(place, "decide", ask, by="titles")


def _timed(place: Place, name: str, ask: Callable[[int], Sequence[str]], *, by: str) -> Timed:
    """Ask and run the bare query in turns, so that a busy moment hits both; the first three rounds are to warm up."""
    asked, bare, cpu, bare_cpu, fetched = list[float](), list[float](), list[float](), list[float](), list[int]()
    for turn in range(TIMES + 3):
        before, started = place.cpu(), time.perf_counter()
        claims = ask(turn)
        asked.append((time.perf_counter() - started) * 1000)
        cpu.append(place.cpu() - before)
        own, started = time.process_time(), time.perf_counter()
        place.bare(claims, by=by)
        fetched.append(len(claims))
        bare.append((time.perf_counter() - started) * 1000)
        bare_cpu.append((time.process_time() - own) * 1000)
    asked, bare = asked[3:], bare[3:]
    means = sum(cpu[3:]) / TIMES, sum(bare_cpu[3:]) / TIMES
    told = f"{median(fetched):.0f} claims with the {by} of their articles"
    return Timed(name, median(asked), _p95(asked), median(bare), _p95(bare), *means, told)


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _claims_in(answer: Answered, address: str) -> list[str]:
    """Return the claims a page shows, its own among them."""
    own = [address.rpartition("/")[2]] if address.startswith("/claims/") else []
    return sorted({*own, *_CLAIM.findall(answer.text)})


def _expected(answer: Answered, status: int) -> Answered:
    if answer.status != status:
        raise SystemExit(f"The server answered {answer.status}: {answer.text[:1000]}")
    return answer


def _loaded(server: Serving, team: Team, folder: Path) -> dict[str, object]:
    _say(f"{REVIEWERS} reviewers decide {EACH} times each, and two runs add articles")
    since, started = len(stored(server)), time.perf_counter()
    runs = _beside(folder, lambda: team.work(server, EACH))
    seconds, found = time.perf_counter() - started, stored(server, since=since)
    result = {
        "decided": len(team.acknowledged),
        "late": team.late,
        "decisions_per_second": round(len(team.acknowledged) / seconds, 1),
        "decide_p50_ms": round(median(team.waited) * 1000),
        "decide_p95_ms": round(_p95(team.waited) * 1000),
        "lost": len(lost(team.acknowledged, found)),
        "doubled": len(doubled(found)) + len({*found} - {*team.acknowledged}),
        "wrong": team.wrong[:5],
        "failed_runs": [run.err[-300:] for run in runs if run.code not in ENDED],
    }
    _say(f"under load: {json.dumps(result)}")
    return result


def _killed(folder: Path, claims: int, kills: int) -> dict[str, object]:
    path, team = _made(folder, claims, REVIEWERS)
    before = kept = missing = twice = 0
    with serving(path.parent) as server:
        before = len(stored(server))
    for kill in range(kills + 1):
        with serving(path.parent) as server:  # raises where the store does not open
            found = stored(server, since=before)
            kept, missing, twice = len(found), len(lost(team.acknowledged, found)), len(doubled(found))
            if missing or twice or team.wrong or kill == kills:
                break
            until = 1 + kill * 7 % 12  # as the first claims are looked at, or later
            _beside(path.parent, partial(team.work, server, 1_000, until=until))
        if kill % 5 == 4:
            _say(f"killed {kill + 1} times; {len(team.acknowledged)} decisions acknowledged, {kept} found before that")
    result = {"kills": kill, "acknowledged": len(team.acknowledged), "kept": kept, "killed_wrong": team.wrong[:5]}
    return result | {"killed_lost": missing, "killed_doubled": twice}


def _beside(folder: Path, work: Callable[[], None]) -> list[Ended]:
    """Do the work while two runs add articles; return how those ended."""
    ended = list[Ended]()
    threads = [threading.Thread(target=lambda told=told: ended.append(verify(folder, *told))) for told in RUNS]
    for thread in threads:
        thread.start()
    work()
    for thread in threads:
        thread.join()
    return ended


if __name__ == "__main__":
    sys.exit(main())
