"""A list of indicators whose offices, notes and grades are those of the indicators, and targets that are words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.intake.as_drafted import WORDS, carried, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["節", "指標名", "単位", "基準値（R3）", "目標値（R8）", "達成状況", "所管課", "備考"]
ROWS: list[list[Any]] = [
    ["第１節　福祉", "待機児童数", "人", 2, 0, "×", "こども課", "4月1日現在"],
    [None, "健康寿命", "歳", 79.8, "延伸", "○", "保健センター", None],
    ["第２節　財政", "実質公債費比率", "％", 8.1, "維持", "○", "企画財政課", "速報"],
]


def test_what_differs_from_indicator_to_indicator_is_told_of_the_indicator(tmp_path: Path) -> None:
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", Sent([HEADINGS, *ROWS])))

    assert [(row["label_ja"], row["responsible"], row["note_ja"]) for row in tables["indicators"]] == [
        ("待機児童数", "こども課", "達成状況: × / 備考: 4月1日現在"),
        ("健康寿命", "保健センター", "達成状況: ○"),
        ("実質公債費比率", "企画財政課", "達成状況: ○ / 備考: 速報"),
    ]
    assert [set(row) for row in tables["elements"]] == [{"tier", "code", "label_ja"}] * 2
    assert not tables.get("evaluations")


def test_an_office_of_the_only_indicator_is_that_of_the_element(tmp_path: Path) -> None:
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", Sent([HEADINGS, ROWS[0], ROWS[2]])))

    assert [row["responsible"] for row in tables["elements"]] == ["こども課", "企画財政課"]


def test_a_grade_in_the_row_of_one_of_several_indicators_is_that_of_the_indicator(tmp_path: Path) -> None:
    rows = [
        ["Priority", "Measure ref", "Performance measure", "Target 2025/26", "RAG"],
        ["1.1 Homes", "PM01", "Homes built", "400+", "Green"],
        ["1.1 Homes", "PM02", "Households waiting", "≤ 300", "Green"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", Sent(rows)))

    assert [(row["code"], row["note_en"]) for row in tables["indicators"]] == [
        ("PM01", "RAG: Green"),
        ("PM02", "RAG: Green"),
    ]
    assert not tables.get("evaluations")


def test_a_target_in_words_is_carried_and_told(tmp_path: Path) -> None:
    sheet = write_workbook(tmp_path / "sheet.xlsx", Sent([HEADINGS, *ROWS]))
    tables, carrying = carried(sheet)

    assert [each for each in figures(tables) if "TargetValue" in each] == [
        "1.1 TargetValue 2026 0",
        "1.2 TargetValue 2026 延伸",
        "2.1 TargetValue 2026 維持",
    ]
    assert "no number" not in carrying.account.reasons


@pytest.mark.parametrize(
    ("said", "goals"),
    [
        ("すべての人に健康と福祉を、パートナーシップで目標を達成しよう", ["3", "17"]),
        ("エネルギーをみんなに そしてクリーンに・住み続けられるまちづくりを", ["7", "11"]),
        ("3,11", ["3", "11"]),
        ("未定のまま", []),
    ],
)
def test_goals_may_go_by_what_their_icons_say(said: str, goals: list[str], tmp_path: Path) -> None:
    rows = [["事業名", "ＳＤＧｓ"], ["防災訓練", said], ["街路樹", "15"]]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", Sent(rows)))

    assert [row["object"] for row in tables["links"]] == [f"sdg:{goal}" for goal in [*goals, "15"]]


@pytest.mark.parametrize(
    ("headings", "kinds"),
    [
        (["Eje", "Indicador", "Unidad", "Valor 2024", "Meta 2027"], ["ActualValue 2024", "TargetValue 2027"]),
        (["Handlungsfeld", "Indikator", "Einheit", "Ist 2024", "Ziel 2030"], ["ActualValue 2024", "TargetValue 2030"]),
        (["Goal", "KPI", "Unit", "Actual 2024", "Goal 2026"], ["ActualValue 2024", "TargetValue 2026"]),
        (["施策", "指標名", "単位", "実績値(令和6年度)", "目標値(R8)"], ["ActualValue 2024", "TargetValue 2026"]),
    ],
)
def test_a_word_beside_a_year_tells_what_was_reached_and_what_is_aimed_at(
    headings: list[str], kinds: list[str], tmp_path: Path
) -> None:
    rows: list[list[object]] = [[*headings], ["1 A", "x", "km", 3, 4], ["2 B", "y", "km", 5, 6]]
    sheets = read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    (sheet,) = draft(sheets, WORDS, Named("minato"))["sheets"]
    drafted = [column for column in sheet["columns"] if column["field"] == "figure"]
    assert [f"{column['kind']} {column['fiscal_year']}" for column in drafted] == kinds
