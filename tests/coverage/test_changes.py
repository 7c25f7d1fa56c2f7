from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import plangraph
from plangraph.build.pipeline import build
from plangraph.coverage.changes import compare, reading, to_html
from plangraph.store.terms import Literal

if TYPE_CHECKING:
    from pathlib import Path


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
