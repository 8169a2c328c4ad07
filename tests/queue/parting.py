"""What an editor does to set claims of a topic apart, and looks at afterwards."""

import re
from collections.abc import Iterator

from tests.queue.newsdesk import Desk
from verifier.crosscheck import check
from verifier.listing import stories, story_of

OWN = "oxides, not magnets"
WHY = "they weigh <b>oxides</b>"


def topic_of(desk: Desk, claim_id: str) -> str:
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))
    return str(topic)


def said(desk: Desk, topic: str, step: str, *claims: str, called: str = OWN, why: str = WHY, status: int = 303) -> str:
    """Return where it leads, or the page that answers it; what follows for the verdicts is worked out meanwhile."""
    return desk.send(f"{topic}/partings", status, step=step, called=called, why=why, claim=list(claims))


def apart(desk: Desk, topic: str, *claims: str, called: str = OWN, why: str = WHY, status: int = 303) -> str:
    """Do as `said` and wait until what follows is worked out."""
    answer = said(desk, topic, "apart", *claims, called=called, why=why, status=status)
    desk.wait()
    return answer


def again(desk: Desk, topic: str, *claims: str, why: str = "the same after all", status: int = 303) -> str:
    """Do as `said` and wait until what follows is worked out."""
    answer = said(desk, topic, "joined", *claims, called="", why=why, status=status)
    desk.wait()
    return answer


def changed(desk: Desk, address: str) -> str:
    """Return how many verdicts changed, as the page says to which the person was led."""
    (told,) = re.findall(r"Stored. (\w+) verdicts? changed", desk.get(address))
    return str(told)


def odd_one(desk: Desk) -> str:
    (found,) = desk.listed("?decision=all&q=5,577")
    return found


def lines_of(desk: Desk, claim_id: str) -> Iterator[str]:
    with desk.store.unit(keep=False) as unit:
        yield from stories.lines(story_of(unit, claim_id))


def compared(desk: Desk, claim_id: str) -> str:
    """Return the verdict on a claim that is held against each of the others, as `verify` does for what it reads."""
    with desk.store.unit(keep=False) as unit:
        made = story_of(unit, claim_id).held.claim
        (found,) = (one for one in check(unit, [made.article]) if one.claim.id == claim_id)
        return found.verdict.value
