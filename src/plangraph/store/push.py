"""A build written into an endpoint, graph by graph.

::

    for each graph whose digest the endpoint's catalogue does not tell, or whose size it belies:
        forget the digest → read what is there → insert what is missing in chunks → count it → tell the digest
    last of all the catalogue, and with it the identity by which a whole build is known

What breaks off is taken up again at the chunk where it was: nobody's word is taken for what a graph without a digest
holds, but its triples are read and compared. A graph with any triple that is not the build's is dropped first. So no
half graph is ever taken for a whole one. Graphs that no catalogue of plangraph names are never touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.errors import EndpointError
from plangraph.namespaces import DCAT, DCTERMS
from plangraph.store.answers import expect_rows
from plangraph.store.skolem import skolemise
from plangraph.store.terms import Literal, RdfFormat, read_graph
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.store.remote import Remote

CHUNK = 1_000
"""How many triples an update inserts: Virtuoso refuses texts of much more than ten thousand."""
DIGEST = f"<{DCTERMS.identifier}>"


@dataclass(frozen=True)
class Part:
    """A graph to be pushed.

    Attributes
    ----------
    lines : sequence of str
        Its triples, each a line of N-Triples.
    digest : str
        By which it is known to be the same.
    """

    lines: Sequence[str]
    digest: str


@dataclass(frozen=True)
class Pushed:
    """What a push has done.

    Attributes
    ----------
    sent, kept, removed : tuple of str
        The graphs (IRIs) that were written, that were there already, and that the build has no longer.
    triples : int
        How many triples were written; those that an earlier push had written are not counted.
    """

    sent: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    triples: int


def push(
    remote: Remote,
    parts: Mapping[str, Part],
    catalogue: str,
    *,
    stale: Callable[[str], bool] = lambda _: False,
    chunk: int = CHUNK,
    report: Callable[[str, int, int], None] = lambda *_: None,
) -> Pushed:
    """Write graphs into an endpoint.

    Parameters
    ----------
    remote : Remote
        The endpoint.
    parts : mapping of str to Part
        The graphs by name (IRI), the catalogue among them.
    catalogue : str
        The name (IRI) of the catalogue, which is written last.
    stale : callable
        Says of a graph (IRI) that the endpoint's catalogue names and ``parts`` does not, whether it was pushed from
        an earlier build of the same data, and is to go.
    chunk : int
        How many triples to insert at once.
    report : callable
        Told, for each chunk, the graph, how many of its triples are written, and how many there are.

    Raises
    ------
    EndpointError
        If the endpoint does not take updates, does not hold what it was sent, or holds another build already.
    """
    told = _told(remote, catalogue)
    kept = tuple(name for name, part in parts.items() if _is_there(remote, name, part, told))
    removed = tuple(name for name in told if name not in parts)
    if foreign := [name for name in removed if not stale(name)]:
        raise EndpointError(
            Words(
                f"{remote.url} には {foreign[0]} を含む別の構築があります。データセットをまとめて構築してください",
                f"{remote.url} holds another build, with {foreign[0]}: build all datasets together",
            )
        )
    if len(kept) == len(parts) and not removed:
        return Pushed((), kept, (), 0)
    kept = tuple(name for name in kept if name != catalogue)
    remote.update(_forget(catalogue, catalogue))
    for name in removed:
        remote.update(f"{_forget(catalogue, name)} ;\nDROP SILENT GRAPH <{name}>")
    sent = [name for name in parts if name not in kept and name != catalogue]
    written = 0
    for name in sent:
        remote.update(_forget(catalogue, name))
        missing = None if name in told else _missing(remote, name, parts[name])
        written += _write(remote, name, parts[name].lines, missing, chunk, report)
        remote.update(f"INSERT DATA {{ GRAPH <{catalogue}> {{ <{name}> {DIGEST} {Literal(parts[name].digest)} }} }}")
    written += _write(remote, catalogue, _digests_first(parts[catalogue].lines, catalogue), None, chunk, report)
    return Pushed((*sent, catalogue), kept, removed, written)


def _told(remote: Remote, catalogue: str) -> dict[str, str]:
    """Read the digests of graphs; what the catalogue describes as a dataset of graphs has an identifier, too."""
    graphs = f"?g {DIGEST} ?digest FILTER NOT EXISTS {{ ?g a <{DCAT.Dataset}> }}"
    query = f"SELECT ?g ?digest WHERE {{ GRAPH <{catalogue}> {{ {graphs} }} }}"
    return {str(name): str(digest) for name, digest in expect_rows(remote.query(query))}


def _is_there(remote: Remote, name: str, part: Part, told: Mapping[str, str]) -> bool:
    return told.get(name) == part.digest and remote.count(name) == len(part.lines)


def _forget(catalogue: str, name: str) -> str:
    pattern = f"<{name}> {DIGEST} ?digest"
    return f"DELETE {{ GRAPH <{catalogue}> {{ {pattern} }} }} WHERE {{ GRAPH <{catalogue}> {{ {pattern} }} }}"


def _missing(remote: Remote, name: str, part: Part) -> list[str] | None:
    """Read which lines a graph lacks that a push has begun, or None if it is to be written anew."""
    try:
        held = remote.triples(name)
    except EndpointError:  # what cannot be read whole is not gone on with
        return None
    triples = list(read_graph("".join(part.lines), RdfFormat.N_TRIPLES))
    if not held or not held <= set(triples):
        return None
    return [line for line, triple in zip(part.lines, triples, strict=True) if triple not in held]


def _write(
    remote: Remote,
    name: str,
    lines: Sequence[str],
    missing: Sequence[str] | None,
    chunk: int,
    report: Callable[[str, int, int], None],
) -> int:
    """Insert the missing lines of a graph, or drop it and insert all, and give how many were inserted."""
    first = f"DROP SILENT GRAPH <{name}> ;\n" if missing is None else ""
    wanted = lines if missing is None else missing
    done = len(lines) - len(wanted)
    for start in range(0, len(wanted), chunk):
        some = [skolemise(line) for line in wanted[start : start + chunk]]
        remote.update(f"{first}INSERT DATA {{ GRAPH <{name}> {{\n{''.join(some)}}} }}")
        done, first = done + len(some), ""
        report(name, done, len(lines))
    held = Count(remote.count(name))
    if held != len(lines):
        raise EndpointError(
            Words(
                f"{remote.url} の {name} には {held:,} トリプルしかありません。送ったのは {len(lines):,} です",
                f"{remote.url} holds {held:,} {held:triple|triples} of {name}, but was sent {len(lines):,}",
            )
        )
    return len(wanted)


def _digests_first(lines: Sequence[str], catalogue: str) -> list[str]:
    """Order a catalogue so that if it breaks off, what it tells of whole graphs is there, and its own is not."""
    own = f"<{catalogue}> {DIGEST}"
    return sorted(lines, key=lambda line: (line.startswith(own), DIGEST not in line))
