"""What holds for every test, whatever else the machine does and however the tests were started."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.seeds import all_seeds, recorded
from verifier.pipeline import verify

# That an example takes long says how busy the machine is, and nothing of the product.
settings.register_profile("house", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# Tests that run in the background ignore Ctrl-C, and so would every process they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the five shipped articles, to be copied and never opened itself."""
    path = tmp_path_factory.mktemp("seeded") / "claims.duckdb"
    verify(all_seeds(), recorded(path))
    return path


LONGEST = ("test_engines", "test_kills", "test_one_thing_changed", "test_orders", "test_whole", "test_batch_killed")
"""Files whose tests take longest: they come first, so that at the end no process waits for another's last file."""


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a fifth of the time tests wait for processes of their own."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """Hand the files out in that order: by itself xdist begins with those that hold the most tests.

    To plan a statement DuckDB asks for memory in thousands of small pieces; where glibc keeps more of those at hand,
    the workers and all they start need a sixth less of the processor.
    """
    config.option.loadscopereorder = False
    os.environ.setdefault("GLIBC_TUNABLES", "glibc.malloc.tcache_count=2000")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first and leave the others as they are."""
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))
