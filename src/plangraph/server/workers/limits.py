"""What the kernel lets a worker do."""

from __future__ import annotations

import math
import resource
from pathlib import Path


def limit_memory(extra: int) -> None:
    """Let the address space grow by so many bytes at most."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:  # no /proc: the limit then holds for the data as well
        pages = 0
    size = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """Have the kernel end the process, should nobody be left to do it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + 4 * seconds + 5)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def limit_files(*, closed: bool) -> None:
    """Let nothing be opened, so that no query can fetch: a socket is a file to the kernel."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (0 if closed else hard, hard))
