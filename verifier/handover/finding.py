"""Says which server, if any, a command has to go to."""

from verifier.errors import ConfigurationError, UsageError
from verifier.handover.address import Address, beside
from verifier.handover.server import Server
from verifier.settings import KEYS, Settings


def found(settings: Settings) -> Server | None:
    """Return the server the settings name, or the one that owns their store; None where there is none.

    Raises ConfigurationError where a server is named and there is no token for it.
    """
    if settings.server is not None:
        if settings.token is None:
            raise ConfigurationError(
                f"{KEYS['server']} names a server, which wants a token: set {KEYS['token']} to the one it was given."
            )
        return Server(Address(url=settings.server, token=settings.token), apart=True)
    address = settings.database and beside(settings.database)
    return Server(address) if address else None


def refuse_while_served(settings: Settings, what: str) -> None:
    """Raise UsageError where a server holds the store: `what`, such as "an export", needs it alone."""
    server = found(settings)
    if server is not None:
        raise UsageError(
            f"{what} needs the store for itself, and the server at {server.url} holds it: stop that first."
        )
