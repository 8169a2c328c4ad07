"""`verify [paths]`: reads the articles, has them checked, hands over the report and says how it went."""

import logging
import sys
import warnings
from argparse import Namespace
from collections.abc import Callable, Mapping

from verifier import demo, report
from verifier.cli import given, output, streams
from verifier.cli.overrides import settings_of
from verifier.errors import UsageError
from verifier.models import Article, Report
from verifier.settings import Settings, wants_colour

_TALKATIVE = ("instructor", "openai", "httpx", "httpx2", "httpcore", "httpcore2")
_TEXT = {"full": report.full, "concise": report.concise}
_LISTS = {"sarif": report.sarif, "github": report.github}
_WHOLE = {"json": report.json, "jsonl": report.jsonl, "html": report.html}


def run(options: Namespace) -> int:
    """Check the articles the options name; raises VerifierError where nothing can be checked at all."""
    _check(options)
    settings = demo.SETTINGS if options.demo else settings_of(options)
    output.check(options.output, settings.database)
    found, faults = given.shipped(options) if options.demo else given.given(options)
    for fault in faults:
        streams.complain(str(fault))
    if not found and not options.batch_collect:
        return UsageError.exit_code
    if options.estimate:
        code = _estimated(options, settings, found)
    elif options.batch or options.batch_collect:
        code = _by_batch(options, settings, found)
    else:
        code = _handed_over(_verified(found, settings), options)
    return UsageError.exit_code if faults else code


def exit_code(result: Report, fail_on: str) -> int:
    """Return 3 while something is unchecked, 1 for findings at or above `fail_on`, else 0."""
    if result.unchecked:
        return 3
    at_or_above = {
        "conflicting": result.conflicting,
        "unsourced": result.conflicting + result.unsourced,
        "never": (),
    }
    return 1 if at_or_above[fail_on] else 0


def _estimated(options: Namespace, settings: Settings, found: list[Article]) -> int:
    from verifier.cli import estimate

    _hush()
    return estimate.run(options, settings, found)


def _by_batch(options: Namespace, settings: Settings, found: list[Article]) -> int:
    from verifier.cli import batch

    _hush()
    return batch.run(options, settings, found, lambda result: _handed_over(result, options))


def _handed_over(result: Report, options: Namespace) -> int:
    """Hand over the report, say in a few words what it comes to, and return the exit code."""
    delivered = _deliver(result, options)
    for line in report.summary(result, everything=options.all).splitlines():
        streams.tell(line)
    return exit_code(result, options.fail_on) if delivered else UsageError.exit_code


def _verified(found: list[Article], settings: Settings) -> Report:
    # Imported here: reading the articles may end the run before the store and the model are needed.
    from verifier.cli.progress import Progress

    _hush()
    verify = _checker(settings)
    if len(found) == 1 and not streams.is_terminal(sys.stderr):
        return verify(found, settings)
    with Progress(len(found)) as progress:
        return verify(found, settings, progress=progress.words, standings=progress.standing)


def _checker(settings: Settings) -> Callable[..., Report]:
    """Return what checks articles: the server that has the store, or this process."""
    from verifier.handover import found

    server = found(settings)
    if server is not None:
        return server.verify
    from verifier.pipeline import verify

    return verify


def _hush() -> None:
    """Keep what libraries log and warn of off the terminal: what matters of it arrives as an error or in the report."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _deliver(result: Report, options: Namespace) -> bool:
    """Hand over the report; return whether it went where it was to go."""
    colour = options.output is None and streams.is_terminal(sys.stdout) and wants_colour()
    text = _rendered(result, options, colour)
    if options.output is not None:
        try:
            output.write(options.output, text)
            return True
        except OSError as fault:
            what = f"--output {options.output} cannot be written: {fault.strerror}"
            streams.complain(f"{what}; the report is on standard output instead.")
    streams.say(text, exact=options.output_format not in _TEXT)
    return options.output is None


def _rendered(result: Report, options: Namespace, colour: bool) -> str:
    if options.output_format in _TEXT:
        return _TEXT[options.output_format](result, everything=_everything(options), colour=colour)
    if options.output_format in _LISTS:
        return _LISTS[options.output_format](result, everything=_everything(options))
    if options.output_format == "junit":
        return report.junit(result, unsourced_fails=options.fail_on == "unsourced")
    return _WHOLE[options.output_format](result)


def _everything(options: Namespace) -> bool:
    """Tell whether every claim is listed: whatever makes the run fail has to be seen."""
    return bool(options.all or options.fail_on == "unsourced")


# ------------------------------------------------------------------------- what makes no sense together


def _check(options: Namespace) -> None:
    if options.demo:
        _check_demo(options)
    elif options.batch_collect or options.ask_rest:
        _check_collect(options)
    elif not options.paths:
        raise UsageError("name an article, a folder or - for standard input; `verify --demo` shows what comes out.")
    if options.estimate and options.offline:
        raise UsageError("--estimate says what asking would cost, and --offline asks nothing: leave one of them out.")
    if options.stdin_filename and given.STDIN not in options.paths:
        raise UsageError("--stdin-filename names standard input: give - as a path as well.")


def _check_demo(options: Namespace) -> None:
    clashing = {
        "the paths": options.paths,
        "--stdin-filename": options.stdin_filename,
        "--publisher": options.publisher,
        "--date": options.date,
        "--database": options.database,
        "--batch": options.batch,
        "--batch-collect": options.batch_collect,
        "--estimate": options.estimate,
    }
    _refuse(clashing, "--demo reads its own articles into a store of its own in memory")


def _check_collect(options: Namespace) -> None:
    if not options.batch_collect:
        raise UsageError("--ask-rest finishes what --batch-collect picks up: give that as well.")
    clashing = {
        "the paths": options.paths,
        "--batch": options.batch,
        "--estimate": options.estimate,
        "--stdin-filename": options.stdin_filename,
        "--publisher": options.publisher,
        "--date": options.date,
    }
    _refuse(clashing, "--batch-collect reports on what was handed in")


def _refuse(clashing: Mapping[str, object], because: str) -> None:
    named = [name for name, value in clashing.items() if value]
    if named:
        raise UsageError(f"{because}: leave out {' and '.join(named)}.")
