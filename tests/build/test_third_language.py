"""A city whose language is neither Japanese nor English is told in its own, and compared with none other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import plangraph
from plangraph.build.pipeline import build
from plangraph.iris import city_of
from plangraph.namespaces import PG, THINGS
from plangraph.server.html.facts import told
from plangraph.server.html.thing_addresses import Places
from plangraph.store.answers import expect_rows
from plangraph.store.documents import to_html
from plangraph.suggestions.corpus import read_corpus
from plangraph.suggestions.suggesting import suggest

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """[city]
key = "{key}"
label_en = "{key}"
language = "{language}"
place = "here"
plan = "p"
source = "doc"

[[tiers]]
word = "Action"
class = "Project"
"""
TOWNS = {
    "orme": ("fr", "Transport public", "Éclairage solaire des écoles", "Gestion des services publics d'eau"),
    "saule": ("fr", "Éclairage solaire", "Transport public à la demande"),
    "oakham": ("en", "Public transport", "Solar lighting"),
    "elmham": ("en", "Public transport on demand"),
}


def town(folder: Path, key: str) -> Path:
    language, *names = TOWNS[key]
    folder.mkdir()
    tables = {
        "sources": ("key,kind,title_en", "doc,CityDocument,Plan"),
        "places": ("key,kind,label_en", f"here,City,Ville de {key}"),
        "organizations": ("key,kind,label_en", "town,Municipality,Mairie"),
        "plans": ("key,kind,label_en,start", "p,ImplementationPlan,Plan,2024"),
        "elements": ("tier,code,label_en", *(f"Action,{code},{name}" for code, name in enumerate(names, 1))),
        "links": ("subject,relation,object,basis", *(["3,contributesToTarget,sdg:6.1,Official"] if names[2:] else [])),
    }
    (folder / "plan.toml").write_text(PLAN.format(key=key, language=language), "utf-8")
    for table, lines in tables.items():
        (folder / f"{table}.csv").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    place = tmp_path_factory.mktemp("towns")
    build([town(place / key, key) for key in TOWNS], place / "out")
    return plangraph.open(place / "out")


def test_its_names_are_in_its_language_and_said_again_to_readers_of_others(graph: plangraph.Graph) -> None:
    asked = f"SELECT (LANG(?name) AS ?lang) WHERE {{ <{THINGS}orme/p/project/1> rdfs:label ?name }} ORDER BY ?lang"

    assert [row["lang"] for row in expect_rows(graph.sparql(asked)).to_dicts()] == ["fr", "fr-x-en", "fr-x-ja"]
    for lang in ("ja", "en"):
        (first, *_) = graph.query("projects", plan="orme/p", lang=lang).to_dicts()
        assert first["label"] == "Transport public"


@pytest.mark.parametrize("name", ["saule", "VILLE DE SAULE", "ｖｉｌｌｅ de saule", "saule/place/here"])
def test_a_place_is_found_by_its_name_or_its_citys_key_also_where_another_city_comes_first(
    graph: plangraph.Graph, name: str
) -> None:
    assert graph.resolve(name, sort=PG.City) == f"{THINGS}saule/place/here"


def test_names_are_like_within_one_language(graph: plangraph.Graph) -> None:
    asked = "SELECT ?one ?other WHERE { ?link pg:relation pg:resembles ; pg:subject ?one ; pg:object ?other }"
    pairs = {
        tuple(city_of(row[end]) for end in ("one", "other")) for row in expect_rows(graph.sparql(asked)).to_dicts()
    }

    assert pairs == {("orme", "saule"), ("saule", "orme"), ("oakham", "elmham"), ("elmham", "oakham")}


def test_links_are_suggested_by_what_is_in_the_language_of_the_plan(graph: plangraph.Graph) -> None:
    english, french = (read_corpus(graph.query, f"{THINGS}{key}/p") for key in ("oakham", "orme"))
    by_code = {each.reference: each for each in french.elements}

    assert suggest(english, english.elements[0])[0].candidate.reference == "sdg:11.2"
    assert not french.shares_a_language
    assert [each.candidate.reference for each in suggest(french, by_code["1"])] == [
        "sdg:6.1"
    ]  # by the link that stands


def test_the_heading_of_a_page_says_in_which_language_a_name_is(
    graph: plangraph.Graph, minato: plangraph.Graph
) -> None:
    french, japanese = f"{THINGS}orme/p/project/1", f"{THINGS}minato/second/policy/01"

    assert '<h1 lang="fr">' in told(graph.engine, french, "en", Places("/"))["main"]
    assert '<h1 lang="ja">' in told(minato.engine, japanese, "en", Places("/"))["main"]
    for lang, cell in (("en", ' lang="ja">安心して暮らす<'), ("ja", '">安心して暮らす<')):
        answer = minato.query("standing-counts", lang=lang)
        page = to_html(minato.reading(answer, "standing-counts", {}, lang=lang)).decode()
        assert cell in page and ('lang="ja">' in page.partition("<table>")[2]) == (lang == "en")
    assert "<h1>" in told(minato.engine, japanese, "ja", Places("/"))["main"]
