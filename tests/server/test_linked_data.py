"""Linked data: each IRI that the graph mints is served, in the form asked for."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import parse

from plangraph.namespaces import GRAPHS, ONTOLOGY, THINGS
from plangraph.server.html.thing_addresses import page_address
from plangraph.server.settings import Settings
from plangraph.server.workers.description import thing
from plangraph.server.workers.served_graph import ServedGraph
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode, RdfFormat

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    import plangraph


PROJECT = "/id/kawasaki/3/measure/1-1-1"


@pytest.mark.parametrize(
    ("address", "accept", "media"),
    [
        (PROJECT, "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        (PROJECT, "text/turtle", "text/turtle; charset=utf-8"),
        (PROJECT, "application/ld+json", "application/ld+json"),
        (PROJECT, "application/n-triples", "application/n-triples"),
        (f"{PROJECT}?format=jsonld", "text/html", "application/ld+json"),
        ("/ontology", "text/turtle", "text/turtle; charset=utf-8"),
        ("/ontology", "text/html", "text/html; charset=utf-8"),
        ("/ontology/plan", "text/turtle", "text/turtle; charset=utf-8"),
        ("/graph/kawasaki/4", "application/n-triples", "application/n-triples"),
        ("/graph/kawasaki/4", "text/html", "text/html; charset=utf-8"),
        ("/.well-known/void", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_the_form_is_negotiated(client: httpx.Client, address: str, accept: str, media: str) -> None:
    response = client.get(address, headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"] == media
    assert "Accept" in response.headers["vary"]


def test_rdf_keeps_the_canonical_names_and_pages_link_here(client: httpx.Client) -> None:
    iri = f"{THINGS}kawasaki/3/measure/1-1-1"
    assert f"<{iri}>" in client.get(PROJECT, headers={"Accept": "application/n-triples"}).text
    page = client.get(PROJECT, headers={"Accept": "text/html", "Accept-Language": "en"}).text
    assert 'href="/id/kawasaki/basic/policy/1-1"' in page
    assert "What is said of it" in page
    assert f'href="{THINGS}' not in page


def test_a_whole_graph_can_be_had(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    for name, size in kawasaki.manifest.graphs.items():
        if name.startswith(GRAPHS) and size < 2000:
            body = client.get(f"{page_address(name)}?format=ntriples").content
            assert len(list(parse(body, format=RdfFormat.N_TRIPLES))) == size


def test_a_large_graph_is_not_cut(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    name = f"{GRAPHS}kawasaki/3"
    body = client.get(f"{page_address(name)}?format=ntriples").text
    assert body.count("\n") == kawasaki.manifest.graphs[name] > 3_000


def test_the_ontology_is_served_whole_and_has_a_place_for_each_term(client: httpx.Client) -> None:
    assert f"<{ONTOLOGY}#Project>" in client.get("/ontology?format=ntriples").text
    assert 'id="Project"' in client.get("/ontology", headers={"Accept": "text/html"}).text


def test_what_is_not_here_is_404_in_the_readers_form(client: httpx.Client) -> None:
    page = client.get("/id/nothing", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    data = client.get("/id/nothing", headers={"Accept": "text/turtle"})
    assert (data.status_code, data.headers["content-type"]) == (404, "application/problem+json")
    assert client.get("/id/kawasaki/3", headers={"Accept": "image/png"}).status_code == 406


def test_from_any_one_iri_everything_else_is_reached(kawasaki_folder: Path) -> None:
    served = ServedGraph.open(Settings(str(kawasaki_folder)))
    subjects = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s)) }"
    every = {str(iri) for (iri,) in expect_rows(served.graph.sparql(subjects))}
    start = f"{THINGS}kawasaki/3"
    seen, waiting = {start}, deque([start])
    while waiting:
        body = thing(served, waiting.popleft(), "ntriples").body
        for quad in parse(body, format=RdfFormat.N_TRIPLES):
            for term in (quad.subject, quad.object):
                if isinstance(term, NamedNode) and term.value in every and term.value not in seen:
                    seen.add(term.value)
                    waiting.append(term.value)
        if seen >= every:
            break
    assert not sorted(every - seen)[:10]


def test_the_catalogue_says_where_files_and_the_endpoint_are(client: httpx.Client) -> None:
    said = client.get("/.well-known/void", headers={"Accept": "application/n-triples"}).text
    endpoint = re.findall(r"<http://rdfs.org/ns/void#sparqlEndpoint> <([^>]+)>", said)
    assert endpoint == [f"{client.base_url}/sparql".replace("//sparql", "/sparql")]
    files = re.findall(r"<http://www.w3.org/ns/dcat#downloadURL> <https://w3id.org/plangraph([^>]+)>", said)
    assert "/graph/kawasaki/3/inferred?format=turtle" in files
    for file in files:
        assert client.get(file).headers["content-type"] == "text/turtle; charset=utf-8"


def test_a_whole_graph_comes_as_a_file_with_a_name(client: httpx.Client) -> None:
    for address, name in (("/graph/kawasaki/4", "kawasaki-4"), ("/ontology", "ontology")):
        for form, suffix in (("turtle", "ttl"), ("jsonld", "jsonld")):
            said = client.get(f"{address}?format={form}").headers["content-disposition"]
            assert said == f'attachment; filename="{name}.{suffix}"'


def test_neighbours_beyond_the_limit_are_said_to_be_cut(kawasaki_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = ServedGraph.open(Settings(str(kawasaki_folder)))
    monkeypatch.setattr("plangraph.server.workers.description.NEIGHBOURS", 5)
    assert thing(served, f"{ONTOLOGY}#Measure", "ntriples").cut == "neighbours"


@pytest.mark.parametrize("address", ["/ontology", "/ontology/plan", "/id/kawasaki/3"])
def test_a_client_that_says_nothing_of_what_it_accepts_gets_rdf(client: httpx.Client, address: str) -> None:
    request = client.build_request("GET", address)
    del request.headers["accept"]

    assert client.send(request).headers["content-type"].startswith("text/turtle")


def test_a_module_is_given_with_its_axioms_and_the_shapes_as_a_whole(client: httpx.Client) -> None:
    module = client.get("/ontology/organization", headers={"Accept": "text/turtle"}).text
    assert "owl:AllDisjointClasses" in module
    assert "owl:intersectionOf" in module
    shapes = client.get("/ontology/shapes", headers={"Accept": "*/*"})
    assert shapes.headers["content-type"].startswith("text/turtle")
    assert "sh:NodeShape" in shapes.text
    assert client.get("/ontology/..%2Fplangraph", headers={"Accept": "text/turtle"}).status_code == 404
