"""HermiT judges our materialisation: on Kawasaki, both draw the same conclusions.

Thousands of figures, evaluations and links are alike: what follows from one follows from all, and HermiT takes a minute
for them. It is given one in sixty of each sort, and everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.reasoning.judge import Fact, conclusions
from tests.small_city import write_city

from plangraph.build.judgement import read_facts
from plangraph.namespaces import ONTOLOGY, PREFIXES, RDF
from plangraph.ontology import load
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import plangraph

pytestmark = pytest.mark.hermit

ALIKE = tuple(NamedNode(PREFIXES["pg"] + name) for name in ("Observation", "Evaluation", "Link"))
OF_THEM = 60

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
    """Kawasaki's graph, with a few of the things that are alike."""
    known = [quad for quad in kawasaki.engine.quads() if not _is_graph(quad, "catalogue")]
    left_out: set[Any] = set()
    for kind in ALIKE:
        things = {quad.subject for quad in known if quad.object == kind and quad.predicate.value == RDF.type}
        assert len(things) > OF_THEM, f"{kind} is the kind of few things"
        left_out |= {thing for number, thing in enumerate(sorted(things, key=str)) if number % OF_THEM}
    return [quad for quad in known if not {quad.subject, quad.object} & left_out]


@pytest.fixture(scope="module")
def hermit(quads: list[Quad]) -> set[Fact]:
    """What HermiT concludes from the ontology and what the tables say."""
    return conclusions(quad.triple for quad in quads if not _is_graph(quad, "inferred"))


@pytest.fixture(scope="module")
def ours(quads: list[Quad]) -> set[Fact]:
    """What the build holds, asserted and inferred, between things that have a name."""
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def test_the_same_relations_follow(
    ours: set[Fact], hermit: set[Fact], quads: list[Quad], kawasaki: plangraph.Graph
) -> None:
    relations = declared(OBJECT_PROPERTY)
    scopes = kawasaki.manifest.scopes
    about_things = {fact for fact in ours if fact[1] in relations and not _is_term(fact[0])}
    assert len(about_things) > 30_000
    follows = {fact for fact in hermit if fact[1] in relations and not _is_term(fact[0])}
    assert about_things <= follows
    more = {fact for fact in follows - about_things if _seen_together(fact, scopes)}
    assert more & _within_scopes(quads, scopes, more) == set()


def test_the_same_types_follow(ours: set[Fact], hermit: set[Fact]) -> None:
    classes = declared(CLASS)
    about_things = {fact for fact in ours if fact[1] == RDF.type and fact[2] in classes and not _is_term(fact[0])}
    assert len(about_things) > 5_000
    assert about_things == {fact for fact in hermit if fact[2] in classes and not _is_term(fact[0])}


def test_the_judge_may_give_a_named_thing_a_class_of_its_own(tmp_path: Path) -> None:
    write_city(tmp_path)
    triples = [quad.triple for quad in read_facts([tmp_path]).quads]
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
            seen |= conclusions(quad.triple for quad in told if not _is_graph(quad, "inferred"))
    return seen


def _is_term(thing: str) -> bool:
    return thing.startswith(ONTOLOGY)


def _is_graph(quad: Any, *names: str) -> bool:
    return str(getattr(quad.graph_name, "value", "")).endswith(tuple(f"/{name}" for name in names))
