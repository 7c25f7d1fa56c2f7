"""Answers that are kept: a build never changes, so neither does an answer from it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangraph.server.workers.channel import Reply

SHARE = 8  # one answer takes at most this part (one in so many) of the cache


class Cache:
    """The answers last asked for, up to a number of bytes, each under the build that it was read from.

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
        self._replies: OrderedDict[tuple[str, str], Reply] = OrderedDict()

    def get(self, identity: str, key: str) -> Reply | None:
        """Return an answer that is kept of a build, and of no other."""
        reply = self._replies.get((identity, key))
        if reply is None:
            self.misses += 1
            return None
        self.hits += 1
        self._replies.move_to_end((identity, key))
        return reply

    def takes(self, size: int) -> bool:
        """Check whether an answer of so many bytes would be kept."""
        return size * SHARE <= self.size

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer, at the expense of those that were not asked for longest; one of no build is refused."""
        weight = _weight(key, reply)
        if not self.takes(weight) or not reply.identity:
            return
        place = reply.identity, key
        if (old := self._replies.pop(place, None)) is not None:
            self.used -= _weight(key, old)
        self._replies[place] = reply
        self.used += weight
        while self.used > self.size:
            (_, name), oldest = self._replies.popitem(last=False)
            self.used -= _weight(name, oldest)

    def clear(self) -> None:
        """Forget everything."""
        self._replies.clear()
        self.used = 0


def _weight(key: str, reply: Reply) -> int:
    return 2 * len(key) + len(reply.body) + len(reply.packed or b"") + 1000
