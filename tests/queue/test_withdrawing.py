"""An editor withdraws an article on its page and brings it back there; what that changes is worked out later."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.queue.newsdesk import Desk, desk_on_copy, hidden


@pytest.fixture
def desk(contradicted: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path) as opened:
        yield opened.be("Edda", "editor")


def page_of(desk: Desk, claim_id: str) -> str:
    """Return the address of the page of a claim's article, as the claim's own page has it."""
    page = desk.get(f"/claims/{claim_id}")
    return str(re.findall(rf'href="(/articles/\w+\?claim={claim_id})#passage"', page)[0])


def press(desk: Desk, address: str, step: str) -> str:
    """Press the button of the article's page; return where that leads."""
    fields = hidden(desk.get(address), 'class="withdrawal"')
    return desk.send(f"{address.partition('?')[0]}/withdrawal", 303, step=step, **fields)


def verdicts(desk: Desk) -> list[str]:
    return re.findall(r'data-name="Machine"><span class="verdict (\w+)', desk.get("/?decision=all"))


def test_an_editor_withdraws_an_article_and_its_claims_count_no_more(desk: Desk) -> None:
    odd = desk.listed("?q=5577")[0]
    desk.decide(odd, "unsourced", note="a slip")
    address = page_of(desk, odd)

    led = press(desk, address, "withdraw")

    told = re.sub(r"<[^>]+>", "", desk.get(led))
    assert f"{address}&changed=3" == led and "Stored. 3 verdicts changed." in told
    assert re.search(r"Withdrawn on \d{4}-\d\d-\d\d by Edda: its claims count no more", told)
    assert ["corroborated"] * 2 == verdicts(desk)
    assert "a slip" in desk.get(f"/claims/{odd}") and "was withdrawn on" in desk.get(f"/claims/{odd}")


def test_what_was_withdrawn_is_brought_back_and_counts_as_before(desk: Desk) -> None:
    before, odd = verdicts(desk), desk.listed("?q=5577")[0]
    address = page_of(desk, odd)
    press(desk, address, "withdraw")

    back = desk.get(press(desk, address, "restore"))

    assert "Withdraw this article" in back and "Withdrawn on" not in back
    assert before == verdicts(desk) and odd in desk.listed("?q=5577")


def test_what_was_withdrawn_twice_is_withdrawn_once(desk: Desk) -> None:
    address = page_of(desk, desk.listed("?q=5577")[0])
    fields = hidden(desk.get(address), 'class="withdrawal"')
    press(desk, address, "withdraw")

    desk.be("Eva", "editor").send(f"{address.partition('?')[0]}/withdrawal", 303, step="withdraw", **fields)

    assert "<bdi>Edda</bdi>" in desk.get(address)


def test_a_reviewer_finds_no_way_to_withdraw_and_none_is_open_to_them(desk: Desk) -> None:
    address = page_of(desk.be("Ana"), desk.listed()[0])

    assert "Withdraw" not in desk.get(address)
    assert "wants the role editor" in desk.send(
        f"{address.partition('?')[0]}/withdrawal", 403, step="withdraw", claim="x"
    )
