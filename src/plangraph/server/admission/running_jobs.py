"""What is being answered now, for whoever runs the server to see and to end."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from plangraph.errors import Unavailable
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from plangraph.server.workers.channel import Job, Reply

TEXT = 2000  # characters of a query that are kept
ENDED = Words("サーバーの運用者がこの問い合わせを終わらせました", "whoever runs the server has ended this query")


@dataclass
class Entry:
    """A job that somebody waits for.

    Attributes
    ----------
    number : int
        What it is called by.
    client, lane : str
        For whom, and in which lane.
    text : str
        The query, or the question with its values.
    since : float
        When it came (monotonic clock).
    began : float or None
        When a worker began with it.
    """

    number: int
    client: str
    lane: str
    text: str
    since: float
    began: float | None = None
    task: asyncio.Task[Reply] | None = None

    def told(self) -> dict[str, Any]:
        """Return it as plain values, with the seconds that it has waited or run."""
        now = time.monotonic()
        return {
            "number": self.number,
            "client": self.client,
            "state": "waiting" if self.began is None else "running",
            "seconds": round(now - (self.since if self.began is None else self.began), 1),
            "query": self.text,
        }


class RunningJobs:
    """The jobs that somebody waits for."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._entries: dict[int, Entry] = {}

    async def watch(
        self, client: str, lane: str, job: Job, work: Callable[[Entry], Coroutine[Any, Any, Reply]]
    ) -> Reply:
        """Await a job that may be ended from outside.

        Raises
        ------
        Unavailable
            If it was.
        """
        entry = Entry(next(self._numbers), client, lane, text_of(job), time.monotonic())
        self._entries[entry.number] = entry
        entry.task = asyncio.ensure_future(work(entry))
        try:
            return await entry.task
        except asyncio.CancelledError:
            own = asyncio.current_task()
            if own is None or own.cancelling():  # the client left
                raise
            raise Unavailable(ENDED) from None
        finally:
            del self._entries[entry.number]

    def listed(self) -> list[dict[str, Any]]:
        """Return all as plain values, the oldest first."""
        return [entry.told() for entry in self._entries.values()]

    def end(self, number: int) -> bool:
        """End one; return whether it was there."""
        entry = self._entries.get(number)
        return entry is not None and entry.task is not None and entry.task.cancel()


def text_of(job: Job) -> str:
    """Return the text by which people know a job: the query, or what it is called with its values."""
    return str(job.arguments.get("text", job.key))[:TEXT]
