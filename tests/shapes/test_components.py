"""Each component of SHACL that a shape may use judges as pySHACL does; any other is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph
from tests.shapes.test_shapes import stored

from plangraph.errors import OntologyError
from plangraph.store.terms import RdfFormat, read_graph
from plangraph.validation import Shapes

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = """
@prefix : <http://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FACTS = (
    PREFIXES
    + """
:Part rdfs:subClassOf :Thing . :Piece rdfs:subClassOf :Part .
:none a :Thing .
:whole a :Thing ; :p 1 ; :q 2 . :broken a :Part ; :p 1.5 ; :q 1 . :bad a :Piece ; :p "x"^^xsd:integer .
:word a :Thing ; :p "word" ; :q "word" . :ja a :Thing ; :p "語"@ja ; :q 3 . :both a :Thing ; :p "a"@en , "b"@en-GB .
:twice a :Thing ; :p "a"@en , "b"@en . :early a :Thing ; :p "2021-01-01T00:00:00"^^xsd:dateTime ;
    :q "2022-01-01T00:00:00"^^xsd:dateTime . :late a :Thing ; :p "2023-01-01T00:00:00"^^xsd:dateTime ;
    :q "2022-01-01T00:00:00"^^xsd:dateTime , "2024-01-01T00:00:00"^^xsd:dateTime .
:link a :Thing ; :p :bad .
"""
)
COMPONENTS = [
    "sh:class :Part",
    "sh:datatype xsd:integer",
    "sh:datatype xsd:string",
    "sh:datatype rdf:langString",
    "sh:datatype xsd:dateTime",
    "sh:nodeKind sh:IRI",
    "sh:nodeKind sh:BlankNode",
    "sh:nodeKind sh:Literal",
    "sh:minCount 2",
    "sh:maxCount 1",
    'sh:pattern "^[w1]"',
    'sh:languageIn ( "ja" "en" )',
    "sh:uniqueLang true",
    "sh:uniqueLang false",
    "sh:lessThanOrEquals :q",
    "sh:hasValue 1",
    'sh:in ( 1 "word" :bad )',
    "sh:not [ sh:nodeKind sh:Literal ]",
    "sh:or ( [ sh:nodeKind sh:IRI ] [ sh:datatype xsd:integer ] )",
    "sh:node [ sh:property [ sh:path :p ; sh:minCount 1 ] ]",
    'sh:qualifiedValueShape [ sh:languageIn ( "en" ) ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1',
    "sh:property [ sh:path :p ; sh:minCount 1 ]",
]
TARGETS = ["sh:targetClass :Thing", "sh:targetSubjectsOf :p", "sh:targetObjectsOf :p", "sh:targetNode :whole"]


def written(tmp_path: Path, target: str, component: str) -> Path:
    shape = f":s a sh:NodeShape ; {target} ; sh:property [ sh:path :p ; {component} ] ."
    (tmp_path / "shapes.ttl").write_text(PREFIXES + shape, "utf-8")
    return tmp_path / "shapes.ttl"


def judged(shapes: Path) -> list[str]:
    _, report, _ = validate(Graph().parse(data=FACTS), shacl_graph=Graph().parse(shapes), inplace=True)
    assert isinstance(report, Graph)
    return sorted(
        {str(report.value(result, SH.focusNode)) for result in report.subjects(RDF.type, SH.ValidationResult)}
    )


def ours(shapes: Path) -> list[str]:
    found = Shapes([shapes]).violations(stored(read_graph(FACTS, RdfFormat.TURTLE)))
    return sorted({violation.focus for violation in found})


def named(nodes: list[str]) -> list[str]:
    return [node for node in nodes if node.startswith("http")]


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_judges_as_pyshacl_does(tmp_path: Path, component: str) -> None:
    shapes = written(tmp_path, TARGETS[0], component)

    assert named(ours(shapes)) == named(judged(shapes))


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_reaches_what_pyshacl_reaches(tmp_path: Path, target: str) -> None:
    shapes = written(tmp_path, target, "sh:datatype xsd:date ; sh:minCount 1")

    assert named(ours(shapes)) == named(judged(shapes))


def test_a_query_is_asked_of_each_target(tmp_path: Path) -> None:
    select = 'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <http://example.org/q> ?value }" ]'
    shape = PREFIXES + f":s a sh:NodeShape ; sh:targetClass :Thing ; {select} ."
    (tmp_path / "shapes.ttl").write_text(shape, "utf-8")

    assert ours(tmp_path / "shapes.ttl") == judged(tmp_path / "shapes.ttl")


@pytest.mark.parametrize("unknown", ["sh:minLength 2", "sh:xone ( [ sh:minCount 1 ] )", "sh:closed true"])
def test_a_component_that_is_not_known_is_refused(tmp_path: Path, unknown: str) -> None:
    with pytest.raises(OntologyError, match=unknown.partition(" ")[0]):
        Shapes([written(tmp_path, TARGETS[0], unknown)])


def test_a_path_of_several_steps_is_refused(tmp_path: Path) -> None:
    shape = ":s sh:targetNode :whole ; sh:property [ sh:path ( :p :q ) ; sh:minCount 1 ] ."
    (tmp_path / "shapes.ttl").write_text(PREFIXES + shape, "utf-8")

    with pytest.raises(OntologyError, match="sh:path"):
        Shapes([tmp_path / "shapes.ttl"])
