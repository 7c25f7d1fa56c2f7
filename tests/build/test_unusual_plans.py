"""What is unusual about a city's plan or figures is told by its tables, on the smallest city that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.build.asked import ask
from tests.small_city import write_city

import plangraph
from plangraph.build.pipeline import build
from plangraph.errors import TableError, UnknownThing
from plangraph.namespaces import PG
from plangraph.network import measure

if TYPE_CHECKING:
    from pathlib import Path

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


def german(folder: Path, *more: str) -> Path:
    town(folder, 'language = "de"')
    figures = folder / "observations.csv"
    figures.write_text(figures.read_text("utf-8").replace('"1,200"', "1200"), "utf-8")
    for file, word in (("plan.toml", 'word = "節"'), ("elements.csv", "5,節,"), ("elements.csv", "old,節,")):
        text = (folder / file).read_text("utf-8")
        said = "\n".join([word.replace("節", "Ziel"), *(more if file == "plan.toml" else ())])
        (folder / file).write_text(text.replace(word, said), "utf-8")
    return folder


def test_a_word_of_a_third_language_has_no_english_ending(tmp_path: Path) -> None:
    graph = plangraph.load(german(tmp_path / "town"), tmp_path / "out")

    title = graph.reading(graph.query("largest-projects"), "largest-projects", {}, lang="en").title
    assert "largest Ziel by" in title


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
    assert {lang for word, lang in spoken if word == "Ziel"} == {"de", "de-x-en"}


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
        ("90% or more", {"target": 90, "unit": "パーセント", "target_reading": "以上"}),
        ("fewer than 12", {"target": 12, "target_reading": "未満"}),
        ("mind. 48", {"target": 48, "target_reading": "以上"}),
        ("höchstens 5 %", {"target": 5, "unit": "パーセント", "target_reading": "以下"}),
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
