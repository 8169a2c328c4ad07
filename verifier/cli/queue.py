"""`verify queue`: the claims queue in the browser, until Ctrl-C."""

from argparse import Namespace

from verifier import demo
from verifier.addresses import proxy_address
from verifier.cli import streams
from verifier.cli.overrides import settings_of
from verifier.errors import UsageError


def run(options: Namespace) -> int:
    """Serve the queue until it is stopped; raises UsageError where it cannot be."""
    # Imported here, behind the options: the server takes longer to import than most commands to run.
    from verifier.queue.listening import Where
    from verifier.queue.server import Opened, serve

    if options.demo and options.database:
        raise UsageError("--demo reads its own articles into a store of its own in memory: leave out --database.")
    settings = demo.SETTINGS if options.demo else settings_of(options)

    def announce(opened: Opened) -> None:
        streams.say(f"{opened.url} is the queue of {settings.database or 'a store in memory'}; Ctrl-C stops it.\n")
        if opened.link:
            streams.say(f"{options.admin} sets a password here, once and within three days: {opened.link}\n")

    where = Where(options.host, options.port, options.behind_proxy and _proxy(options.behind_proxy))
    serve(settings, where, announce, admin=options.admin, demo=options.demo)
    return 0


def _proxy(given: str) -> str:
    try:
        return proxy_address(given)
    except ValueError as error:
        raise UsageError(f"--behind-proxy {given} is not what browsers could open: {error}.") from error
