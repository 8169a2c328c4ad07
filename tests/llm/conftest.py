"""What the tests of the road to the model share: an endpoint, and settings that lead to it."""

from collections.abc import Iterator

import pytest

from tests.llm.endpoint import Endpoint
from verifier.settings import ModelSettings


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Endpoint() as endpoint:
        yield endpoint


@pytest.fixture
def settings(endpoint: Endpoint) -> ModelSettings:
    return ModelSettings(base_url=endpoint.url, api_key="sk-test-1234567890abcdef", attempts=3, request_timeout=60)
