"""What is unusual about a city's plan or figures is told by its tables, on the smallest city that shows it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.build.asked import ask
from tests.build.mountain_town import town
from tests.small_city import write_city

import plangraph
from plangraph.build.pipeline import build
from plangraph.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_plan_without_projects_is_counted_by_what_is_lowest_in_it(tmp_path: Path) -> None:
    graph = plangraph.load(town(tmp_path / "town"), tmp_path / "out")

    assert [(row["code"], row["ahead"]) for row in graph.query("standing-counts").to_dicts()] == [("第1章", 2)]
    assert [row["budget"] for row in graph.query("largest-projects").to_dicts()] == [1_200_000]
    assert [row["budget"] for row in graph.query("budget-totals", by="節").to_dicts() if row["budget"]] == [1_200_000]


def test_money_is_in_the_currency_of_the_city(tmp_path: Path) -> None:
    graph = plangraph.load(town(tmp_path / "town", 'currency = "EUR"', "EUR"), tmp_path / "out")
    rows = graph.query("largest-projects", lang="ja")

    assert rows.currency == "EUR"
    reading = graph.reading(rows, "largest-projects", {"lang": "ja"})
    assert ["1,200EUR" in line for line in reading.lines()] == [True]


@pytest.mark.parametrize(("currency", "unit"), [("", "EUR"), ('currency = "EUR"', "千円"), ("", "人")])
def test_money_in_two_currencies_is_not_mixed(tmp_path: Path, currency: str, unit: str) -> None:
    with pytest.raises(TableError) as caught:
        build([town(tmp_path / "town", currency, unit)], tmp_path / "out")

    assert [(problem.file, problem.row, problem.column) for problem in caught.value.problems] == [
        ("observations.csv", 2, "unit")
    ]


def test_an_official_link_cites_the_source_of_the_dataset_and_an_assumed_one_does_not(tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    (folder / "links.csv").write_text(
        "subject,relation,object,basis,rationale_ja\n第1章①,contributesToGoal,sdg:6,Official,\n"
        "第1章1,contributesToGoal,sdg:3,Assumed,介護は健康のため\n",
        "utf-8",
    )
    graph = plangraph.load(folder, tmp_path / "out")

    rows = ask(graph, "?link pg:basis ?basis . OPTIONAL { ?link prov:hadPrimarySource ?source }", "basis", "source")
    assert {(basis.rpartition("#")[2], source.rpartition("/")[2]) for basis, source in rows} == {
        ("Official", "book"),
        ("Assumed", "None"),
    }


def test_the_default_year_is_one_that_has_most_of_what_is_asked(tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    evaluations = folder / "evaluations.csv"
    graph = plangraph.load(folder, tmp_path / "both")
    assert [row["year"] for row in graph.query("projects").to_dicts()][:1] == [2021]

    evaluations.write_text(evaluations.read_text("utf-8").replace(",2021,", ",2020,"), "utf-8")
    graph = plangraph.load(folder, tmp_path / "apart")
    assert {row["budget"] for row in graph.query("projects").to_dicts()} == {1_200_000, None}


def test_what_is_listed_under_a_second_parent_stands_in_a_tree_where_its_own_parent_does(
    minato: plangraph.Graph,
) -> None:
    rows = minato.query("tree", element="政策:01").to_dicts()

    depths = {row["label"]: row["depth"] for row in rows}
    assert depths["避難行動要支援者名簿事業"] == depths["高齢者見守り事業"] == 3
    assert [label for label, depth in depths.items() if depth == 1] == ["地域のささえあい", "災害への備え"]


def test_a_kind_of_figures_counts_as_itself_and_all_above_it(tmp_path: Path) -> None:
    kinds = """
