"""Any SPARQL 1.1 endpoint as an engine, through SPARQLWrapper.

What endpoints do differently is met here: the graphs of a plangraph build are named in each request, as the default
graph of one endpoint is empty, of another the union of all, and of a third that and tables of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import EndpointError, SparqlError
from plangraph.store.answers import Answer, Boolean, Rows, Triples, expect_rows
from plangraph.store.dialects import hides_cuts, is_partial, solutions_of, update_address, with_prefixes
from plangraph.store.lexer import FORMS, keywords
from plangraph.store.replies import ACCEPT_GRAPH, ACCEPT_RESULTS, JSON_TYPES, read_results, read_triples
from plangraph.store.terms import NamedNode, Quad, Triple
from plangraph.store.wire import Wire
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.store.wire import Reply

TIMEOUT = 60.0  # seconds
MAX_BYTES = 256 << 20
PAGE = 5_000  # rows
MANY = 100  # graphs; with more of them than this a request names none, and asks for the union
LARGE = 1_000  # triples; no endpoint is known to cut smaller graphs
CERTAIN = 10_000  # triples of a graph; beyond, Virtuoso leaves some out also where it does not cut the solutions


class Remote:
    """An endpoint that answers queries.

    Parameters
    ----------
    url : str
        Where queries are sent.
    update_url : str, optional
        Where updates are sent; without one, where the endpoint's kind is known to take them.
    user, password : str
        With what to log in, if the endpoint asks for it.
    timeout : float
        How many seconds an answer may take.
    max_bytes : int
        How many bytes an answer may have.
    graphs : sequence of str
        The graphs (IRIs) that are the whole of what is asked; without any, whatever the endpoint holds.
    """

    def __init__(
        self,
        url: str,
        *,
        update_url: str = "",
        user: str = "",
        password: str = "",
        timeout: float = TIMEOUT,
        max_bytes: int = MAX_BYTES,
        graphs: Sequence[str] = (),
    ) -> None:
        self.url, self.graphs = url, graphs
        self._wire = Wire(url, update_url or update_address(url), user, password, timeout, max_bytes)

    def query(
        self,
        sparql: str,
        default_graphs: Sequence[str] = (),
        *,
        named_graphs: Sequence[str] = (),
        limit: int | None = None,
    ) -> Answer:
        """Answer a query: see :meth:`plangraph.store.engine.Engine.query`. An answer may be cut by the endpoint, too.

        Raises
        ------
        EndpointError
            If the endpoint does not give the whole answer: it is dead, slow, lying, or cuts it.
        """
        words = list(keywords(sparql))
        form = next((word for word in words if word in FORMS), "SELECT")
        rows = form in {"SELECT", "ASK"}
        parameters = {} if "FROM" in words else self._dataset(default_graphs, named_graphs, "GRAPH" in words)
        reply = self._wire.send(with_prefixes(sparql), form, ACCEPT_RESULTS if rows else ACCEPT_GRAPH, parameters)
        self._expect_success(reply)
        answer = self._answer(reply, rows)
        partial = is_partial(reply) or (
            form == "CONSTRUCT" and hides_cuts(reply) and self._has_more(sparql, answer, parameters)
        )
        return self._limited(answer, partial, limit)

    def update(self, sparql: str) -> None:
        """Carry out an update (SPARQL 1.1 Update, W3C).

        Raises
        ------
        EndpointError
            If the endpoint does not do so.
        """
        reply = self._wire.send(sparql, "INSERT", "*/*", {})
        if not reply.ok:
            why = _why(reply)
            raise EndpointError(
                Words(
                    f"{self._wire.update_url} が更新を受け付けません: {why.ja}",
                    f"{self._wire.update_url} refuses the update: {why.en}",
                )
            )

    def quads(self) -> Iterator[Quad]:
        """Iterate over all quads.

        Raises
        ------
        EndpointError
            If the endpoint does not give the whole of a graph.
        """
        for graph in self.graphs or self._all_graphs():
            name = NamedNode(graph)
            yield from (Quad(t.subject, t.predicate, t.object, name) for t in self.triples(graph))

    def triples(self, graph: str) -> set[Triple]:
        """Return a whole graph (IRI), fetched in pages that endpoints do not cut.

        Raises
        ------
        EndpointError
            If the pages do not add up to the graph.
        """
        triples = set(self._pages(NamedNode(graph)))
        if len(triples) != self.count(graph):
            raise EndpointError(
                Words(
                    f"{self.url} から {graph} の全体を得られません。途中で変わったか、切られています",
                    f"{self.url} does not give the whole of {graph}: it changes, or is cut",
                )
            )
        return triples

    def count(self, graph: str) -> int:
        """Count the triples of a graph (IRI)."""
        rows = expect_rows(self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"))
        (number,) = next(iter(rows))
        return int(number)

    def _pages(self, graph: NamedNode) -> Iterator[Triple]:
        # Ordered, as pages of what has no order overlap; inside, as Virtuoso orders no more than 10,000 rows outside.
        ordered = f"{{ SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o }}"
        start, rows = 0, PAGE
        while rows == PAGE:
            found = expect_rows(self.query(f"SELECT ?s ?p ?o WHERE {{ {ordered} }} LIMIT {PAGE} OFFSET {start}")).rows
            yield from (Triple(s, p, o) for s, p, o in found)  # type: ignore[arg-type] # parts of a triple
            start, rows = start + PAGE, len(found)

    def _all_graphs(self) -> list[str]:
        rows = expect_rows(self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"))
        return sorted(str(name) for (name,) in rows)

    def _dataset(
        self, default_graphs: Sequence[str], named_graphs: Sequence[str], reaches: bool
    ) -> dict[str, Sequence[str]]:
        few = self.graphs if len(self.graphs) <= MANY else ()
        seen, reached = default_graphs or few, named_graphs or (few if reaches else ())
        if not seen:
            return {"union-default-graph": ["true"]}  # what Oxigraph asks for and others do not know
        return {"default-graph-uri": seen} | ({"named-graph-uri": reached} if reached else {})

    def _expect_success(self, reply: Reply) -> None:
        if reply.status == 400 or (reply.status == 500 and reply.body.startswith(b"Virtuoso 37000")):  # noqa: PLR2004 - of HTTP
            raise SparqlError(
                Words(
                    f"{self.url} が問い合わせを理解できません: {reply.said()}",
                    f"{self.url} does not understand the query: {reply.said()}",
                )
            )
        if not reply.ok:
            why = _why(reply)
            raise EndpointError(Words(f"{self.url} が答えません: {why.ja}", f"{self.url} does not answer: {why.en}"))

    def _answer(self, reply: Reply, rows: bool) -> Answer:
        try:
            if not rows:
                return read_triples(reply.body, reply.media_type)
            if reply.media_type not in JSON_TYPES:
                raise ValueError(f"it sends {reply.media_type or 'an untyped body'} instead of results")
            return read_results(reply.body)
        except ValueError as error:
            said = f"{f'{error}'[:200]}: {reply.said(100)}"
            raise EndpointError(
                Words(
                    f"{self.url} の答えは SPARQL エンドポイントのものではありません: {said}",
                    f"{self.url} does not answer as a SPARQL endpoint: {said}",
                )
            ) from error

    def _has_more(self, construct: str, answer: Answer, parameters: dict[str, Sequence[str]]) -> bool:
        if not isinstance(answer, Triples) or len(answer) < LARGE:
            return False
        select = solutions_of(construct)
        return len(answer) > CERTAIN or (
            select is not None
            and is_partial(self._wire.send(with_prefixes(select), "SELECT", ACCEPT_RESULTS, parameters))
        )

    def _limited(self, answer: Answer, partial: bool, limit: int | None) -> Answer:
        if isinstance(answer, Boolean):
            return answer
        if partial and limit is None:
            raise EndpointError(
                Words(
                    f"{self.url} が答えを {len(answer):,} で切りました。上限（Virtuoso の ResultSetMaxRows）を"
                    "上げるか、LIMIT と OFFSET で問い合わせを絞ってください",
                    f"{self.url} cut the answer at {len(answer):,}: raise its limit (Virtuoso's ResultSetMaxRows), "
                    "or ask for less by LIMIT and OFFSET",
                )
            )
        cut = partial or (limit is not None and len(answer) > limit)
        if isinstance(answer, Rows):
            return Rows(answer.variables, answer.rows[:limit], cut=cut)
        return Triples(answer.triples[:limit], cut=cut)


def _why(reply: Reply) -> Words:
    target = reply.headers.get("Location", "")
    known = {
        301: Words(f"移転しています {target}", f"it has moved to {target or 'elsewhere'}"),
        401: Words(
            "ユーザー名とパスワードが必要です（$PLANGRAPH_USER、$PLANGRAPH_PASSWORD）",
            "it asks for a user and a password ($PLANGRAPH_USER, $PLANGRAPH_PASSWORD)",
        ),
        403: Words("許可されていません", "it does not allow this"),
        404: Words("そこには何もありません", "nothing is there"),
        405: Words("許可されていません", "it does not allow this"),
        413: Words("送ったものが大きすぎます", "the request is too large for it"),
        429: Words("一度に問い合わせすぎています", "it is asked too much at once"),
        503: Words("いまは利用できません", "it is not available at present"),
    }
    status = 301 if reply.status in {302, 303, 307, 308} else reply.status
    said = f": {reply.said()}" if reply.said() else ""
    return known.get(status, Words(f"HTTP 状態 {status}", f"HTTP status {status}")).then(Words(said, said))
