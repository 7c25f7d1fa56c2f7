"""What Kawasaki's graph is written in can be read: no bare IRI stands where a name belongs."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from plangraph import resources
from plangraph.namespaces import GRAPHS, PREFIXES, THINGS
from plangraph.store import expect_rows

if TYPE_CHECKING:
    import plangraph

BESIDE_DCAT = {PREFIXES["void"] + name for name in ("Dataset", "DatasetDescription")}
"""Kinds of what goes by the name of another of its kinds."""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_relation_and_kind_that_the_data_use_has_a_name(kawasaki: plangraph.Graph, language: str) -> None:
    unnamed = f"""SELECT DISTINCT ?term WHERE {{
        GRAPH ?graph {{ {{ ?s ?term ?o }} UNION {{ ?thing a ?term }} }}
        FILTER(!STRSTARTS(STR(?graph), "{GRAPHS}ontology"))
        MINUS {{ ?term rdfs:label ?name . FILTER(LANG(?name) = "{language}") }} }}"""

    assert {term for (term,) in expect_rows(kawasaki.sparql(unnamed))} == BESIDE_DCAT


def glossary() -> list[dict[str, str]]:
    with (resources.DATA / "kawasaki" / "notes" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("entry", glossary(), ids=lambda entry: entry["term"])
def test_a_term_is_rendered_as_the_glossary_says(kawasaki: plangraph.Graph, entry: dict[str, str]) -> None:
    named = f"""SELECT ?one ?other WHERE {{
        ?thing rdfs:label ?one , ?other FILTER(LANG(?one) = "ja" && LANG(?other) = "en")
        FILTER(STRSTARTS(STR(?thing), "{THINGS}kawasaki/") && !CONTAINS(STR(?thing), "/source/"))
        FILTER(CONTAINS(?one, "{entry["term"]}")
            || EXISTS {{ ?thing skos:altLabel ?alt FILTER(STRENDS(?alt, "{entry["term"]}")) }}) }}"""
    pairs = list(expect_rows(kawasaki.sparql(named)))
    renderings = [rendering.lower() for rendering in entry["rendering"].split("|")]

    assert pairs
    assert [pair for pair in pairs if not any(one in pair[1].lower() for one in renderings)] == []


def test_elements_of_one_name_in_japanese_have_one_in_english(kawasaki: plangraph.Graph) -> None:
    named_apart = f"""SELECT DISTINCT ?name ?one ?other WHERE {{
        ?thing a pg:PlanElement ; rdfs:label ?name , ?one . ?twin a pg:PlanElement ; rdfs:label ?name , ?other
        FILTER(LANG(?name) = "ja" && LANG(?one) = "en" && LANG(?other) = "en" && STR(?one) < STR(?other))
        FILTER(STRSTARTS(STR(?thing), "{THINGS}kawasaki/") && STRSTARTS(STR(?twin), "{THINGS}kawasaki/")) }}"""

    assert list(expect_rows(kawasaki.sparql(named_apart))) == []


def test_a_project_is_promotion_only_where_its_name_says_so(kawasaki: plangraph.Graph) -> None:
    named = """SELECT ?one WHERE { ?project a pg:Project ; rdfs:label ?one , ?other
        FILTER(LANG(?one) = "ja" && LANG(?other) = "en" && STRSTARTS(?other, "Promotion of")
            && !REGEX(?one, "振興|促進")) }"""

    assert list(expect_rows(kawasaki.sparql(named))) == []
