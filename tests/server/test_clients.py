"""Clients that others wrote, against the running server."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import SPARQLWrapper
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from tests import node

if TYPE_CHECKING:
    from tests.server.serving import Server

JAVASCRIPT = Path(__file__).parent / "js"
QUERY = "SELECT ?code ?label WHERE { ?m a pg:Measure ; skos:notation ?code ; rdfs:label ?label } ORDER BY ?code LIMIT 5"
PLAN = "https://w3id.org/plangraph/id/kawasaki/3"


def test_sparqlwrapper(server: Server) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql")
    for method in (SPARQLWrapper.GET, SPARQLWrapper.POST):
        for form, count in ((SPARQLWrapper.JSON, 5), (SPARQLWrapper.XML, 5)):
            wrapper.setQuery(QUERY)
            wrapper.setMethod(method)
            wrapper.setReturnFormat(form)
            answer: Any = wrapper.query().convert()
            rows = (
                answer["results"]["bindings"] if form == SPARQLWrapper.JSON else answer.getElementsByTagName("result")
            )
            assert len(rows) == count
    wrapper.setQuery(f"CONSTRUCT WHERE {{ <{PLAN}> ?p ?o }}")
    wrapper.setReturnFormat(SPARQLWrapper.TURTLE)
    turtle: Any = wrapper.query().convert()
    assert len(Graph().parse(data=turtle, format="turtle")) > 5


def test_sparqlwrapper_is_told_what_is_wrong(server: Server) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql")
    wrapper.setQuery("SELECT ?s WHERE { ?s ?p }")
    try:
        wrapper.query()
    except SPARQLWrapper.SPARQLExceptions.QueryBadFormed as error:
        assert "line 1, column " in str(error)
    else:
        raise AssertionError("the query is wrong")


def test_rdflibs_store(server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for method in ("GET", "POST", "POST_FORM"):
            graph = Graph(SPARQLStore(f"{server.url}/sparql", method=method))
            assert len(list(graph.query("SELECT * { ?s a <http://metadata.un.org/sdg/ontology#Goal> }"))) == 17
        assert (URIRef(PLAN), None, None) in graph


def test_rdflib_reads_linked_data(server: Server) -> None:
    graph = Graph().parse(f"{server.url}/id/kawasaki/3/measure/1-1-1")
    assert any("measure/1-1-1" in str(subject) for subject in graph.subjects())


@pytest.mark.curl
def test_curl(server: Server) -> None:
    curl = shutil.which("curl")
    assert curl
    asking = [curl, "-sf", "--compressed", "-H", "Accept: text/csv", "--data-urlencode", f"query={QUERY}"]
    said = subprocess.run([*asking, f"{server.url}/sparql"], capture_output=True, text=True, check=True)
    assert len(said.stdout.splitlines()) == 6


def test_javascript(server: Server, tmp_path: Path) -> None:
    for name in ("package.json", "package-lock.json", "ask.js"):
        shutil.copy(JAVASCRIPT / name, tmp_path)
    node.run(tmp_path, "npm", "ci", "--silent", "--ignore-scripts", "--no-audit")
    answer = json.loads(node.run(tmp_path, "node", "ask.js", f"{server.url}/sparql", QUERY, PLAN))
    assert len(answer["rows"]) == 5
    assert answer["variables"] == ["code", "label"]
    assert answer["truth"] is True
    assert answer["triples"] > 5
