"""`verify [paths]`: reads the articles, has them checked, hands over the report and says how it went."""

import logging
import sys
import warnings
from argparse import Namespace
from pathlib import Path

from verifier import report
from verifier.cli import articles, streams
from verifier.cli.overrides import overrides
from verifier.errors import UsageError
from verifier.models import Article, Report
from verifier.settings import FIXTURES, ModelSettings, Settings, load, wants_colour

_DEMO = Settings(model=ModelSettings(answers="replay", recordings=FIXTURES / "demo"))
_TALKATIVE = ("instructor", "openai", "httpx", "httpx2", "httpcore", "httpcore2")
_TEXT = {"full": report.full, "concise": report.concise}
_LISTS = {"sarif": report.sarif, "github": report.github}
_WHOLE = {"json": report.json, "jsonl": report.jsonl, "junit": report.junit, "html": report.html}


def run(options: Namespace) -> int:
    """Check the articles the options name; raises VerifierError where nothing can be checked at all."""
    _check(options)
    settings = _DEMO if options.demo else _settings(options)
    found, faults = (articles.shipped(), []) if options.demo else articles.given(options)
    for fault in faults:
        streams.complain(str(fault))
    if not found:
        return UsageError.exit_code
    _check_not_an_article(options.output, found)
    result = _verified(found, settings)
    _deliver(result, options)
    for line in report.summary(result).splitlines():
        streams.tell(line)
    return UsageError.exit_code if faults else exit_code(result, options.fail_on)


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


def _settings(options: Namespace) -> Settings:
    loaded = load(overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    return loaded.settings


def _verified(found: list[Article], settings: Settings) -> Report:
    # Imported here: reading the articles may end the run before the store and the model are needed.
    from verifier.pipeline import verify

    _hush()
    wanted = len(found) > 1 or sys.stderr.isatty()
    return verify(found, settings, progress=streams.tell if wanted else None)


def _hush() -> None:
    """Keep what libraries log and warn of off the terminal: what matters of it arrives as an error or in the report."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _deliver(result: Report, options: Namespace) -> None:
    if options.output is not None:
        streams.replace(options.output, _rendered(result, options, colour=False))
        return
    colour = sys.stdout.isatty() and wants_colour()
    streams.say(_rendered(result, options, colour), exact=options.output_format not in _TEXT)


def _rendered(result: Report, options: Namespace, colour: bool) -> str:
    if options.output_format in _TEXT:
        return _TEXT[options.output_format](result, everything=options.all, colour=colour)
    if options.output_format in _LISTS:
        return _LISTS[options.output_format](result, everything=options.all)
    return _WHOLE[options.output_format](result)


# ------------------------------------------------------------------------- what makes no sense together


def _check(options: Namespace) -> None:
    if options.demo:
        _check_demo(options)
    elif not options.paths:
        raise UsageError("name an article, a folder or - for standard input; `verify --demo` shows what comes out.")
    if options.stdin_filename and articles.STDIN not in options.paths:
        raise UsageError("--stdin-filename names standard input: give - as a path as well.")
    if options.output is not None:
        _check_output(options.output)


def _check_demo(options: Namespace) -> None:
    clashing = {
        "the paths": options.paths,
        "--stdin-filename": options.stdin_filename,
        "--publisher": options.publisher,
        "--date": options.date,
        "--database": options.database,
    }
    given = [name for name, value in clashing.items() if value]
    if given:
        raise UsageError(
            f"--demo reads its own articles into a store of its own in memory: leave out {' and '.join(given)}."
        )


def _check_output(output: Path) -> None:
    """Refuse before the model is asked what would fail after it."""
    if output.is_dir():
        raise UsageError(f"--output {output} is a folder: name a file in it.")
    if not output.absolute().parent.is_dir():
        raise UsageError(f"--output {output} cannot be written: there is no folder {output.absolute().parent}.")


def _check_not_an_article(output: Path | None, found: list[Article]) -> None:
    paths = [Path(article.path) for article in found]
    if output and output.exists() and any(path.exists() and output.samefile(path) for path in paths):
        raise UsageError(f"--output {output} is one of the articles: name another file.")
