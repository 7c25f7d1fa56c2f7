"""The graph as Python sees it."""

from __future__ import annotations

import pytest
from tests.small_city import write_city

import plangraph
from plangraph.errors import ParameterError, QuestionError, SparqlError
from plangraph.namespaces import GRAPHS
from plangraph.store import Rows, expect_rows

THINGS = "https://w3id.org/plangraph/id/mini/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    folder = tmp_path_factory.mktemp("graph")
    return plangraph.load(write_city(folder / "city"), folder / "out")


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("1-1-1", "3/measure/1-1-1"),
        ("10101010", "3/project/10101010"),
        ("堤防", "3/project/10101020"),
        ("Levees", "3/project/10101020"),
        ("mini/3", "3"),
        ("office/works", "office/works"),
    ],
)
def test_a_thing_goes_by_its_code_label_or_path(graph: plangraph.Graph, name: str, iri: str) -> None:
    assert graph.resolve(name) == THINGS + iri


def test_a_graph_says_of_what_it_is(graph: plangraph.Graph) -> None:
    assert repr(graph).startswith("<Graph of mini: ")


def test_rows_are_had_as_dicts_and_as_a_data_frame(graph: plangraph.Graph) -> None:
    rows = expect_rows(
        graph.sparql("SELECT ?code ?n { ?p a pg:Project ; skos:notation ?code BIND(1 AS ?n) } ORDER BY ?code")
    )
    assert rows.to_dicts() == [{"code": "10101010", "n": 1}, {"code": "10101020", "n": 1}]
    frame = rows.to_pandas()
    assert list(frame["code"]) == ["10101010", "10101020"]
    assert "<th>code</th>" in rows._repr_html_()


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
@pytest.mark.parametrize("city", ["graph", "minato"])
def test_a_query_over_a_graph_that_is_not_there_is_an_error(
    request: pytest.FixtureRequest, city: str, clause: str
) -> None:
    asked: plangraph.Graph = request.getfixturevalue(city)
    there = next(name for name in asked.manifest.graphs if name.startswith(GRAPHS) and "inferred" not in name)
    query = f"SELECT ?s {clause} <{there}{{}}> {{{{ ?s ?p ?o }}}}"

    assert isinstance(asked.sparql(query.format("")), Rows)
    with pytest.raises(SparqlError) as told:
        asked.sparql(query.format("x"))
    for words in (told.value.words.ja, told.value.words.en):
        assert f"<{there}x>" in words
        assert f"{there}'" in words or f"{there}」" in words
    with pytest.raises(SparqlError, match=r"no graph <urn:none> is here$"):
        asked.sparql("ASK { ?s ?p ?o }", ["urn:none"])


def test_rdflib_sees_the_same_named_graphs(graph: plangraph.Graph) -> None:
    sizes = {str(inner.identifier): len(inner) for inner in graph.to_rdflib().graphs()}
    assert {name: sizes[name] for name in graph.manifest.graphs} == graph.manifest.graphs


def test_a_graph_is_no_table(graph: plangraph.Graph) -> None:
    with pytest.raises(QuestionError, match="SELECT"):
        expect_rows(graph.sparql("CONSTRUCT WHERE { ?s a pg:Project }"))


def test_a_code_in_another_plan_is_found_in_its_scope(graph: plangraph.Graph) -> None:
    assert graph.resolve("1-1", THINGS + "concept") == THINGS + "concept/policy/1-1"


def test_a_question_about_another_citys_thing_asks_for_one_of_ones_own(graph: plangraph.Graph) -> None:
    with pytest.raises(ParameterError, match="'children' needs a value for 'element'"):
        graph.query("children")
    assert next(q for q in graph.questions() if q.name == "plan-tiers").header["defaults"]["city"] == "mini"


def test_an_answer_is_of_the_kind_that_was_asked_for(graph: plangraph.Graph) -> None:
    assert graph.query("plan-tiers").variables
    assert not graph.construct("goal-coverage").cut
    with pytest.raises(QuestionError, match="SELECT"):
        graph.query("goal-coverage")
    with pytest.raises(QuestionError, match="CONSTRUCT"):
        graph.construct("plan-tiers")
    with pytest.raises(QuestionError, match="ASK"):
        graph.ask("plan-tiers")
