"""Answers too large for memory: written to a file by the worker, and read from it as fast as the client takes them."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SPILL = 256 * 1024  # bytes; a longer answer goes by a file
TIRING = 4 * 1024 * 1024  # bytes of an answer after which a worker, which keeps the memory it needed, is replaced
PIECE = 64 * 1024  # bytes that are read at once


class Spilled:
    """An answer in a file without a name, which is gone when it is closed.

    Parameters
    ----------
    descriptor : int
        The file.
    size : int
        Bytes of the answer.
    """

    def __init__(self, descriptor: int, size: int) -> None:
        self.size = size
        self.on_close: Callable[[], object] = bool
        self._descriptor = descriptor

    def piece(self, start: int) -> bytes:
        """Read from a place on, at most :data:`PIECE` bytes."""
        return _read_at(self._descriptor, PIECE, start)

    def add(self, piece: bytes) -> None:
        """Write a piece at the end."""
        fill(self._descriptor, piece)

    def whole(self) -> bytes:
        """Read all of it."""
        return _read_at(self._descriptor, self.size, 0)

    def close(self) -> None:
        """Return the file back."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)
            self.on_close()

    __del__ = close


def _read_at(descriptor: int, size: int, start: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(descriptor, size, start)
    os.lseek(descriptor, start, os.SEEK_SET)  # Windows; nobody else reads this file
    return os.read(descriptor, size)


def new_file() -> int:
    """Open a file without a name, where the system keeps what is passing (``TMPDIR``)."""
    with tempfile.TemporaryFile(buffering=0) as file:
        return os.dup(file.fileno())


def fill(descriptor: int, body: bytes) -> None:
    """Write an answer."""
    view = memoryview(body)
    while view:
        view = view[os.write(descriptor, view) :]
