"""Does at the log-in what takes several rooms: throttle, accounts, passwords and sessions, for one request."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from verifier.errors import UsageError
from verifier.queue import accounts, links, passwords, sessions, tokens
from verifier.queue.accounts import Named
from verifier.queue.links import hashed
from verifier.queue.people import Callers, Person
from verifier.queue.site import Site
from verifier.queue.throttle import FREE, Key, Throttle
from verifier.store import OwnedStore

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Response)


class Clerk:
    """Sits behind the pages of the log-in."""

    def __init__(self, request: Request) -> None:
        state = request.app.state
        self.store: OwnedStore = state.store
        self._callers: Callers = state.callers
        self._throttle: Throttle = state.throttle
        self._site: Site = state.site
        peer = request.client.host if request.client else ""
        self._place = ("place", self._site.place(peer, request.headers))
        self._browser = request.headers.get("user-agent", "")
        self._shown = request.cookies.get(self._site.cookie)

    def now(self) -> float:
        """Return the time by the clock of the sessions, in seconds."""
        return self._callers.now()

    def are_accounts_kept(self) -> bool:
        """Return whether there is anything to log in to."""
        return self._callers.are_accounts_kept()

    def wait(self, name: str) -> float:
        """Count an attempt to log in and return 0, or the seconds before there may be one."""
        return self._throttle.begin(self._claimed(name), self._place)

    def known(self, name: str) -> Named | None:
        """Return who goes by a name and may log in."""
        with self.store.unit(keep=False) as unit:
            found = accounts.named(unit, name)
        return found if found and found.state == "active" else None

    def note_failure(self, name: str, known: Named | None) -> None:
        """Write down, once, that somebody has to wait because their password was guessed at."""
        if known and self._throttle.failures(self._claimed(name)) == FREE["name"]:
            with self.store.unit() as unit:
                accounts.note(unit, known.person_id, "held off", accounts.RUNNER)

    def let_in(self, known: Named) -> str:
        """Begin a session, end the one this browser was in, and return what it has to show from now on."""
        self.forgive(known.name)
        with self.store.unit() as unit:
            if self._shown:
                sessions.leave(unit, self._shown)
            accounts.note(unit, known.person_id, "logged in", known.name)
            return sessions.begin(unit, known.person_id, self._browser, self.now())

    def forgive(self, name: str) -> None:
        """Forget what failed under a name: its holder is there."""
        self._throttle.succeed(self._claimed(name), self._place)

    def begin_accounts(self, name: str, password_hash: str) -> str:
        """Make the first account, an admin's, log its holder in and return what their browser shows from now on."""
        with self.store.unit() as unit:
            if accounts.are_kept(unit):
                raise UsageError("somebody was quicker: there are accounts already. Log in.")
            account = accounts.invite(unit, name, "admin", accounts.RUNNER)
            accounts.note(unit, account.person_id, "joined", account.name)
            passwords.keep(unit, account.person_id, password_hash)
            return sessions.begin(unit, account.person_id, self._browser, self.now())

    def change_password(self, person: Person, password_hash: str) -> None:
        """Set somebody's password, and end their other sessions."""
        with self.store.unit() as unit:
            passwords.keep(unit, person.person_id, password_hash)
            sessions.end(unit, person.person_id, but=person.session)
            unit.run("accounts/end_links", person=person.person_id)
            accounts.note(unit, person.person_id, "password changed", person.name)

    def use_link(self, secret: str, password_hash: str) -> str:
        """Set a password by a link, end all sessions and tokens of its holder and begin a session; raises LinkOver."""
        with self.store.unit() as unit:
            account = links.use(unit, secret, self.now())
            passwords.keep(unit, account.person_id, password_hash)
            sessions.end(unit, account.person_id)
            tokens.end_all(unit, account.name, account.name)
            session = sessions.begin(unit, account.person_id, self._browser, self.now())
        self.forgive(account.name)
        return session

    def url(self, path: str) -> str:
        """Return the whole address of a page of this server."""
        return f"{self._site.url}{path}"

    async def soon(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do work that waits for the store, while others are answered."""
        return await run_in_threadpool(work, *args, **kwargs)

    def remember(self, answer: R, secret: str) -> R:
        """Have the browser show `secret` from now on."""
        answer.set_cookie(
            self._site.cookie,
            secret,
            max_age=int(sessions.LASTS),
            secure=self._site.public is not None,
            httponly=True,
            samesite="lax",
        )
        return answer

    def forget(self, answer: R) -> R:
        """Have the browser show nothing from now on."""
        secure = self._site.public is not None
        answer.delete_cookie(self._site.cookie, secure=secure, httponly=True, samesite="lax")
        return answer

    def _claimed(self, name: str) -> Key:
        """Return what the attempts under a name count towards.

        A browser in which this person was logged in before counts for itself: whoever guesses at their password from
        elsewhere does not keep them waiting.
        """
        if self._shown:
            with self.store.unit(keep=False) as unit:
                if sessions.was_logged_in(unit, self._shown, name):
                    return "browser", hashed(self._shown)
        # Nobody has a longer name, and long ones are not to fill the memory.
        return "name", accounts.key(name)[: accounts.LONGEST_NAME]
