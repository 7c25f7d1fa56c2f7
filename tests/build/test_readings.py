"""Names in Chinese characters are found as they are read, and what a program has read is no fact of a plan."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from plangraph.build.readings import READING, readings
from plangraph.iris import graph, is_derived
from plangraph.namespaces import PG, RDF, RDFS, SKOS
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode, Quad, Term, name_of, text

if TYPE_CHECKING:
    import plangraph

TOWN = NamedNode(graph("town", "1"))


def said(thing: str, predicate: str, value: Term) -> Quad:
    return Quad(NamedNode(f"https://example.org/{thing}"), NamedNode(predicate), value, TOWN)


def test_a_japanese_name_is_read_in_a_graph_of_the_city_that_is_no_part_of_a_plan() -> None:
    [read] = readings([said("one", RDFS.label, text("防災・減災の推進（髙台）", "ja"))])

    assert read.predicate.value == SKOS.hiddenLabel
    assert read.object == text("ぼうさい げんさい の すいしん たかだい", READING)
    assert read.graph_name == NamedNode(graph("town", "readings"))
    assert is_derived(graph("town", "readings"))


def test_what_needs_no_reading_has_none() -> None:
    names = [text("ごみ", "ja"), text("防災", "ja-x-en"), text("Parks", "en")]
    passage = [said("page", RDF.type, NamedNode(PG.Passage)), said("page", RDFS.label, text("三頁", "ja"))]

    assert readings([*(said("one", RDFS.label, name) for name in names), *passage]) == []


def test_a_reading_that_a_row_gives_stands_instead_of_the_dictionarys_in_other_names_too() -> None:
    ward = [said("ward", RDFS.label, text("幸区", "ja")), said("ward", SKOS.hiddenLabel, text("さいわいく", READING))]
    others = [said(name, RDFS.label, text(name, "ja")) for name in ("幸区役所・高津区役所", "幸福", "東南区")]
    south = [said("s", RDFS.label, text("南区", "ja")), said("s", SKOS.hiddenLabel, text("みなみく", READING))]

    read = {(str(name_of(quad.subject)).rpartition("/")[2], quad.object) for quad in readings([*ward, *others, *south])}
    assert read == {
        ("幸区役所・高津区役所", text("さいわいく やくしょ たかつ く やくしょ", READING)),
        ("幸福", text("こうふく", READING)),
        ("東南区", text("とうなん く", READING)),
    }


def test_a_city_that_is_not_japanese_does_not_load_the_dictionary() -> None:
    code = (
        "import sys; from plangraph.build.readings import readings, dictionary; dictionary();"
        "readings([]); print({'sudachipy', 'sudachidict_small'} & {name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_readings_are_hidden_labels_that_questions_about_any_plan_see(minato: plangraph.Graph) -> None:
    where = f"GRAPH ?graph {{ ?thing ?named ?read FILTER(LANGMATCHES(LANG(?read), '{READING}')) }}"
    rows = expect_rows(minato.sparql(f"SELECT DISTINCT ?named ?graph WHERE {{ {where} }}")).to_dicts()

    assert {row["named"] for row in rows} == {SKOS.hiddenLabel}
    assert {row["graph"] for row in rows} == {graph("minato", "readings"), graph("sdg", "readings")}
    assert all({row["graph"] for row in rows} <= set(scope) for scope in minato.manifest.scopes.values())
