"""HermiT judges our materialisation: on Kawasaki, both draw the same conclusions.

HermiT takes minutes for a whole plan, in which thousands of things are alike: what follows from one follows from all.
It is given one thing of each sort with all that it leads to, and so are our rules.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from tests.reasoning.judge import Fact, conclusions
from tests.small_city import write_city

from plangraph.build.judgement import read_facts
from plangraph.build.scopes import infer
from plangraph.inference import compile_rules
from plangraph.namespaces import ONTOLOGY, PREFIXES, RDF, THINGS
from plangraph.ontology import load
from plangraph.store.embedded import Memory
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import plangraph

pytestmark = pytest.mark.hermit

OBJECT_PROPERTY, CLASS = PREFIXES["owl"] + "ObjectProperty", PREFIXES["owl"] + "Class"


def declared(kind: str) -> set[str]:
    """The classes, or the relations, of the ontology."""
    typed = (triple for triple in load().triples if triple.predicate.value == RDF.type)
    return {
        triple.subject.value
        for triple in typed
        if triple.object == NamedNode(kind) and isinstance(triple.subject, NamedNode)
    }


@pytest.fixture(scope="module")
def quads(kawasaki: plangraph.Graph) -> list[Quad]:
    """What Kawasaki's tables say of one thing of each sort, and of all that it leads to."""
    told = [quad for quad in kawasaki.engine.quads() if not _is_graph(quad, "catalogue", "inferred", "readings")]
    sorts, leads = _sorts(told)
    kept = fresh = {min(alike, key=str) for alike in sorts}
    while fresh := {other for thing in fresh for other in leads[thing]} - kept:
        kept |= fresh
    left_out = {thing for alike in sorts for thing in alike} - kept
    return [quad for quad in told if not {quad.subject, quad.object} & left_out]


def _sorts(told: Iterable[Quad]) -> tuple[list[set[Any]], Mapping[Any, set[Any]]]:
    """Sort a city's things by their classes and by which relations join them to what, and tell where each leads."""
    kinds, joined, leads = (defaultdict[Any, set[Any]](set) for _ in range(3))
    relations = []
    for quad in told:
        if quad.predicate.value == RDF.type:
            kinds[quad.subject].add(quad.object)
        elif isinstance(quad.object, NamedNode):
            relations.append((quad.subject, quad.predicate, quad.object))
    for one, relation, other in relations:
        joined[one].add((relation, "to", frozenset(kinds[other])))
        joined[other].add((relation, "from", frozenset(kinds[one])))
        leads[one].add(other)
    sorts = defaultdict(set)
    for thing in kinds:
        if isinstance(thing, NamedNode) and thing.value.startswith(THINGS):
            sorts[frozenset(kinds[thing]), frozenset(joined[thing])].add(thing)
    return list(sorts.values()), leads


@pytest.fixture(scope="module")
def hermit(quads: list[Quad]) -> set[Fact]:
    """What HermiT concludes from the ontology and what the tables say."""
    return conclusions(quad.triple for quad in quads)


@pytest.fixture(scope="module")
def ours(quads: list[Quad], kawasaki: plangraph.Graph) -> set[Fact]:
    """The same, and what follows from it by our rules, between things that have a name."""
    units = [
        [graph for graph in scope if not graph.endswith("/inferred")] for scope in kawasaki.manifest.scopes.values()
    ]
    inferred = list(infer(Memory.of(quads), units, compile_rules(load().triples)))
    return _between_names([*quads, *inferred])


def _between_names(quads: Iterable[Quad]) -> set[Fact]:
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def test_what_follows_from_a_part_stands_in_the_build(ours: set[Fact], kawasaki: plangraph.Graph) -> None:
    assert ours <= _between_names(kawasaki.engine.quads())


def test_the_same_relations_follow(
    ours: set[Fact], hermit: set[Fact], quads: list[Quad], kawasaki: plangraph.Graph
) -> None:
    relations = declared(OBJECT_PROPERTY)
    scopes = kawasaki.manifest.scopes
    about_things = {fact for fact in ours if fact[1] in relations and not _is_term(fact[0])}
    assert len(about_things) > 15_000
    follows = {fact for fact in hermit if fact[1] in relations and not _is_term(fact[0])}
    assert about_things <= follows
    more = {fact for fact in follows - about_things if _seen_together(fact, scopes)}
    assert more & _within_scopes(quads, scopes, more) == set()


def test_the_same_types_follow(ours: set[Fact], hermit: set[Fact]) -> None:
    classes = declared(CLASS)
    about_things = {fact for fact in ours if fact[1] == RDF.type and fact[2] in classes and not _is_term(fact[0])}
    assert len(about_things) > 2_500
    assert about_things == {fact for fact in hermit if fact[2] in classes and not _is_term(fact[0])}


def test_the_judge_may_give_a_named_thing_a_class_of_its_own(tmp_path: Path) -> None:
    write_city(tmp_path)
    triples = [quad.triple for quad in read_facts([tmp_path]).quads if not _is_graph(quad, "sdg")]
    as_written = conclusions(triples, as_written=True)
    assert any(kind == PREFIXES["pg"] + "Contribution" for _, _, kind in as_written)
    assert conclusions(triples) == as_written


def _seen_together(fact: Fact, scopes: Mapping[str, Sequence[str]]) -> bool:
    """Check whether the plans of both things stand in one scope; between others the build draws no conclusions."""
    plans = {plan for thing in (fact[0], fact[2]) for plan in scopes if thing.startswith(f"{plan}/")}
    graphs = {plan.replace("/id/", "/graph/", 1) for plan in plans}
    return any(graphs <= set(scope) for scope in scopes.values())


def _within_scopes(quads: list[Quad], scopes: Mapping[str, Sequence[str]], facts: set[Fact]) -> set[Fact]:
    """Conclude again from what one plan sees alone: a chain may lead through a thing of a plan that it does not see."""
    seen: set[Fact] = set()
    for plan, scope in scopes.items():
        if any(fact[0].startswith(f"{plan}/") for fact in facts):
            told = (quad for quad in quads if getattr(quad.graph_name, "value", "") in set(scope))
            seen |= conclusions(quad.triple for quad in told)
    return seen


def _is_term(thing: str) -> bool:
    return thing.startswith(ONTOLOGY)


def _is_graph(quad: Any, *names: str) -> bool:
    return str(getattr(quad.graph_name, "value", "")).endswith(tuple(f"/{name}" for name in names))
