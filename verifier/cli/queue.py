"""`verify queue`: the claims queue in the browser, until Ctrl-C."""

from argparse import Namespace

from verifier.cli import streams
from verifier.cli.overrides import overrides
from verifier.errors import UsageError
from verifier.settings import Settings, load


def run(options: Namespace) -> int:
    """Serve the queue until it is stopped; raises UsageError where it cannot be."""
    # Imported here, behind the options: the server takes longer to import than most commands to run.
    from verifier.queue.server import DEMO, serve

    if options.demo and options.database:
        raise UsageError("--demo reads its own articles into a store of its own in memory: leave out --database.")
    settings = DEMO if options.demo else _settings(options)

    def announce(url: str) -> None:
        streams.say(f"{url} is the queue of {settings.database or 'a store in memory'}; Ctrl-C stops it.\n")

    serve(settings, options.host, options.port, announce, demo=options.demo)
    return 0


def _settings(options: Namespace) -> Settings:
    loaded = load(overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    return loaded.settings
