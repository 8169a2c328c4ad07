"""What people decide and what comes to conflict is sent, signed and in order, until it is taken; nothing is lost."""

import pytest

from tests.webhooks.conftest import Desk
from tests.webhooks.receiver import Receiver
from verifier.queue import decisions, opinions
from verifier.queue.record import Seen
from verifier.queue.webhooks import hooks
from verifier.queue.webhooks.deliveries import Deliveries
from verifier.queue.webhooks.hooks import PATIENCE, delay
from verifier.queue.webhooks.sending import Sender


def notes(receiver: Receiver) -> list[str]:
    """What the messages say that came meanwhile."""
    return [message.event["decision"]["note"] for message in receiver.all()]


def test_a_decision_is_sent_with_its_claim_signed_by_the_secret(desk: Desk, receiver: Receiver) -> None:
    desk.decide("before anybody listened")
    secret = desk.hook(receiver.url)
    with desk.store.unit() as unit:
        number = decisions.decide(unit, desk.claim.id, "Ana", "corroborated", Seen(0, "unsourced"), note="page 3")

    desk.deliveries.deliver()

    (message,) = receiver.all()
    assert "/hook?of=tests" == message.path
    assert (True, False) == (message.is_signed(secret), message.is_signed("another"))
    assert ("decision", f"decision-{number}", "1000000") == (
        message.headers["verifier-event"],
        message.headers["verifier-delivery"],
        message.headers["verifier-signature"].partition(",")[0].removeprefix("t="),
    )
    event = message.event
    assert ("decision", f"decision-{number}") == (event["event"], event["id"])
    assert ("Ana", "decide", "corroborated", "page 3") == tuple(
        event["decision"][name] for name in ("person", "kind", "verdict", "note")
    )
    assert (desk.claim.id, "unsourced", "6,150 metric tons") == tuple(
        event["claim"][name] for name in ("id", "verdict", "quote")
    )


def test_what_a_second_reader_is_not_to_see_is_sent_once_they_have_said_what_they_think(
    desk: Desk, receiver: Receiver
) -> None:
    desk.hook(receiver.url)
    with desk.store.unit() as unit:
        first = decisions.decide(unit, desk.claim.id, "Ana", "corroborated", Seen(0, "unsourced"), note="page 3")
        opinions.ask(unit, "Ben", {desk.claim.id: Seen(first, "unsourced")})

    desk.deliveries.deliver()
    before = receiver.all()
    with desk.store.unit() as unit:
        decisions.decide(unit, desk.claim.id, "Cem", "unsourced", Seen(0, "unsourced", asked=first + 1))
    desk.deliveries.deliver()

    told = [message.event["decision"] for message in receiver.all()]
    assert [] == before
    assert [("decide", "page 3"), ("ask", ""), ("opine", "")] == [(row["kind"], row["note"]) for row in told]


