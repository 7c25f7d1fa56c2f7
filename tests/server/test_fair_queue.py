"""Whose turn it is: nobody takes everything, whoever leaves waits no more, and too many are refused."""

from __future__ import annotations

import pytest
from tests.server.event_loop import run
from tests.server.queueing import Crowd

from plangraph.errors import Busy
from plangraph.server.admission.fair_queue import client_name
from plangraph.server.admission.lanes import LONG, SHORT


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
