"""Sheets that tell the policy system in unusual ways, and what their makers have hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from tests.intake.as_drafted import WORDS, carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_may_say_their_own_tier_from_the_top_down(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["区分", "番号", "名称", "担当"],
        ["政策", "1", "健康", None],
        ["施策", "1-1", "予防", None],
        ["事業", "1-1-1", "接種", "健康課"],
        ["施策", "1-2", "医療", None],
        ["事業", "1-2-1", "救急", "健康課"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == [
        *("1 健康", "1-1 予防 < 1", "1-1-1 接種 < 1-1 @ 健康課", "1-2 医療 < 1", "1-2-1 救急 < 1-2 @ 健康課"),
    ]


def test_chapters_are_tiers(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["章", "節", "項", "主な取り組み"],
        ["第１章\n安全", "第１節\n防災", "(1) 地域", "訓練"],
        [None, None, "(2) 都市", "耐震化"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A2:A3", "B2:B3"))))
    assert elements(tables) == [
        *("1 安全", "1 防災 < 章:1", "1 地域 < 節:1", "1-1 訓練 < 項:1", "2 都市 < 節:1", "2-1 耐震化 < 2"),
    ]


def test_codes_of_the_tier_above_stand_for_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業ID", "施策体系", "事業名称"], ["A1", "1-1-1", "健診"], ["A2", "1-1-2", "ケア"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1-1-1", "A1 健診 < 1-1-1", "1-1-2", "A2 ケア < 1-1-2"]


def test_what_is_hidden_is_left_out_or_said(tmp_path: Path) -> None:
    book = Workbook()
    path = tmp_path / "a.xlsx"
    write_workbook(path, Sent([["番号", "事業名", "備考"], [1, "訓練", "済"], [2, "堤防", "未"]], title="R6"), book)
    write_workbook(path, Sent([["番号", "事業名"], [9, "下書き"]], title="案"), book)
    book = load_workbook(path)
    book["案"].sheet_state = "hidden"
    book["R6"].row_dimensions[3].hidden = True
    book["R6"].column_dimensions["C"].hidden = True
    book.save(path)
    tables, carrying = carried(path)
    assert elements(tables) == ["1 訓練", "2 堤防"]
    assert "note_ja" not in tables["elements"][0]
    assert "1 hidden row is" in carrying.account.made[0].en
    assert carrying.account.reasons["hidden sheet"] == 4


def test_what_is_struck_out_is_said(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", Sent([["番号", "事業名"], [1, "訓練"], [2, "旧事業"]]))
    book = load_workbook(path)
    book["Sheet1"]["B3"].font = Font(strike=True)
    book.save(path)
    assert "row 3 is struck out" in carried(path)[1].account.made[0].en


def test_a_sheet_of_which_nothing_is_read_is_said(tmp_path: Path) -> None:
    book = Workbook()
    path = write_workbook(tmp_path / "a.xlsx", Sent([["番号", "事業名"], [1, "訓練"]], title="一覧"), book)
    write_workbook(path, Sent([["書き方"], ["１　番号は", "半角で"]], title="要領"), book)
    account = carried(path)[1].account
    assert [(sheet.sheet, sheet.cells) for sheet in account.sheets] == [("a.xlsx:一覧", 2), ("a.xlsx:要領", 3)]
    assert account.reasons["no table"] == 3


def test_chapters_on_sheets_of_their_own_stand_above_their_rows(tmp_path: Path) -> None:
    book = Workbook()
    for number, title, name in ((1, "安全", "訓練"), (2, "産業", "支援")):
        rows = [[f"第{number}章　{title}なまち"], ["節", "事業名"], [f"第１節　{title}", name]]
        path = write_workbook(tmp_path / "a.xlsx", Sent(rows, (), f"{number}章"), book)
    assert elements(carried(path)[0]) == [
        *("1 安全なまち", "1-1 安全 < 1", "1-1-1 訓練 < 1-1"),
        *("2 産業なまち", "2-1 産業 < 2", "2-1-1 支援 < 2-1"),
    ]


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_tables_that_name_each_other_by_codes_are_put_together_in_any_order(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    rows: dict[str, list[list[object]]] = {
        "a": [
            ["施策コード", "施策名", "政策コード", "政策名"],
            ["101", "防災", "1", "安全"],
            ["201", "商業", "2", "元気"],
        ],
        "b": [["事業コード", "事業名", "施策コード"], ["10101", "訓練", "101"], ["20101", "支援", "201"]],
        "c": [["施策コード", "指標名", "単位", "R5目標"], ["101", "参加者数", "人", 500]],
    }
    book = Workbook()
    for name in order:
        path = write_workbook(tmp_path / "a.xlsx", Sent(rows[name], title=name), book)
    tables, _ = carried(path)
    assert sorted(elements(tables)) == sorted(
        [*("1 安全", "2 元気", "101 防災 < 1", "201 商業 < 2", "10101 訓練 < 101", "20101 支援 < 201")]
    )
    assert figures(tables) == ["101.1 TargetValue 2023 500"]


OUTLINE: list[list[object]] = [
    ["政策・施策・事業名", "R6予算額（千円）", "担当課"],
    ["1 安全なまち", None, None],
    ["\u30001-1 防災", 15, None],
    ["\u3000\u3000訓練", 12, "防災課"],
    ["\u3000\u3000備蓄", 3, "防災課"],
    ["元気なまち", None, None],
    ["\u30001-2 産業", None, None],
    ["\u3000\u3000商店街", 7, "産業課"],
]
TOLD = ["1 安全なまち", "1-1 防災 < 1", "1-1-1 訓練 < 1-1 @ 防災課", "1-1-2 備蓄 < 1-1 @ 防災課", "2 元気なまち"]
TOLD += ["1-2 産業 < 2", "1-2-1 商店街 < 1-2 @ 産業課"]


@pytest.mark.parametrize("by_format", [False, True])
def test_names_that_are_set_in_stand_under_those_that_are_not(by_format: bool, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", Sent(OUTLINE))
    if by_format:
        book = load_workbook(path)
        for cell in book["Sheet1"]["A"]:
            cell.alignment = Alignment(indent=cell.value.count("\u3000"))
            cell.value = cell.value.strip("\u3000")
        book.save(path)
    tables, carrying = carried(path)
    assert elements(tables) == TOLD
    assert figures(tables) == [f"{about} Budget 2024 {value} 千円" for about, value in zip(ABOUT, VALUES, strict=True)]
    assert carrying.account.carried == carrying.account.cells


ABOUT, VALUES = ("1-1", "1-1-1", "1-1-2", "1-2-1"), (15, 12, 3, 7)


def test_names_that_are_set_in_are_said_where_nothing_tells_which_tiers_they_are(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "事業名"], [1, "防災"], [2, "\u3000訓練"], [3, "\u3000備蓄"]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 防災", "2 訓練", "3 備蓄"]
    assert "write 2 of them in [[tiers]]" in carrying.account.made[0].en


def test_levels_in_columns_under_one_heading_are_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策体系", None, "予算額（千円）"],
        ["防災", None, 15],
        [None, "訓練", 12],
        [None, "備蓄", 3],
    ]
    path = write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:B1",)))
    (sheet,) = draft(read_sheets(path), WORDS, Named("minato"), "en")["sheets"]
    assert "such as 政策・施策・事業名" in sheet["columns"][1]["reason"]


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        (
            [["1 防災", "11", "訓練"], [None, None, "備蓄"], ["2 福祉", "3", "相談"], [None, None, "給食"]],
            ("A2:A3", "B2:B3", "A4:A5", "B4:B5"),
        ),
        ([["1 防災", "11", "訓練"], [None, None, "備蓄"], ["2 福祉", "3", "相談"]], ()),
        ([["1 防災", "11", "訓練"], ["1 防災", "11", "備蓄"], ["2 福祉", "3", "相談"], ["2 福祉", "3", "給食"]], ()),
        ([["1 防災", "11", None], [None, None, "訓練"], ["2 福祉", "3", None], [None, None, "相談"]], ()),
    ],
    ids=["merged", "first row", "each row", "stairs"],
)
def test_goals_beside_a_measure_are_those_of_the_measure(
    rows: list[list[Any]], merged: tuple[str, ...], tmp_path: Path
) -> None:
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent([["施策", "SDGs", "事業名"], *rows], merged)))
    assert [(row["subject"], row["object"]) for row in tables["links"]] == [("1", "sdg:11"), ("2", "sdg:3")]
    assert not carrying.account.left


def test_goals_that_differ_within_a_measure_are_those_of_the_projects(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["施策", "SDGs", "事業名"],
        ["1 防災", "11", "訓練"],
        [None, "13", "備蓄"],
        ["2 福祉", "3", "相談"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [row["subject"] for row in tables["links"]] == ["1-1", "1-2", "2-1"]


def test_what_is_merged_beside_a_measure_is_said_of_the_measure(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["令和6年度"],
        ["施策", "施策の概要", "事業名", "予算額（千円）", "達成度"],
        ["1 防災", "まもる", "訓練", 30, "順調"],
        [None, None, "備蓄", None, None],
        ["2 福祉", "ささえる", "相談", 40, "遅れ"],
        [None, None, "給食", None, None],
    ]
    merged = [f"{letter}{top}:{letter}{top + 1}" for letter in "ABDE" for top in (3, 5)]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, merged)))
    assert figures(tables) == ["1 Budget 2024 30 千円", "2 Budget 2024 40 千円"]
    assert [(row["element"], row["grade"]) for row in tables["evaluations"]] == [("1", "順調"), ("2", "遅れ")]
    assert [row.get("note_ja") for row in tables["elements"]] == [
        "施策の概要: まもる",
        None,
        None,
        "施策の概要: ささえる",
        None,
        None,
    ]
    assert not carrying.account.left
