"""What the server counts, in the text format of Prometheus."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Registered = tuple[str, str, str, Callable[[], float | None]]

BOUNDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0)  # seconds


@dataclass
class Metrics:
    """The counters.

    Attributes
    ----------
    requests : Counter
        By route and status.
    buckets : list of int
        How many queries took up to each of :data:`BOUNDS` seconds, and longer.
    seconds : float
        The time that all queries took.
    started, ended, lost : int
        Workers that were started; ended by the server; that died.
    faults, builds : int
        Errors inside; builds that were picked up.
    registered : list
        What other parts of the server count: see :meth:`register`.
    """

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0
    started: int = 0
    ended: int = 0
    lost: int = 0
    faults: int = 0
    builds: int = 0
    registered: list[Registered] = field(default_factory=list)

    def observe(self, seconds: float) -> None:
        """Count a query by the time that it took."""
        self.buckets[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds

    def register(self, name: str, kind: str, text: str, read: Callable[[], float | None]) -> None:
        """Include what another part of the server counts.

        Parameters
        ----------
        name, kind, text : str
            What it is called, ``counter`` or ``gauge``, and what it means.
        read : callable
            Returns its value, or None where it is not known.
        """
        self.registered.append((name, kind, text, read))


def exposition(metrics: Metrics) -> str:
    """Write all that is counted, in the text format 0.0.4 of Prometheus."""
    return "\n".join(_counted(metrics)) + "\n"


def _counted(metrics: Metrics) -> Iterator[str]:
    yield from _head("plangraph_requests_total", "counter", "Requests by route and status.")
    for (route, status), number in sorted(metrics.requests.items()):
        yield f'plangraph_requests_total{{route="{route}",status="{status}"}} {number}'
    yield from _head("plangraph_query_seconds", "histogram", "Seconds that queries took in a worker.")
    total = 0
    for bound, number in zip([*map(str, BOUNDS), "+Inf"], metrics.buckets, strict=True):
        total += number
        yield f'plangraph_query_seconds_bucket{{le="{bound}"}} {total}'
    yield f"plangraph_query_seconds_sum {metrics.seconds:.6f}"
    yield f"plangraph_query_seconds_count {total}"
    yield from _one("plangraph_workers_started_total", "counter", "Workers that were started.", metrics.started)
    yield from _one("plangraph_workers_ended_total", "counter", "Workers that the server ended.", metrics.ended)
    yield from _one("plangraph_workers_lost_total", "counter", "Workers that died.", metrics.lost)
    yield from _one("plangraph_faults_total", "counter", "Errors inside the server.", metrics.faults)
    yield from _one("plangraph_builds_total", "counter", "Builds that were picked up.", metrics.builds)
    for name, kind, text, read in metrics.registered:
        if (value := read()) is not None:
            yield from _one(name, kind, text, value)


def _one(name: str, kind: str, text: str, value: float) -> Iterator[str]:
    yield from _head(name, kind, text)
    yield f"{name} {value}"


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"
