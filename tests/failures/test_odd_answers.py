"""Answers in the right form that point nowhere, say nothing or make things up: refused, asked about once, and told."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.failures.conftest import Ended, run
from tests.failures.newsroom import Newsroom, article, claim, exports, name_in, place, pointing, town
from tests.failures.wire import Reply, Request, Wire, chat


class Odd(NamedTuple):
    """An answer about a town, what is refused of it, and how many claims there are once it was corrected."""

    answer: Callable[[str], str]
    refused: str
    claims: int


def _figure(*names: str, **changes: Any) -> Callable[[str], str]:
    return lambda name: pointing(exports(name, figures=[*names], **changes))


def _named(**changes: Any) -> Callable[[str], str]:
    return lambda name: pointing(exports(name, **changes))


def _told(statement: str, **changes: Any) -> Callable[[str], str]:
    event = claim("s1", aspect="event", measure="export", statement=statement, **changes)
    return lambda name: pointing(exports(name), event)


DIRT = "\x00 steel\x07 \x1b]0;pwned\x07 \x9b2J \u202e\u200b"
NOWHERE = "pointed at figure “{}”, which does not exist"
REFUSED = {
    "figure-zero": Odd(_figure("f0"), NOWHERE.format("f0"), 1),
    "figure-far": Odd(_figure("f999999999999999999999"), NOWHERE.format("f9+"), 1),
    "figure-negative": Odd(_figure("f-1"), NOWHERE.format("f-1"), 1),
    "figure-minus": Odd(_figure("-f1"), NOWHERE.format("-f1"), 1),
    "figure-decimal": Odd(_figure("f.1"), NOWHERE.format(r"f\.1"), 1),
    "figure-range": Odd(_figure("f1-2"), NOWHERE.format("f1-2"), 1),
    "figure-pair": Odd(_figure("f1,f2"), NOWHERE.format("f1,f2"), 1),
    "figure-mark": Odd(_figure("{f1|2}"), NOWHERE.format("[{(]f1.2[)}]"), 1),
    "figure-name": Odd(_figure("5,000 tonnes"), NOWHERE.format("5,000 tonnes"), 1),
    "figure-dirt": Odd(_figure("f\x001"), NOWHERE.format("f 1"), 1),
    "figure-endless": Odd(_figure("f" * 100_000), NOWHERE.format("f{200}"), 1),
    "figure-is-a-period": Odd(_figure("p1"), NOWHERE.format("p1"), 1),
    "period-is-a-figure": Odd(_named(period="f1"), "pointed at period “f1”, which does not exist", 2),
    "period-far": Odd(_named(period="p9", base_period="p0"), "pointed at period “p9”", 2),
    "sentence-far": Odd(_named(sentence="s999"), "pointed at sentence “s999”", 2),
    "no-figure": Odd(_figure(), "no figure, though it is neither an event nor a rank", 1),
    "no-measure": Odd(_named(measure=""), "gave the claim no measure", 1),
    "mixed": Odd(_figure("f1", "f2"), "though they measure different things", 3),
    "numbers-in-the-measure": Odd(_named(measure="export volume of 77,777 tonnes"), "“77777”, a number the article", 1),
    "numbers-in-the-statement": Odd(_told("It exported 77,777 tonnes."), "wrote a statement with “77777”", 2),
    "names-in-the-statement": Odd(_told("Steel went to Utopia."), "wrote a statement with “Utopia", 3),
    "no-statement": Odd(_told(""), "no statement that could be taken", 2),
    "attribution": Odd(_named(attribution="Reuters"), "named the attribution “Reuters”", 2),
    "item": Odd(_named(item="gold bars"), "named the item “gold bars”", 2),
    "dirt-in-a-name": Odd(_named(actor=DIRT), "named the actor", 2),
}
FINE = {
    "capital": _figure("F1"),
    "blank": _figure("f1 "),
    "brackets": _figure("[f1]"),
    "quotes": _figure("“f1”"),
    "twice": _figure("f1", "f1"),
    "dirt-round-an-id": _figure("\u200bf1\x00"),
    "a-named-nothing": _named(counterparty="N/A", event="", attribution="none"),
    "dirt-in-the-measure": _named(measure="export\x00 volume\u202e"),
}


NAMES = [*REFUSED, *FINE]
TOWNS = {name: town(number) for number, name in enumerate(NAMES)}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Newsroom]:
    answers = {name: odd.answer for name, odd in REFUSED.items()} | FINE
    by_town = {TOWNS[name]: answer for name, answer in answers.items()}

    def play(request: Request, where: str) -> Reply | None:
        return chat(by_town[name_in(request)](name_in(request))) if where == "first" else None

    met = Newsroom(play)
    with Wire(met) as wire:
        folder = tmp_path_factory.mktemp("odd")
        ended = run(folder, wire.url, {f"{name}.txt": article(TOWNS[name]) for name in NAMES}, "--database", ":memory:")
    return ended, met


def test_an_odd_answer_ends_no_run(odd: tuple[Ended, Newsroom]) -> None:
    ended, met = odd

    assert (0, [], []) == (ended.code, ended.complaints, ended.report["unchecked"])
    assert {(TOWNS[name], where): 1 for name in NAMES for where in ("first", "follow-up")} == {
        key: count for key, count in met.asked.items() if key[1] != "reconcile"
    }


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_by_name(odd: tuple[Ended, Newsroom], name: str) -> None:
    refused = [row["why"] for row in odd[0].of("refused", f"{name}.txt")]

    assert any(re.search(REFUSED[name].refused, why) for why in refused), refused
    assert REFUSED[name].claims == len(odd[0].of("claims", f"{name}.txt"))
    assert all(row["what"].isprintable() and len(row["what"]) < 500 for row in odd[0].of("refused", f"{name}.txt"))


@pytest.mark.parametrize("name", FINE)
def test_what_can_be_read_is_taken(odd: tuple[Ended, Newsroom], name: str) -> None:
    claims = odd[0].of("claims", f"{name}.txt")

    assert ["5,000 tonnes", "3,900 people"] == [row["figure"]["text"] for row in claims]
    assert [] == odd[0].of("refused", f"{name}.txt")
    assert "export volume" == claims[0]["topic"]["measure"]


EMPTY = {
    "nothing": (pointing(), pointing(), "3 figures were passed over by the model, also when asked again"),
    "dismissed": (
        pointing(dismissed=["f1", "f2", "f3"]),
        pointing(),
        "3 figures were dismissed by the model, also when asked again",
    ),
    "dismissed at last": (
        pointing(),
        pointing(dismissed=["f1", "f2", "f3"]),
        "3 figures were dismissed by the model, also when asked again",
    ),
}


@pytest.mark.parametrize("name", EMPTY)
def test_an_answer_that_says_nothing_leaves_the_article_unchecked_until_one_says_something(
    tmp_path: Path, name: str
) -> None:
    first, second, words = EMPTY[name]
    mute = Newsroom(lambda _request, where: chat({"first": first, "follow-up": second}.get(where)))
    well = Newsroom()
    one = {"one.txt": article(town(0))}

    with Wire(mute) as wire:
        ended = run(tmp_path, wire.url, one)
    with Wire(well) as wire:
        again = run(tmp_path, wire.url, one)
        offline = run(tmp_path, wire.url, one, "--offline")

    assert (3, [f"{words}."], 2) == (ended.code, ended.why("one.txt"), sum(mute.asked.values()))
    assert (0, 3, 2) == (again.code, len(again.of("claims", "one.txt")), sum(well.asked.values()))
    assert (0, 3) == (offline.code, len(offline.of("claims", "one.txt")))


def test_figures_of_another_part_of_a_long_article_are_not_taken(tmp_path: Path) -> None:
    rows = [f"{town(number)} exported {number + 1_000:,} tonnes of steel." for number in range(300)]
    marks = re.compile(r"\[(s\d+)\] .*?\{(f\d+)\|")

    def answer(request: Request) -> Reply:
        shown = marks.findall(request.messages[1]["content"])
        stray = [] if place(request) == "follow-up" else [claim("s2", "f2" if shown[-1][1] == "f300" else "f299")]
        own = [claim(sentence, figure) for sentence, figure in shown]
        return chat(pointing(*own, *stray))

    with Wire(answer) as wire:
        ended = run(tmp_path, wire.url, {"long.txt": "\n\n".join(rows)}, "--database", ":memory:")

    pointed_out = "".join(request.messages[-1]["content"] for request in wire.requests)
    assert (0, 300) == (ended.code, len(ended.report["claims"]))
    assert {"f2", "f299"} == set(re.findall("you pointed at figure “(f[0-9]+)”, which does not exist", pointed_out))
