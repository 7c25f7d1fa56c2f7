"""What the server counts, in the text format of Prometheus."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.server.service import Service

BOUNDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0)


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
    """

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0
    started: int = 0
    ended: int = 0
    lost: int = 0
    faults: int = 0
    builds: int = 0

    def observe(self, seconds: float) -> None:
        """Count a query by the time that it took."""
        self.buckets[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


def exposition(service: Service) -> str:
    """Write all that is counted."""
    return "\n".join([*_counted(service.metrics), *_now(service)]) + "\n"


def _counted(metrics: Metrics) -> Iterator[str]:
    yield "# TYPE plangraph_requests_total counter"
    for (route, status), number in sorted(metrics.requests.items()):
        yield f'plangraph_requests_total{{route="{route}",status="{status}"}} {number}'
    yield "# TYPE plangraph_query_seconds histogram"
    total = 0
    for bound, number in zip([*map(str, BOUNDS), "+Inf"], metrics.buckets, strict=True):
        total += number
        yield f'plangraph_query_seconds_bucket{{le="{bound}"}} {total}'
    yield f"plangraph_query_seconds_sum {metrics.seconds:.6f}"
    yield f"plangraph_query_seconds_count {total}"
    for name in ("started", "ended", "lost"):
        yield f"# TYPE plangraph_workers_{name}_total counter"
        yield f"plangraph_workers_{name}_total {getattr(metrics, name)}"
    for name in ("faults", "builds"):
        yield f"# TYPE plangraph_{name}_total counter"
        yield f"plangraph_{name}_total {getattr(metrics, name)}"


def _now(service: Service) -> Iterator[str]:
    gauges = {
        "plangraph_queries_running": service.turns.running,
        "plangraph_queries_waiting": service.turns.waiting,
        "plangraph_cache_bytes": service.cache.used,
    }
    for name, value in gauges.items():
        yield f"# TYPE {name} gauge"
        yield f"{name} {value}"
    for name in ("hits", "misses"):
        yield f"# TYPE plangraph_cache_{name}_total counter"
        yield f"plangraph_cache_{name}_total {getattr(service.cache, name)}"
