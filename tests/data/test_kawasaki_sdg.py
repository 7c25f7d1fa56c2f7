"""Links to the SDGs stand on what carries them, so that a goal's money leads to what it is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import plangraph

NAMES = {
    "goal 8": ("http://metadata.un.org/sdg/8", "競輪"),
    "goal 8 and public assistance": ("http://metadata.un.org/sdg/8", "生活保護業務"),
    "goal 13": ("http://metadata.un.org/sdg/13", "庁舎"),
}


def serving(graph: plangraph.Graph, goal: str) -> list[dict[str, Any]]:
    """List the projects that serve a goal, the largest budget of fiscal 2024 first."""
    asked = f"""SELECT DISTINCT ?code ?name ?yen WHERE {{
        ?project pg:contributesToGoal|pg:inheritsGoal <{goal}> ; a pg:Project ; skos:notation ?code ; rdfs:label ?name .
        ?figure pg:about ?project ; pg:kind pg:Budget ; pg:fiscalYear 2024 ; pg:value ?yen .
        FILTER(LANG(?name) = "ja") }} ORDER BY DESC(?yen)"""
    return graph.sparql(asked).to_dicts()  # type: ignore[union-attr]


@pytest.mark.parametrize(("goal", "word"), NAMES.values(), ids=NAMES.keys())
def test_what_is_not_about_a_goal_gives_it_no_money(kawasaki: plangraph.Graph, goal: str, word: str) -> None:
    assert [row for row in serving(kawasaki, goal) if word in row["name"]] == []


def test_the_money_of_goal_13_leads_to_climate_projects(kawasaki: plangraph.Graph) -> None:
    largest = [row["code"] for row in serving(kawasaki, "http://metadata.un.org/sdg/13")[:3]]

    assert largest == ["10302020", "30101020", "30101010"]  # flood control, energy, global warming
    said = {
        premise["basis"]
        for code in largest
        for step in kawasaki.explain(code, "contributesToGoal", "sdg:13")["steps"]
        for premise in step["premises"]
        if premise["basis"]
    }
    assert said == {"Assumed"}


def test_links_stand_on_projects_and_on_few_measures_as_a_whole(kawasaki: plangraph.Graph) -> None:
    asked = """SELECT ?link (SAMPLE(?tier) AS ?of) (COUNT(DISTINCT ?reason) AS ?reasons) WHERE {
        ?link a pg:Contribution ; pg:subject ?element ; pg:basis pg:Assumed ; pg:rationale ?reason .
        VALUES ?tier { pg:Project pg:Measure pg:Policy } ?element a ?tier } GROUP BY ?link"""
    links = kawasaki.sparql(asked).to_dicts()  # type: ignore[union-attr]

    assert all(link["reasons"] == 2 for link in links)
    tiers = Counter(str(link["of"]).rpartition("#")[2] for link in links)
    assert tiers == {"Project": 676, "Measure": 12}


def test_each_measure_advances_a_strategy_itself_or_by_a_project(kawasaki: plangraph.Graph) -> None:
    asked = """SELECT ?code WHERE { ?measure a pg:Measure ; pg:inPlan <https://w3id.org/plangraph/id/kawasaki/3> ;
        skos:notation ?code MINUS { ?measure pg:advances ?strategy } }"""

    assert list(kawasaki.sparql(asked)) == [("2-2-1",)]  # type: ignore[arg-type]
    assert kawasaki.sparql('ASK { ?p pg:partOf/skos:notation "2-2-1" ; pg:advances ?strategy }')
