"""Bad tables are refused as a whole, every problem named by file, row and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.build.refused import problems_of
from tests.small_city import write_city

from plangraph.build.pipeline import build
from plangraph.errors import DataError, TableError

if TYPE_CHECKING:
    from pathlib import Path

KANA_OR_KANJI = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
MISTAKES = {
    # change: (file, row, column, words of the message)
    "elements.csv:parent": (("1-1-1,1-1,備え", "1-1-1,1-9,備え"), (5, "parent", "no element '1-9' (did you mean '1")),
    "elements.csv:tier": (("事業,10101010", "事業者,10101010"), (6, "tier", "no tier '事業者'")),
    "elements.csv:office": (("Levees,works", "Levees,work"), (7, "responsible", "did you mean 'works'?")),
    "elements.csv:page": (("Protect,,doc,1", "Protect,,doc,one"), (3, "page", "not a whole number")),
    "elements.csv:source": (("A good city,,doc", "A good city,,dok"), (2, "source", "no source 'dok'")),
    "plans.csv:label": (("基本構想,Basic concept", ","), (2, "label_ja", "a name is needed")),
    "links.csv:relation": (("contributesToTarget", "contributesToTraget"), (3, "relation", "contributesToTarget")),
    "links.csv:relation by its label": (
        ("realizes", "地域に関わる"),
        (2, "relation", "no relation '地域に関わる' (did you mean 'inWard'?)"),
    ),
    "links.csv:object": (("place:east", "place:est"), (4, "object", "did you mean 'east'?")),
    "links.csv:score": (("Fewer losses,,,", "Fewer losses,2,,"), (3, "score", "above 1")),
    "observations.csv:value": (("1000", "1,000"), (2, "", "columns: 9, cells: 10")),
    "observations.csv:amount": (("2000", "2000.5"), (3, "value", "not a whole number of yen")),
    "evaluations.csv:grade": (("2024,3,Ⅰ", "2024,6,Ⅰ"), (2, "grade", "'6' is not one of plan.toml's: ")),
    "evaluations.csv:year": (("10101020,2024", "10101020,next"), (3, "fiscal_year", "not a fiscal year, such as 2024")),
    "organizations.csv:parent": (("Office,city", "Office,town"), (3, "parent", "no office 'town'")),
    "organizations.csv:kind": (("works,Office", "works,Ofice"), (3, "kind", "did you mean 'Office'?")),
    "places.csv:code": (("C14131", "14131"), (3, "area_code", "C14130")),
    "plans.csv:kind": (
        ("ImplementationPlan", "ActionPlan"),
        (3, "kind", "'ActionPlan' is not one of these: BasicConcept (Basic concept), BasicPlan"),
    ),
    "plans.csv:year": (("2016,,doc", "16,,doc"), (2, "start", "below 1868")),
    "milestones.csv:date": (("2022-04-01", "2022-4-1st"), (2, "date", "not a date such as")),
    "sources.csv:kind": (("doc,CityDocument", "doc,Book"), (2, "kind", "not one of")),
}
OF_MEANING = {
    "observations.csv:unit beside what is not known": (
        ("3,10101020,Budget,2024,,2000,Yen", "3,10109999,Budget,2024,,2000,USD"),
        (3, "unit", "summed in JPY: write it in JPY, or thousands or millions of it (千円)"),
    ),
    "places.csv:kind": (("east,Ward", "east,District"), (3, "kind", "one of these: City (City), Ward (Ward)")),
    "places.csv:sort": (("east,Ward", "east,Project"), (3, "kind", "'Project' is not one of these")),
    "plans.csv:key": (("concept,BasicConcept", "inferred,BasicConcept"), (2, "key", "cannot be the key of a plan")),
    "organizations.csv:key": (
        ("works,Office", "city,Office"),
        (3, "key", "'city' stands already at organizations.csv:2"),
    ),
    "evaluations.csv:element": (
        ("3,10101020,", "3,事業：10101010,"),
        (3, "element", "stands already at evaluations.cs"),
    ),
    "observations.csv:about": (("3,10101020,", "3,3/10101010,"), (3, "about", "stands already at observations.csv:2")),
}


@pytest.mark.parametrize("name", MISTAKES | OF_MEANING)
def test_a_mistake_is_named_by_file_row_and_column(tmp_path: Path, name: str) -> None:
    change, (row, column, words) = (MISTAKES | OF_MEANING)[name]
    error = problems_of(write_city(tmp_path / "city", {name: change}), tmp_path / "out")
    found = [p for p in error.problems if (p.file, p.row, p.column) == (name.partition(":")[0], row, column)]
    assert found, str(error)
    assert words in found[0].message.en
    assert error.exit_code == 1
    assert KANA_OR_KANJI.search(found[0].message.ja)


def test_a_link_to_the_wrong_sort_of_thing_is_blamed_and_not_the_row_of_its_subject(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"links.csv": ("inWard,place:east", "inWard,place:mini")})
    problems = problems_of(folder, tmp_path / "out").problems
    assert {(problem.file, problem.row, problem.column) for problem in problems} == {("links.csv", 4, "object")}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"links.csv": ("3,plan:3,realizes,plan:concept", "3,plan:3,details,plan:concept")}, "PlanElement"),
        ({"links.csv": ("3,plan:3,realizes,plan:concept", "3,1-1-1,realizes,plan:concept")}, "realizes"),
        ({"plans.csv": ("2022,2025,doc", "2022,2025,doc\neast,WardPlan,東の計画,East plan,2022,2025,doc")}, "inWard"),
    ],
)
def test_a_refusal_says_what_would_be_right(tmp_path: Path, change: dict[str, tuple[str, str]], wanted: str) -> None:
    problems = problems_of(write_city(tmp_path / "city", change), tmp_path / "out").problems

    assert [p for p in problems if wanted in p.message.ja and wanted in p.message.en]


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        (
            "plan.toml",
            ('under = "政策"', 'under = "政索"'),
            "key tiers[4].under: before this one no tier '政索' (did you mean '政策'?)",
        ),
        ("plan.toml", ('word = "施策"', 'word = "政策"'), "key tiers[4].word: '政策' stands twice"),
        (
            "plan.toml",
            ('class = "Measure"', 'clas = "Measure"'),
            "key tiers[4].clas: is not known here (did you mean 'class'?)",
        ),
        ("plan.toml", ('place = "mini"', 'place = "town"'), "plan.toml: key city.place: no place 'town'"),
        ("plan.toml", ('plan = "3"', 'plan = "3"\nissued = 2024-02-30'), "2024-02-30): there is no such day"),
        (
            "evaluations.csv",
            ("2024,3,Ⅰ", "2024,6,Ⅰ"),
            "'6' is not one of plan.toml's: 3 (目標どおり), 4 (目標を下回った)",
        ),
        ("elements.csv", ("plan,tier,code", "計画,tier,code"), "column 計画: unknown column (did you mean 'plan'?)"),
        ("elements.csv", ("3,施策,1-1-1,1-1,", "3,施策,1-1-1,1,"), "施策 cannot stand under 基本政策"),
    ],
)
def test_a_mistake_in_a_citys_own_words_says_what_would_be_right(
    tmp_path: Path, table: str, change: tuple[str, str], message: str
) -> None:
    error = problems_of(write_city(tmp_path / "city", {table: change}), tmp_path / "out")

    assert message in error.words.en
    assert error.exit_code == 1


def test_a_tier_that_stands_below_is_not_meant_where_one_above_is_asked_for(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": ('under = "政策"', 'under = "事業者"')})

    assert str(problems_of(folder, tmp_path / "out")).endswith("before this one no tier '事業者'")


def test_a_date_that_is_none_is_told_once(tmp_path: Path) -> None:
    change = {"observations.csv": ("Budget,2024,,1000", "Budget,,2024/10/01,1000")}
    problems = problems_of(write_city(tmp_path / "city", change), tmp_path / "out").problems

    assert [(problem.column, problem.message.en) for problem in problems] == [
        ("date", "'2024/10/01' is not a date such as 2021, 2021-04 or 2021-04-11")
    ]


def test_a_second_parent_of_the_wrong_tier_is_told_in_its_own_column(tmp_path: Path) -> None:
    changes = {"elements.csv": ("label_ja,label_en,responsible", "label_ja,label_en,also_part_of")}
    folder = write_city(tmp_path / "city", changes)
    table = folder / "elements.csv"
    table.write_text(table.read_text("utf-8").replace("Drills,works", "Drills,1").replace(",works", ","), "utf-8")

    problems = problems_of(folder, tmp_path / "out").problems
    assert [(problem.row, problem.column) for problem in problems] == [(6, "also_part_of")]
    assert "事業 cannot stand under 基本政策" in problems[0].message.en


def test_twenty_mistakes_are_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    changes = {name: change for name, (change, _) in MISTAKES.items() if name != "plans.csv:year"}
    changes["plans.csv:doubled"] = ("2022,2025,doc", "2022,2021,doc")
    error = problems_of(write_city(tmp_path / "city", changes), tmp_path / "out")
    told = {(problem.file, problem.row, problem.column) for problem in error.problems}
    wanted = {(n.partition(":")[0], row, column) for n, (_, (row, column, _)) in MISTAKES.items() if n in changes}
    assert wanted <= told
    assert isinstance(error, TableError)
    assert not (tmp_path / "out").exists()


def test_many_problems_of_one_cause_are_told_in_one_line(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city")
    projects = [f"3,事業,{code},1-1-1,事業{code},,office{code},doc,3\n" for code in range(10101030, 10101070)]
    with (folder / "elements.csv").open("a", encoding="utf-8") as file:
        file.writelines([*projects, "3,事業者,10101990,1-1-1,別,,works,doc,3\n"])

    error = problems_of(folder, tmp_path / "out")

    assert error.words.en.splitlines() == [
        "40 rows: column responsible: no office 'office10101030' (and 39 other values), first in elements.csv:8",
        "elements.csv:48: column tier: no tier '事業者' (did you mean '事業'?)",
    ]
    assert error.words.ja.splitlines()[0] == (
        "40 行: 列 responsible: 組織「office10101030」はありません（ほか 39 種類の値）。最初は elements.csv:8"
    )
    assert len(error.problems) == 41


@pytest.mark.parametrize(
    ("table", "right", "wrong", "columns"),
    [
        (
            "evaluations",
            "3,10101010,2024,3,Ⅰ,doc,3",
            "3,x,y,7,Ⅸ,z,w",
            "direction element fiscal_year grade page source",
        ),
        (
            "observations",
            "3,10101010,Budget,2024,,1000,Yen,doc",
            "3,x,Bugdet,y,z,##,Yen,w",
            "about date fiscal_year kind source value",
        ),
        (
            "links",
            "3,1-1-1,contributesToTarget,sdg:11.5,Assumed",
            "9,x,y,sdg:99,z",
            "basis object plan relation subject",
        ),
        (
            "milestones",
            "3,start,始まり,Start,2022-04-01,,doc",
            "9,start,始まり,Start,2022-14-01,x,y",
            "date end_date plan source",
        ),
        (
            "elements",
            "3,事業,10101010,1-1-1,訓練,Drills,works,doc,3",
            "3,事,1/1,x,訓練,Drills,y,z,w",
            "code page parent responsible source tier",
        ),
        ("places", "east,Ward,東区,East,mini,C14131,doc", "ea st,Wardd,東区,East,x,C14131,y", "key kind source within"),
    ],
)
def test_all_that_is_wrong_with_a_row_is_told_at_once(
    table: str, right: str, wrong: str, columns: str, tmp_path: Path
) -> None:
    error = problems_of(write_city(tmp_path / "city", {f"{table}.csv": (right, wrong)}), tmp_path / "out")
    assert sorted(problem.column for problem in error.problems if problem.file == f"{table}.csv") == columns.split()


@pytest.mark.parametrize(("first", "second"), [("1-1-1", ""), ("", "1-1-1"), ("1-1-1", "1-1-1")])
def test_numbers_that_begin_anew_under_each_parent_are_told_of_once_with_what_to_do(
    tmp_path: Path, first: str, second: str
) -> None:
    changes = {
        "elements.csv:first": ("10101010,1-1-1,訓練", f"10101010,{first},訓練"),
        "elements.csv:again": ("10101020,1-1-1,堤防", f"10101010,{second},堤防"),
        "plan.toml": ("codes_nest = true", ""),
    }
    error = problems_of(write_city(tmp_path / "city", changes), tmp_path / "out")
    (problem,) = [problem for problem in error.problems if problem.column == "code"]
    assert (problem.file, problem.row) == ("elements.csv", 7)
    assert ("write that of the parent before them" in str(problem)) == (first != second)


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("organizations.csv", "works,Office,city,土木局", "works,Office,city,土木髙区局"),
        ("links.csv", "place:east", "place:東區"),
        ("observations.csv", "1000,Yen", '"¥1,000",Yen'),
    ],
)
def test_names_are_read_in_old_letters_and_amounts_behind_the_sign_of_their_currency(
    table: str, old: str, new: str, tmp_path: Path
) -> None:
    changes = {table: (old, new)}
    if table == "organizations.csv":
        changes["elements.csv"] = ("Drills,works", "Drills,土木高區局")
    build([write_city(tmp_path / "city", changes)], tmp_path / "out")


def test_a_page_is_not_blamed_for_what_its_document_lacks(tmp_path: Path) -> None:
    error = problems_of(write_city(tmp_path / "city", {"sources.csv": ("文書,Document", ",")}), tmp_path / "out")
    assert [(problem.file, problem.row) for problem in error.problems] == [("sources.csv", 2)]


def test_a_row_that_cannot_be_read_is_blamed_and_not_those_that_name_it(tmp_path: Path) -> None:
    changes = {"sources.csv": ("doc,CityDocument", "doc,Book"), "plans.csv": ("2022,2025", "then,2025")}
    error = problems_of(write_city(tmp_path / "city", changes), tmp_path / "out")
    assert [(problem.file, problem.column) for problem in error.problems] == [
        ("plans.csv", "start"),
        ("sources.csv", "kind"),
    ]


def test_a_tier_that_there_is_not_is_blamed_and_not_what_hangs_on_its_elements(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": ('word = "事業"', 'word = "小事業"')})

    error = problems_of(folder, tmp_path / "out")
    assert {(problem.file, problem.column) for problem in error.problems} == {("elements.csv", "tier")}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('class = "Project"', 'class = "Office"'), "key tiers[5].class: 'Office' is not one of Aim, "),
        (('class = "Project"', 'class = "Projekt"'), "no class 'Projekt' (did you mean 'Project'?)"),
        (('class = "Project"', 'class = "事務事業"'), "no class '事務事業' (did you mean 'Project'?)"),
        (
            ('class = "Project"', 'class = "PlanElement"'),
            "choose the nearest. 'PlanElement' is not one of these: Aim (Aim)",
        ),
        (('word = "事業"', 'word = "plan"'), "key tiers[5].word: 'plan' cannot be the word of a tier"),
        (
            ('standing = "OnTarget"', 'standing = "順調"'),
            "grades[1].standing: '順調' is not one of these: Ahead (Ahead of target), ",
        ),
        (
            ('standing = "OnTarget"', ""),
            "grades[1].standing: is missing; write one of these: Ahead (Ahead of target), ",
        ),
        (('course = "Continue"', ""), "directions[1].course: is missing; write one of these: Continue ("),
    ],
)
def test_what_plan_toml_says_of_tiers_and_scales_is_one_of_what_may_stand_there(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": change})

    assert message in str(problems_of(folder, tmp_path / "out"))


@pytest.mark.parametrize("column", ["grade", "direction"])
def test_a_city_that_judges_says_by_what(tmp_path: Path, column: str) -> None:
    folder = write_city(tmp_path / "city")
    settings = (folder / "plan.toml").read_text("utf-8")
    (folder / "plan.toml").write_text(settings.partition("[[grades]]")[0], "utf-8")

    assert f"plan.toml has no [[{column}s]]: say there what" in str(problems_of(folder, tmp_path / "out"))


def test_two_datasets_with_one_key_are_refused(tmp_path: Path) -> None:
    cities = [write_city(tmp_path / name) for name in ("east", "west")]
    with pytest.raises(DataError) as caught:
        build(cities, tmp_path / "out")
    assert "west/plan.toml: key city.key: 'mini' is the key of another dataset" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_no_city_goes_by_the_name_of_a_shared_graph(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": ('key = "mini"', 'key = "sdg"')})
    with pytest.raises(DataError) as caught:
        build([folder], tmp_path / "out")
    assert "plan.toml:2: key city.key: 'sdg' cannot be the key of a city" in str(caught.value)