[[figures]]
code = "special"
word = "特別会計"
under = "Budget"
[[figures]]
code = "water"
word = "水道事業"
under = "special"
"""
    folder = write_city(tmp_path / "city")
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(kinds)
    build([folder], tmp_path / "out")
    graph = plangraph.open(tmp_path / "out")

    counted = ask(graph, "?kind skos:hiddenLabel 'water' ; pg:countsAs ?other", "other")
    assert counted == [("special",), ("water",), ("Amount",), ("Budget",)]
    assert ask(graph, "pg:Budget pg:countsAs ?other", "other") == [("Amount",), ("Budget",)]


def test_what_is_graded_and_what_is_given_directions_may_stand_on_two_tiers(tmp_path: Path) -> None:
    judged = "3,10101010,2024,3,Ⅰ,doc,3\n3,10101020,2024,4,,doc,4\n"
    two = "3,施策:1-1-1,2024,3,,doc,3\n3,10101020,2024,,Ⅰ,doc,4\n"
    build([write_city(tmp_path / "tables", {"evaluations.csv": (judged, two)})], tmp_path / "built")
    graph = plangraph.open(tmp_path / "built", in_memory=True)

    [row] = graph.query("standing-counts", by="pg:Policy").to_dicts()
    assert (row["on_target"], row["behind"], row["projects"]) == (1, 0, 1)
    [given] = graph.query("judgement-counts", by="pg:Policy", judgement="direction").to_dicts()
    assert (given["judgement_code"], given["projects"]) == ("Ⅰ", 1)
    [towards] = graph.query("directions").to_dicts()
    assert (towards["projects"], towards["behind"]) == (1, None)


def test_money_and_grades_of_measures_stand_beside_goals_by_measure_to_the_cent(tmp_path: Path) -> None:
    changes = {
        "plan.toml": ('place = "mini"', 'place = "mini"\ncurrency = "USD"'),
        "observations.csv": (
            "3,10101010,Budget,2024,,1000,Yen,doc,3\n3,10101020,Budget,2024,,2000,Yen,doc,4\n",
            "3,1-1-1,Budget,2024,,1000.25,USD,doc,3\n",
        ),
        "elements.csv": ("備え,Preparedness,", "備え,Preparedness,works"),
        "evaluations.csv": (
            "3,10101010,2024,3,Ⅰ,doc,3\n3,10101020,2024,4,,doc,4\n",
            "3,1-1-1,2024,3,,doc,3\n",
        ),
        "links.csv": ("3,10101020,inWard", "3,10101020,contributesToGoal,sdg:13,Official,,,,doc,4\n3,10101020,inWard"),
    }
    graph = plangraph.load(write_city(tmp_path / "tables", changes), tmp_path / "out")

    rows = graph.query("coverage-matrix", by="施策").to_dicts()
    assert [(row["goal_code"], row["projects"], row["budget"], row["on_target"]) for row in rows if row["row"]] == [
        ("11", 2, Decimal("500.13"), 1),
        ("13", 1, Decimal("500.12"), 1),
        ("total", 2, Decimal("1000.25"), 1),
    ]
    offices = graph.query("top-level-offices").to_dicts()
    assert [(row["projects"], row["budget"]) for row in offices] == [(2, Decimal("1000.25"))]


def test_a_plan_of_whatever_kind_with_a_policy_system_is_asked_about_alone(tmp_path: Path) -> None:
    kind = {"plans.csv": ("3,ImplementationPlan", "3,CrossSectoralPlan")}
    other = {"plan.toml": ('key = "mini"', 'key = "other"'), "places.csv": ("east,Ward,東区", "west,Ward,西区")}
    other["links.csv"] = ("place:east", "place:west")
    one, two = write_city(tmp_path / "one", kind), write_city(tmp_path / "two", other)
    build([one, two], tmp_path / "built")
    graph = plangraph.open(tmp_path / "built", in_memory=True)

    assert [row["label"] for row in graph.query("wards", plan="mini/3", lang="ja").to_dicts()] == ["東区"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("１００％以上", {"target": 100, "unit": "%", "target_reading": "以上", "note": None}),
        ("約5,000人", {"target": 5000, "unit": "人", "target_reading": "約", "note": None}),
        ("90% or more", {"target": 90, "unit": "%", "target_reading": "以上"}),
        ("fewer than 12", {"target": 12, "target_reading": "未満"}),
        ("mind. 48", {"target": 48, "target_reading": "以上"}),
        ("höchstens 5 %", {"target": 5, "unit": "%", "target_reading": "以下"}),
        ("Max. 5", {"target": 5, "target_reading": "以下"}),
        ("1:10", {"target": None, "note": "目標値（2025）: 1:10 人"}),
        ("増加", {"target": None, "note": "目標値（2025）: 増加"}),
        ("毎年度 3人", {"target": None, "note": "目標値（2025）: 毎年度 3人"}),
    ],
)
def test_a_target_is_read_as_the_document_has_it(tmp_path: Path, written: str, told: dict[str, object]) -> None:
    changes = {
        "plan.toml": ("[[grades]]", '[[tiers]]\nword = "指標"\nclass = "Indicator"\nunder = []\n\n[[grades]]'),
        "observations.csv": ("3,10101010,Budget", f'3,I1,TargetValue,2025,,"{written}",,doc,3\n3,10101010,Budget'),
    }
    folder = write_city(tmp_path / "tables", changes)
    unit = "" if told.get("unit") else "人"
    (folder / "indicators.csv").write_text(
        f"plan,tier,code,element,label_ja,unit,source\n3,指標,I1,1-1-1,参加,{unit},doc\n"
    )
    build([folder], tmp_path / "built")
    [row] = plangraph.open(tmp_path / "built", in_memory=True).query("plan-indicators", lang="ja").to_dicts()

    assert {name: row[name] for name in told} == told


@pytest.mark.parametrize("place", ["", "town-1,City,山の町の区域\n"])
def test_a_city_without_a_row_of_places_goes_by_the_name_of_its_municipality(place: str, tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    (folder / "places.csv").write_text(f"key,kind,label_ja\n{place}", "utf-8")
    graph = plangraph.load(folder, tmp_path / "out")

    assert {row["city_ja"] for row in graph.query("served-plans").to_dicts()} == {"山の町"}
    assert "場所: 山の町" in graph.asked("population-projection", {}).ja


@pytest.mark.parametrize("code", ["㋐", "Ⓐ", "１－（１）－①", "㊀-1"])
def test_a_code_is_whatever_letters_and_numbers_a_city_writes(code: str, tmp_path: Path) -> None:
    folder = town(tmp_path / "town")
    elements = folder / "elements.csv"
    elements.write_text(f"{elements.read_text('utf-8')}5,節,{code},第1章,消防,\n", "utf-8")
    graph = plangraph.load(folder, tmp_path / "out")

    assert code in [row["code"] for row in graph.query("children", element="第1章").to_dicts()]
    assert [row["label"] for row in graph.query("path-to-vision", element=code).to_dicts()][-1] == "消防"


def test_a_plan_of_a_district_is_one_of_that_place(tmp_path: Path) -> None:
    district = "2022,2025,doc\neast-plan,WardPlan,東地域振興計画,,2022,2025,doc"
    changes = {
        "plans.csv": ("2022,2025,doc", district),
        "places.csv": ("east,Ward,東区", "east,Ward,東地域"),
        "links.csv": (
            "3,10101020,inWard,",
            "east-plan,plan:east-plan,inWard,place:east,Official,,,,doc,4\n3,10101020,inWard,",
        ),
    }
    build([write_city(tmp_path / "tables", changes)], tmp_path / "built")
    graph = plangraph.open(tmp_path / "built", in_memory=True)

    [place] = graph.query("wards", lang="ja").to_dicts()
    assert (place["label"], place["plan_label"]) == ("東地域", "東地域振興計画")


def test_a_tier_may_stand_below_itself_where_it_says_so(tmp_path: Path) -> None:
    changes = {
        "plan.toml": ('under = "政策"', 'under = ["政策", "施策"]'),
        "elements.csv": ("3,事業,10101010", "3,施策,1-1-1-1,1-1-1,小さな施策,,,doc,2\n3,事業,10101010"),
    }
    build([write_city(tmp_path / "tables", changes)], tmp_path / "built")
    graph = plangraph.open(tmp_path / "built", in_memory=True)

    assert "1-1-1-1" in [row["code"] for row in graph.query("children", element="1-1-1", lang="ja").to_dicts()]
