"""A token lets a program in as its maker, to do no more than was said, until it is ended; nobody can read it again."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from tests.queue.frontdoor import PASSWORD, Browser, house_in, link_in
from tests.queue.newsdesk import HOST
from tests.seeds import recorded
from tests.store.sql import ask
from verifier.errors import UsageError
from verifier.queue import accounts, tokens
from verifier.queue.app import create_app
from verifier.queue.roles import Role
from verifier.settings import owner
from verifier.store import OwnedStore

SECRET = re.compile(r'<input value="(verifier_[\w-]{43})" readonly')


class Desk:
    """The owner's browser, and programs beside it."""

    def __init__(self, store: OwnedStore) -> None:
        app = create_app(store, recorded(store.path), token="the server's own", hosts=[HOST])  # noqa: S106
        self.store = store
        self.browser = TestClient(app, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"})
        self.program = TestClient(app, base_url=f"http://{HOST}")

    def make(self, label: str = "a script", role: str = "viewer") -> Any:
        """Send the form."""
        return self.browser.post("/tokens", data={"label": label, "role": role})

    def token(self, role: str = "viewer") -> str:
        """A new token, as the page shows it."""
        (found,) = SECRET.finditer(self.make(role=role).text)
        return found[1]

    def status(self, token: str, path: str = "/api/v1/claims") -> int:
        """How a program that shows this token is answered."""
        return self.program.get(path, headers={"Authorization": f"Bearer {token}"}).status_code

    def end(self) -> None:
        """Press the first button that ends a token."""
        (action, *_) = re.findall(r'action="(/tokens/\w+/end)"', self.browser.get("/tokens").text)
        assert 303 == self.browser.post(action, follow_redirects=False).status_code


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing yet: to copy it is quicker than to make it."""
    with OwnedStore(tmp_path_factory.mktemp("empty") / "claims.duckdb") as store:
        assert store.path is not None
    return store.path


@pytest.fixture
def desk(empty: Path, tmp_path: Path) -> Iterator[Desk]:
    with OwnedStore(Path(shutil.copy(empty, tmp_path))) as store:
        yield Desk(store)


def test_a_token_is_shown_once_and_only_its_hash_is_kept(desk: Desk) -> None:
    secret = desk.token()

    assert secret not in desk.browser.get("/tokens").text
    with desk.store.unit(keep=False) as unit:
        kept = ask(unit, "select columns(*)::varchar from tokens")
    assert secret.removeprefix(tokens.PREFIX) not in str(kept)


def test_it_lets_in_until_it_is_ended(desk: Desk) -> None:
    secret, other = desk.token(), desk.token()

    before = desk.status(secret), desk.status(other)
    desk.end()
    desk.end()

    assert (200, 200) == before
    assert (401, 401) == (desk.status(secret), desk.status(other))
    assert "You have no tokens." in desk.browser.get("/tokens").text


@pytest.mark.parametrize("token", ["verifier_" + "x" * 43, "verifier_", "x", "\u00e9"])
def test_a_guess_lets_nobody_in(desk: Desk, token: str) -> None:
    desk.token()

    answer = desk.program.get("/api/v1/claims", headers={b"Authorization": f"Bearer {token}".encode("latin-1")})

    assert 401 == answer.status_code


def test_it_counts_for_programs_alone(desk: Desk) -> None:
    secret = desk.token()

    answer = desk.program.post("/add", headers={"Authorization": f"Bearer {secret}"}, data={"text": "The port."})

    assert 403 == answer.status_code


def test_it_may_do_what_was_said_and_no_more(desk: Desk) -> None:
    viewer, admin = desk.token("viewer"), desk.token("admin")

    assert (403, 200) == tuple(desk.status(token, "/api/exports/jsonl") for token in (viewer, admin))


def test_the_day_it_was_used_last_is_told(desk: Desk) -> None:
    secret = desk.token()
    before = desk.browser.get("/tokens").text

    desk.status(secret)
    desk.status(secret)

    assert "never" in before
    assert "never" not in desk.browser.get("/tokens").text


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, "a\u202eb"])
def test_a_token_that_says_nothing_of_itself_is_not_made(desk: Desk, label: str) -> None:
    answer = desk.make(label)

    assert 422 == answer.status_code
    assert "say in 1 to 60 characters" in answer.text
    assert [] == SECRET.findall(answer.text)


def test_nobody_gives_a_program_more_than_they_have(desk: Desk) -> None:
    roles = get_args(Role)
    given = set[tuple[str, str]]()

    with desk.store.unit() as unit:
        for own, wanted in product(roles, (*roles, "god")):
            with suppress(UsageError):
                held = tokens.held(unit, tokens.make(unit, owner(), own, f"{own} {wanted}", wanted))
                given.add((own, held.role if held else ""))

    assert given == {(own, role) for own in roles for role in roles[: roles.index(own) + 1]}


def test_it_loses_what_its_maker_loses(desk: Desk) -> None:
    with desk.store.unit() as unit:
        for name, role in (("Ana", "editor"), ("Ben", "admin")):
            account = accounts.invite(unit, name, role, "")
            accounts.note(unit, account.person_id, "joined", name)
        ana = accounts.named(unit, "Ana")
        assert ana is not None
        secret = tokens.make(unit, "Ana", "editor", "a script", "editor")
        roles = []
        for role in ("viewer", "admin"):
            accounts.change_role(unit, ana.person_id, role, "Ben")
            roles.append(getattr(tokens.held(unit, secret), "role", None))
        accounts.deactivate(unit, ana.person_id, "Ben")

        assert ["viewer", "editor"] == roles
        assert None is tokens.held(unit, secret)


def test_the_owner_s_tokens_end_when_accounts_begin(desk: Desk) -> None:
    secret = desk.token("admin")

    with desk.store.unit() as unit:
        accounts.invite(unit, "Ana", "admin", "")
        found = tokens.held(unit, secret)

    assert None is found


def test_nobody_ends_somebody_else_s(desk: Desk) -> None:
    with desk.store.unit() as unit:
        tokens.make(unit, "Ben", "viewer", "a script", "viewer")
        (of_ben,) = tokens.tokens_of(unit, "Ben")

    answer = desk.browser.post(f"/tokens/{of_ben.token_id}/end")

    assert 400 == answer.status_code
    assert "You have no such token" in answer.text
    assert owner() != "Ben"


@pytest.mark.parametrize("what", ["deactivate", "tokens", "link"])
def test_an_admin_ends_somebody_s_tokens_and_letting_them_in_again_brings_none_back(tmp_path: Path, what: str) -> None:
    with house_in(tmp_path) as house:
        ana = house.begun("Ana")
        bo = house.joined(ana, "Bo")
        (secret,) = SECRET.findall(bo.send("/tokens", label="a script", role="viewer").text)
        listed = "1 token" in ana.list()
        before = asks(bo, secret)

        answered = ana.on("Bo", what)
        if what == "link":
            house.browser().send(link_in(answered), password=PASSWORD, again=PASSWORD)
        if what == "deactivate":
            ana.on("Bo", "reactivate")

        assert (True, 200, 401) == (listed, before, asks(bo, secret))
        assert "End tokens" not in ana.list()


def asks(browser: Browser, secret: str) -> int:
    """How a program that shows this token is answered."""
    return browser.get("/api/v1/claims", Authorization=f"Bearer {secret}").status
