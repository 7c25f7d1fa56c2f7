"""The SPARQL 1.1 Protocol (W3C): its test cases for queries, as our own tests, and what the issue adds."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

import httpx
import pyoxigraph
import pytest
import rdflib

if TYPE_CHECKING:
    import plangraph

PLAN = "https://w3id.org/plangraph/id/kawasaki/3"
GRAPH = "https://w3id.org/plangraph/graph/kawasaki/3"
OTHER = "https://w3id.org/plangraph/graph/kawasaki/4"
SELECT = "SELECT ?label WHERE { pg:Project rdfs:label ?label } ORDER BY ?label"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = f"CONSTRUCT WHERE {{ <{PLAN}> rdfs:label ?o }}"
RESULTS_JSON = "application/sparql-results+json"
QUERY = {"Content-Type": "application/sparql-query"}


def values(response: httpx.Response, name: str) -> list[str]:
    assert response.status_code == 200, response.text
    return [row[name]["value"] for row in response.json()["results"]["bindings"]]


def test_query_by_get(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": SELECT})
    assert response.headers["content-type"] == RESULTS_JSON
    assert values(response, "label")


def test_query_by_post_of_a_form(client: httpx.Client) -> None:
    assert values(client.post("/sparql", data={"query": SELECT}), "label")


def test_query_by_direct_post(client: httpx.Client) -> None:
    assert values(client.post("/sparql", content=SELECT, headers=QUERY), "label")


def test_direct_post_in_japanese_is_utf_8(client: httpx.Client) -> None:
    text = f'SELECT ?p {{ <{PLAN}> ?p ?o FILTER(STR(?o) = "川崎市総合計画 第3期実施計画") }}'
    type_ = {"Content-Type": "application/sparql-query; charset=UTF-8"}
    assert values(client.post("/sparql", content=text.encode(), headers=type_), "p")


def test_default_graph_by_get(client: httpx.Client) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    whole = int(values(client.get("/sparql", params=count), "n")[0])
    one = int(values(client.get("/sparql", params={**count, "default-graph-uri": GRAPH}), "n")[0])
    assert 0 < one < whole


def test_a_default_graph_alone_leaves_no_named_graphs(client: httpx.Client) -> None:
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    assert values(client.get("/sparql", params={"query": text, "default-graph-uri": GRAPH}), "g") == []
    assert len(values(client.get("/sparql", params={"query": text}), "g")) > 5


def test_relative_names_are_those_of_this_graph(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}"
    whole = values(client.get("/sparql", params={"query": count.format(f"FROM <{GRAPH}>")}), "n")
    for clause in ("FROM <graph/kawasaki/3>", "FROM </plangraph/graph/kawasaki/3>"):
        assert values(client.get("/sparql", params={"query": count.format(clause)}), "n") == whole
    based = "BASE <https://w3id.org/plangraph/graph/> PREFIX of: <kawasaki/> " + count.format("FROM of:3")
    assert values(client.get("/sparql", params={"query": based}), "n") == whole
    named = {"query": count.format(""), "default-graph-uri": "graph/kawasaki/3"}
    assert values(client.get("/sparql", params=named), "n") == whole
    assert client.get("/sparql", params={"query": "ASK { <id/kawasaki/3> a pg:Plan }"}).json()["boolean"]
    elsewhere = "BASE <http://127.0.0.1:9/> " + count.format("FROM <graph/kawasaki/3>")
    assert client.get("/sparql", params={"query": elsewhere}).status_code == 400


def test_a_browser_finds_the_editor_with_its_query(client: httpx.Client) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Accept-Language": "en"}
    text = "SELECT * { ?s ?p '市 & &lt;' }"
    moved = client.get("/sparql", params={"query": text}, headers=browser)
    assert moved.status_code == 303
    assert "Accept" in moved.headers["vary"]
    to = httpx.URL(moved.headers["location"])
    assert (to.path, to.params["sparql"]) == ("/en/query", text)
    assert "pg:Policy" in httpx.URL(client.get("/sparql", headers=browser).headers["location"]).params["sparql"]
    assert client.get("/sparql", params={"query": ASK, "format": "json"}, headers=browser).json()["boolean"]
    assert client.get(f"/sparql?query={quote(ASK)}&format=application/sparql-results+json").json()["boolean"]
    assert client.post("/sparql", data={"query": ASK}, headers=browser).status_code == 200


def test_several_default_graphs_are_merged(client: httpx.Client) -> None:
    def size(graphs: list[str]) -> int:
        found = client.post(
            "/sparql", params={"default-graph-uri": graphs}, content="SELECT (COUNT(*) AS ?n) {?s ?p ?o}", headers=QUERY
        )
        return int(values(found, "n")[0])

    assert size([GRAPH, OTHER]) == size([GRAPH]) + size([OTHER])


@pytest.mark.parametrize("way", ["GET", "form", "direct"])
def test_each_way_of_asking_takes_a_whole_dataset(client: httpx.Client, way: str) -> None:
    text = (
        "SELECT ?named (COUNT(*) AS ?default) { ?s ?p ?o { SELECT (COUNT(DISTINCT ?g) AS ?named) "
        "{ GRAPH ?g { ?a ?b ?c } } } } GROUP BY ?named"
    )
    dataset = {"default-graph-uri": [OTHER, f"{OTHER}/inferred"], "named-graph-uri": [GRAPH, OTHER]}
    if way == "GET":
        response = client.get("/sparql", params={"query": text, **dataset})
    elif way == "form":
        response = client.post("/sparql", data={"query": text, **dataset})
    else:
        response = client.post("/sparql", params=dataset, content=text, headers=QUERY)
    sizes = client.get("/api/info").json()["graphs"]
    assert values(response, "named") == ["2"]
    assert values(response, "default") == [str(sizes[OTHER] + sizes[f"{OTHER}/inferred"])]


def test_named_graphs_by_get(client: httpx.Client) -> None:
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    response = client.get("/sparql", params={"query": text, "named-graph-uri": [OTHER, GRAPH]})
    assert values(response, "g") == [GRAPH, OTHER]


def test_named_graphs_leave_the_default_graph_empty(client: httpx.Client) -> None:
    text = (
        "SELECT (COUNT(DISTINCT ?g) AS ?named) (COUNT(?s) AS ?default) { { GRAPH ?g { ?a ?b ?c } } UNION { ?s ?p ?o } }"
    )
    response = client.post("/sparql", data={"query": text, "named-graph-uri": [GRAPH, OTHER]})
    assert values(response, "named") == ["2"]
    assert values(response, "default") == ["0"]


def test_the_dataset_of_the_protocol_is_above_that_of_the_query(client: httpx.Client) -> None:
    text = f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}> {{ ?s ?p ?o }}"  # noqa: S608 - SPARQL
    in_query = values(client.get("/sparql", params={"query": text}), "n")
    in_protocol = values(client.get("/sparql", params={"query": text, "default-graph-uri": OTHER}), "n")
    plain = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "default-graph-uri": OTHER}
    assert in_protocol == values(client.get("/sparql", params=plain), "n") != in_query


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "application/sparql-results+json", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (SELECT, "application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        (SELECT, "text/*", "text/csv; charset=utf-8"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "text/turtle", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/trig", "application/trig"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (f"DESCRIBE <{PLAN}>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_the_format_is_negotiated(client: httpx.Client, query: str, accept: str, media: str) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"] == media
    assert "Accept" in response.headers["vary"]


def test_what_cannot_be_given_is_406(client: httpx.Client) -> None:
    for query, accept in ((SELECT, "image/png"), (SELECT, "text/turtle"), (CONSTRUCT, "text/csv")):
        assert client.get("/sparql", params={"query": query}, headers={"Accept": accept}).status_code == 406


def test_all_row_formats_hold_the_same_rows(client: httpx.Client) -> None:
    query = f"SELECT ?p ?o WHERE {{ <{PLAN}> ?p ?o }} ORDER BY ?p ?o LIMIT 30"

    def get(form: str) -> str:
        return client.get("/sparql", params={"query": query, "format": form}).text

    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    expected = [[row[name]["value"] for name in ("p", "o")] for row in rows]
    assert list(csv.reader(io.StringIO(get("csv"))))[1:] == expected
    texts = [
        [item.text for item in node]
        for node in ET.fromstring(get("xml")).iter(  # noqa: S314 - our own server
            "{http://www.w3.org/2005/sparql-results#}binding"
        )
    ]
    assert [text for (text,) in texts] == [value for row in expected for value in row]
    results = pyoxigraph.parse_query_results(get("tsv").encode(), format=pyoxigraph.QueryResultsFormat.TSV)
    assert [[term.value for term in row] for row in results] == expected  # type: ignore[union-attr]


def test_ask_in_each_format(client: httpx.Client) -> None:
    said = {form: client.get("/sparql", params={"query": ASK, "format": form}).text for form in ("json", "xml", "csv")}
    assert '"boolean": true' in said["json"]
    assert "<boolean>true</boolean>" in said["xml"]
    assert said["csv"] == "true"


def test_a_service_description_without_a_query(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    response = client.get("/sparql", headers={"Accept": "application/n-triples"})
    found = rdflib.Graph().parse(data=response.text, format="nt")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = found.subjects(rdflib.RDF.type, sd.Service)
    assert str(found.value(service, sd.endpoint)) == str(client.base_url.join("/sparql"))
    assert found.value(service, sd.supportedLanguage) == sd.SPARQL11Query
    assert set(found.objects(service, sd.feature)) == {sd.UnionDefaultGraph}
    formats = {str(name).rpartition("/")[2] for name in found.objects(service, sd.resultFormat)}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"} <= formats
    assert {"Turtle", "N-Triples", "JSON-LD", "TriG"} <= formats
    dataset = found.value(service, sd.defaultDataset)
    assert (found.value(service, sd.availableGraphs), rdflib.RDF.type, sd.GraphCollection) in found
    assert (dataset, sd.defaultGraph, None) in found
    sizes = {
        str(found.value(named, sd.name)): int(str(found.value(found.value(named, sd.graph), rdflib.VOID.triples)))
        for named in found.objects(dataset, sd.namedGraph)
    }
    assert sizes == kawasaki.manifest.graphs


def test_a_wrong_query_is_400_with_the_engines_position(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": "SELECT ?s WHERE { ?s ?p }"})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert (problem["line"], problem["column"]) == (1, 25)
    assert "line 1, column 25: " in problem["detail"]
    assert "1 行目の 25 文字目: " in problem["detail_ja"]
    assert problem["title_ja"]


@pytest.mark.parametrize(
    ("method", "parameters", "content", "type_", "status"),
    [
        ("GET", {"query": ["ASK {}", "ASK {}"]}, None, None, 400),  # bad: two queries
        ("GET", {"query": ""}, None, None, 400),
        ("POST", {}, "ASK {}", "text/plain", 415),  # bad: media type
        ("POST", {}, "query=ASK+%7B%7D", None, 415),  # bad: a form that does not say that it is one
        ("POST", {}, "ASK {}", None, 415),  # bad: a query that does not say that it is one
        ("POST", {}, "", "application/x-www-form-urlencoded", 400),  # bad: no query
        ("POST", {"query": "ASK {}"}, "ASK {}", "application/sparql-query", 400),  # bad: two queries
        ("POST", {}, "query=ASK+%7B%7D&query=ASK+%7B%7D", "application/x-www-form-urlencoded", 400),
        ("POST", {}, b"query=ASK+%7B%7D%23%FF", "application/x-www-form-urlencoded", 400),  # bad: not UTF-8
        ("POST", {}, b"ASK { \xff }", "application/sparql-query", 400),  # bad: not UTF-8
        ("POST", {}, "CLEAR ALL", "application/sparql-update", 415),
        ("POST", {}, "update=CLEAR+ALL", "application/x-www-form-urlencoded", 400),
        ("POST", {}, "update=CLEAR+ALL&using-graph-uri=urn:x", "application/x-www-form-urlencoded", 400),
        ("POST", {"update": "CLEAR ALL"}, "ASK {}", "application/sparql-query", 400),
        ("GET", {"update": "CLEAR ALL"}, None, None, 400),
        ("POST", {}, "INSERT DATA { <a:b> <a:b> <a:b> }", "application/sparql-query", 400),
        ("PUT", {"query": "ASK {}"}, None, None, 405),
        ("DELETE", {}, None, None, 405),
    ],
)
def test_bad_requests(
    client: httpx.Client, method: str, parameters: dict[str, str], content: str, type_: str | None, status: int
) -> None:
    headers = {"Content-Type": type_} if type_ else {}
    response = client.request(method, "/sparql", params=parameters, content=content, headers=headers)
    assert response.status_code == status, response.text
    assert response.json()["status"] == status


def test_an_address_that_is_not_utf_8_is_refused(client: httpx.Client) -> None:
    assert client.get("/sparql?query=ASK%7B%7D%23%FF").status_code == 400


def test_a_graph_that_is_not_here_is_refused_and_not_fetched(client: httpx.Client) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        response = client.get("/sparql", params={"query": ASK, name: "http://127.0.0.1:9/data.ttl"})
        assert response.status_code == 400
        assert "/api/info" in response.json()["detail"]


def test_a_body_beyond_the_limit_is_413(client: httpx.Client) -> None:
    for size in (70_000, 1_000_000):
        response = client.post("/sparql", content="ASK {}" + " " * size, headers=QUERY)
        assert response.status_code == 413
        assert "max-length" in response.json()["detail"]


def test_other_origins_may_read(client: httpx.Client) -> None:
    preflight = client.options(
        "/sparql", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert client.get("/sparql", params={"query": ASK}).headers["access-control-allow-origin"] == "*"


def test_an_empty_graph_of_a_plans_scope_may_be_named(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    scope = kawasaki.manifest.scopes[PLAN]
    response = client.post("/sparql", data={"query": SELECT, "default-graph-uri": scope})
    assert values(response, "label")
