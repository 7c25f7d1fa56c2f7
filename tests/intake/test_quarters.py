"""Values and grades of the quarters of a year, and grades of indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.intake.as_drafted import carried, figures
from tests.intake.command import run
from tests.intake.sheets_as_sent import Sent, write_workbook

import plangraph
from plangraph.intake.quarters import first_month_in, part_in

if TYPE_CHECKING:
    from pathlib import Path

DASHBOARD: list[list[Any]] = [
    ["Performance report 2025/26"],
    ["Priority", "Ref", "Performance measure", "Unit", "Target 2025/26", "Q1 2025/26", None, "Q2 2025/26", None],
    [None, None, None, None, None, "Actual", "RAG", "Actual", "RAG"],
    ["Homes", "PM1", "Homes built", "homes", "400+", 80, "Green", 150, "Amber"],
    ["Homes", "PM2", "Waiting", "households", "≤ 300", 310, "Red", None, "Not due"],
]
MERGED = ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:G2", "H2:I2")


def judged(tables: Any) -> list[tuple[str, ...]]:
    return [
        (row["element"], row["fiscal_year"], row["grade"], row.get("note_ja") or row.get("note_en", ""))
        for row in tables["evaluations"]
    ]


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        *(
            ("Q3 2025/26", 3),
            ("3Q", 3),
            ("第３四半期", 3),
            ("第Ⅳ四半期", 4),
            ("1st quarter", 1),
            ("2e trimestre", 2),
            ("2025 T4", 4),
        ),
        *(
            ("上半期実績", 2),
            ("下期", 4),
            ("Quality", 0),
            ("四半期別", 0),
            ("前期計画", 0),
            ("目標以上期間", 0),
            ("CT1", 0),
            ("H1 2025", 2),
            ("2025/26 H2", 4),
            ("FY25 H1", 2),
            ("H2", 0),
            ("1990(H2)", 0),
        ),
    ],
)
def test_a_part_of_a_year_is_known_by_its_name(text: str, quarter: int) -> None:
    part = part_in([text])
    assert (part.quarter if part else 0) == quarter


@pytest.mark.parametrize(
    ("text", "month"), [("Q2 (Jul-Sep)", 4), ("Q1 Jul to Sep", 7), ("第1四半期（4～6月）", 4), ("Q1", None)]
)
def test_the_months_of_a_quarter_tell_with_which_month_a_year_begins(text: str, month: int | None) -> None:
    assert first_month_in(text) == month


def test_values_of_quarters_are_dated_and_grades_are_of_the_indicators(tmp_path: Path) -> None:
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(DASHBOARD, MERGED)))
    assert figures(tables) == [
        *("PM1 TargetValue 2025 atLeast 400", "PM1 ActualValue 2025-06 80", "PM1 ActualValue 2025-09 150"),
        *("PM2 TargetValue 2025 atMost 300", "PM2 ActualValue 2025-06 310"),
    ]
    assert [row["note_en"] for row in tables["observations"] if "date" in row] == [
        "Q1 (2025)",
        "Q2 (2025)",
        "Q1 (2025)",
    ]
    assert judged(tables) == [
        ("PM1", "2025", "Amber", "Q1 2025/26 RAG: Green / Q2 2025/26 RAG: Amber"),
        ("PM2", "2025", "Red", "Q1 2025/26 RAG: Red / Q2 2025/26 RAG: Not due"),
    ]
    assert not carrying.account.left


def test_a_grade_of_the_year_stands_before_those_of_its_quarters(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["令和6年度 進捗管理（単位：千円）"],
        ["事業名", "進捗状況", "進捗状況（第1四半期）", "第1四半期執行額", "上半期執行額"],
        ["訓練", "順調", "遅れ", 10, 20],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert judged(tables) == [("1", "2024", "順調", "進捗状況（第1四半期）: 遅れ")]
    assert figures(tables) == [
        "1 Settlement 2024-06 10 千円 2024年度第1四半期",
        "1 Settlement 2024-09 20 千円 2024年度上半期",
    ]


def test_a_row_may_say_its_quarter_and_be_about_an_indicator_of_the_plan(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Service area", "Indicator", "Quarter", "Actual", "Status"],
        ["Waste", "% recycled", "Q1 2025/26", 48, "Amber"],
        ["Waste", "% recycled", "Q2 2025/26", 52, "Green"],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [(row["element"], row["label_en"], row["responsible"]) for row in tables["indicators"]] == [
        ("plan:plan", "% recycled", "Waste")
    ]
    assert figures(tables) == ["1 ActualValue 2025-06 48 %", "1 ActualValue 2025-09 52 %"]
    assert judged(tables) == [("1", "2025", "Green", "Q1 Status: Amber / Q2 Status: Green")]
    assert not carrying.account.left


def test_a_graded_indicator_is_told_of_and_makes_no_graded_projects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_workbook(tmp_path / "a.xlsx", Sent(DASHBOARD, MERGED))
    assert run("import", "a.xlsx", "-o", "minato", "--key", "minato") == 0
    graph = plangraph.load("minato", tmp_path / "built")
    (told,) = graph.query("evaluations", thing="PM1", lang="en").to_dicts()
    assert (told["year"], told["grade_label"]) == (2025, "Amber")
    assert [row["grades"] for row in graph.query("served-plans").to_dicts()] == [False]
    actual = {row["indicator_code"]: row["actual"] for row in graph.query("plan-indicators", lang="en").to_dicts()}
    assert {code: str(value) for code, value in actual.items()} == {"PM1": "150", "PM2": "310"}


def test_quarters_in_french_are_no_years_of_an_era(tmp_path: Path) -> None:
    rows = [["N°", "Action", "Avancement 2025", None], [None, None, "T1", "T2"]]
    rows += [["1.1", "Planter des arbres", "Vert", "Orange"], ["1.2", "Rénover", "Rouge", "Vert"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:A2", "B1:B2", "C1:D1"))))
    assert [line[:3] for line in judged(tables)] == [("1.1", "2025", "Orange"), ("1.2", "2025", "Vert")]
