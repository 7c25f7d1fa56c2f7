"""What the kernel lets a worker do; Windows cannot be told."""

from __future__ import annotations

import math
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

CAN_LIMIT = resource is not None
"""Whether the system caps a worker's memory, time and files; elsewhere the guard and the time limit must do."""


def limit_memory(extra: int) -> None:
    """Let the address space grow by so many bytes at most."""
    if not CAN_LIMIT:
        return
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:  # no /proc: the limit then holds for the data as well
        pages = 0
    size = pages * resource.getpagesize() + extra
    _limit(resource.RLIMIT_AS, size, size)
    _limit(resource.RLIMIT_CORE, 0, 0)


def limit_time(seconds: float) -> None:
    """Let the kernel end the process, should nobody be left to do it."""
    if not CAN_LIMIT:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + 4 * seconds + 5)
    _limit(resource.RLIMIT_CPU, soft, resource.getrlimit(resource.RLIMIT_CPU)[1])


def limit_files(*, closed: bool) -> None:
    """Let nothing be opened, so that no query can fetch: a socket is a file to the kernel."""
    if not CAN_LIMIT:
        return
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    _limit(resource.RLIMIT_NOFILE, 0 if closed else hard, hard)


def make_room_for(files: int) -> None:
    """Let so many files be open at once, as far as the system allows."""
    if not CAN_LIMIT:
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    _limit(resource.RLIMIT_NOFILE, min(max(now, files), most), most)


def most_files() -> int | None:
    """Return how many files may be open at once, or None where the system does not say."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] if CAN_LIMIT else None


def _limit(which: int, soft: int, hard: int) -> None:
    try:
        resource.setrlimit(which, (soft, hard))
    except (ValueError, OSError):  # macOS knows no RLIMIT_AS
        return
