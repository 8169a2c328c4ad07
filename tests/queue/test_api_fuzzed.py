"""Whatever a program asks of the read API, it is answered as the document says, and never with a fault."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from tests.queue.newsdesk import HOST
from tests.seeds import all_seeds, recorded
from verifier.pipeline import verify
from verifier.queue import tokens
from verifier.queue.api.read import document
from verifier.queue.app import create_app
from verifier.settings import owner
from verifier.store import OwnedStore

PATHS = sorted(document()["paths"])
QUESTIONS = [
    *((path, GenerationMode.POSITIVE) for path in PATHS),
    *((path, GenerationMode.NEGATIVE) for path in PATHS if "{" not in path),  # any text may be an id
]
CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    path = tmp_path_factory.mktemp("checked") / "claims.duckdb"
    verify(all_seeds(), recorded(path))
    with OwnedStore(path) as store:
        app = create_app(store, recorded(path), token="the server's own", hosts=[HOST])  # noqa: S106
        with store.unit() as unit:
            token = tokens.make(unit, owner(), "admin", "a test", "viewer")
        schema = schemathesis.openapi.from_dict(document())
        schema.app = app
        schema.config.update(base_url=f"http://{HOST}", headers={"Authorization": f"Bearer {token}"})
        yield schema


@pytest.mark.parametrize(("path", "mode"), QUESTIONS)
def test_no_question_meets_a_fault(api: BaseSchema, path: str, mode: GenerationMode) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
    @given(api[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
