"""Every shape lets good facts pass and catches bad ones; pySHACL agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SH
from tests.shapes.examples import CITY, EXAMPLES, PREFIXES
from tests.shapes.judge import FILES, judged

from plangraph import ontology
from plangraph.namespaces import PG, RDFS
from plangraph.store.embedded import Memory
from plangraph.store.terms import DefaultGraph, Quad, RdfFormat, Triple, read_graph
from plangraph.validation import Shapes, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

PGS = Namespace("https://w3id.org/plangraph/shapes#")
OTHERS = {"governance"}  # has its examples in test_governance.py


MEANT = {RDFS.subClassOf, str(RDF.type), PG.standing, PG.course}
MEANINGS = [triple for triple in ontology.load().triples if triple.predicate.value in MEANT]


def stored(triples: Iterable[Triple]) -> Memory:
    return Memory.of(Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()) for triple in triples)


def facts(turtle: str) -> Memory:
    return stored([*read_graph(turtle, RdfFormat.TURTLE), *MEANINGS])


def expect_caught(name: str, violations: list[Violation]) -> None:
    """A shape caught what is wrong, and each violation says in which column and in both languages."""
    assert PGS[name].toPython() in {violation.shape for violation in violations}
    for violation in violations:
        assert violation.message_ja
        assert violation.message_en
        assert violation.column


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.of_data()


def test_the_small_city_conforms(shapes: Shapes) -> None:
    assert shapes.violations(facts(CITY)) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_valid_example_conforms(shapes: Shapes, name: str) -> None:
    assert shapes.violations(facts(CITY + EXAMPLES[name][0])) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_invalid_example_is_caught_by_its_shape(shapes: Shapes, name: str) -> None:
    expect_caught(name, shapes.violations(facts(CITY + EXAMPLES[name][1])))


def test_every_shape_with_a_message_has_examples() -> None:
    named = set()
    for path in FILES:
        if path.stem not in OTHERS:
            graph = Graph().parse(path)
            kinds = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
            named |= {str(shape).removeprefix(PGS) for shape in kinds if (shape, SH.message, None) in graph}
            named |= {str(shape).removeprefix(PGS) for shape in kinds if (shape, SH.sparql, None) in graph}
    assert named == set(EXAMPLES)


@pytest.mark.long
def test_pyshacl_judges_all_invalid_examples_alike(shapes: Shapes) -> None:
    broken: list[Triple] = []
    for name, (_, invalid) in EXAMPLES.items():
        own_city = (CITY + invalid).replace("/id/test/", f"/id/test/{name}/")
        broken += read_graph(own_city, RdfFormat.TURTLE)
    every = [*broken, *MEANINGS]
    ours = {(violation.focus, violation.shape) for violation in shapes.violations(stored(every))}
    assert len(ours) >= len(EXAMPLES)
    assert ours == judged(every)


def test_the_ontology_keeps_its_own_hygiene() -> None:
    assert Shapes.of_ontology().violations(stored(ontology.load().triples)) == []


@pytest.mark.parametrize(
    ("turtle", "shape"),
    [
        ('pg:Thing a owl:Class ; rdfs:label "もの"@ja , "Thing"@en .', "Term"),
        ('pg:thing a owl:Class ; rdfs:label "もの"@ja , "Thing"@en .', "ClassName"),
        ("pg:Points a owl:ObjectProperty .", "ObjectPropertyName"),
        ("pg:year a owl:DatatypeProperty ; rdfs:range xsd:gYear .", "DatatypeRange"),
    ],
)
def test_hygiene_catches_a_sloppy_term(turtle: str, shape: str) -> None:
    sloppy = PREFIXES + "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n" + turtle
    caught = Shapes.of_ontology().violations(stored(read_graph(sloppy, RdfFormat.TURTLE)))
    assert PGS[shape].toPython() in {violation.shape for violation in caught}
