"""The page of a topic shows who said what, and editors tie it to others there."""

import re

from tests.queue.newsdesk import Desk


def test_a_topic_shows_who_said_what_for_which_month_and_marks_what_contradicts(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    page = desk.get(topic)

    assert 'scope="rowgroup">November 2025' in page and 'scope="rowgroup">July 2025' in page
    assert 'class="cross"' in page and 'class="dot"' in page
    assert "July 2025" in page and "conflicting" in page


def test_a_person_can_split_topics_and_the_conflict_is_gone(desk: Desk) -> None:
    desk.be("Edda", "editor")
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))
    tied = re.findall(r'name="other" value="([\w-]+)"', desk.get(topic))

    led = [desk.send(f"{topic}/ties", other=other, relation="other", why="not only magnets") for other in tied]
    desk.wait()

    assert any("verdicts changed" in desk.get(where) for where in led)
    assert "says <bdi>Edda</bdi>: <bdi>not only magnets</bdi>" in desk.get(topic)
    assert len(desk.listed("?verdict=conflicting")) < 4


def test_a_word_on_two_topics_wants_a_reason(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    desk.be("Edda", "editor")

    assert "wants a reason" in desk.send(f"{topic}/ties", 400, other=topic.rpartition("/")[2], relation="same", why=" ")


def test_a_reviewer_finds_no_way_to_tie_topics_and_none_is_open_to_them(desk: Desk) -> None:
    claim_id = desk.listed("?verdict=conflicting&q=6,150")[0]
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', desk.get(f"/claims/{claim_id}")))

    assert "Say so" not in desk.get(topic)
    assert "wants the role editor" in desk.send(f"{topic}/ties", 403, other="x", relation="same", why="so")
