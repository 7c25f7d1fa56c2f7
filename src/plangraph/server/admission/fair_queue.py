"""Whose turn it is: workers are shared between clients, by the time that each has had of them lately."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict, deque
from contextlib import asynccontextmanager
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from plangraph.errors import Busy, Unavailable
from plangraph.server.admission.lanes import LONG, SHORT
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from plangraph.server.settings import Settings

Place = tuple[str, str]  # a client and a lane

HALF_LIFE = 30.0  # seconds
HEAVY = 0.25  # seconds
REMEMBERED = 10_000  # clients


class FairQueue:
    """A queue that no client can fill and workers that no client can take.

    A turn goes to the waiting client that has had the least worker time lately. One client has at most all workers
    but one, and both of two; and clients that have lately had more than :data:`HEAVY` seconds together leave one worker
    to the others. Who shares an address with others is one client: so each client has two lanes with queues and worker
    time of their own, and long jobs leave one worker to short ones, of each client and, where there are more than two,
    of all.

    Parameters
    ----------
    settings : Settings
        The limits.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._share = max(1, settings.workers - 1)
        self._own = min(settings.workers, max(2, self._share))  # of one client, and of all their long jobs
        self._most = {LONG: max(1, self._own - 1), SHORT: self._own}  # of one client in a lane
        self._running = Counter[Place]()
        self._heavy = 0
        self._waiting: dict[Place, deque[tuple[float, asyncio.Future[bool]]]] = {}
        self._usage: OrderedDict[Place, tuple[float, float]] = OrderedDict()

    @property
    def running(self) -> int:
        """How many turns are taken."""
        return self._running.total()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._waiting.values()))

    def waiting_in(self, lane: str) -> int:
        """Return how many wait in a lane."""
        return sum(len(places) for (_, other), places in self._waiting.items() if other == lane)

    @asynccontextmanager
    async def turn(self, client: str, lane: str = SHORT) -> AsyncIterator[None]:
        """Wait for a turn and hold it.

        Parameters
        ----------
        client, lane : str
            Whose turn, and in which lane.

        Raises
        ------
        Busy
            If too many wait already, of this client or of all.
        Unavailable
            If the turn does not come in time.
        """
        place = client, lane
        heavy = await self._enter(place)
        start = time.monotonic()
        try:
            yield
        finally:
            self._remember(place, time.monotonic() - start)
            self._release(place, heavy=heavy)

    async def _enter(self, client: Place) -> bool:
        own = len(self._waiting.get(client, ()))
        if not own and self._may_run(client):
            return self._grant(client)
        self._refuse_beyond(own)
        place: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append((time.monotonic(), place))
        try:
            async with asyncio.timeout(self._settings.queue_time):
                return await place
        except TimeoutError:
            if not place.cancelled():  # the turn came as the time ran out
                return place.result()
            raise Unavailable(
                Words(
                    f"順番を待つ時間が上限 queue-time（{self._settings.queue_time:g} 秒）を超えました",
                    f"the question waited longer than the limit queue-time, {self._settings.queue_time:g} seconds",
                )
            ) from None
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # the turn came as the client went
                self._release(client, heavy=place.result())
            raise
        finally:
            self._leave_queue(client, place)

    def _refuse_beyond(self, own: int) -> None:
        if own >= self._settings.client_queue:
            raise Busy(
                Words(
                    f"順番を待っている質問が、一人あたりの上限 client-queue（{own} 件）に達しています",
                    f"you have as many questions waiting as the limit client-queue allows, {own}",
                )
            )
        if self.waiting >= self._settings.queue:
            raise Busy(
                Words(
                    f"順番を待っている質問が、全体の上限 queue（{self._settings.queue} 件）に達しています",
                    f"as many questions are waiting as the limit queue allows, {self._settings.queue}",
                )
            )

    def _leave_queue(self, client: Place, place: asyncio.Future[bool]) -> None:
        own = self._waiting.get(client)
        if own is not None:
            own = deque(entry for entry in own if entry[1] is not place)
            if own:
                self._waiting[client] = own
            else:
                del self._waiting[client]

    def _next(self) -> None:
        while ready := [client for client in self._waiting if self._may_run(client)]:
            client = min(ready, key=self._rank)
            _, place = self._waiting[client].popleft()
            if not self._waiting[client]:
                del self._waiting[client]
            if not place.done():
                place.set_result(self._grant(client))

    def _grant(self, client: Place) -> bool:
        """Return a turn; return whether it counts among those of heavy clients."""
        heavy = self._is_heavy(client)
        self._running[client] += 1
        self._heavy += heavy
        return heavy

    def _release(self, client: Place, *, heavy: bool) -> None:
        self._running -= Counter({client: 1})
        self._heavy -= heavy
        self._next()

    def _may_run(self, client: Place) -> bool:
        name, lane = client
        turns = [
            (self.running, self._settings.workers),
            (self._running[client], self._most[lane]),
            (sum(self._running[name, each] for each in (SHORT, LONG)), self._own),
        ]
        if lane == LONG:
            turns.append((self._in_lane(LONG), self._own))
        if self._is_heavy(client):
            turns.append((self._heavy, self._share))
        return all(taken < most for taken, most in turns)

    def _in_lane(self, lane: str) -> int:
        return sum(number for (_, other), number in self._running.items() if other == lane)

    def _rank(self, client: Place) -> float:
        """Rank by worker time had lately, less half of the time waited, so that nobody waits for ever."""
        return self._used(client) - (time.monotonic() - self._waiting[client][0][0]) / 2

    def _is_heavy(self, client: Place) -> bool:
        return self._used(client) > HEAVY

    def _used(self, client: Place) -> float:
        if client not in self._usage:
            return 0.0
        used, when = self._usage[client]
        return float(used * 0.5 ** ((time.monotonic() - when) / HALF_LIFE))

    def _remember(self, client: Place, seconds: float) -> None:
        self._usage[client] = (self._used(client) + seconds, time.monotonic())
        self._usage.move_to_end(client)
        while len(self._usage) > REMEMBERED:
            self._usage.popitem(last=False)


def client_name(host: str) -> str:
    """Name a client by its address; an IPv6 client by its network, of which it has all addresses."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return host
