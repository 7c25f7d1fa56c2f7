"""HermiT judges our materialisation: on Kawasaki's plan, both draw the same conclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plangraph.inference import compile_rules
from plangraph.namespaces import ONTOLOGY, PG, PREFIXES, RDF, RDFS
from plangraph.ontology import load
from plangraph.reasoning import to_owlready
from plangraph.store.terms import Literal, NamedNode

if TYPE_CHECKING:
    import plangraph

Fact = tuple[str, str, str]
RECORDS = {PG.Link, PG.Observation, PG.Evaluation, PG.Passage}
EVERY = 40  # HermiT takes minutes to sort all 3,000 records; all else is looked at whole


def relations_of_axioms() -> set[str]:
    """The relations from which another relation may follow."""
    kinds = {"prp-spo1", "prp-spo2", "prp-inv1", "prp-inv2", "prp-trp", "prp-symp"}
    rules = [rule for rule in compile_rules(load().triples) if rule.name in kinds]
    return {relation[1:-1] for rule in rules for _, relation, _ in [*rule.body, rule.head]}


@pytest.fixture(scope="module")
def asserted(kawasaki: plangraph.Graph) -> list[tuple[Any, bool]]:
    """What the tables and the ontology say, and whether it is an axiom."""
    found = []
    for quad in kawasaki.engine.quads():
        graph = str(getattr(quad.graph_name, "value", ""))
        if not graph.endswith(("/inferred", "/catalogue")):
            found.append((quad.triple, graph.endswith("/graph/ontology")))
    return found


@pytest.fixture(scope="module")
def looked_at(asserted: list[tuple[Any, bool]]) -> set[str]:
    """The things whose conclusions are compared."""
    types: dict[str, str] = {}
    for triple, _ in asserted:
        if triple.predicate.value == RDF.type and isinstance(triple.subject, NamedNode):
            types.setdefault(triple.subject.value, triple.object.value)
    records = sorted(thing for thing, kind in types.items() if kind in RECORDS)
    return (set(types) - set(records)) | set(records[::EVERY])


@pytest.fixture(scope="module")
def hermit(asserted: list[tuple[Any, bool]], looked_at: set[str]) -> set[Fact]:
    """What HermiT concludes, with what its answers leave out because a narrower answer implies it."""
    import owlready2

    facts = [
        triple
        for triple, is_axiom in asserted
        if is_axiom
        or (isinstance(triple.subject, NamedNode) and triple.subject.value in looked_at and not _is_text(triple))
    ]
    world = to_owlready(facts)
    with world.get_ontology("https://w3id.org/plangraph/ontology#"):
        owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    said = {(str(s), str(p), str(o)) for s, p, o in world.as_rdflib_graph()}
    return _with_wider(said)


def test_the_same_relations_follow(kawasaki: plangraph.Graph, hermit: set[Fact]) -> None:
    relations = relations_of_axioms()
    ours = {fact for fact in _facts(kawasaki) if fact[1] in relations}
    assert len(ours) > 10_000
    assert ours == {fact for fact in hermit if fact[1] in relations}


def test_the_same_types_follow(kawasaki: plangraph.Graph, hermit: set[Fact], looked_at: set[str]) -> None:
    things = {thing for thing in looked_at if not thing.startswith(ONTOLOGY)}  # its terms are no individuals
    ours = {fact for fact in _facts(kawasaki) if fact[0] in things and _is_type(fact)}
    theirs = {fact for fact in hermit if fact[0] in things and _is_type(fact)}
    assert len(ours) > 3_000
    assert ours == theirs


def _is_text(triple: Any) -> bool:
    return isinstance(triple.object, Literal)


def _is_type(fact: Fact) -> bool:
    return fact[1] == RDF.type and not fact[2].startswith(PREFIXES["owl"]) and fact[2].startswith("http")


def _facts(graph: plangraph.Graph) -> set[Fact]:
    found = set()
    for quad in graph.engine.quads():
        catalogue = str(getattr(quad.graph_name, "value", "")).endswith("/catalogue")
        if not catalogue and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found.add((quad.subject.value, quad.predicate.value, quad.object.value))
    return found


def _with_wider(said: set[Fact]) -> set[Fact]:
    """Add what follows from the narrowest classes and relations, which is all that HermiT writes out."""
    wider: dict[str, set[str]] = {}
    for triple in load().triples:
        if triple.predicate.value in {RDFS.subClassOf, RDFS.subPropertyOf} and isinstance(triple.subject, NamedNode):
            wider.setdefault(triple.subject.value, set()).add(str(triple.object.value))  # type: ignore[union-attr]
    found, fresh = set(said), set(said)
    while fresh:
        fresh = {
            (s, p, o)
            for subject, predicate, target in fresh
            for s, p, o in (
                *((subject, above, target) for above in wider.get(predicate, ())),
                *((subject, predicate, above) for above in wider.get(target, ()) if predicate == RDF.type),
            )
        } - found
        found |= fresh
    return found
