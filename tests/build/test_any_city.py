"""A city that keeps its plan quite differently says so in its tables, and nothing else knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

import plangraph
from plangraph import queries
from plangraph.build.pipeline import build
from plangraph.errors import ParameterError, TableError
from plangraph.iris import OF_EACH_CITY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PREFIX = "https://w3id.org/plangraph/id/minato/"


def ask(graph: plangraph.Graph, where: str, *columns: str) -> list[tuple[str, ...]]:
    rows = graph.sparql(
        f"SELECT {' '.join(f'?{name}' for name in columns)} WHERE {{ {where} }} ORDER BY {_all(columns)}"
    )
    return [tuple(_short(row[name]) for name in columns) for row in rows.to_dicts()]  # type: ignore[union-attr]


def _all(columns: Iterable[str]) -> str:
    return " ".join(f"?{name}" for name in columns)


def _short(value: object) -> str:
    return str(value).rpartition("#")[2].rpartition("/")[2]


def test_tiers_are_the_city_s_own_in_its_order(minato: plangraph.Graph) -> None:
    tiers = ask(
        minato, "?tier a pg:Tier ; pg:rank ?rank ; rdfs:label ?word . FILTER(LANG(?word) = 'ja')", "rank", "word"
    )

    assert tiers == [("1", "政策"), ("2", "施策"), ("3", "基本事業"), ("4", "事務事業"), ("5", "まちの指標")]


def test_a_parent_is_of_the_nearest_tier_above_that_has_the_code(minato: plangraph.Graph) -> None:
    where = (
        "?e pg:partOf ?p ; skos:notation ?code ; pg:tier/pg:rank ?n . "
        "?p skos:notation ?parent ; pg:tier/pg:rank ?above ."
    )

    assert ask(minato, where, "n", "code", "above", "parent") == [
        ("2", "01", "1", "01"),
        ("2", "02", "1", "01"),
        ("2", "03", "1", "02"),
        ("3", "1.2.3", "2", "03"),
        ("3", "あ-1", "2", "01"),
        ("4", "0086", "3", "あ-1"),
        ("4", "0087", "3", "あ-1"),
        ("4", "12", "2", "02"),
        ("4", "13", "3", "1.2.3"),
        ("4", "14", "2", "03"),
        ("4", "15", "2", "03"),
    ]


def test_what_stands_under_two_parents_is_part_of_one_and_within_both(minato: plangraph.Graph) -> None:
    within = ask(minato, '?p skos:notation "0087" ; pg:within/skos:notation ?code ', "code")

    assert within == [("01",), ("01",), ("02",), ("あ-1",)]
    assert ask(minato, '?p skos:notation "0087" ; pg:partOf/skos:notation ?code ', "code") == [("あ-1",)]


@pytest.mark.parametrize(
    ("project", "standing", "course", "note"),
    [
        ("0086", "Ahead", "Continue", None),
        ("0087", "Behind", "Improve", "名簿の更新が遅れた"),
        ("12", "OnTarget", None, None),
        ("13", None, "End", None),
        ("14", None, None, "利用者の声を聴いて続ける"),
        ("15", "NotJudged", "OtherCourse", None),
    ],
)
def test_an_evaluation_has_a_grade_a_direction_or_a_text(
    minato: plangraph.Graph, project: str, standing: str | None, course: str | None, note: str | None
) -> None:
    where = f"""?e pg:evaluates/skos:notation "{project}"
        OPTIONAL {{ ?e pg:grade/pg:standing ?standing }} OPTIONAL {{ ?e pg:direction/pg:course ?course }}
        OPTIONAL {{ ?e skos:note ?note FILTER(LANG(?note) = 'ja') }}"""

    assert ask(minato, where, "standing", "course", "note") == [(str(standing), str(course), str(note))]


def test_grades_are_in_the_city_s_order(minato: plangraph.Graph) -> None:
    codes = ask(
        minato,
        f"?g a pg:Grade ; pg:rank ?rank ; skos:notation ?code . FILTER(STRSTARTS(STR(?g), '{PREFIX}'))",
        "rank",
        "code",
    )

    assert [code for _, code in codes] == ["Ａ", "Ｂ", "Ｃ", "Ｄ", "Ｅ", "Ｆ"]


def test_money_in_thousands_is_kept_in_yen_and_a_kind_of_the_city_s_own_is_found_by_the_broader_one(
    minato: plangraph.Graph,
) -> None:
    where = "?o pg:about/skos:notation ?code ; pg:kind/skos:broader* pg:Budget ; pg:value ?value ; pg:unit pg:Yen"

    assert ask(minato, where, "code", "value") == [
        ("0086", "1200000"),
        ("0087", "800000"),
        ("12", "3500000"),
        ("13", "42000000"),
        ("14", "9100000"),
    ]


def test_units_are_the_indicator_s_and_the_city_s_own(minato: plangraph.Graph) -> None:
    where = """?o pg:about/pg:measures/skos:notation ?measure ; pg:kind ?kind ; pg:value ?value .
        ?o pg:unit/rdfs:label ?unit
        OPTIONAL { ?o pg:comparator ?reading } OPTIONAL { ?o pg:status ?status } FILTER(LANG(?unit) = 'ja')"""

    assert ask(minato, where, "measure", "kind", "reading", "value", "unit", "status") == [
        ("01", "ActualValue", "About", "450", "世帯", "Estimated"),
        ("01", "BaselineValue", "None", "410", "世帯", "Stated"),
        ("01", "TargetValue", "AtLeast", "600", "世帯", "Planned"),
        ("03", "BaselineValue", "None", "31", "箇所", "None"),
        ("03", "TargetValue", "Above", "40", "箇所", "Planned"),
    ]


def test_a_date_says_how_precisely_it_is_known(minato: plangraph.Graph) -> None:
    dates = ask(minato, "?o pg:date ?date ; pg:precision ?precision", "date", "precision")

    assert dates == [("2023-10-01T00:00:00", "MonthPrecision")]


def test_offices_stand_on_any_level_and_the_top_one_is_right_below_the_municipality(minato: plangraph.Graph) -> None:
    assert ask(minato, "?o a pg:TopLevelOffice ; rdfs:label ?name FILTER(LANG(?name) = 'ja')", "name") == [
        ("市民部",),
        ("都市部",),
    ]
    assert ask(
        minato, '?p skos:notation "0087" ; pg:responsible/rdfs:label ?name FILTER(LANG(?name) = "ja")', "name"
    ) == [
        ("市民課",),
        ("道路公園課",),
    ]
    older = "?o pg:officeSucceeds/rdfs:label ?name FILTER(LANG(?name) = 'ja')"
    assert ask(minato, older, "name") == [("公園課",), ("道路課",)]


def test_what_the_city_does_not_say_is_not_there(minato: plangraph.Graph) -> None:
    english = f"?thing rdfs:label ?label FILTER(LANG(?label) = 'en' && STRSTARTS(STR(?thing), '{PREFIX}'))"

    assert ask(minato, "?ward a pg:Ward", "ward") == []
    assert ask(minato, "?strategy a pg:Strategy", "strategy") == []
    assert {name for name, *_ in ask(minato, english, "thing")} <= {"tiers", "grades", "directions", "figures", "units"}


@pytest.mark.parametrize("name", [question.name for question in queries.Library().listed()])
def test_every_question_answers_about_it_or_says_what_it_needs(minato: plangraph.Graph, name: str) -> None:
    try:
        minato.answer(name, {})
    except ParameterError as error:
        assert error.words.ja


def test_no_plan_can_go_by_what_else_follows_a_city_in_iris(minato: plangraph.Graph) -> None:
    rows = minato.sparql(f"SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), '{PREFIX}')) }}")
    first = {str(row["s"]).removeprefix(PREFIX).partition("/")[0] for row in rows.to_dicts()}  # type: ignore[union-attr]

    assert first - {"first", "second"} <= OF_EACH_CITY


TOWN = {
    "plan.toml": """[city]
