"""Answers that are kept: a build never changes, so neither does an answer from it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangraph.server.wire import Reply

SHARE = 8


class Cache:
    """The answers last asked for, up to a number of bytes.

    Parameters
    ----------
    size : int
        Bytes in all; an answer of more than an eighth of them is not kept.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.used = 0
        self.hits = 0
        self.misses = 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    def get(self, key: str) -> Reply | None:
        """Give a kept answer."""
        reply = self._replies.get(key)
        if reply is None:
            self.misses += 1
            return None
        self.hits += 1
        self._replies.move_to_end(key)
        return reply

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer, at the expense of those that were not asked for longest."""
        weight = _weight(key, reply)
        if weight * SHARE > self.size:
            return
        if (old := self._replies.pop(key, None)) is not None:
            self.used -= _weight(key, old)
        self._replies[key] = reply
        self.used += weight
        while self.used > self.size:
            name, oldest = self._replies.popitem(last=False)
            self.used -= _weight(name, oldest)

    def clear(self) -> None:
        """Forget everything."""
        self._replies.clear()
        self.used = 0


def _weight(key: str, reply: Reply) -> int:
    return 2 * len(key) + len(reply.body) + len(reply.packed or b"") + 1000
