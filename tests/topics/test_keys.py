"""Names that fold together, and names that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.models import Topic
from verifier.topics import TopicKey, key_of
from verifier.topics.key import name_key, singular
from verifier.topics.names import stands_in
from verifier.topics.words import PLACES

LETTERS = st.text(st.sampled_from("abcdesy'’- .\u2011\u00a0éİßΣ中7"), max_size=20)
PLACES_AND_WORDS = "North South Korean Korea US states the united United buses steel's".split()
NAMES = LETTERS | st.lists(st.sampled_from(PLACES_AND_WORDS)).map(" ".join)


def topic(measure: str = "export volume", item: str | None = "magnets", actor: str | None = "China") -> TopicKey:
    return key_of(Topic(measure=measure, item=item, actor=actor), None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rare earth magnets", "Rare-earth magnet"),
        ("rare earth magnets", "rare\u2011earth\u00a0magnets"),
        ("the United States", "U.S."),
        ("US", "American"),
        ("UK", "Britain"),
        ("Chinese customs", "China's customs"),
        ("General Administration of Customs", "the General Administration of Customs"),
        ("companies", "company"),
        ("boxes", "box"),
        ("buses", "bus"),
        ("greenhouse gases", "greenhouse gas"),
        ("women and children", "woman and child"),
    ],
)
def test_spelling_alone_tells_no_names_apart(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rare earths", "rare earth magnets"),
        ("North Korea", "South Korea"),
        ("the North Korean army", "the South Korean army"),
        ("cars", "electric cars"),
        ("Boeing 737", "Boeing 787"),
        ("Niger", "Nigeria"),
        ("gas", "gas oil"),
        ("news", "new"),
    ],
)
def test_one_word_more_or_less_is_another_name(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("export volume", "exports"),
        ("volume of exports", "export volume"),
        ("number of deaths", "death toll"),
        ("deaths", "people killed"),
        ("total production", "production"),
    ],
)
def test_a_measure_worded_otherwise_is_one_measure(one: str, other: str) -> None:
    assert topic(one).measure == topic(other).measure


@pytest.mark.parametrize(
    ("measure", "dimension", "counted"),
    [
        ("export volume", "mass", "amount"),
        ("exports", "mass", "amount"),
        ("exports", "currency", "value"),
        ("exports", None, ""),
        ("export price", "currency", "price"),
        ("value of output", "currency", "value"),
        ("output value", "currency", "value"),
        ("refining capacity", "percent", ""),
    ],
)
def test_the_words_say_what_is_counted_else_the_unit_does(measure: str, dimension: str | None, counted: str) -> None:
    assert counted == key_of(Topic(measure=measure), dimension).counted


def test_a_topic_with_an_open_field_belongs_to_its_article() -> None:
    unsaid, said = topic(item=None), topic()

    assert unsaid.identity("a") != unsaid.identity("b")
    assert said.identity("a") == said.identity("b")


@pytest.mark.parametrize(("event", "is_open"), [("earthquake", True), ("March ferry accident off Palawan", False)])
def test_a_happening_that_could_be_any_belongs_to_its_article(event: str, is_open: bool) -> None:
    key = key_of(Topic(measure="deaths", event=event), "count")

    assert is_open == key.is_open


def test_the_dead_of_a_happening_are_its_dead_people() -> None:
    event = "March ferry accident off Palawan"

    assert key_of(Topic(measure="deaths", event=event), "count") == key_of(
        Topic(measure="number of people killed", item="people", event=event), "count"
    )


@given(NAMES)
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    once = name_key(name)

    assert once == name_key(once)


@given(st.sampled_from(sorted(PLACES)))
def test_every_form_of_a_country_is_that_country(form: str) -> None:
    assert PLACES[form] == name_key(form) == name_key(f"the {form}") == name_key(name_key(form))


@given(st.builds(Topic, measure=LETTERS, item=NAMES, actor=NAMES, event=LETTERS))
def test_folding_a_topic_twice_changes_nothing(said: Topic) -> None:
    once = key_of(said, None)
    again = key_of(Topic(measure=once.measure, item=once.item, actor=once.actor, event=once.event), None)

    assert (once.measure, once.item, once.actor, once.event) == (again.measure, again.item, again.actor, again.event)


@given(st.text(st.characters(categories=["Ll"]), max_size=12))
def test_a_singular_is_its_own_singular(word: str) -> None:
    assert singular(word) == singular(singular(word))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("united states", "The US said"),
        ("united states", "American farmers"),
        ("south korea", "Korean makers"),
        ("netherlands", "Dutch growers"),
        ("china custom", "Chinese customs said"),
        ("ministry of trade", "so the Ministry of Trade"),
    ],
)
def test_a_name_stands_in_a_text_under_any_of_its_forms(name: str, text: str) -> None:
    assert stands_in(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("united states", "he told us"),
        ("united states", "Latin America"),
        ("south korea", "North Korea"),
        ("mexico", "New Mexico"),
        ("turkey", "roast turkey"),
        ("poland", "wax to polish"),
        ("china", "Indochina"),
        ("ministry of trade", "a ministry, a trade"),
    ],
)
def test_another_word_is_not_the_name(name: str, text: str) -> None:
    assert not stands_in(name, text)
