"""Promises of the throttle: guessing becomes slow, whoever is guessed at is never shut out for good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.queue.throttle import FREE, LONGEST, Throttle

ANA = ("name", "ana")
OFFICE, ELSEWHERE = ("place", "10.0.0.9"), ("place", "10.0.0.10")


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    return Throttle(clock)


def test_a_few_attempts_are_free_and_then_each_waits_twice_as_long(clock: Clock, throttle: Throttle) -> None:
    free = [throttle.begin(ANA, OFFICE) for _ in range(FREE["name"])]
    waits = []
    for _ in range(4):
        waits.append(throttle.begin(ANA, OFFICE))
        clock.now += waits[-1]
        assert 0 == throttle.begin(ANA, OFFICE)

    assert [0.0] * FREE["name"] == free
    assert [1.0, 2.0, 4.0, 8.0] == waits


def test_one_name_is_slowed_down_wherever_the_guesses_come_from(throttle: Throttle) -> None:
    for number in range(FREE["name"]):
        throttle.begin(ANA, ("place", str(number)))

    assert throttle.begin(ANA, ELSEWHERE) > 0


def test_one_place_is_slowed_down_whoever_is_guessed_at(throttle: Throttle) -> None:
    for number in range(FREE["place"]):
        throttle.begin(("name", str(number)), OFFICE)

    assert throttle.begin(ANA, OFFICE) > 0
    assert 0 == throttle.begin(ANA, ELSEWHERE)


def test_attempts_at_the_same_time_gain_nothing(throttle: Throttle) -> None:
    begun = [throttle.begin(ANA, OFFICE) for _ in range(100)]

    assert FREE["name"] == begun.count(0.0)


def test_who_gets_in_starts_anew_and_does_not_use_up_the_place(throttle: Throttle) -> None:
    for _ in range(10 * FREE["place"]):
        assert 0 == throttle.begin(ANA, OFFICE)
        throttle.succeed(ANA, OFFICE)

    assert 0 == throttle.failures(ANA)


def test_one_who_gets_in_does_not_wipe_out_the_guesses_of_their_place(throttle: Throttle) -> None:
    for number in range(FREE["place"] - 1):
        throttle.begin(("name", str(number)), OFFICE)
    throttle.begin(ANA, OFFICE)
    throttle.succeed(ANA, OFFICE)

    throttle.begin(("name", "next"), OFFICE)

    assert throttle.begin(("name", "and another"), OFFICE) > 0


def test_all_is_forgotten_after_an_hour(clock: Clock, throttle: Throttle) -> None:
    for _ in range(FREE["name"]):
        throttle.begin(ANA, OFFICE)

    clock.now += 3601

    assert (0.0, 1) == (throttle.begin(ANA, OFFICE), throttle.failures(ANA))


def test_a_million_names_do_not_fill_the_memory(throttle: Throttle) -> None:
    for number in range(20_001):
        throttle.begin(("name", str(number)), ("place", str(number)))

    assert len(throttle._tries) <= 10_000


@given(gaps=st.lists(st.integers(0, 400), max_size=40))
def test_nobody_ever_waits_longer_than_is_said(gaps: list[int]) -> None:
    clock = Clock()
    throttle = Throttle(clock)

    waits = []
    for gap in gaps:
        clock.now += gap
        waits.append(throttle.begin(ANA, OFFICE))

    assert all(0 <= wait <= LONGEST for wait in waits)