def test_what_is_decided_of_many_at_once_is_sent_row_by_row_in_order(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.decide(*map(str, range(12)))

    desk.deliveries.deliver()
    desk.deliveries.deliver()

    assert [*map(str, range(12))] == notes(receiver)


def test_a_new_conflict_is_sent_once_of_each_side_and_only_where_it_is_wanted(desk: Desk, receiver: Receiver) -> None:
    desk.hook(f"{receiver.url}&both")
    desk.hook(f"{receiver.url}&decisions", is_for=(True, False))
    other = desk.reads("two", "5,000 metric tons")
    desk.reads("three", "4,000 metric tons")
    desk.reads("four", "6,150 metric tons")

    desk.deliveries.deliver()
    came = receiver.all()

    told = [(message.event["event"], message.event["claim"]["id"]) for message in came]
    assert {("conflict", desk.claim.id), ("conflict", other.id)} < {*told}
    assert len(told) == len({*told}) == 4
    first = next(message.event for message in came if message.event["claim"]["id"] == other.id)
    assert (desk.claim.id, "6,150 metric tons") == (first["counterpart"]["id"], first["counterpart"]["quote"])
    assert {"/hook?of=tests&both"} == {message.path for message in came}


def test_what_is_not_taken_is_sent_again_later_and_later_before_anything_else(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.decide("first", "second")
    receiver.will(500, 404, 302)

    told = []
    for pause in (0.0, 9.0, 1.0, 39.0, 1.0, 159.0, 1.0):
        desk.now += pause
        desk.deliveries.deliver()
        told.append(notes(receiver))

    assert [["first"], [], ["first"], [], ["first"], [], ["first", "second"]] == told
    assert 0 == desk.listed[0].failures
    with desk.store.unit(keep=False) as unit:
        said = [attempt.failure for attempt in hooks.failed(unit)]
    assert ["it answered 302 (which is not followed)", "it answered 404", "it answered 500"] == said


def test_the_pauses_grow_to_an_hour() -> None:
    assert [10, 40, 160, 640, 2560, 3600, 3600] == [delay(failures) for failures in (1, 2, 3, 4, 5, 6, 100)]


def test_whoever_comes_after_a_crash_goes_on_where_the_other_was_and_waits_as_long(
    desk: Desk, receiver: Receiver
) -> None:
    desk.hook(receiver.url)
    desk.decide("first", "second")
    receiver.will(204, 500)
    desk.deliveries.deliver()
    before = notes(receiver)

    too_early = desk.sending()
    too_early.deliver()
    early = notes(receiver)
    desk.now += 10
    desk.sending().deliver()

    assert (["first", "second"], [], ["second"]) == (before, early, notes(receiver))


def test_one_that_does_not_answer_holds_no_other_up(desk: Desk, receiver: Receiver) -> None:
    desk.hook("http://127.0.0.1:9/gone")
    desk.hook(receiver.url)
    desk.decide("first")

    desk.deliveries.deliver()

    assert ["first"] == notes(receiver)
    assert [1, 0] == [hook.failures for hook in desk.listed]


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 ", b"HTTP/1.1 200 OK\r\nX-Drop: "])
def test_one_that_answers_without_end_is_hung_up_on(desk: Desk, receiver: Receiver, answer: bytes) -> None:
    desk.hook(receiver.url)
    desk.decide("first")
    receiver.will(answer)

    desk.deliveries.deliver()

    assert 1 == desk.listed[0].failures


@pytest.mark.parametrize(
    "answer", [b"", b"no HTTP at all\r\n\r\n", b"HTTP/1.1 999 \r\n\r\n", b"HTTP/1.1 2" + b"0" * 99_999]
)
def test_one_that_speaks_something_else_has_not_taken_it(desk: Desk, receiver: Receiver, answer: bytes) -> None:
    desk.hook(receiver.url)
    desk.decide("first")
    receiver.will(answer)
    receiver.let_go.set()

    desk.deliveries.deliver()

    assert 1 == desk.listed[0].failures


def test_a_long_answer_is_not_read(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.decide("first", "second")
    receiver.will(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nlong")

    desk.deliveries.deliver()

    assert ["first", "second"] == notes(receiver)


def test_while_one_is_paused_nothing_is_sent_and_nothing_is_lost(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.change("paused")
    desk.decide("first")
    desk.deliveries.deliver()
    paused = notes(receiver)

    desk.change("resumed")
    desk.deliveries.deliver()

    assert ([], ["first"]) == (paused, notes(receiver))


def test_one_that_takes_nothing_for_a_day_is_paused_by_itself_and_can_be_resumed(
    desk: Desk, receiver: Receiver
) -> None:
    desk.hook(receiver.url)
    desk.decide("first")
    receiver.will(*[500] * PATIENCE)
    for _ in range(PATIENCE + 3):
        desk.deliveries.deliver()
        desk.now += 3600

    (hook,) = desk.listed
    sent = len(receiver.all())
    desk.change("resumed")
    desk.deliveries.deliver()

    assert (PATIENCE, True, hooks.OURSELVES) == (sent, hook.is_paused, hook.paused_by)
    assert ["first"] == notes(receiver)


def test_what_has_ended_is_sent_nothing(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.decide("first")

    desk.change("ended")

    assert not desk.deliveries.deliver()
    assert [] == receiver.all()


def test_a_server_that_stops_breaks_off_and_counts_it_as_no_failure(desk: Desk, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    desk.decide("first")
    receiver.will(b"")
    deliveries = Deliveries(desk.store, Sender(local=True, lasts=60), lambda: desk.now)
    deliveries.begin()
    receiver.next()

    deliveries.stop()

    assert 0 == desk.listed[0].failures
    desk.sending().deliver()
    assert ["first"] == notes(receiver)


def test_the_thread_sends_once_it_is_poked(desk: Desk, receiver: Receiver) -> None:
    desk.deliveries.begin()
    desk.hook(receiver.url)
    desk.decide("first")

    desk.deliveries.poke()

    assert "first" == receiver.next().event["decision"]["note"]
    desk.deliveries.stop()
