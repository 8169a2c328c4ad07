"""The queue finds claims by words and figures as people type them, and by the headlines it shows."""

from collections.abc import Iterator

import pytest

from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on, reading

TEXTS = {
    "comma": "In November customs counted 6,150 tonnes of rare magnets.",
    "narrow": "Some 7\u202f250 tonnes of the ministry’s ore were lost.",
    "headed": "The port took in 5,493.9 tonnes.",
}
READ = {
    name: reading(name, text, text, **({"title": "China Starts Licensing"} if name == "headed" else {}))
    for name, text in TEXTS.items()
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("store") / "claims.duckdb"
    Newsroom(path).reads(*(extracted for extracted, _ in READ.values()))
    with desk_on(path) as opened:
        yield opened


def found(desk: Desk, typed: str) -> set[str]:
    page = desk.client.get("/", params={"decision": "all", "q": typed}).text
    return {name for name, (_, claim) in READ.items() if f'<td class="claim"><a href="/claims/{claim.id}?' in page}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *((figure, {"comma"}) for figure in ("6150", "6,150", '"6,150"', "6\u202f150", "6 150", '"6150 tonnes"')),
        *((figure, {"narrow"}) for figure in ("7250", "7,250", "“7,250 tonnes”", "ministry's", "ministry’s ore")),
        *((figure, {"headed"}) for figure in ("5493.9", "5,493.9", "China Starts", "china port", "headed 5493")),
        ("magnets november", {"comma"}),
        ('"customs counted" magnets', {"comma"}),
        ('"magnets rare"', set()),
        ("magnets licensing", set()),
        ('"china starts', {"headed"}),
        ("TONNES", set(TEXTS)),
        (' "" , ', set(TEXTS)),
    ],
)
def test_each_word_is_found_wherever_it_stands_and_figures_without_their_commas(
    desk: Desk, typed: str, expected: set[str]
) -> None:
    assert expected == found(desk, typed)


@pytest.mark.parametrize("typed", ["'; drop table claims --", "%", "\\d", "(((", "[a-", "6_150", "x" * 200])
def test_nothing_that_is_typed_is_more_than_words(desk: Desk, typed: str) -> None:
    assert set() == found(desk, typed)
