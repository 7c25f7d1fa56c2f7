"""Oxigraph inside this process: in memory, or a folder on disk opened read-only."""

from __future__ import annotations

import re
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph

from plangraph.errors import SparqlError, StoreError, StoreNotFound
from plangraph.namespaces import BASE, PREFIXES
from plangraph.store.answers import Answer, Boolean, Rows, Triples
from plangraph.store.complaints import readable
from plangraph.store.lexer import keywords
from plangraph.store.parts import Parts
from plangraph.store.terms import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from plangraph.store.parts import Excerpt
    from plangraph.store.terms import Term

AT_ONCE = 100_000
"""How many quads are written to the disk at once: of more, Oxigraph takes 1 kB each."""
NO_GRAPHS: Any = (None,)
"""Refused by the engine once it has read a query, and before it runs it."""
NAMING = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)


class Embedded:
    """An Oxigraph store that answers queries.

    Parameters
    ----------
    store : pyoxigraph.Store
        The store.
    excerpt : callable, optional
        Returns the N-Quads of some graphs (IRIs), where that takes less than reading them from the store.
    """

    patience = 0

    def __init__(self, store: pyoxigraph.Store, excerpt: Excerpt = lambda _: None) -> None:
        self._own, self._excerpt = store, excerpt
        self._reading: _Reading | None = None
        self.expect(())

    @property
    def _store(self) -> pyoxigraph.Store:
        """The store, as soon as it is read."""
        if self._reading is not None:
            self._reading.end()
        return self._own

    @classmethod
    def open(cls, folder: Path, excerpt: Excerpt = lambda _: None) -> Embedded:
        """Open a store on disk for reading; parameters are those of the class.

        Raises
        ------
        StoreNotFound
            If there is no store in the folder.
        """
        try:
            return cls(pyoxigraph.Store.read_only(str(folder)), excerpt)
        except (OSError, ValueError) as error:
            raise StoreNotFound(Words(f"{folder} にストアがありません", f"no store in {folder}")) from error

    def expect(self, scopes: Collection[Sequence[str]]) -> None:
        """Note the sets of graphs (IRIs) that will be asked about together, to answer each from a copy."""
        self._parts = Parts(lambda: self._store, scopes, self.patience, self._excerpt)

    def prepare(self, graphs: Iterable[str]) -> None:
        """Copy a set of graphs (IRIs) now rather than when it is asked about; what is being read is read afterwards."""
        if len(self._store):
            self._parts.copy(graphs)

    def query(
        self,
        sparql: str,
        default_graphs: Sequence[str] = (),
        *,
        named_graphs: Sequence[str] = (),
        limit: int | None = None,
    ) -> Answer:
        """Answer a query: see :meth:`plangraph.store.engine.Engine.query`."""
        try:
            return _answer(self._run(sparql, default_graphs, named_graphs), limit)
        except (SyntaxError, ValueError) as error:
            said = readable(str(error), sparql, _complaint)
            raise SparqlError(
                Words("SPARQL として読めません: ", "not SPARQL: ").then(said.words), said.place
            ) from error
        except (OSError, RuntimeError) as error:
            raise SparqlError(
                Words(f"問い合わせを実行できませんでした: {error}", f"the query could not be carried out: {error}")
            ) from error

    def _run(
        self, sparql: str, default_graphs: Sequence[str], named_graphs: Sequence[str]
    ) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples:
        named = _named_in(sparql)
        apart = default_graphs and "GRAPH" not in named  # they take the place of what FROM says
        part = self._parts.of(default_graphs) if apart else None
        if part is not None:
            return part.query(sparql, base_iri=BASE, prefixes=PREFIXES, use_default_graph_as_union=True)
        graphs: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in default_graphs]
        return self._store.query(
            sparql,
            base_iri=BASE,
            prefixes=PREFIXES,
            use_default_graph_as_union=not graphs and "FROM" not in named,
            default_graph=graphs or None,
            named_graphs=[NamedNode(iri) for iri in named_graphs] or None,
        )

    def is_of(self, nquads: Path) -> bool:
        """Check whether it holds as many quads as an N-Quads file, and each of them; blank nodes are any."""
        number = 0
        for quad in pyoxigraph.parse(path=nquads, format=RdfFormat.N_QUADS, lenient=True):
            number += 1
            subject, value = (None if isinstance(term, BlankNode) else term for term in (quad.subject, quad.object))
            if not any(self._store.quads_for_pattern(subject, quad.predicate, value, quad.graph_name)):
                return False
        return number == len(self._store)

    def quads(self) -> Iterator[Quad]:
        """Iterate over all quads."""
        return iter(self._store)

    def __len__(self) -> int:
        return len(self._store)


