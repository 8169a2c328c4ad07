"""Promises of claims that are set apart, when another text takes the place of theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.queue.newsdesk import Desk, desk_on, desk_on_copy
from tests.queue.parting import OWN, again, apart, changed, compared, lines_of, odd_one, topic_of
from verifier.crosscheck import history
from verifier.exports import everything
from verifier.exports.loading import load
from verifier.pipeline import hold
from verifier.store import Store


@pytest.fixture
def desk(contradicted: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path) as opened:
        yield opened.be("Edda", "editor")


@pytest.mark.parametrize(
    "text",
    [
        "5,577 tonnes. A typo elsewhere was mended.",
        "A sentence came before. 5,577  tonnes.",
        "5,577 tonnes. As said above, 5,577 tonnes.",
    ],
)
def test_it_stands_when_the_same_words_stand_in_a_new_text_of_the_source(desk: Desk, text: str) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    replace_text(desk, text)

    new = odd_one(desk)
    assert [] == desk.listed("?verdict=conflicting") and own == topic_of(desk, new) and odd != new
    assert "unsourced" == compared(desk, new)
    assert 1 == desk.get(topic).count("set 1 claim apart from") and "is not found in it" not in desk.get(topic)
    led = again(desk, own, new)
    assert led.startswith(f"{topic}?") and "3" == changed(desk, led)
    assert 3 == len(desk.listed("?verdict=conflicting"))


def test_the_history_of_the_new_claim_says_who_said_it_of_the_earlier_text(desk: Desk) -> None:
    odd = odd_one(desk)
    apart(desk, topic_of(desk, odd), odd)
    before = [*lines_of(desk, odd)]

    replace_text(desk, "5,577 tonnes. Mended.")

    (told,) = lines_of(desk, odd_one(desk))
    assert f'it stands apart as "{OWN}", as Edda said on 20' in told and "of the same in an earlier text" in told
    assert before == [*lines_of(desk, odd)][:-1]


def test_it_stands_in_a_store_that_is_read_back_from_its_lines_and_in_the_next_text_there(
    desk: Desk, tmp_path: Path
) -> None:
    odd = odd_one(desk)
    own = apart(desk, topic_of(desk, odd), odd).partition("?")[0]
    replace_text(desk, "5,577 tonnes. Mended.")
    file, copy = tmp_path / "everything.jsonl", tmp_path / "copy.duckdb"
    with desk.store.unit(keep=False) as unit:
        file.write_bytes(b"".join(piece.data for piece in everything.lines(unit)))

    with Store(copy) as store, store.unit() as unit:
        load(unit, file)

    with desk_on(copy) as other:
        other.be("Edda", "editor")
        for text in ("5,577 tonnes. Mended.", "5,577 tonnes. Mended again."):
            replace_text(other, text)
            assert own == topic_of(other, odd_one(other)) and [] == other.listed("?verdict=conflicting")


def test_it_stands_in_a_third_text_and_in_the_first_when_that_comes_back(desk: Desk) -> None:
    odd = odd_one(desk)
    own = apart(desk, topic_of(desk, odd), odd).partition("?")[0]

    for text in ("5,577 tonnes. Mended.", "Nothing of the kind.", "5,577 tonnes. Mended again.", "5,577 tonnes"):
        replace_text(desk, text)

        assert [] == desk.listed("?verdict=conflicting")
    assert own == topic_of(desk, odd_one(desk)) and odd == odd_one(desk)


def test_what_was_joined_again_stays_joined_in_a_new_text_also_where_an_older_one_was_apart(desk: Desk) -> None:
    first = odd_one(desk)
    topic = topic_of(desk, first)
    own = apart(desk, topic, first).partition("?")[0]
    replace_text(desk, "5,577 tonnes. Mended.")
    again(desk, own, odd_one(desk))

    for text in ("5,577 tonnes. Mended again.", "5,577 tonnes"):
        replace_text(desk, text)

        assert topic == topic_of(desk, odd_one(desk)) and 3 == len(desk.listed("?verdict=conflicting"))


def test_where_the_new_text_says_it_in_other_words_both_topics_say_so(desk: Desk) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    replace_text(desk, "5,577,000 kg")

    for path in (topic, own):
        assert "is not found in it, which <bdi>Edda</bdi> set apart on 20" in desk.get(path)
    new = desk.listed("?decision=all&q=5,577")[0]
    apart(desk, topic, new)
    assert "is not found in it" not in desk.get(topic)


def replace_text(desk: Desk, text: str) -> None:
    """Store another text under the name of the article with the odd claim."""
    source = article("number 1", text, publisher="Paper 1")
    words = next((words for words in ("5,577 tonnes", "5,577  tonnes", "5,577,000 kg") if words in text), None)
    reading = extraction(source, *([claim(source, words)] if words else []))
    with desk.store.unit() as unit:
        hold(unit, [reading], [reading])
        history.update(unit)
        history.log(unit)
