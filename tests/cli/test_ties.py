"""`verify ties`: which topics are held to be the same, and a person's word that stands whatever was said before."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier.cli import main
from verifier.listing import stories
from verifier.models import Claim, Topic
from verifier.reconcile import Decided
from verifier.settings import owner

UNNAMED = MAGNETS.model_copy(update={"item": None})
OTHER_WORDS = MAGNETS.model_copy(update={"item": "NdFeB magnets"})


class Tied:
    """Two articles on topics that may be the same, and contradict each other if they are."""

    def __init__(self, path: Path, topic: Topic) -> None:
        one, other = (
            article(name, "Rare earth magnets, NdFeB magnets, and so on.", publisher=f"{name} Paper")
            for name in ("one", "two")
        )
        self.first, self.second = claim(one, "6,150 tonnes"), claim(other, "500 tonnes", topic=topic)
        self.newsroom = Newsroom(path)
        self.newsroom.reads(extraction(one, self.first), extraction(other, self.second))
        self.readings = extraction(one, self.first), extraction(other, self.second)

    def topic(self, made: Claim) -> str:
        return self.newsroom.topics()[made.id]

    def verdict(self) -> str:
        return self.newsroom.kept()[self.first.id].verdict

    def said_by_a_model(self, relation: str) -> None:
        pair = sorted(map(self.topic, (self.first, self.second)))
        said = {"relation": relation, "why": "", "said_by": "model"}
        row: dict[str, object] = {"first_topic": pair[0], "second_topic": pair[1], **said}
        self.newsroom.reads(*self.readings, decided=Decided(ties=(row,)))


@pytest.fixture
def tied(tmp_path: Path) -> Tied:
    """One article names the product, the other none: the names leave it unclear, and they contradict each other."""
    return Tied(tmp_path / "claims.duckdb", UNNAMED)


@pytest.fixture
def apart(tmp_path: Path) -> Tied:
    """The articles name the product in other words, and nobody was asked."""
    return Tied(tmp_path / "claims.duckdb", OTHER_WORDS)


def test_ties_are_told_in_the_words_of_the_articles(run: Run, tied: Tied) -> None:
    ended = run("ties", "--topic", "magnets", "--unclear")

    assert (0, "1 tie\n") == (ended.code, ended.err)
    assert '"export volume, China"' in ended.out
    assert '"export volume of rare earth magnets, China"' in ended.out
    assert "may be the same as" in ended.out
    why = "may be another product: one article says rare earth magnet, the other names none"
    assert f"code, by the wording of the topics: {why}; " in ended.out
    assert tied.topic(tied.first)[:10] in ended.out


@pytest.mark.usefixtures("tied")
def test_topics_without_such_words_are_left_out(run: Run) -> None:
    assert ("", "0 ties\n") == run("ties", "--topic", "tea")[1:]


def test_a_person_s_word_changes_verdicts_and_stands_beside_what_was_said(run: Run, tied: Tied) -> None:
    one, other = tied.topic(tied.first), tied.topic(tied.second)

    ended = run("ties", "--set", one[:8], other[:8], "other", "--why", "Customs count all goods.")

    document = json.loads(run("ties", "--output-format", "json").out)
    (tie,) = document["ties"]
    assert ended.out.endswith(": Customs count all goods; 2 verdicts changed\n")
    assert ("other", "person", owner()) == (tie["relation"], tie["said_by"], tie["person"])
    assert [("unclear", ""), ("other", owner())] == [(word["relation"], word["person"]) for word in tie["said"]]
    assert "unsourced" == tied.verdict()


def test_what_a_person_says_later_wins_and_all_of_it_stays_on_record(run: Run, tied: Tied) -> None:
    one, other = tied.topic(tied.first), tied.topic(tied.second)

    for relation in ("other", "same", "other", "same"):
        run("ties", "--set", one, other, relation, "--why", f"now {relation}")

    listed = run("ties").out
    assert "conflicting" == tied.verdict()
    assert [f": {relation}, {owner()}: now {relation}" for relation in ("other", "same", "other")] == [
        line[17:] for line in listed.splitlines()[2:]
    ]


def test_a_word_said_again_and_one_that_changes_no_verdict_say_so(run: Run, tied: Tied) -> None:
    word = ("ties", "--set", tied.topic(tied.first), tied.topic(tied.second), "same", "--why", "as I know")

    first, again = run(*word), run(*word)

    assert first.out.endswith("as I know; no verdict changed\n")
    assert again.out.endswith("as I know; that was a person's word before: nothing changes\n")
    assert (0, 0, 3) == (first.code, again.code, tied.newsroom.count("moments") + 1)


@pytest.mark.parametrize(
    ("turned", "relation", "stored"),
    [(False, "narrower", "narrower"), (True, "narrower", "broader"), (True, "overlapping", "overlapping")],
)
def test_the_first_is_what_is_said_of_the_second_in_whatever_order_they_are_kept(
    run: Run, apart: Tied, turned: bool, relation: str, stored: str
) -> None:
    one, other = sorted(map(apart.topic, (apart.first, apart.second)))

    run("ties", "--set", *((other, one) if turned else (one, other)), relation, "--why", "as I know")

    (tie,) = json.loads(run("ties", "--output-format", "json").out)["ties"]
    assert (one, other, stored) == (tie["first"]["id"], tie["second"]["id"], tie["relation"])


@pytest.mark.parametrize(
    ("said_by", "why", "told"),
    [
        ("model", "different things; as the model reads it", "different things"),
        ("model", "as the model reads it", ""),
        ("person", "so it is; as the model reads it", "so it is; as the model reads it"),
    ],
)
def test_beside_the_model_it_is_not_said_again_who_reads_it_so(said_by: str, why: str, told: str) -> None:
    assert told == stories.why_told(said_by, why)


def test_topics_nobody_has_tied_can_be_tied_and_no_model_unties_them(run: Run, apart: Tied) -> None:
    ended = run("ties", "--set", apart.topic(apart.first), apart.topic(apart.second), "same", "--why", "NdFeB is that")

    apart.said_by_a_model("other")
    assert "2 verdicts changed" in ended.out
    assert "conflicting" == apart.verdict()


def test_unclear_never_contradicts_where_both_articles_name_the_product(run: Run, apart: Tied) -> None:
    apart.said_by_a_model("same")

    ended = run("ties", "--set", apart.topic(apart.first), apart.topic(apart.second), "unclear", "--why", "who knows")

    assert "2 verdicts changed" in ended.out
    assert "unsourced" == apart.verdict()
    assert " open: " in run("ties", "--unclear").out


def test_what_a_word_would_change_can_be_tried(run: Run, tied: Tied) -> None:
    before = tied.newsroom.path.read_bytes()

    ended = run(
        "ties", "--set", tied.topic(tied.first), tied.topic(tied.second), "other", "--why", "as I know", "--no-save"
    )

    assert ended.out.startswith('if it is said that "')
    assert ended.out.endswith("as I know; 2 verdicts would change; nothing was stored\n")
    assert before == tied.newsroom.path.read_bytes()


def test_the_history_of_a_claim_tells_the_word(run: Run, tied: Tied) -> None:
    run("ties", "--set", tied.topic(tied.first), tied.topic(tied.second), "other", "--why", "Customs count all goods")

    told = run("claims", "--history", tied.first.id).out.splitlines()[-1]

    assert f"unsourced     {owner()} said on " in told
    assert "is something else than" in told
    assert told.endswith(": Customs count all goods; no other article states it in a comparable form")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--set", "zz", "{one}", "same", "--why", "x"),
            "there is no topic 'zz' in the store: `verify ties` lists them",
        ),
        (("--set", "{one}", "{one}", "same", "--why", "x"), "is one topic: a tie takes two"),
        (
            ("--set", "{one}", "{other}", "equal", "--why", "x"),
            "takes one of same, narrower, broader, overlapping, other",
        ),
        (("--set", "{one}", "{other}", "open", "--why", "x"), "takes one of same, narrower, broader"),
        (("--set", "{one}", "{other}", "same"), "--set wants a reason: add --why"),
        (("--set", "{one}", "{other}", "same", "--why", ""), "--why is empty"),
        (("--set", "{one}", "{other}", "same", "--why", "  "), "--why is empty: say in it why"),
        (("--set", "{one}", "{other}"), "expected 3 arguments"),
        (("--why", "x"), "--why is the reason for --set"),
        (("--no-save",), "--no-save is for --set"),
        (("--set", "{one}", "{other}", "same", "--why", "x", "--unclear"), "leave out --topic, --unclear"),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    tied: Tied, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    names = {"one": tied.topic(tied.first), "other": tied.topic(tied.second)}
    before = tied.newsroom.path.read_bytes()

    code = main(["ties", "--database", str(tied.newsroom.path), *(option.format(**names) for option in options)])

    shown = capsys.readouterr()
    assert (2, "") == (code, shown.out)
    assert said in shown.err
    assert before == tied.newsroom.path.read_bytes()