def _complaint(sparql: str) -> str:
    """Return what the parser says of a query; "" if it reads it. The query is not run, and no service asked."""
    try:
        pyoxigraph.Store().query(sparql, base_iri=BASE, prefixes=PREFIXES, named_graphs=NO_GRAPHS)
    except (SyntaxError, ValueError) as error:
        return str(error)
    except TypeError:
        pass  # it is read, and refused for the graphs
    return ""


class Memory(Embedded):
    """An Oxigraph store in memory, which can be written to."""

    patience = 4  # a copy takes as long as it spares some five questions, and a process may ask but one

    def __init__(self) -> None:
        super().__init__(pyoxigraph.Store())

    @classmethod
    def of_file(cls, path: Path) -> Memory:
        """Make a store of an N-Quads file of plangraph's own, whose terms were validated when it was written.

        The file is read beside what else is done; whoever asks first waits until it is read.
        """
        memory = cls()
        memory._reading = _Reading(memory._own, path)
        memory._reading.start()
        return memory

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Memory:
        """Make a store of quads."""
        memory = cls()
        memory.add(quads)
        return memory

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads."""
        self._store.bulk_extend(quads)

    def construct(self, sparql: str, graphs: Sequence[str]) -> Iterator[Triple]:
        """Return the triples of a CONSTRUCT of plangraph's own over some graphs (IRIs)."""
        result = self._store.query(sparql, prefixes=PREFIXES, default_graph=[NamedNode(iri) for iri in graphs])
        return iter(cast("pyoxigraph.QueryTriples", result))

    def select(self, sparql: str, **bound: Term) -> list[dict[str, Term]]:
        """Return the rows of a SELECT of plangraph's own over all graphs, in which some variables are bound."""
        result = self._store.query(
            sparql,
            use_default_graph_as_union=True,
            substitutions={pyoxigraph.Variable(name): term for name, term in bound.items()},
        )
        rows = cast("pyoxigraph.QuerySolutions", result)
        names = [variable.value for variable in rows.variables]
        return [{name: value for name in names if (value := row[name]) is not None} for row in rows]

    def pairs(self, predicate: str) -> Iterator[tuple[Term, Term]]:
        """Iterate over the subjects and objects of a predicate (IRI) in all graphs."""
        for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None):
            yield quad.subject, quad.object


class _Reading(Thread):
    """Reads a file of N-Quads into a store; Python goes on meanwhile.

    Parameters
    ----------
    store : pyoxigraph.Store
        The store.
    path : Path
        The file.
    """

    def __init__(self, store: pyoxigraph.Store, path: Path) -> None:
        super().__init__()
        self._store, self._path = store, path
        self._fault: Exception | None = None

    def run(self) -> None:
        """Read the file."""
        try:
            self._store.load(path=self._path, format=RdfFormat.N_QUADS, lenient=True)
        except (OSError, SyntaxError, ValueError) as error:
            self._fault = error

    def end(self) -> None:
        """Wait until the file is read.

        Raises
        ------
        StoreError
            If it cannot be.
        """
        self.join()
        if self._fault is not None:
            out = self._path.parents[1]
            raise StoreError(
                Words(
                    f"{out} の構築は壊れています。もう一度 'plangraph build' を実行してください",
                    f"the build in {out} is damaged: run 'plangraph build' again",
                )
            ) from self._fault


def write_disk(folder: Path, nquads: Path) -> None:
    """Write a store on disk from an N-Quads file, whose blank nodes all stand among its first lines."""
    store = pyoxigraph.Store(str(folder))
    with nquads.open("rb") as lines:
        while some := list(islice(lines, AT_ONCE)):
            store.bulk_load(b"".join(some), format=RdfFormat.N_QUADS)
    store.flush()


def _named_in(sparql: str) -> set[str]:
    """Return by which keywords a query names graphs; reading its tokens takes longer than many a query."""
    return {"GRAPH", "FROM"} & set(keywords(sparql)) if NAMING.search(sparql) else set()


def _answer(
    result: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples, limit: int | None
) -> Answer:
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Boolean(bool(result))
    if isinstance(result, pyoxigraph.QueryTriples):
        triples = list(islice(result, limit))
        return Triples(triples, cut=_goes_on(result, len(triples), limit))
    variables = [variable.value for variable in result.variables]
    rows = [tuple(solution) for solution in islice(result, limit)]
    return Rows(variables, rows, cut=_goes_on(result, len(rows), limit))


def _goes_on(result: Iterator[object], given: int, limit: int | None) -> bool:
    return given == limit and next(result, None) is not None
