"""`verify crosscheck`: the verdicts on everything the store holds, counted."""

from argparse import Namespace
from collections.abc import Sequence

from verifier.cli import streams
from verifier.cli.overrides import settings_of
from verifier.cli.progress import Live
from verifier.cli.stored import check_filled, there
from verifier.crosscheck import history, whole
from verifier.errors import UsageError
from verifier.handover import refuse_while_served
from verifier.models import Verdict
from verifier.store import Store


def run(options: Namespace) -> int:
    """Check the whole store, or an export of one, and print how many claims have which verdict; raises UsageError."""
    counts = _in_spark(options) if options.engine == "spark" else _in_duckdb(options)
    streams.say(_table(counts))
    return exit_code(counts, options.fail_on)


def _in_spark(options: Namespace) -> Sequence[whole.Count]:
    if options.parquet is None:
        raise UsageError(
            "--engine spark checks an export: name it with --parquet; `verify export --parquet` makes one."
        )
    from verifier import cluster

    with Live() as live:
        return cluster.check(options.parquet, options.master or "local[*]", live.show)


def _in_duckdb(options: Namespace) -> Sequence[whole.Count]:
    for name in ("parquet", "master"):
        if getattr(options, name) is not None:
            raise UsageError(f"--{name} goes with --engine spark: add that, or leave it out.")
    settings = settings_of(options)
    refuse_while_served(settings, "a check of everything")
    path = there(settings, "check")
    with Store(path) as store, store.unit(keep=settings.save) as unit:
        check_filled(unit, str(path))
        counts = history.check(unit)
        history.log(unit)
    return counts


def exit_code(counts: Sequence[whole.Count], fail_on: str) -> int:
    """Return 1 for claims at or above `fail_on`, else 0."""
    at_or_above = {
        "conflicting": {Verdict.CONFLICTING},
        "unsourced": {Verdict.CONFLICTING, Verdict.UNSOURCED},
        "never": set[Verdict](),
    }
    return 1 if any(Verdict(count.verdict) in at_or_above[fail_on] for count in counts) else 0


def _table(counts: Sequence[whole.Count]) -> str:
    lines = [f"{sum(count.claims for count in counts):>9,}  claims checked"]
    for verdict in Verdict:
        reasons = [count for count in counts if count.verdict == verdict]
        lines.append(f"{sum(count.claims for count in reasons):>9,}  {verdict}")
        if verdict is Verdict.UNSOURCED:
            lines += [f"{count.claims:>9,}    {count.reason}" for count in reasons]
    return "\n".join(lines) + "\n"