key = "town"
label_ja = "山の町"
place = "town"
plan = "5"
source = "book"
{currency}
[[tiers]]
word = "章"
class = "Policy"
[[tiers]]
word = "節"
class = "Measure"
[[grades]]
code = "S"
word = "上回る"
standing = "Ahead"
""",
    "sources.csv": "key,kind,title_ja\nbook,CityDocument,総合計画\n",
    "places.csv": "key,kind,label_ja\ntown,City,山の町\n",
    "organizations.csv": "key,kind,label_ja\ncho,Municipality,山の町\nroads,,建設課\njoint,Partner,広域連合\n",
    "plans.csv": "key,kind,label_ja,start\n5,BasicPlan,総合計画,2020\nold,BasicPlan,前の計画,2010\n",
    "elements.csv": (
        "plan,tier,code,parent,label_ja,responsible\n"
        "5,章,第1章,,自然,\n5,節,第1章①,第1章,水道,建設課\n5,節,第1章1,第1章,介護,joint\nold,節,1,,水道,roads\n"
    ),
    "observations.csv": 'about,kind,fiscal_year,value,unit\n第1章①,Budget,2021,"1,200",{unit}\n',
    "evaluations.csv": "element,fiscal_year,grade\n第1章①,2021,S\n第1章1,2021,S\n",
}
"""A town of chapters and sections without projects, whose sections are judged and paid for."""


def town(folder: Path, currency: str = "", unit: str = "千円") -> Path:
    folder.mkdir()
    for name, text in TOWN.items():
        (folder / name).write_text(text.replace("{currency}", currency).replace("{unit}", unit), "utf-8")
    return folder


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

    counted = ask(graph, "?kind skos:notation 'water' ; pg:countsAs ?other", "other")
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
        ("１００％以上", {"target": 100, "unit": "パーセント", "target_reading": "以上", "note": None}),
        ("約5,000人", {"target": 5000, "unit": "人", "target_reading": "約", "note": None}),
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
