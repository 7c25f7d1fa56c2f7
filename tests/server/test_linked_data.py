"""Linked data: each IRI that the graph mints is served, in the form asked for."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import parse

from plangraph.namespaces import GRAPHS, ONTOLOGY, THINGS
from plangraph.server.describing import local, thing
from plangraph.server.desk import Desk
from plangraph.server.settings import Settings
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
            body = client.get(f"{local(name)}?format=ntriples").content
            assert len(list(parse(body, format=RdfFormat.N_TRIPLES))) == size


def test_a_large_graph_is_not_cut(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    name = f"{GRAPHS}kawasaki/3"
    body = client.get(f"{local(name)}?format=ntriples").text
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


def test_markup_in_an_address_stays_text(client: httpx.Client) -> None:
    for address in ("/id/%3Cscript%3Ealert(1)%3C/script%3E", "/id?iri=http://x/<script>", "/id/%22%3E%3Cb%3E"):
        assert "<script>alert" not in client.get(address, headers={"Accept": "text/html"}).text


def test_the_page_of_the_explorer_is_at_every_address_of_both_languages(client: httpx.Client) -> None:
    pages = [client.get(address) for address in ("/", "/ja", "/ja/", "/en/network/deep/er", "/ja/things?x=1")]
    assert {page.status_code for page in pages} == {200}
    assert {page.headers["content-type"] for page in pages} == {"text/html; charset=utf-8"}


def test_from_any_one_iri_everything_else_is_reached(kawasaki_folder: Path) -> None:
    desk = Desk.open(Settings(str(kawasaki_folder)))
    subjects = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s) && !CONTAINS(STR(?s), '#class-')) }"
    every = {str(iri) for (iri,) in expect_rows(desk.graph.sparql(subjects))}
    start = f"{THINGS}kawasaki/3"
    seen, waiting = {start}, deque([start])
    while waiting:
        body = thing(desk, waiting.popleft(), "ntriples").body
        for quad in parse(body, format=RdfFormat.N_TRIPLES):
            for term in (quad.subject, quad.object):
                if isinstance(term, NamedNode) and term.value in every and term.value not in seen:
                    seen.add(term.value)
                    waiting.append(term.value)
        if seen >= every:
            break
    assert not sorted(every - seen)[:10]
