"""Each kind of axiom has its rule, and what has none is refused."""

from __future__ import annotations

import pytest

from plangraph import ontology
from plangraph.errors import OntologyError
from plangraph.inference import close, compile_rules, keys_of
from plangraph.store import Memory
from plangraph.store.terms import NamedNode, Quad, RdfFormat, Triple, read_graph

PREFIXES = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
GRAPH, INFERRED = "https://example.org/facts", "https://example.org/facts/inferred"


def triples(turtle: str) -> list[Triple]:
    return list(read_graph(PREFIXES + turtle, RdfFormat.TURTLE))


def conclusions(axioms: str, facts: str) -> set[Triple]:
    store = Memory()
    store.add(Quad(t.subject, t.predicate, t.object, NamedNode(GRAPH)) for t in triples(facts))
    return close(store, [GRAPH], INFERRED, keys_of(store, GRAPH), compile_rules(triples(axioms)))


@pytest.mark.parametrize(
    ("axioms", "facts", "follows"),
    [
        (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .", ":x a :A .", ":x a :B , :C ."),
        (":p rdfs:subPropertyOf :q .", ":x :p :y .", ":x :q :y ."),
        (":p owl:inverseOf :q .", ":x :p :y . :a :q :b .", ":y :q :x . :b :p :a ."),
        (":p a owl:TransitiveProperty .", ":a :p :b . :b :p :c . :c :p :d .", ":a :p :c , :d . :b :p :d ."),
        (":p a owl:SymmetricProperty .", ":x :p :y .", ":y :p :x ."),
        (":p owl:propertyChainAxiom ( :q :r ) .", ":x :q :y . :y :r :z .", ":x :p :z ."),
        (":p owl:propertyChainAxiom ( :q :r :s ) .", ":w :q :x . :x :r :y . :y :s :z .", ":w :p :z ."),
        (":p rdfs:domain :A ; rdfs:range :B .", ":x :p :y .", ":x a :A . :y a :B ."),
        (":p rdfs:range xsd:integer .", ":x :p 1 .", ""),
        ("[] owl:onProperty :p ; owl:hasValue :v ; rdfs:subClassOf :A .", ":x :p :v . :y :p :w .", ":x a :A ."),
        (
            "[] owl:onProperty :p ; owl:someValuesFrom :B ; rdfs:subClassOf :A .",
            ":x :p :y , :z . :y a :B . :w :p :z .",
            ":x a :A .",
        ),
        (
            "[] owl:intersectionOf ( :C [ owl:onProperty :p ; owl:someValuesFrom :B ] ) ; rdfs:subClassOf :A .",
            ":x a :C ; :p :y . :y a :B . :w :p :y .",
            ":x a :A .",
        ),
        (":A owl:disjointWith :B .", ":x a :A .", ""),
        (":p rdfs:subPropertyOf :q .", ":x :p :y ; :q :y .", ""),
    ],
)
def test_what_follows_from_an_axiom(axioms: str, facts: str, follows: str) -> None:
    assert conclusions(axioms, facts) == set(triples(follows))


@pytest.mark.parametrize(
    ("axioms", "said"),
    [
        (
            ":p a owl:FunctionalProperty .",
            "https://example.org/p: no rule carries out the axiom owl:FunctionalProperty",
        ),
        (":A owl:equivalentClass :B .", "https://example.org/A: no rule carries out the axiom owl:equivalentClass"),
        (
            "[] owl:someValuesFrom :B ; rdfs:subClassOf :A .",
            "https://example.org/A: no rule carries out the axiom rdfs:subClassOf",
        ),
        *(
            (
                f"[] {said} ; rdfs:subClassOf :A .",
                "https://example.org/A: no rule carries out the axiom rdfs:subClassOf",
            )
            for said in (
                "owl:onProperty :p ; owl:hasValue :v , :w",
                "owl:onProperty :p ; owl:someValuesFrom :B , :C",
                "owl:onProperty :p , :q ; owl:hasValue :v",
                "owl:intersectionOf ( :B :C ) , ( :B :D )",
            )
        ),
        ("[] owl:unionOf ( :B :C ) ; rdfs:subClassOf :A .", "no rule carries out the axiom owl:unionOf"),
        (
            ":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .",
            "no rule carries out the axiom owl:allValuesFrom",
        ),
    ],
)
def test_an_axiom_without_a_rule_is_refused_not_skipped(axioms: str, said: str) -> None:
    with pytest.raises(OntologyError) as caught:
        compile_rules(triples(axioms))
    assert str(caught.value) == said


def test_all_that_is_refused_is_told_at_once_where_it_is_asked_for() -> None:
    refused: list[OntologyError] = []
    rules = compile_rules(
        triples(":p a owl:FunctionalProperty ; rdfs:range :A . :q a owl:FunctionalProperty ; rdfs:domain :A ."), refused
    )

    assert {rule.name for rule in rules} == {"prp-rng", "prp-dom"}
    assert sorted(str(each).partition(":")[2][:16] for each in refused) == ["//example.org/p:", "//example.org/q:"]


def test_the_whole_ontology_compiles() -> None:
    names = {rule.name for rule in compile_rules(ontology.load().triples)}
    assert names == {
        "cax-sco",
        "cls-hv2",
        "cls-int1",
        "prp-dom",
        "prp-inv1",
        "prp-inv2",
        "prp-rng",
        "prp-spo1",
        "prp-spo2",
        "prp-symp",
        "prp-trp",
    }


def test_a_rule_names_what_its_axiom_is_about() -> None:
    for kind in ("Transitive", "Symmetric"):
        (rule,) = compile_rules(triples(f":p a owl:{kind}Property ."))

        assert f"<{rule.axiom[0]}>" == rule.head[1] == rule.body[0][1]
