"""What a real endpoint does: it is pushed into once, opened by its address, cuts, refuses and gives everything back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.engines.servers import virtuoso_version

import plangraph
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.errors import EndpointError, SparqlError, UnknownThing
from plangraph.store import Rows, Triples
from plangraph.store.remote import Remote
from plangraph.store.terms import canonical

if TYPE_CHECKING:
    from plangraph.store.terms import Triple

LARGEST = "https://w3id.org/plangraph/graph/kawasaki/3"
LONG = "https://w3id.org/plangraph/graph/kawasaki/3/inferred"
"""More triples than Virtuoso puts in order, and several pages of them."""
ONTOLOGY = "https://w3id.org/plangraph/graph/ontology"


@pytest.fixture(params=["on_oxigraph", "on_virtuoso"])
def remote(request: pytest.FixtureRequest) -> plangraph.Graph:
    graph = request.getfixturevalue(request.param)
    assert isinstance(graph, plangraph.Graph)
    return graph


def engine(graph: plangraph.Graph) -> Remote:
    assert isinstance(graph.engine, Remote)
    return graph.engine


def of_graph(graph: plangraph.Graph, name: str) -> list[Triple]:
    answer = graph.sparql(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
    assert isinstance(answer, Triples)
    return canonical(answer.triples)


def test_the_manifest_is_that_of_the_build(remote: plangraph.Graph, kawasaki: plangraph.Graph) -> None:
    assert remote.manifest == kawasaki.manifest


def test_a_second_push_sends_nothing(remote: plangraph.Graph, kawasaki_folder: Path) -> None:
    url = engine(remote).url
    assert publish(layout.current(kawasaki_folder), Remote(url)).sent == ()


@pytest.mark.parametrize("name", [ONTOLOGY, LONG])
def test_whole_graphs_come_back_as_they_were(name: str, remote: plangraph.Graph, kawasaki: plangraph.Graph) -> None:
    assert name != LONG or kawasaki.manifest.graphs[name] > 10_000
    assert canonical(engine(remote).triples(name)) == of_graph(kawasaki, name)


def test_a_graph_is_constructed_the_same(remote: plangraph.Graph, kawasaki: plangraph.Graph) -> None:
    assert of_graph(remote, ONTOLOGY) == of_graph(kawasaki, ONTOLOGY)


def test_the_union_is_the_build_and_nothing_of_the_endpoint(remote: plangraph.Graph, kawasaki: plangraph.Graph) -> None:
    classes = "SELECT DISTINCT ?class WHERE { ?x a ?class }"
    assert set(expect(remote, classes)) == set(expect(kawasaki, classes))


@pytest.mark.parametrize("names", [("1-1", "coversGoal", "sdg:11"), ("10101010", "within", "1")])
def test_why_a_statement_holds_is_told_the_same(
    names: tuple[str, str, str], remote: plangraph.Graph, kawasaki: plangraph.Graph
) -> None:
    assert remote.explain(*names) == kawasaki.explain(*names)


def expect(graph: plangraph.Graph, sparql: str) -> Rows:
    answer = graph.sparql(sparql)
    assert isinstance(answer, Rows)
    return answer


def test_text_that_is_not_sparql_is_told_as_such(remote: plangraph.Graph) -> None:
    with pytest.raises(SparqlError):
        remote.sparql("SELECT ?x WHERE { ?x ")


@pytest.mark.parametrize("form", ["SELECT *", "CONSTRUCT { ?s ?p ?o }"])
def test_an_answer_that_virtuoso_cuts_is_not_taken_for_the_whole(form: str, on_virtuoso: plangraph.Graph) -> None:
    cut = f"{form} WHERE {{ GRAPH <{LARGEST}> {{ ?s ?p ?o }} }}"
    with pytest.raises(EndpointError, match=r"ResultSetMaxRows|Hash dictionary is full"):
        on_virtuoso.sparql(cut)
    if form.startswith("CONSTRUCT") and virtuoso_version() >= (7, 2, 12):
        return  # it refuses a larger graph by itself, also where the first triples are wanted
    answer = on_virtuoso.engine.query(cut, limit=100)
    assert isinstance(answer, Rows | Triples)
    assert (len(answer), answer.cut) == (100, True)


def test_virtuoso_takes_no_updates_from_strangers(virtuoso: str, on_virtuoso: plangraph.Graph) -> None:
    with pytest.raises(EndpointError, match=r"refuses the update: .*No permission"):
        engine(on_virtuoso).update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <urn:o> } }")
    with pytest.raises(EndpointError, match="PLANGRAPH_USER"):
        Remote(virtuoso, user="dba", password="wrong").count(LARGEST)  # noqa: S106 - of nobody


def test_a_choice_tells_the_same_of_what_stands_above(remote: plangraph.Graph, kawasaki: plangraph.Graph) -> None:
    said = []
    for graph in (remote, kawasaki):
        with pytest.raises(UnknownThing) as told:
            graph.resolve("企画課")
        said.append(told.value.words)
    assert said[0] == said[1]
    assert "Planning Section (Takatsu Ward Office" in said[0].en


def test_commands_take_an_address(on_oxigraph: plangraph.Graph) -> None:
    command = [str(Path(sys.executable).with_name("plangraph")), "query", "standing-counts", "--format", "csv"]
    done = subprocess.run(
        [*command, "--store", engine(on_oxigraph).url], check=True, capture_output=True, text=True, timeout=60
    )
    assert len(done.stdout.splitlines()) == 1 + 23
