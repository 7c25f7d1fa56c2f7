"""What the kernel says of the server's processes, under the names that Prometheus has for it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.server.workers import limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.server.http.metrics import Metrics

SELF = "self"
PAGE = 1024  # bytes of the unit of memory in /proc


def register(metrics: Metrics, forkserver: Callable[[], int | None]) -> None:
    """Register memory, files and time of the server, and the memory of the process that holds the graph.

    Parameters
    ----------
    metrics : Metrics
        What tells it.
    forkserver : callable
        Returns the number of that process.
    """
    start = time.time()
    add = metrics.register
    add("process_resident_memory_bytes", "gauge", "Memory of the server.", lambda: resident(SELF))
    add("process_open_fds", "gauge", "Files and sockets that the server has open.", open_files)
    add("process_max_fds", "gauge", "Files and sockets that it may have open.", limits.most_files)
    add("process_cpu_seconds_total", "counter", "Processor time of the server.", time.process_time)
    add("process_start_time_seconds", "gauge", "When the server started.", lambda: start)
    about = "Memory of the process that holds the graph, which the workers share."
    add("plangraph_graph_memory_bytes", "gauge", about, lambda: resident(forkserver()))


def resident(process: int | str | None) -> int | None:
    """Return the resident memory of a process in bytes, or None where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * PAGE for line in lines if line.startswith("VmRSS")), None)


def open_files() -> int | None:
    """Return how many files and sockets are open."""
    try:
        return len(os.listdir(f"/proc/{SELF}/fd"))  # noqa: PTH208 - names alone, without a Path for each
    except OSError:
        return None
