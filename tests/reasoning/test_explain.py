"""Explanations lead from the tables' rows by the ontology's axioms to what follows, shortest first."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from plangraph.errors import UnknownThing
from plangraph.inference import Rule
from plangraph.reasoning import Statement, drawn, tree
from plangraph.reasoning.explanation import rules_of
from plangraph.reasoning.proof import Prover, last_steps
from plangraph.reasoning.ways import AskedWays
from plangraph.store.answers import expect_rows
from plangraph.store.embedded import Memory
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plangraph
    from plangraph.store.answers import Answer


class Little:
    """A store of a few statements, the last ones inferred."""

    def __init__(self, asserted: Sequence[str], inferred: Sequence[str] = ()) -> None:
        self._memory = Memory()
        for graph, lines in (("http://x/g", asserted), ("http://x/g/inferred", inferred)):
            for line in lines:
                one, relation, other = (NamedNode(f"http://x/{name}") for name in line.split())
                self._memory.add([Quad(one, relation, other, NamedNode(graph))])

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        return self._memory.query(text, default_graphs)


def said(line: str) -> Statement:
    return Statement(*(f"<http://x/{name}>" for name in line.split()))


def rule(name: str, body: Sequence[str], head: str) -> Rule:
    def pattern(line: str) -> tuple[str, str, str]:
        one, relation, other = line.split()
        return f"?{one}", f"<http://x/{relation}>", f"?{other}"

    return Rule(name, (), tuple(map(pattern, body)), pattern(head))


def test_what_is_asserted_needs_no_step() -> None:
    assert Prover(AskedWays(Little(["a p b"]), [])).prove(said("a p b")) == ()


def test_the_shortest_proof_comes_first() -> None:
    rules = [
        rule("long-1", ["x p y"], "x q y"),
        rule("long-2", ["x q y"], "x r y"),
        rule("short", ["x s y"], "x r y"),
    ]
    proof = Prover(AskedWays(Little(["a p b", "a s b"], ["a q b", "a r b"]), rules)).prove(said("a r b"))
    assert proof is not None
    assert [step.rule.name for step in proof] == ["short"]


def test_rules_that_turn_in_a_circle_come_to_an_end() -> None:
    circle = [rule("there", ["x p y"], "y q x"), rule("back", ["x q y"], "y p x")]
    assert Prover(AskedWays(Little([], ["a p b", "b q a"]), circle)).prove(said("a p b")) is None
    proof = Prover(AskedWays(Little(["b q a"], ["a p b"]), circle)).prove(said("a p b"))
    assert proof is not None
    assert [step.rule.name for step in proof] == ["back"]


def test_a_long_chain_is_followed_to_its_end() -> None:
    names = "abcdefgh"
    asserted = [f"{one} p {other}" for one, other in pairwise(names)]
    inferred = [f"{one} p {other}" for i, one in enumerate(names) for other in names[i + 2 :]]
    little, onward = Little(asserted, inferred), [rule("prp-trp", ["x p y", "y p z"], "x p z")]
    proof = Prover(AskedWays(little, onward)).prove(said("a p h"))
    assert proof is not None
    assert len(proof) == 6
    assert proof[-1] in last_steps(little, onward)


def test_last_steps_of_all_that_was_inferred_are_those_of_each(minato: plangraph.Graph) -> None:
    ways = AskedWays(minato, rules_of(minato))
    steps = {step.conclusion: step for step in last_steps(minato, rules_of(minato))}
    inferred = [graph for graph in minato.manifest.graphs if graph.endswith("/inferred")]
    rows = expect_rows(minato.sparql("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }", inferred)).rows
    proofs = {one: Prover(ways).prove(one) for one in (Statement(*map(str, row)) for row in rows)}
    assert len(steps) > 200
    assert {one: proof[-1] for one, proof in proofs.items() if proof} == steps


def test_steps_stand_in_order_from_facts_to_the_conclusion(kawasaki: plangraph.Graph) -> None:
    explanation = kawasaki.explain("10105020", "inheritsGoal", "sdg:13")
    known: set[tuple[str, str, str]] = set()
    for step in explanation["steps"]:
        for premise in step["premises"]:
            assert premise["asserted"] or key(premise) in known
        known.add(key(step["conclusion"]))
    assert key(explanation["statement"]) == key(explanation["steps"][-1]["conclusion"])


def test_an_explanation_has_the_shape_that_the_server_gives_on(kawasaki: plangraph.Graph) -> None:
    explanation = json.loads(json.dumps(kawasaki.explain("1-1-3", "contributesToGoal", "sdg:11")))
    assert explanation["asserted"] is False
    (step,) = explanation["steps"]
    assert set(step) == {"rule", "axiom", "axiom_label", "premises", "conclusion"}
    assert step["rule"] == "prp-spo2"
    assert step["axiom_label"]["en"].startswith("'contributes to target' and then '")
    assert step["axiom_label"]["en"].endswith("' make 'contributes to goal'")
    premise = step["premises"][0]
    assert (premise["basis"], premise["asserted"]) == ("Assumed", True)
    assert premise["labels"]["object"]["en"].startswith("11.5 ")
    assert premise["rationale"]["ja"]


def test_what_the_tables_say_names_its_source(kawasaki: plangraph.Graph) -> None:
    explanation = kawasaki.explain("1-1-1", "partOf", "1-1")
    assert explanation["asserted"] is True
    assert explanation["steps"] == []
    assert "1-1" in explanation["statement"]["source"]["labels"]["en"]


def test_a_class_is_explained_by_its_axiom(kawasaki: plangraph.Graph) -> None:
    explanation = kawasaki.explain("10101010", "a", "PlanElement")
    assert explanation["steps"][-1]["axiom_label"] == {
        "ja": "「事務事業」はすべて「計画の要素」である",
        "en": "every 'Project' is a 'Plan element'",
    }


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_tree_has_every_step_and_fact(kawasaki: plangraph.Graph, language: str) -> None:
    explanation = kawasaki.explain("V", "coversGoal", "sdg:5")
    text = tree(explanation, language)
    for step in explanation["steps"]:
        assert step["axiom_label"][language] in text
        assert step["conclusion"]["text"][language] in text


def test_the_graph_tells_facts_from_what_follows(kawasaki: plangraph.Graph) -> None:
    network = drawn(kawasaki.explain("1-1-3", "contributesToGoal", "sdg:11"))
    assert sorted(data["kind"] for _, data in network.nodes(data=True)) == ["Goal", "Measure", "Target"]
    assert sorted(data["basis"] for _, _, data in network.edges(data=True)) == ["", "Assumed", "Inferred"]


@pytest.mark.parametrize(
    "names",
    [("1-1-1", "contributesToGoal", "sdg:5"), ("1-1-1", "noSuchRelation", "sdg:5"), ("9-9-9", "within", "V")],
)
def test_what_does_not_hold_is_not_explained(kawasaki: plangraph.Graph, names: tuple[str, str, str]) -> None:
    with pytest.raises(UnknownThing):
        kawasaki.explain(*names)


@pytest.mark.parametrize(
    ("names", "instead"),
    [
        (("V", "contributesToGoal", "sdg:5"), "coversGoal"),
        (("1-1", "a", "Measure"), "Policy"),
        (("1-1-1", "within", "sdg:5"), "trace"),
    ],
)
def test_what_does_not_hold_tells_what_to_ask_instead(
    kawasaki: plangraph.Graph, names: tuple[str, str, str], instead: str
) -> None:
    with pytest.raises(UnknownThing, match=instead):
        kawasaki.explain(*names)


def test_a_name_cannot_change_the_query(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing):
        kawasaki.explain("http://x/a> ?p ?o } #", "within", "V")


def test_everything_inferred_about_a_measure_can_be_explained(kawasaki: plangraph.Graph) -> None:
    measure = kawasaki.resolve("1-1-3")
    inferred = [
        quad.triple
        for quad in kawasaki.engine.quads()
        if str(getattr(quad.graph_name, "value", "")).endswith("/inferred") and str(quad.subject) == f"<{measure}>"
    ]
    assert len(inferred) > 10
    for triple in inferred:
        assert kawasaki.explain(measure, triple.predicate.value, str(triple.object)[1:-1])["steps"]


def key(statement: dict[str, Any]) -> tuple[str, str, str]:
    return statement["subject"], statement["predicate"], statement["object"]


def test_what_is_given_says_by_whom(kawasaki: plangraph.Graph) -> None:
    said = tree(kawasaki.explain("1-1-3", "contributesToGoal", "sdg:11"), "en")
    assert "'11.5 Fewer disaster deaths and losses' belongs under" in said
    assert "[source: the UN's list of the SDGs]" in said
    assert "出典: オントロジー" in tree(kawasaki.explain("pg:Measure", "rdfs:subClassOf", "pg:PlanElement"), "ja")
