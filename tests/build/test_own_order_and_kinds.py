"""A city's own words for its places, plans and offices, and its own order of what has no code, are what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.build.asked import ask

import plangraph
from plangraph.build.pipeline import build
from plangraph.errors import TableError
from plangraph.tier_words import said, tier_words
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "plan.toml": """[city]
key = "ken"
label_ja = "県"
place = "ken"
plan = "main"
source = "book"
[[kinds]]
word = "圏域"
class = "Ward"
en = "Subregion"
[[kinds]]
word = "圏域計画"
class = "WardPlan"
[[tiers]]
word = "柱"
class = "Policy"
[[tiers]]
word = "取組"
class = "Project"
""",
    "sources.csv": "key,kind,title_ja\nbook,CityDocument,計画書\n",
    "places.csv": "key,kind,label_ja,within\nken,City,県,\nsouth,圏域,南,ken\nnorth,Ward,北,ken\n",
    "organizations.csv": "key,kind,label_ja,parent\nken,Municipality,県庁,\nx,,河川課,y\nz,,総務部,\ny,,土木部,\n",
    "plans.csv": (
        "key,kind,label_ja,start,end\nmain,BasicPlan,総合計画,2022,2025\ns,圏域計画,南の計画,2022,2025\n"
        "n,圏域計画,北の計画,2022,2025\n"
    ),
    "elements.csv": (
        "tier,parent,label_ja,responsible\n柱,,森,\n柱,,海,\n取組,海,港,z\n取組,森,林道,x|z\n取組,森,間伐,y\n"
    ),
    "links.csv": (
        "subject,relation,object,basis\nplan:s,inWard,place:south,Official\nplan:n,inWard,place:north,Official\n"
        "間伐,inWard,place:south,Official\n"
    ),
}


def written(folder: Path, **changed: str) -> Path:
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.partition(".")[0], text), "utf-8")
    return folder


@pytest.fixture(scope="module")
def ken(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    folder = tmp_path_factory.mktemp("ken")
    return plangraph.load(written(folder / "data"), folder / "out")


def labels(graph: plangraph.Graph, name: str, column: str = "label", **given: str) -> list[object]:
    return [row[column] for row in graph.query(name, lang="ja", **given).to_dicts()]


def test_titles_and_headings_say_the_city_s_word_for_its_places(ken: plangraph.Graph) -> None:
    own = tier_words(ken.engine, ken.manifest.plan, ken.manifest.scopes[ken.manifest.plan], "itemTier")

    assert "圏域の一覧" in ken.reading(ken.query("wards", lang="ja"), "wards", {"lang": "ja"}).asked
    assert said(Words("区別の額（区分、区域、地区）と区計画", "Ward and ward plans"), own) == Words(
        "圏域別の額（区分、区域、地区）と圏域計画", "Subregion and area plans"
    )
    assert [row["kind"] for row in ken.query("plans-ending", lang="ja").to_dicts()].count("圏域計画") == 2


def test_a_question_names_what_it_takes_as_the_city_does(ken: plangraph.Graph) -> None:
    given = {"ward": "南"}
    (ward,) = ken.lacking("ward-plan", {})

    assert "圏域: 南" in ken.asked("ward-plan", given).ja
    assert ward.words == Words("圏域", "Subregion")
    assert labels(ken, "ward-plan", "class_label", **given) == ["取組", "圏域計画"]


@pytest.mark.parametrize("kind", ["Plan", "ComprehensivePlanTier"])
def test_a_plan_of_no_nearer_kind_is_one_among_plans_and_looked_at_though_another_realises_it(
    kind: str, tmp_path: Path
) -> None:
    plans = FILES["plans.csv"].replace("BasicPlan", kind) + "e,Plan,環境の計画,2022,2025\n"
    links = f"{FILES['links.csv']}plan:s,realizes,plan:main,Official\n"
    graph = plangraph.load(written(tmp_path / "data", plans=plans, links=links), tmp_path / "out")

    assert sorted(map(str, labels(graph, "plan-timeline"))) == sorted(
        ["総合計画", "南の計画", "北の計画", "環境の計画"]
    )
    assert len(labels(graph, "plans-ending")) == 4
    assert "環境の計画" in labels(graph, "sectoral-plans")
    assert labels(graph, "plan-relations", tier="plan:s") == ["総合計画"]
    assert [row["label_ja"] for row in graph.query("served-plans").to_dicts()] == ["総合計画"]


@pytest.mark.parametrize(
    ("name", "column", "given", "expected"),
    [
        ("offices", "label", {}, ["県庁", "総務部", "土木部", "河川課"]),
        ("wards", "label", {}, ["南", "北"]),
        ("projects", "label", {}, ["林道", "間伐", "港"]),
        ("projects", "offices", {}, ["総務部 / 河川課", "土木部", "総務部"]),
        ("elements-of-tier", "label", {"tier": "柱"}, ["森", "海"]),
        ("children", "label", {"element": "森"}, ["林道", "間伐"]),
        ("plan-outline", "label", {}, ["森", "海", "林道", "間伐", "港"]),
    ],
)
def test_what_has_no_code_comes_in_the_order_of_the_rows_within_what_it_stands_in(
    ken: plangraph.Graph, name: str, column: str, given: dict[str, str], expected: list[str]
) -> None:
    assert labels(ken, name, column, **given) == expected


def test_offices_come_as_in_a_chart_and_in_the_order_of_the_rows_within_one(ken: plangraph.Graph) -> None:
    assert labels(ken, "offices") == ["県庁", "総務部", "土木部", "河川課"]


def test_plans_come_in_the_order_of_the_rows(ken: plangraph.Graph) -> None:
    found = ask(ken, "?plan a pg:Plan ; pg:rank ?rank ; rdfs:label ?label FILTER(LANG(?label) = 'ja')", "rank", "label")

    assert found == [("1", "総合計画"), ("2", "南の計画"), ("3", "北の計画")]


def test_a_kind_that_nobody_declared_is_told_with_what_may_stand_there(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", places=FILES["places.csv"].replace("圏域", "流域"))

    with pytest.raises(TableError) as caught:
        build([folder], tmp_path / "out")

    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == ("places.csv", 3, "kind")
    assert "圏域" in problem.message.ja
    assert "[[kinds]]" in problem.message.en
