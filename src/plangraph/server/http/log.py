"""The server's log on standard output: JSON, one object a line, in a form that no request can forge.

A pipe that nobody reads blocks whoever writes to it. So a thread of its own writes, what waits for it is bounded, and
what finds no room is counted and not written.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import select
import threading
import time
from contextlib import suppress
from typing import Any

ROOM = 10_000  # entries that wait to be written
AT_ONCE = 200  # entries that are written together
PARTING = 2.0  # seconds that the last entries are given when the server stops

access = logging.getLogger("plangraph.access")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def stamp() -> str:
    """Return the time as the log tells it: UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class LogWriter(logging.Handler):
    """Writes entries to a file descriptor without ever making the one who logs wait.

    Parameters
    ----------
    descriptor : int
        Where to write.
    room : int
        How many entries may wait.
    """

    def __init__(self, descriptor: int, room: int = ROOM) -> None:
        super().__init__()
        self._refused = 0  # counted by those who log
        self._lost = 0  # and this by the thread that writes
        self._told = 0
        self._descriptor = descriptor
        self._waiting: queue.Queue[str | None] = queue.Queue(room)
        self._thread = threading.Thread(target=self._write_all, name="log", daemon=True)
        self._thread.start()

    @property
    def dropped(self) -> int:
        """How many entries found no room, or could not be written."""
        return self._refused + self._lost

    def emit(self, record: logging.LogRecord) -> None:
        """Queue an entry, or count it as dropped."""
        try:
            self._waiting.put_nowait(_line(record))
        except queue.Full:
            self._refused += 1

    def close(self) -> None:
        """Return what waits a last moment to be written."""
        with suppress(queue.Full):
            self._waiting.put_nowait(None)
        self._thread.join(PARTING)
        super().close()

    def _write_all(self) -> None:
        while True:
            lines = [self._waiting.get()]
            with suppress(queue.Empty):
                while len(lines) < AT_ONCE:
                    lines.append(self._waiting.get_nowait())
            self._write([line for line in lines if line is not None])
            if None in lines:
                return

    def _write(self, lines: list[str]) -> None:
        missing = self.dropped - self._told
        if missing:
            lines = [_encode({"time": stamp(), "dropped": missing}), *lines]
        try:
            _write_whole(self._descriptor, "".join(f"{line}\n" for line in lines).encode())
            self._told += missing
        except OSError:  # the reader is gone
            self._lost += len(lines) - bool(missing)


def _write_whole(descriptor: int, data: bytes) -> None:
    while data:
        try:
            data = data[os.write(descriptor, data) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def _line(record: logging.LogRecord) -> str:
    if record.name == access.name:
        return record.getMessage()
    entry: dict[str, Any] = {"time": stamp(), "level": record.levelname.lower(), "message": record.getMessage()}
    if record.exc_info:
        entry["fault"] = repr(record.exc_info[1])
    return _encode(entry)


def slow(client: str, text: str, seconds: float) -> None:
    """Log a query that took long, whether it was answered or ended."""
    access.warning(_encode({"time": stamp(), "client": client, "slow": text, "query_ms": round(seconds * 1000)}))


def begin(descriptor: int = 1, level: str = "info") -> LogWriter:
    """Write the access log, and what the libraries warn of, from now on.

    Parameters
    ----------
    descriptor : int
        Where to write.
    level : str
        What is worth an entry: ``info``, ``warning`` or ``error``.
    """
    writer = LogWriter(descriptor)
    writer.setLevel(level.upper())
    logging.captureWarnings(capture=True)
    logging.getLogger().addHandler(writer)
    access.addHandler(writer)
    access.setLevel(logging.INFO)
    access.propagate = False
    return writer


def end(writer: LogWriter) -> None:
    """Write what waits, and no more."""
    logging.getLogger().removeHandler(writer)
    access.removeHandler(writer)
    writer.close()
