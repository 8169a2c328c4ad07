"""What the server keeps for all requests, by its type."""

from starlette.requests import Request

from verifier.queue.additions import Additions
from verifier.queue.jobs import Jobs
from verifier.queue.leases import Leases
from verifier.queue.looks import Looks
from verifier.queue.rechecks import Rechecks
from verifier.queue.webhooks.deliveries import Deliveries
from verifier.settings import Settings
from verifier.store import OwnedStore


def store_of(request: Request) -> OwnedStore:
    """Return the store."""
    store: OwnedStore = request.app.state.store
    return store


def settings_of(request: Request) -> Settings:
    """Return the settings under which articles are checked and files written."""
    settings: Settings = request.app.state.settings
    return settings


def jobs_of(request: Request) -> Jobs:
    """Return the checks that wait or are under way."""
    jobs: Jobs = request.app.state.jobs
    return jobs


def looks_of(request: Request) -> Looks:
    """Return the looks into the store that are open."""
    looks: Looks = request.app.state.looks
    return looks


def additions_of(request: Request) -> Additions:
    """Return the articles that people hand in."""
    additions: Additions = request.app.state.additions
    return additions


def leases_of(request: Request) -> Leases:
    """Return who is on which claim."""
    leases: Leases = request.app.state.leases
    return leases


def rechecks_of(request: Request) -> Rechecks:
    """Return the checks after what people say of topics."""
    rechecks: Rechecks = request.app.state.rechecks
    return rechecks


def deliveries_of(request: Request) -> Deliveries:
    """Return what is sent to webhooks."""
    deliveries: Deliveries = request.app.state.deliveries
    return deliveries
