"""What a city calls its tiers, units and grades, in which language and order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.build.asked import ask
from tests.build.mountain_town import town

import plangraph
from plangraph.errors import UnknownThing
from plangraph.namespaces import PG
from plangraph.network import measure

if TYPE_CHECKING:
    from pathlib import Path


def german(folder: Path, *more: str) -> Path:
    town(folder, 'language = "de"')
    figures = folder / "observations.csv"
    figures.write_text(figures.read_text("utf-8").replace('"1,200"', "1200"), "utf-8")
    for file, word in (("plan.toml", 'word = "節"'), ("elements.csv", "5,節,"), ("elements.csv", "old,節,")):
        text = (folder / file).read_text("utf-8")
        said = "\n".join([word.replace("節", "Ziel"), *(more if file == "plan.toml" else ())])
        (folder / file).write_text(text.replace(word, said), "utf-8")
    return folder


def test_a_word_of_a_third_language_has_no_english_ending_and_no_japanese_word_stands_for_it(tmp_path: Path) -> None:
    graph = plangraph.load(german(tmp_path / "town"), tmp_path / "out")

    title = graph.reading(graph.query("largest-projects"), "largest-projects", {}, lang="en").title
    assert "largest Ziel by" in title
    said = graph.reading(graph.query("largest-projects", lang="ja"), "largest-projects", {}, lang="ja").title
    assert "予算の大きいZiel" in said


def test_a_word_of_a_third_language_names_its_tier_beside_the_english_one(tmp_path: Path) -> None:
    graph = plangraph.load(german(tmp_path / "town", 'en = "Goal"'), tmp_path / "out")

    ways = [graph.query("standing-counts", by=word).to_dicts() for word in ("Ziel", "Goal")]
    assert ways[0] == ways[1] != []


def test_the_words_of_a_city_are_in_its_own_language(tmp_path: Path) -> None:
    graph = plangraph.load(german(tmp_path / "town", 'plural = "Ziele"'), tmp_path / "out")
    words = ask(graph, "?tier a pg:Tier ; ?said ?word FILTER(?said IN (rdfs:label, pg:plural))", "said", "word")

    of_goals = {(said, word) for said, word in words if word.startswith("Ziel")}
    assert of_goals == {("label", "Ziel"), ("plural", "Ziele")}
    spoken = ask(graph, "?tier a pg:Tier ; rdfs:label ?word BIND(LANG(?word) AS ?lang)", "word", "lang")
    assert {lang for word, lang in spoken if word == "Ziel"} == {"de", "de-x-en", "de-x-ja"}


def test_several_are_called_what_the_city_calls_them(tmp_path: Path) -> None:
    graph = plangraph.load(german(tmp_path / "town", 'plural = "Ziele"'), tmp_path / "out")

    title = graph.reading(graph.query("standing-counts"), "standing-counts", {}, lang="en").title
    assert "How far Ziele are" in title


def test_a_network_is_measured_in_the_plurals_of_the_city(tmp_path: Path) -> None:
    folder = german(tmp_path / "town", 'plural = "Ziele"')
    offices = measure(plangraph.load(folder, tmp_path / "out").network(), "offices")

    assert "in charge of Ziele of the same" in offices.reading.en


@pytest.mark.parametrize(
    ("by", "rows"),
    [("Ziele", {"水道", "介護"}), *((word, {"建設課"}) for word in ("部", "Abteilungen", "office", "Offices", "部署"))],
)
def test_rows_are_by_what_the_city_calls_several_of_a_tier_or_its_top_level_offices(
    by: str, rows: set[str], tmp_path: Path
) -> None:
    folder = german(tmp_path / "town", 'plural = "Ziele"')
    with (folder / "plan.toml").open("a", encoding="utf-8") as plan:
        plan.write('[[kinds]]\nword = "部"\nclass = "TopLevelOffice"\nplural = "Abteilungen"\n')
    offices = folder / "organizations.csv"
    offices.write_text(offices.read_text("utf-8").replace("roads,,", "roads,部,"), "utf-8")
    graph = plangraph.load(folder, tmp_path / "out")

    assert {row["label"] for row in graph.query("standing-counts", by=by).to_dicts()} == rows
    assert (graph.row_kind(by) == PG.TopLevelOffice) == (by != "Ziele")


def test_grades_are_listed_in_the_order_of_the_city(tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    with (folder / "plan.toml").open("a", encoding="utf-8") as plan:
        for code, word in (("A", "達成"), ("10", "ほぼ達成"), ("B", "遅れ")):
            plan.write(f'[[grades]]\ncode = "{code}"\nword = "{word}"\nstanding = "Behind"\n')
    graph = plangraph.load(folder, tmp_path / "out")

    with pytest.raises(UnknownThing) as caught:
        graph.query("projects", grade="よい")
    assert re.findall("town/grade/(.*?) ", caught.value.words.ja) == ["S", "A", "10", "B"]


@pytest.mark.parametrize("text", ["節 1-1-2", "節1-1-2", "1-1-2"])
def test_a_code_is_found_from_its_beginning_only(text: str, tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    with (folder / "elements.csv").open("a", encoding="utf-8") as rows:
        rows.write("5,節,1-1-2,第1章,,\n5,節,11-1-2,第1章,,\n5,節,1-1-1-2,第1章,,\n5,節,1-1-21,第1章,,\n")
    graph = plangraph.load(folder, tmp_path / "out")

    codes = [{row["code"] for row in rows.to_dicts()} for rows in (graph.search(text), graph.hits(text)[1])]
    assert all(found <= {"1-1-2", "1-1-21"} and "1-1-2" in found for found in codes)


@pytest.mark.parametrize(("value", "called"), [(1, "household"), (5, "households")])
def test_a_unit_of_the_city_stands_in_english_as_its_number_wants(value: int, called: str, tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write('[[units]]\nword = "世帯"\nen = "household"\nplural = "households"\n')
    rows = f"about,kind,date,value,unit\nplace:town,ReportedCount,2021-04,{value},世帯\n"
    (folder / "observations.csv").write_text(rows, "utf-8")
    graph = plangraph.load(folder, tmp_path / "out")

    units = [graph.query("figures", thing="place:town", lang=lang).to_dicts()[0]["unit_label"] for lang in ("en", "ja")]
    assert units == [called, "世帯"]


def test_what_is_named_in_a_third_language_alone_goes_by_its_name(tmp_path: Path) -> None:
    folder = german(tmp_path / "town")
    for file in (folder / f"{table}.csv" for table in ("plans", "places", "elements")):
        file.write_text(file.read_text("utf-8").replace("label_ja", "label_en", 1), "utf-8")
    with (folder / "elements.csv").open("a", encoding="utf-8") as rows:
        rows.write("5,章,第2章,,Verkehr,\n5,Ziel,第2章1,第2章,Busse,\n")
    graph = plangraph.load(folder, tmp_path / "out")

    plans = graph.query("served-plans").to_dicts()
    assert plans != []
    assert all(plan["label_en"] and plan["city_en"] for plan in plans)
    assert {row["top_en"] for row in graph.query("top-level").to_dicts()} == {"自然", "Verkehr"}
