"""What a build's lines hold, graph by graph.

A build is written as N-Quads (W3C), one quad a line, sorted and without repeats; whatever is said of it, its sizes,
digests, is read off those lines.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.namespaces import RDF
from plangraph.store.terms import RdfFormat, read_nquads, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plangraph.store.terms import Quad

TYPE = f"<{RDF.type}>"


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
    """

    triples: int
    digest: str
    classes: Mapping[str, int]


@dataclass
class Content:
    """What one graph holds.

    Attributes
    ----------
    lines : list of str
        Its quads, sorted.
    classes : Counter of str
        The number of things of each class (IRI).
    """

    lines: list[str] = field(default_factory=list)
    classes: Counter[str] = field(default_factory=Counter)

    def digest(self) -> str:
        """Digest the quads: graphs with the same digest say the same."""
        return hashlib.sha256("".join(self.lines).encode()).hexdigest()

    def summary(self) -> Summary:
        """Return how much it is."""
        return Summary(len(self.lines), self.digest(), dict(sorted(self.classes.items())))


def to_lines(quads: Iterable[Quad]) -> list[str]:
    """Write quads as lines of N-Quads, sorted and without repeats."""
    whole = to_bytes(quads, RdfFormat.N_QUADS).decode()
    return sorted({f"{line}\n" for line in whole.split("\n") if line})


def read_lines(lines: Iterable[str]) -> Iterator[Quad]:
    """Read lines of N-Quads."""
    return read_nquads("".join(lines).encode())


def contents(lines: Iterable[str]) -> dict[str, Content]:
    """Sort lines of N-Quads by their graphs.

    Parameters
    ----------
    lines : iterable of str
        Quads, each of them in a named graph.

    Returns
    -------
    dict of str to Content
        What each graph (IRI) holds, by name.
    """
    found: dict[str, Content] = {}
    for line in lines:
        name = graph_of(line)
        content = found.get(name) or found.setdefault(name, Content())
        content.lines.append(line)
        _, predicate, rest = line.split(" ", 2)
        if predicate == TYPE and rest.startswith("<"):
            content.classes[rest[1 : rest.index(">")]] += 1
    return dict(sorted(found.items()))


def graph_of(line: str) -> str:
    """Return the graph (IRI) of a line of N-Quads."""
    return line.rsplit(" ", 2)[1][1:-1]
