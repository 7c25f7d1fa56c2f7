"""Clients at a fair queue, by a clock that goes when it is told to."""

from __future__ import annotations

import asyncio
from typing import Any

from plangraph.server.admission.fair_queue import FairQueue
from plangraph.server.admission.lanes import SHORT
from plangraph.server.settings import Settings

TICKS = 12  # turns of the event loop, after which all is settled


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


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
