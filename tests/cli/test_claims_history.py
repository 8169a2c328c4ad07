"""`verify claims --history` and `--as-of`: how the claims of the store came to stand so."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.magnets import TEA, quotes, read_out
from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier.queue.api.shapes import Change


def test_a_claim_s_history_names_what_changed_it(run: Run, store: Path) -> None:
    told = run("claims", "--history", read_out("one", "6,150 metric tons")[1][0].id[:6])

    head, first, second = told.out.splitlines()
    assert head.startswith('one.txt:1:1: conflicting  "6,150 metric tons"')
    assert " UTC  unsourced     first checked: no other article states it in a comparable form" in first
    assert (
        ' UTC  conflicting   another passage contradicts it: two.txt:1:1 says "5,493.9 metric tons"' == second[12 + 9 :]
    )
    assert store.exists()


def test_a_replaced_text_is_told_by_the_claims_on_both_sides(run: Run, newsroom: Newsroom) -> None:
    (_, [first]), (_, [second]) = read_out("one", "6,150 metric tons"), read_out("two", "5,493.9 metric tons")
    newsroom.reads(read_out("two", "8 tons", text="Another text.", topic=TEA)[0])

    gone, turned = (run("claims", "--history", one.id).out.splitlines()[-1] for one in (second, first))

    assert gone.endswith("gone          two.txt holds another text now")
    assert turned.endswith(
        'two.txt holds another text now, which no longer says "5,493.9 metric tons"; '
        "no other article states it in a comparable form"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was 5,493.9\nmetric tons, they say.", 'in which "5,493.9 metric tons" was not found again'),
        ("It was 15,493.9 metric tons.", 'which no longer says "5,493.9 metric tons"'),
    ],
)
def test_a_text_no_longer_says_only_what_does_not_stand_in_it(
    run: Run, newsroom: Newsroom, text: str, told: str
) -> None:
    newsroom.reads(read_out("two", "8 tons", text=text, topic=TEA)[0])

    last = run("claims", "--history", read_out("one", "6,150 metric tons")[1][0].id).out.splitlines()[-1]

    assert f"two.txt holds another text now, {told}; no other article states it in a comparable form" in last


@pytest.mark.usefixtures("store")
def test_a_history_is_data_as_well(run: Run) -> None:
    made = read_out("one", "6,150 metric tons")[1][0]

    document = json.loads(run("claims", "--history", made.id, "--output-format", "json").out)

    assert (made.id, ["first", "article"]) == (document["claim"]["id"], [one["cause"] for one in document["history"]])
    assert Change.model_fields.keys() <= document["history"][1].keys()
    assert ("two.txt", 1, "5,493.9 metric tons") == tuple(
        document["history"][1]["other"][key] for key in ("path", "line", "quote")
    )


def test_a_claim_without_a_verdict_has_no_history_yet(run: Run, newsroom: Newsroom) -> None:
    reading, [made] = read_out("late", "7 tons")
    newsroom.reads(reading, log=False)

    assert "no verdict has been worked out yet" in run("claims", "--history", made.id).out


def test_verdicts_can_be_had_as_they_were(run: Run, newsroom: Newsroom) -> None:
    before, after = (moment.replace(" ", "T") for moment in newsroom.moments())

    then, now = run("claims", "--as-of", before), run("claims", "--as-of", after)

    assert ["6,150 metric tons", "582 tons"] == quotes(then.out)
    assert "conflicting" not in then.out
    assert run("claims").out == now.out


@pytest.mark.usefixtures("store")
def test_before_the_history_begins_there_is_nothing_and_that_is_said(run: Run) -> None:
    ended = run("claims", "--as-of", "2001-01-01")

    assert (0, "") == (ended.code, ended.out)
    assert "what this store knows of its verdicts begins at 20" in ended.err


def test_an_id_that_several_claims_begin_with_is_refused_with_their_ids(run: Run, tmp_path: Path) -> None:
    source = article("many")
    made = [claim(source, f"{number} tons", place=number) for number in range(10, 40)]
    Newsroom(tmp_path / "claims.duckdb").reads(extraction(source, *made))
    first = max({one.id[0] for one in made}, key=lambda letter: sum(one.id[0] == letter for one in made))

    ended = run("claims", "--history", first)

    assert 2 == ended.code
    assert f"{first!r} may be any claim of {min(one.id for one in made if one.id[0] == first)}, " in ended.err
