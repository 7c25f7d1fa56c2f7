from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.small_city import write_city

import plangraph
from plangraph.build.pipeline import build
from plangraph.coverage.changes import compare, reading, to_html
from plangraph.store.terms import Literal

SETOGAWA = Path(__file__).parents[1] / "queries" / "data" / "setogawa"


@pytest.fixture(scope="module")
def later(oddtown_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The small town after one contribution was gained, one lost and one given another reason and basis."""
    tables = tmp_path_factory.mktemp("later") / "oddtown"
    shutil.copytree(oddtown_tables, tables)
    lines = (tables / "links.csv").read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("2,10201010,contributesToGoal")]
    text = "\n".join(kept).replace("It raises preparedness", "It readies the town") + "\n"
    text += "2,1-1-2,contributesToTarget,sdg:13.1,Assumed,備える,It prepares,,,\n"
    text += "2,1-1-2,contributesToTarget,sdg:11.5,Official,,,,plan-book-1,\n"
    (tables / "links.csv").write_text(text, "utf-8")
    folder = tmp_path_factory.mktemp("built")
    build([tables], folder)
    return plangraph.open(folder, in_memory=True)


def test_what_was_gained_lost_and_changed(oddtown: plangraph.Graph, later: plangraph.Graph) -> None:
    rows = compare(oddtown.query, later.query, "en").to_dicts()

    assert [(r["change"], r["code"], r["target_code"], r["field"], r["before"], r["after"]) for r in rows] == [
        ("changed", "1-1-1", "13.1", "rationale_en", "It raises preparedness", "It readies the town"),
        ("changed", "1-1-2", "11.5", "basis", "Assumed", "Assumed | Official"),
        ("changed", "1-1-2", "11.5", "sources", "", "Chapter 1"),
        ("gained", "1-1-2", "13.1", "basis", "", "Assumed"),
        ("lost", "10201010", "3", "basis", "Assumed", ""),
    ]


def test_people_read_changes_in_their_language(oddtown: plangraph.Graph, later: plangraph.Graph) -> None:
    rows = compare(oddtown.query, later.query, "ja")
    shown = reading(rows, "ja").rows

    assert list(shown.variables) == ["変化", "番号", "要素", "ターゲット", "名称", "項目", "前", "後"]
    assert [row[0].value for row in shown.rows if isinstance(row[0], Literal)] == [
        "変わった",
        "変わった",
        "変わった",
        "加わった",
        "なくなった",
    ]


def test_nothing_changed_between_equal_builds(oddtown: plangraph.Graph) -> None:
    rows = compare(oddtown.query, oddtown.query, "ja")

    assert len(rows) == 0
    assert "変化はありません" in to_html(rows, "ja")


def test_the_page_escapes_what_the_data_says(oddtown: plangraph.Graph, later: plangraph.Graph) -> None:
    hostile = compare(later.query, oddtown.query, "en")
    content = to_html(hostile, "en")

    assert "<script" not in content
    assert "1 contribution gained, 1 lost, 3 fields changed." in content
    assert "contributions" in to_html(compare(oddtown.query, later.query, "en"), "en")


LATER = {
    "elements.csv": (
        ("橋りょう長寿命化,道路河川課", "橋梁の長寿命化,道路河川課"),
        ("オンライン手続,総合計画係", "オンライン手続,財政課"),
    ),
    "observations.csv": (
        ("実施事業:104,Budget,2022,388", "実施事業:104,Budget,2022,390"),
        ("①,ActualValue,2022,5.6", "①,ActualValue,2022,6.1"),
    ),
    "evaluations.csv": (("実施事業:111,2022,3", "実施事業:111,2022,2"),),
}
"""What a city of an earlier and a later plan says anew of the later one."""


def test_what_is_said_of_elements_and_indicators_is_compared_too(tmp_path: Path) -> None:
    tables = tmp_path / "setogawa"
    shutil.copytree(SETOGAWA, tables)
    before = plangraph.load(tables, tmp_path / "before")
    for name, changes in LATER.items():
        text = (tables / name).read_text("utf-8")
        for was, now in changes:
            assert was in text
            text = text.replace(was, now)
        (tables / name).write_text(text, "utf-8")
    with (tables / "elements.csv").open("a", encoding="utf-8") as file:
        file.write("kouki,実施事業,113,３－（１）－①,,窓口の改善,財政課,,,kouki-book,\n")
    after = plangraph.load(tables, tmp_path / "after")

    rows = compare(before.query, after.query, "ja").to_dicts()
    assert [(r["change"], r["code"], r["target"], r["field"], r["before"], r["after"]) for r in rows] == [
        ("changed", "104", None, "budget:2022", "388,000,000円", "390,000,000円"),
        ("changed", "109", None, "name", "橋りょう長寿命化", "橋梁の長寿命化"),
        ("changed", "111", None, "offices", "総合計画係", "財政課"),
        ("changed", "111", None, "grade:2022", "3 計画どおり", "2 計画を下回る"),
        ("gained", "113", None, "element", "", "窓口の改善"),
        ("changed", "①", None, "actual:2022", "5.6%", "6.1%"),
    ]
    back = compare(after.query, before.query, "en").to_dicts()
    assert ("lost", "113", "element") in [(r["change"], r["code"], r["field"]) for r in back]
    shown = reading(compare(before.query, after.query, "ja"), "ja").rows
    assert next(row[5].value for row in shown.rows if isinstance(row[5], Literal)) == "予算額 2022"
    assert "要素についての変化は6件。" in to_html(compare(before.query, after.query, "ja"), "ja")


def test_a_year_that_is_new_is_told_of_as_such_also_with_an_income(tmp_path: Path) -> None:
    tables = write_city(tmp_path / "mini")
    before = plangraph.load(tables, tmp_path / "before")
    with (tables / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("3,10101010,Budget,2025,,-1000,Yen,doc,3\n")
    after = plangraph.load(tables, tmp_path / "after")

    rows = compare(before.query, after.query, "en").to_dicts()
    assert [(r["code"], r["field"], r["before"], r["after"]) for r in rows if r["field"].startswith("budget")] == [
        ("10101010", "budget:2025", "", "-1,000 yen")
    ]
    assert all(data.get("radius", 1) > 0 for _, data in after.network().nodes(data=True))


@pytest.mark.parametrize(
    ("city", "changes", "told"),
    [
        (
            "minato",
            [("organizations.csv", "市民課,,市民部,市民課,", "市民課,,市民部,区民課,")],
            [("name", "市民課", "区民課")],
        ),
        (
            "setogawa",
            [
                (
                    "organizations.csv",
                    "kakari,係,seisaku,総合計画係,",
                    "kakari,係,seisaku,総合計画係,\nnew,係,seisaku,計画推進係,kakari",
                ),
                ("elements.csv", "総合計画係", "計画推進係"),
            ],
            [("succession", "総合計画係", "計画推進係")],
        ),
    ],
)
def test_an_office_that_goes_on_otherwise_is_told_once_and_not_with_each_element(
    city: str, changes: list[tuple[str, str, str]], told: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    tables = tmp_path / city
    shutil.copytree(SETOGAWA.parent / city, tables)
    before = plangraph.load(tables, tmp_path / "before")
    for name, was, now in changes:
        text = (tables / name).read_text("utf-8")
        assert was in text
        (tables / name).write_text(text.replace(was, now), "utf-8")
    after = plangraph.load(tables, tmp_path / "after")

    rows = compare(before.query, after.query, "ja").to_dicts()
    assert [(row["field"], row["before"], row["after"]) for row in rows] == told
