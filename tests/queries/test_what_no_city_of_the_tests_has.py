"""Questions about what none of the made-up cities has: told of one of them here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest

import plangraph
from plangraph.namespaces import PREFIXES
from plangraph.store.embedded import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.store.answers import Answer

SECOND = "https://w3id.org/plangraph/graph/minato/second"


def told(graph: plangraph.Graph, facts: str, into: str = SECOND) -> plangraph.Graph:
    """Return a graph in which facts (Turtle) stand as well."""
    prefixes = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in PREFIXES.items())
    base = "@base <https://w3id.org/plangraph/id/minato/second/> .\n"
    text = f"{prefixes}{base}GRAPH <{into}> {{ {facts} }}".encode()
    return plangraph.Graph(
        Memory.of([*graph.engine.quads(), *pyoxigraph.parse(text, pyoxigraph.RdfFormat.TRIG)]), graph.manifest
    )


def test_an_element_that_goes_by_its_code_has_no_known_name(
    minato: plangraph.Graph, written: Callable[[Answer], str]
) -> None:
    facts = (
        "<measure/99> a pg:Measure ; pg:inPlan <../second> ; pg:partOf <policy/01> ;"
        ' skos:notation "99" ; rdfs:label "99"@ja ; pg:nameKnown false .'
    )
    answer = written(told(minato, facts).query("elements-without-name"))

    assert answer.splitlines()[1:] == ["minato/second/measure/99,99,,,minato/second/policy/01,安心して暮らす"]


def test_the_nearest_of_like_elements_comes_first(minato: plangraph.Graph) -> None:
    facts = "".join(
        f"<link/{other}> a pg:Link ; pg:subject <project/12> ; pg:relation pg:resembles ; pg:object <project/{other}> ;"
        f" pg:basis pg:Suggested ; pg:score {score} . "
        for other, score in (("13", 0.5), ("14", 0.8))
    )
    graph = told(minato, facts, "https://w3id.org/plangraph/graph/likeness")
    answer = graph.query("like-elements", element="minato/second/project/12").to_dicts()

    assert [(row["code"], str(row["score"])) for row in answer] == [("14", "0.8"), ("13", "0.5")]


@pytest.mark.parametrize(("link", "projects"), [("", None), ("<project/12> pg:inWard <../place/hama> .", 0)])
def test_how_many_projects_a_ward_has_is_unknown_where_the_plan_links_none_to_any(
    link: str, projects: int | None, minato: plangraph.Graph
) -> None:
    wards = '<../place/{0}> a pg:Ward ; rdfs:label "{0}"@ja , "{0}"@ja-en .'
    graph = told(minato, wards.format("yama") + wards.format("hama") + link)
    rows = {row["label"]: row["projects"] for row in graph.query("wards", lang="ja").to_dicts()}

    assert rows["yama"] == projects


def test_where_no_ward_or_no_population_of_one_is_recorded_that_is_told(minato: plangraph.Graph) -> None:
    ward = '<../place/yama> a pg:Ward ; rdfs:label "山区"@ja . <../place/minato> pg:wardsByName true .'
    people = "<people> pg:kind pg:Population ; pg:about <../place/yama> ; pg:fiscalYear 2025 ; pg:value 900 ."
    without, peopled = (
        graph.asked("spending-per-resident", {}).en for graph in (told(minato, ward), told(minato, ward + people))
    )

    assert minato.why_empty("wards", {}).en == "no area is recorded"
    assert "population of no ward is recorded" in without
    assert "population of no ward" not in peopled


def test_a_direction_without_a_grade_is_told_too(minato: plangraph.Graph) -> None:
    facts = (
        "<e> a pg:Evaluation ; pg:evaluates <project/12> ; pg:fiscalYear 2031 ; pg:direction <d> . "
        '<d> skos:notation "9" ; rdfs:label "見直し"@ja .'
    )
    rows = told(minato, facts).query("evaluations", thing="minato/second/project/12", lang="ja").to_dicts()

    assert (rows[-1]["year"], rows[-1]["grade"], rows[-1]["direction_label"]) == (2031, None, "見直し")


def test_what_another_source_reports_counts_as_a_basis_of_its_own_and_serves_its_target(
    minato: plangraph.Graph,
) -> None:
    facts = (
        "<r> a pg:Link , pg:Contribution ; pg:subject <project/12> ; pg:relation pg:contributesToTarget ;"
        " pg:object sdg:1.1 ; pg:basis pg:Reported . <project/12> pg:contributesToTarget sdg:1.1 ."
    )
    graph = told(minato, facts)
    targets = {row["code"]: row["status"] for row in graph.query("coverage-targets").to_dicts()}
    links = {row["label"]: row for row in graph.query("links-by-basis", lang="en").to_dicts()}

    assert targets["1.1"] == "served"
    assert "1.1" not in [row["code"] for row in graph.query("coverage-holes").to_dicts()]
    assert (links["contributes to target"]["reported"], links["contributes to target"]["official"]) == (1, 0)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_number_whose_unit_no_source_states_has_none(lang: str, minato: plangraph.Graph) -> None:
    facts = (
        "<indicator/B> a pg:Indicator ; pg:definedIn <../second> ;"
        ' skos:notation "B" ; rdfs:label "出生率"@ja , "出生率"@ja-en .'
        "<o> a pg:Observation ; pg:about <indicator/B> ; pg:kind pg:TargetValue ; pg:value 1.4 ; pg:fiscalYear 2027 ;"
        " pg:unit pg:UnstatedUnit ."
    )
    graph = told(minato, facts)
    (row,) = graph.query("figures", thing="minato/second/indicator/B", lang=lang).to_dicts()
    indicators = graph.query("plan-indicators", lang=lang).to_dicts()

    assert (str(row["value"]), row["unit_label"]) == ("1.4", None)
    assert [(str(one["target"]), one["unit"]) for one in indicators if one["label"] == "出生率"] == [("1.4", None)]
