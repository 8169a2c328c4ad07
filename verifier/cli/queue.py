"""`verify queue`: the claims queue in the browser, until Ctrl-C."""

from argparse import Namespace

from verifier.cli import streams
from verifier.cli.overrides import settings_of
from verifier.errors import UsageError


def run(options: Namespace) -> int:
    """Serve the queue until it is stopped; raises UsageError where it cannot be."""
    # Imported here, behind the options: the server takes longer to import than most commands to run.
    from verifier.queue.listening import Where, public_address
    from verifier.queue.server import DEMO, Opened, serve

    if options.demo and options.database:
        raise UsageError("--demo reads its own articles into a store of its own in memory: leave out --database.")
    settings = DEMO if options.demo else settings_of(options)

    def announce(opened: Opened) -> None:
        streams.say(f"{opened.url} is the queue of {settings.database or 'a store in memory'}; Ctrl-C stops it.\n")
        if opened.link:
            streams.say(f"{options.admin} sets a password here, once and within three days: {opened.link}\n")

    where = Where(options.host, options.port, options.behind_proxy and public_address(options.behind_proxy))
    serve(settings, where, announce, admin=options.admin, demo=options.demo)
    return 0
