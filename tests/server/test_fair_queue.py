"""Whose turn it is: who has had least comes first, nobody takes everything, and too many are refused."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.server.event_loop import run

from plangraph.errors import Busy
from plangraph.server.admission import fair_queue
from plangraph.server.admission.fair_queue import FairQueue, client_name
from plangraph.server.admission.lanes import LONG, SHORT
from plangraph.server.settings import Settings

TICKS = 12  # turns of the event loop, after which all is settled


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(fair_queue, "time", made)
    return made


class Crowd:
    """Clients at a queue, each with turns that end when they are told to."""

    def __init__(self, **limits: Any) -> None:
        self.queue = FairQueue(Settings("", **limits))
        self.order: list[str] = []
        self._ends: list[tuple[str, asyncio.Event]] = []

    async def come(self, *clients: str, lane: str = SHORT) -> list[asyncio.Task[None]]:
        came = [asyncio.ensure_future(self._hold(client, lane)) for client in clients]
        await self.settle()
        return came

    async def end(self, client: str) -> None:
        """End the oldest turn of a client."""
        place = next(place for place in self._ends if place[0] == client)
        self._ends.remove(place)
        place[1].set()
        await self.settle()

    async def settle(self) -> None:
        for _ in range(TICKS):
            await asyncio.sleep(0)

    async def had(self, client: str, clock: Clock, seconds: float) -> None:
        """Let a client have had worker time."""
        await self.come(client)
        clock.now += seconds
        await self.end(client)
        self.order.clear()

    async def _hold(self, client: str, lane: str) -> None:
        async with self.queue.turn(client, lane):
            self.order.append(client)
            end = asyncio.Event()
            self._ends.append((client, end))
            await end.wait()


def test_one_client_leaves_one_worker_to_the_others() -> None:
    async def work() -> None:
        crowd = Crowd(workers=3)
        await crowd.come("a", "a", "a")
        assert (crowd.queue.running, crowd.queue.waiting) == (2, 1)
        await crowd.come("b")
        assert crowd.order == ["a", "a", "b"]
        await crowd.end("a")
        assert (crowd.queue.running, crowd.queue.waiting) == (3, 0)

    run(work())


def test_who_leaves_waits_no_more() -> None:
    async def work() -> None:
        crowd = Crowd(workers=3)
        *_, third, fourth = await crowd.come("a", "a", "a", "a")
        third.cancel()
        await crowd.settle()
        assert crowd.queue.waiting == 1
        fourth.cancel()
        await crowd.settle()
        assert crowd.queue.waiting == 0
        alone, stays = await crowd.come("a", "b")
        alone.cancel()
        await crowd.settle()
        assert (crowd.queue.waiting, stays.done()) == (0, False)

    run(work())


def test_a_turn_goes_to_who_stays_where_another_left() -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        _, leaves, _ = await crowd.come("a", "b", "b")
        leaves.cancel()
        await crowd.settle()
        await crowd.end("a")
        assert (crowd.order, crowd.queue.waiting) == (["a", "b"], 0)

    run(work())


def test_one_client_leaves_one_worker_to_the_others_in_both_lanes_together() -> None:
    async def work() -> None:
        crowd = Crowd(workers=4)
        await crowd.come("a", "a", lane=LONG)
        await crowd.come("a", "a")
        assert (crowd.queue.running, crowd.queue.waiting) == (3, 1)

    run(work())


def test_the_long_jobs_of_a_client_leave_one_of_its_turns_to_its_short_ones() -> None:
    async def work() -> None:
        crowd = Crowd(workers=4)
        await crowd.come("a", "a", "a", lane=LONG)
        assert (crowd.queue.running, crowd.queue.waiting_in(LONG), crowd.queue.waiting_in(SHORT)) == (2, 1, 0)
        await crowd.come("a", "a", "a")
        assert (crowd.queue.running, crowd.queue.waiting_in(LONG), crowd.queue.waiting_in(SHORT)) == (3, 1, 2)

    run(work())


def test_one_client_may_have_both_of_two_workers_but_not_for_long_jobs() -> None:
    async def work() -> None:
        crowd = Crowd(workers=2)
        await crowd.come("a", "a", lane=LONG)
        assert (crowd.queue.running, crowd.queue.waiting) == (1, 1)
        await crowd.come("a")
        assert (crowd.queue.running, crowd.queue.waiting) == (2, 1)

    run(work())


@pytest.mark.parametrize(("workers", "taken"), [(2, ["a", "b"]), (3, ["a", "b", "e"]), (4, ["a", "b", "c", "e"])])
def test_long_jobs_of_all_leave_one_worker_to_short_ones_where_there_are_more_than_two(
    workers: int, taken: list[str]
) -> None:
    async def work() -> None:
        crowd = Crowd(workers=workers)
        await crowd.come("a", "b", "c", "d", lane=LONG)
        await crowd.come("e")
        assert crowd.order == taken

    run(work())


def test_short_jobs_leave_the_turns_of_long_ones_free() -> None:
    async def work() -> None:
        crowd = Crowd(workers=3)
        await crowd.come("a")
        await crowd.come("b", "c", lane=LONG)
        assert crowd.order == ["a", "b", "c"]

    run(work())


def test_a_turn_goes_to_who_has_had_least_lately(clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("much", clock, 0.2)
        await crowd.had("little", clock, 0.1)
        await crowd.come("first", "much", "little")
        await crowd.end("first")
        assert crowd.order == ["first", "little"]

    run(work())


def test_what_was_had_long_ago_counts_for_little(clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("once", clock, 0.2)
        clock.now += 3 * fair_queue.HALF_LIFE
        await crowd.had("now", clock, 0.1)
        await crowd.come("first", "now", "once")
        await crowd.end("first")
        assert crowd.order == ["first", "once"]

    run(work())


@pytest.mark.parametrize(("waited", "next_one"), [(0.3, "new"), (0.5, "much")])
def test_half_of_the_time_waited_is_set_against_the_time_had(waited: float, next_one: str, clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("much", clock, 0.2)
        await crowd.come("first", "much")
        clock.now += waited
        await crowd.come("new")
        await crowd.end("first")
        assert crowd.order == ["first", next_one]

    run(work())


@pytest.mark.parametrize(
    ("had", "seconds", "taken"), [(0.25, 0, ["b", "a"]), (0.5, 29.9, ["b"]), (0.5, 30.1, ["b", "a"])]
)
def test_half_of_the_time_had_is_forgotten_in_half_a_minute_and_a_quarter_of_a_second_is_not_heavy(
    had: float, seconds: float, taken: list[str], clock: Clock
) -> None:
    async def work() -> None:
        crowd = Crowd(workers=2)
        await crowd.had("b", clock, 10.0)
        await crowd.had("a", clock, had)
        clock.now += seconds
        await crowd.come("b", "a")
        assert crowd.order == taken

    run(work())


def test_where_one_waits_for_several_turns_the_oldest_counts(clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("much", clock, 0.2)
        await crowd.come("first", "much")
        clock.now += 0.5
        await crowd.come("much", "new")
        await crowd.end("first")
        assert crowd.order == ["first", "much"]

    run(work())


@pytest.mark.parametrize("lane", [SHORT, LONG])
def test_the_only_worker_is_for_everybody(lane: str, clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("heavy", clock, 10.0)
        await crowd.come("heavy", lane=lane)
        assert crowd.order == ["heavy"]

    run(work())


def test_heavy_clients_together_leave_one_worker_to_the_others(clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=2)
        for client in ("heavy", "other"):
            await crowd.had(client, clock, 2 * fair_queue.HEAVY)
        await crowd.come("heavy", "other")
        assert crowd.order == ["heavy"]
        await crowd.come("light")
        assert crowd.order == ["heavy", "light"]
        await crowd.end("heavy")
        assert crowd.order == ["heavy", "light", "other"]
        assert crowd.queue.running == 2

    run(work())


def test_as_many_of_one_client_wait_as_the_limit_says_and_no_more() -> None:
    async def work() -> None:
        crowd = Crowd(workers=1, client_queue=2)
        await crowd.come("a", "a", "a", "b")
        (refused,) = await crowd.come("a")
        assert crowd.queue.waiting == 3
        with pytest.raises(Busy, match=r"client-queue allows, 2"):
            await refused

    run(work())


def test_as_many_of_all_wait_as_the_limit_says_and_no_more() -> None:
    async def work() -> None:
        crowd = Crowd(workers=1, queue=2)
        await crowd.come("a", "b", "c")
        (refused,) = await crowd.come("d")
        assert crowd.queue.waiting == 2
        with pytest.raises(Busy, match=r"queue allows, 2"):
            await refused
        for client in ("a", "b", "c"):
            await crowd.end(client)
        assert (crowd.queue.running, crowd.queue.waiting) == (0, 0)

    run(work())


@pytest.mark.parametrize(("others", "next_one"), [(9_997, "little"), (9_998, "much")])
def test_ten_thousand_clients_are_remembered(others: int, next_one: str, clock: Clock) -> None:
    async def work() -> None:
        crowd = Crowd(workers=1)
        await crowd.had("much", clock, 0.2)
        for number in range(others):
            async with crowd.queue.turn(f"other {number}"):
                pass
        await crowd.had("little", clock, 0.1)
        await crowd.come("first", "little", "much")
        await crowd.end("first")
        assert crowd.order == ["first", next_one]

    run(work())


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("a-name", "a-name"),
    ],
)
def test_a_client_is_its_address_and_in_ipv6_its_network(host: str, name: str) -> None:
    assert client_name(host) == name
