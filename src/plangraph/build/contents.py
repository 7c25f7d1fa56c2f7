"""What a build's lines hold, graph by graph.

A build is written as N-Quads (W3C), one quad a line, sorted and without repeats; whatever is said of it, its sizes,
digests, is read off those lines.
"""

from __future__ import annotations

import hashlib
import heapq
import tempfile
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeVar

from plangraph.namespaces import RDF
from plangraph.store.terms import RdfFormat, read_nquads, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import IO

    from plangraph.store.terms import Quad

Item = TypeVar("Item")
TYPE = f"<{RDF.type}>".encode()
TYPED = b" %s <" % TYPE
IN_MEMORY = 200_000
"""How many lines are kept in memory while they are sorted; a city of 1.5 million people has 120,000."""
AT_ONCE = 20_000
"""How many quads or lines are worked on at once."""


@dataclass(frozen=True)
class Summary:
    """How much one graph holds.

    Attributes
    ----------
    triples : int
        The number of its quads.
    digest : str
        A digest of them: graphs with the same digest say the same.
    classes : mapping of str to int
        The number of things of each class (IRI).
    again : mapping of str to int
        Of how many of them another graph that was summed with it tells, too, and has them counted.
    """

    triples: int
    digest: str
    classes: Mapping[str, int]
    again: Mapping[str, int] = field(default_factory=dict)


class Sorted(ExitStack):
    """Quads as lines of N-Quads, sorted and without repeats; of many, most wait on the disk.

    Parameters
    ----------
    folder : Path
        Where they wait, until this context is left.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lines: set[bytes] = set()
        self._waiting: list[IO[bytes]] = []

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads.

        Raises
        ------
        OSError
            If the disk does not take them.
        """
        self._lines.update(_lines(quads))
        if len(self._lines) > IN_MEMORY:
            waiting = self.enter_context(tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115 - entered
            waiting.writelines(sorted(self._lines))
            self._waiting.append(waiting)
            self._lines = set()

    def add_from(self, quads: list[Quad]) -> None:
        """Remove quads from a list, and add them."""
        for some in drained(quads):
            self.add(some)

    def __iter__(self) -> Iterator[bytes]:
        here = sorted(self._lines)
        if not self._waiting:
            return iter(here)
        for waiting in self._waiting:
            waiting.seek(0)
        return (line for line, _ in groupby(heapq.merge(*self._waiting, here)))


@dataclass
class _Sum:
    triples: int = 0
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    classes: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)


class Summing:
    """How much each graph holds, added up line by line."""

    def __init__(self) -> None:
        self._sums: dict[str, _Sum] = defaultdict(_Sum)
        self._told = b""

    def add(self, lines: Sequence[bytes]) -> None:
        """Add lines of N-Quads, which come in their order: what several graphs tell stands together."""
        for name, some in contents(lines).items():
            so_far = self._sums[name]
            so_far.triples += len(some)
            so_far.digest.update(b"".join(some))
            so_far.classes.update(kind for line in some if TYPED in line for kind in _classes(line))
        for line in lines:
            if TYPED in line:
                told, graph = _parts(line)
                if told == self._told:
                    self._sums[graph.decode()].again.update(_classes(line))
                self._told = told

    def summaries(self) -> dict[str, Summary]:
        """Return how much each graph (IRI) holds, by name."""
        return {
            name: Summary(
                each.triples,
                each.digest.hexdigest(),
                dict(sorted(each.classes.items())),
                dict(sorted(each.again.items())),
            )
            for name, each in sorted(self._sums.items())
        }


def to_lines(quads: Iterable[Quad]) -> list[bytes]:
    """Write quads as lines of N-Quads, sorted and without repeats."""
    return sorted(set(_lines(quads)))


def read_lines(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Read lines of N-Quads."""
    return read_nquads(b"".join(lines))


def contents(lines: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Sort lines of N-Quads, each of them in a named graph, by their graphs (IRIs)."""
    found: dict[bytes, list[bytes]] = defaultdict(list)
    for line in lines:
        found[_parts(line)[1]].append(line)
    return {graph.decode(): some for graph, some in sorted(found.items())}


def digest(lines: Iterable[bytes]) -> str:
    """Digest the lines of a graph: graphs with the same digest say the same."""
    found = hashlib.sha256()
    for some in in_batches(lines):
        found.update(b"".join(some))
    return found.hexdigest()


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Return :data:`AT_ONCE` items at a time."""
    rest = iter(items)
    return iter(lambda: list(islice(rest, AT_ONCE)), [])


def drained(items: list[Item]) -> Iterator[list[Item]]:
    """Remove and yield items of a list, :data:`AT_ONCE` at a time from its end, so that they need not be kept."""
    while items:
        some = items[-AT_ONCE:]
        del items[-AT_ONCE:]
        yield some


def _lines(quads: Iterable[Quad]) -> list[bytes]:
    return to_bytes(quads, RdfFormat.N_QUADS).splitlines(keepends=True)


def _parts(line: bytes) -> tuple[bytes, bytes]:
    """Return the triple of a line, and the name of its graph."""
    end = line.rindex(b" ", 0, -3)
    return line[:end], line[end + 2 : -4]


def _classes(line: bytes) -> list[str]:
    """Return the class (IRI) that a line tells of, if it does."""
    _, predicate, rest = line.split(b" ", 2)
    return [rest[1 : rest.index(b">")].decode()] if predicate == TYPE and rest.startswith(b"<") else []
