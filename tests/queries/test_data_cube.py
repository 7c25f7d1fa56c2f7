"""The figures of a city are a well-formed data cube, by each of the integrity constraints of the W3C."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest

if TYPE_CHECKING:
    import plangraph

INTEGRITY = tomllib.loads((Path(__file__).parent / "cube-integrity.toml").read_text("utf-8"))
CONSTRAINTS = {name: rule for name, rule in INTEGRITY.items() if name.startswith("IC-")}
SOUND = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:set qb:structure :dsd .
:dsd a qb:DataStructureDefinition ; qb:component
  [ qb:measure :value ] , [ qb:dimension :year ] , [ qb:dimension :kind ] ,
  [ qb:dimension :land ] , [ qb:dimension :zone ] , [ qb:attribute :unit ; qb:componentRequired true ] .
:year rdfs:range rdfs:Literal .
:kind rdfs:range skos:Concept ; qb:codeList :kinds .
:kinds a skos:ConceptScheme . :budget a skos:Concept ; skos:inScheme :kinds .
:land rdfs:range rdfs:Resource ; qb:codeList :lands .
:lands qb:hierarchyRoot :japan ; qb:parentChildProperty skos:narrower .
:japan skos:narrower :city .
:zone rdfs:range rdfs:Resource ; qb:codeList :zones .
:zones qb:hierarchyRoot :outer ; qb:parentChildProperty [ owl:inverseOf skos:broader ] .
:inner skos:broader :outer .
:o1 qb:dataSet :set ; :kind :budget ; :land :city ; :zone :inner . :o1 :year 2024 . :o1 :value 1 . :o1 :unit :yen .
:o2 qb:dataSet :set ; :kind :budget ; :land :city ; :zone :inner ; :year 2025 ; :value 2 ; :unit :yen .
:dsd qb:sliceKey :key . :key a qb:SliceKey ; qb:componentProperty :kind .
:set qb:slice :slice . :slice qb:sliceStructure :key ; qb:observation :o1 . :slice :kind :budget .
:sizes qb:structure :shape .
:shape a qb:DataStructureDefinition ; qb:component [ qb:dimension :year ] , [ qb:dimension qb:measureType ] ,
  [ qb:measure :height ] , [ qb:measure :width ] .
qb:measureType rdfs:range rdfs:Resource .
:m1 qb:dataSet :sizes ; :year 2024 ; qb:measureType :height . :m1 :height 3 .
:m2 qb:dataSet :sizes ; qb:measureType :width ; :width 4 . :m2 :year 2024 .
"""


def normalised(triples: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(triples, format=pyoxigraph.RdfFormat.TURTLE)
    store.update(INTEGRITY["prefixes"] + INTEGRITY["normalise"])
    return store


def broken(store: pyoxigraph.Store) -> set[str]:
    return {name for name, rule in CONSTRAINTS.items() if any(is_broken(store, rule, of) for of in cases(store, rule))}


def is_broken(store: pyoxigraph.Store, rule: dict[str, Any], narrower: str) -> bool:
    asked = rule["violated"].replace("%(narrower)s", narrower)
    return bool(store.query(f"{INTEGRITY['prefixes']} ASK {{ {asked} }}"))


def cases(store: pyoxigraph.Store, rule: dict[str, Any]) -> list[str]:
    """List the properties of hierarchies for which a constraint is asked; one without hierarchies is asked once."""
    if "hierarchy" not in rule:
        return [""]
    found = store.query(f"{INTEGRITY['prefixes']} SELECT DISTINCT ?narrower {{ {rule['hierarchy']} }}")
    return [row["narrower"].value for row in found]  # type: ignore[union-attr]


def test_there_are_all_constraints_and_a_sound_cube_breaks_none() -> None:
    assert list(CONSTRAINTS) == [f"IC-{number}" for number in range(1, 22)]
    assert broken(normalised(SOUND)) == set()


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_fault_breaks_its_constraint(name: str) -> None:
    wrong, instead = CONSTRAINTS[name]["fault"]
    assert wrong in SOUND

    assert name in broken(normalised(SOUND.replace(wrong, instead, 1)))


@pytest.mark.parametrize("city", ["testville", "village", pytest.param("kawasaki", marks=pytest.mark.long)])
def test_the_figures_of_a_city_are_a_well_formed_cube(city: str, request: pytest.FixtureRequest) -> None:
    graph: plangraph.Graph = request.getfixturevalue(city)
    cube = normalised(graph.construct("data-cube").serialize("turtle"))

    figures = list(graph.sparql("SELECT DISTINCT ?o WHERE { ?o a pg:Observation }"))  # type: ignore[arg-type]
    told = list(cube.query(INTEGRITY["prefixes"] + "SELECT ?o WHERE { ?o a qb:Observation }"))  # type: ignore[arg-type]
    assert len(told) == len(figures) > 0
    assert broken(cube) == set()
