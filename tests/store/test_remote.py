"""An endpoint answers as a store does, or there is one clear error."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.store.endpoints import JSON, ROWS, SELECT, StoreEndpoint, send, serving

from plangraph.errors import EndpointError, SparqlError
from plangraph.store import Boolean, Rows, Triples, remote
from plangraph.store.remote import CERTAIN, LARGE, Remote
from plangraph.store.terms import Literal, NamedNode, Triple, integer, text

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.store.endpoints import Form


def ask(
    body: bytes, media_type: str = JSON, status: int = 200, sparql: str = SELECT, limit: int | None = None, **head: str
) -> Rows | Boolean | Triples:
    with serving(lambda handler, _: send(handler, body, media_type, status, **head)) as url:
        return Remote(url, timeout=2).query(sparql, limit=limit)


def asked(sparql: str, graphs: tuple[str, ...] = (), default_graphs: tuple[str, ...] = ()) -> Form:
    """Return what is sent for a query."""
    sent: list[Form] = []

    def answer(handler: BaseHTTPRequestHandler, form: Form) -> None:
        sent.append(form)
        send(handler, json.dumps(ROWS).encode())

    with serving(answer) as url:
        Remote(url, graphs=graphs).query(sparql, default_graphs)
    return sent[0]


def test_rows_come_as_terms() -> None:
    answer = ask(json.dumps(ROWS).encode())
    assert isinstance(answer, Rows)
    assert answer.rows[0][:3] == (NamedNode("urn:a"), text("川崎", "ja"), integer(3))
    assert list(answer) == [("urn:a", "川崎", 3, Decimal("0.5"), None)]


@pytest.mark.parametrize(("written", "value"), [("0", False), ("1", True), ("false", False), ("true", True)])
def test_truth_in_a_row_is_written_in_one_way(written: str, value: bool) -> None:
    term = {"type": "typed-literal", "value": written, "datatype": "http://www.w3.org/2001/XMLSchema#boolean"}
    answer = ask(json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": term}]}}).encode())
    assert isinstance(answer, Rows)
    assert answer.rows == [(Literal(value),)]


def test_a_truth_value_comes_as_one() -> None:
    answer = ask(b'{"head": {}, "boolean": true}', sparql="ASK { ?s ?p ?o }")
    assert isinstance(answer, Boolean)
    assert answer.value


def test_a_graph_is_asked_for_though_a_select_stands_within() -> None:
    accepted: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        accepted.append(handler.headers["Accept"])
        send(handler, b"<urn:a> <urn:p> <urn:b> .", "application/n-triples")

    with serving(answer) as url:
        found = Remote(url).query("CONSTRUCT { ?s ?p ?o } WHERE { { SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 5 } }")
    assert isinstance(found, Triples)
    assert "n-triples" in accepted[0]


@pytest.mark.parametrize("media_type", ["application/n-triples", "text/turtle; charset=UTF-8"])
def test_a_graph_comes_as_triples(media_type: str) -> None:
    answer = ask(b'<urn:a> <urn:b> "x" .\n', media_type, sparql="CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(answer, Triples)
    assert answer.triples == [Triple(NamedNode("urn:a"), NamedNode("urn:b"), Literal("x"))]


def test_prefixes_are_declared_where_a_query_lacks_them() -> None:
    sent = asked("PREFIX pg: <urn:mine#>\n# skos:Concept\nSELECT ?thing { ?thing a pg:Project ; rdfs:label 'org:x' }")
    assert sent["query"][0].startswith("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX pg: <urn:mine#>")


def test_the_graphs_of_a_scope_are_named() -> None:
    assert asked(SELECT, ("urn:g", "urn:h"), ("urn:g",))["default-graph-uri"] == ["urn:g"]


def test_without_a_scope_the_graphs_of_the_build_are_named() -> None:
    assert asked(SELECT, ("urn:g", "urn:h"))["default-graph-uri"] == ["urn:g", "urn:h"]


def test_graphs_stay_within_reach_of_the_keyword() -> None:
    sent = asked("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", ("urn:g", "urn:h"), ("urn:g",))
    assert sent["default-graph-uri"] == ["urn:g"]
    assert sent["named-graph-uri"] == ["urn:g", "urn:h"]


def test_the_union_is_asked_for_where_the_graphs_are_not_known_or_too_many() -> None:
    assert asked(SELECT)["union-default-graph"] == ["true"]
    assert "default-graph-uri" not in asked(SELECT, tuple(f"urn:{n}" for n in range(1_000)))


def test_a_query_that_names_its_graphs_is_left_alone() -> None:
    assert set(asked("SELECT * FROM <urn:x> { ?s ?p ?o }", ("urn:g",))) == {"query"}


def test_rows_beyond_a_limit_are_cut_and_said_to_be() -> None:
    row = {"thing": {"type": "uri", "value": "urn:a"}}
    body = json.dumps({"head": {"vars": ["thing"]}, "results": {"bindings": [row] * 3}}).encode()
    answer = ask(body, limit=2)
    assert isinstance(answer, Rows)
    assert (len(answer), answer.cut) == (2, True)


def test_an_answer_that_the_endpoint_cut_is_refused_unless_a_limit_was_given() -> None:
    body = json.dumps(ROWS).encode()
    with pytest.raises(EndpointError, match="ResultSetMaxRows"):
        ask(body, X_SPARQL_MaxRows="10000")
    answer = ask(body, limit=50, X_SPARQL_MaxRows="10000")
    assert isinstance(answer, Rows)
    assert answer.cut


CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def of_virtuoso(triples: int, *, cut: bool = False, sparql: str = CONSTRUCT) -> int:
    """Return how many triples of a graph are taken from an endpoint that cuts it without a word."""
    body = "".join(f"<urn:{n}> <urn:p> <urn:o> .\n" for n in range(triples)).encode()

    def answer(handler: BaseHTTPRequestHandler, form: Form) -> None:
        handler.version_string = lambda: "Virtuoso/07.20"  # type: ignore[method-assign]
        if form["query"][0].startswith("SELECT (1 AS ?one) WHERE"):
            said = {"X_SPARQL_MaxRows": "1"} if cut else {}
            send(handler, json.dumps(ROWS).encode(), JSON, 200, **said)
        else:
            send(handler, body, "application/n-triples")

    with serving(answer) as url:
        return len(Remote(url).query(sparql))  # type: ignore[arg-type] # a graph has a length


def test_a_large_graph_is_taken_where_its_solutions_are_not_cut() -> None:
    assert of_virtuoso(LARGE - 1, cut=True) == LARGE - 1
    assert of_virtuoso(LARGE) == LARGE
    assert of_virtuoso(CERTAIN) == CERTAIN
    assert of_virtuoso(LARGE, sparql="CONSTRUCT WHERE { ?s ?p ?o }") == LARGE


@pytest.mark.parametrize(("triples", "cut"), [(LARGE, True), (CERTAIN + 1, False)])
def test_a_large_graph_that_may_be_cut_is_refused(triples: int, cut: bool) -> None:
    with pytest.raises(EndpointError, match=f"cut the answer at {triples:,}"):
        of_virtuoso(triples, cut=cut)


def test_a_graph_is_fetched_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PAGE", 2)
    endpoint = StoreEndpoint()
    endpoint.store.update("INSERT DATA { GRAPH <urn:h> { <urn:x> <urn:p> 1 } }")
    for size in (3, 4):
        endpoint.store.update(f"INSERT DATA {{ GRAPH <urn:g> {{ <urn:{size}> <urn:p> 1, 2 }} }}")
        with serving(endpoint) as url:
            assert len(Remote(url).triples("urn:g")) == endpoint.size("urn:g")
            assert set(Remote(url).quads()) == set(endpoint.store)


def test_a_graph_whose_pages_do_not_add_up_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Remote, "count", lambda *_: 2)
    endpoint = StoreEndpoint()
    endpoint.store.update("INSERT DATA { GRAPH <urn:g> { <urn:x> <urn:p> 1 } }")
    with serving(endpoint) as url, pytest.raises(EndpointError, match="does not give the whole of urn:g"):
        Remote(url).triples("urn:g")


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<html><body>Welcome</body></html>", "text/html"),
        (b"<html><body>Welcome</body></html>", JSON),
        (b"Virtuoso 42000 Error: something went wrong", "text/plain"),
        (json.dumps(ROWS).encode()[:-20], JSON),
        (b"", JSON),
        (b"[]", JSON),
        (b'{"head": {}}', JSON),
        (b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "cat", "value": "x"}}]}}', JSON),
        (b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "a b"}}]}}', JSON),
        (b"[" * 100_000, JSON),
        (b"\xff\xfe", JSON),
    ],
)
def test_a_lying_endpoint_is_found_out(body: bytes, media_type: str) -> None:
    with pytest.raises(EndpointError, match="does not answer as a SPARQL endpoint"):
        ask(body, media_type)


@pytest.mark.parametrize("body", [b"<urn:a> <urn:b> ", b"<html>"])
def test_a_graph_that_is_none_is_found_out(body: bytes) -> None:
    with pytest.raises(EndpointError, match="does not answer as a SPARQL endpoint"):
        ask(body, "text/turtle", sparql="CONSTRUCT WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        *((moved, "moved to http://elsewhere.test/") for moved in (301, 302, 303, 307, 308)),
        (401, "PLANGRAPH_USER"),
        (403, "does not allow"),
        (404, "nothing is there"),
        (405, "does not allow"),
        (413, "too large"),
        (429, "too much"),
        (500, "500: out of order"),
        (503, "not available"),
    ],
)
def test_a_refusal_is_told_in_words(status: int, words: str) -> None:
    with pytest.raises(EndpointError, match=words):
        ask(b"out of\n\x07order", "text/plain", status, Location="http://elsewhere.test/")


@pytest.mark.parametrize(
    ("status", "said"), [(400, b"Parse error at 1:3"), (500, b"Virtuoso 37000 Error SP030: SPARQL compiler")]
)
def test_text_that_is_not_sparql_is_told_as_such(status: int, said: bytes) -> None:
    with pytest.raises(SparqlError, match=said.decode()[:10]):
        ask(said, "text/plain", status)
