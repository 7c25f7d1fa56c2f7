"""Whose turn it is by the time that each has had and waited: who has had least lately comes first."""

from __future__ import annotations

import pytest
from tests.server.event_loop import run
from tests.server.queueing import Clock, Crowd

from plangraph.server.admission import fair_queue
from plangraph.server.admission.lanes import LONG, SHORT


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(fair_queue, "time", made)
    return made


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
