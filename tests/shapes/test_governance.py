"""The rules on who makes a plan and on what links tie: good facts pass, bad ones are caught, and pySHACL agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SH
from tests.shapes.examples import APRIL, CITY, MARCH, NAMED, SOURCED, element, tier
from tests.shapes.judge import judged
from tests.shapes.test_shapes import MEANINGS, PGS, expect_caught, stored

from plangraph import ontology, resources
from plangraph.namespaces import RDFS
from plangraph.store.terms import RdfFormat, Triple, read_graph
from plangraph.validation import Shapes

if TYPE_CHECKING:
    from plangraph.store.embedded import Memory

RANGES = [
    triple
    for triple in ontology.load().triples
    if triple.predicate.value in {RDFS.domain, RDFS.range, RDFS.subPropertyOf}
]
AROUND = CITY + "".join(
    [
        f":next a pg:ImplementationPlan ; {NAMED}{SOURCED}pg:startYear 2026 .\n",
        f":board a pg:PlanningBody ; {NAMED}org:unitOf :city .\n",
        f":citizens a pg:PeopleGroup ; {NAMED}.\n",
        f":mayor a pg:Post ; {NAMED}pg:postIn :city .\n",
        f":chair a pg:Post ; {NAMED}pg:postIn :board .\n",
        f":storm a pg:Milestone ; {NAMED}{SOURCED}pg:begins {MARCH} ; pg:ends {APRIL} ; "
        "pg:precision pg:DayPrecision .\n",
        *(
            tier(kind, needs_parent=False)
            for kind in ("ParticipationMethod", "Principle", "GuidingConcept", "Indicator")
        ),
        element("briefing", "ParticipationMethod", "PM1", "; pg:hears :citizens "),
        element("principle", "Principle", "PR1"),
        element("growth", "GuidingConcept", "K1"),
        element("base", "GuidingConcept", "K2"),
        element("theme", "Theme", "S1-1", "; pg:partOf :strategy "),
        element("challenge", "Challenge", "C1"),
        element("indicator", "Indicator", "I1"),
        element("later", "Policy", "1-2", "; pg:partOf :basic "),
    ]
)


def link(subject: str, relation: str, target: str) -> str:
    return (
        f":l a pg:Link ; pg:subject :{subject} ; pg:relation pg:{relation} ; pg:object :{target} ; "
        'pg:basis pg:Assumed ; pg:rationale "理由"@ja , "reason"@en .\n'
    )


EXAMPLES: dict[str, tuple[str, str]] = {
    "body-parent": (f":x a pg:PlanningBody ; {NAMED}org:unitOf :board .", f":x a pg:PlanningBody ; {NAMED}."),
    "post-body": (f":x a pg:Post ; {NAMED}pg:postIn :board .", ":chair pg:postIn :city ."),
    "method-hears": (
        element("x", "ParticipationMethod", "PM2", "; pg:hears :citizens "),
        element("x", "ParticipationMethod", "PM2"),
    ),
    "Participant": (":citizens pg:takesPartIn :plan .", ":ward pg:takesPartIn :plan ."),
    "ward-plan-ward": (
        f":x a pg:WardPlan ; {NAMED}{SOURCED}pg:inWard :ward .",
        f":x a pg:WardPlan ; {NAMED}{SOURCED}pg:startYear 2022 .",
    ),
    "Kept": (
        link("policy", "keptAs", "later"),
        element("x", "Policy", "1-3", "; pg:partOf :basic ").replace("名", "別の名") + link("policy", "keptAs", "x"),
    ),
    "LinkDomain": (link("next", "succeeds", "plan"), link("policy", "succeeds", "plan")),
    "LinkRange": (link("policy", "droppedIn", "next"), link("policy", "droppedIn", "later")),
}


TIES = [
    ("next", "succeeds", "plan", "Domain", "policy"),
    ("measure", "addresses", "challenge", "Domain", "board"),
    ("board", "prepares", "plan", "Domain", "chair"),
    ("chair", "convenes", "board", "Domain", "citizens"),
    ("briefing", "heldDuring", "storm", "Domain", "theme"),
    ("base", "sustains", "growth", "Domain", "theme"),
    ("storm", "occasions", "challenge", "Domain", "theme"),
    ("indicator", "measures", "measure", "Domain", "theme"),
    ("policy", "droppedIn", "next", "Range", "later"),
    ("policy", "becomes", "later", "Range", "next"),
    ("measure", "addresses", "challenge", "Range", "strategy"),
    ("measure", "advances", "strategy", "Range", "theme"),
    ("measure", "carriesOut", "theme", "Range", "strategy"),
    ("measure", "follows", "principle", "Range", "growth"),
    ("measure", "embodies", "growth", "Range", "principle"),
    ("strategy", "looksTowards", "storm", "Range", "next"),
    ("chair", "filledBy", "mayor", "Range", "board"),
]
"""Subject, relation and object that may be tied; then the end of the link that is put wrong, and by what."""


def knowing(turtle: str) -> Memory:
    return stored([*read_graph(turtle, RdfFormat.TURTLE), *MEANINGS, *RANGES])


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.of_data()


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_valid_example_conforms(shapes: Shapes, name: str) -> None:
    assert shapes.violations(knowing(AROUND + EXAMPLES[name][0])) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_invalid_example_is_caught_by_its_shape(shapes: Shapes, name: str) -> None:
    expect_caught(name, shapes.violations(knowing(AROUND + EXAMPLES[name][1])))


@pytest.mark.parametrize(("subject", "relation", "target", "end", "wrong"), TIES)
def test_a_link_ties_what_the_ontology_lets_its_relation_tie(
    shapes: Shapes, subject: str, relation: str, target: str, end: str, wrong: str
) -> None:
    right = link(subject, relation, target)
    swapped = link(wrong, relation, target) if end == "Domain" else link(subject, relation, wrong)

    caught = shapes.violations(knowing(AROUND + swapped))

    assert shapes.violations(knowing(AROUND + right)) == []
    assert [(violation.shape, violation.value.strip("<>").rpartition("/")[2]) for violation in caught] == [
        (str(PGS[f"Link{end}"]), "l")
    ]


def test_every_shape_with_a_message_has_examples() -> None:
    graph = Graph().parse(resources.ONTOLOGY / "shapes" / "governance.ttl")
    named = {
        str(shape).removeprefix(PGS)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in graph.subjects(RDF.type, kind)
        if (shape, SH.message, None) in graph or (shape, SH.sparql, None) in graph
    }

    assert named == set(EXAMPLES)


@pytest.mark.long
def test_pyshacl_judges_all_invalid_examples_alike(shapes: Shapes) -> None:
    broken: list[Triple] = []
    for name, (_, invalid) in EXAMPLES.items():
        broken += read_graph((AROUND + invalid).replace("/id/test/", f"/id/test/{name}/"), RdfFormat.TURTLE)
    every = [*broken, *MEANINGS, *RANGES]
    ours = {(violation.focus, violation.shape) for violation in shapes.violations(stored(every))}
    assert len(ours) >= len(EXAMPLES)
    assert ours == judged(every)
