"""Forms about one project each, on sheets of their own or below each other, become the rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from tests.intake.as_drafted import WORDS, carried, elements, evaluations, figures
from tests.intake.command import run
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def form(code: str, name: str, bureau: str, *indicators: list[object]) -> Sent:
    rows: list[list[object]] = [
        ["令和５年度　施策評価シート"],
        ["施策番号", code, None, "施策名", name],
        ["政策", "1 安全", None, "主管部", bureau],
        ["関係課", "企画課、財政課", None, "作成者", "山田 太郎"],
        ["成果指標", "単位", "R5実績", "目標値（R7）"],
        *indicators,
        [],
        ["事業費（千円）", "R5決算", "R6予算"],
        ["事業費", 100, 130],
        ["うち一般財源", 50, 60],
        ["評価", "順調", None, "評価理由", "進んでいる。"],
    ]
    return Sent(rows, ("A1:E1",), code)


def forms(path: Path) -> Path:
    book = Workbook()
    write_workbook(path, form("1-1", "防災", "総務部", ["組織率", "％", 72, 90], ["備蓄率", "％", None, 80]), book)
    return write_workbook(path, form("1-2", "防犯", "市民部", ["犯罪件数", "件", 650, 500]), book)


def test_forms_are_rows_with_their_indicators_and_costs(tmp_path: Path) -> None:
    tables, carrying = carried(forms(tmp_path / "a.xlsx"))
    offices = "企画課|財政課"
    assert elements(tables) == ["1 安全", f"1-1 防災 < 1 @ 総務部|{offices}", f"1-2 防犯 < 1 @ 市民部|{offices}"]
    assert figures(tables) == [
        *("1-1.1 ActualValue 2023 72", "1-1.1 TargetValue 2025 90", "1-1.2 TargetValue 2025 80"),
        *("1-1 Settlement 2023 100 千円", "1-1 Budget 2024 130 千円"),
        *("1-1 GeneralFunds 2023 50 千円", "1-1 GeneralFunds 2024 60 千円"),
        *("1-2.1 ActualValue 2023 650", "1-2.1 TargetValue 2025 500"),
        *("1-2 Settlement 2023 100 千円", "1-2 Budget 2024 130 千円"),
        *("1-2 GeneralFunds 2023 50 千円", "1-2 GeneralFunds 2024 60 千円"),
    ]
    assert evaluations(tables) == [f"{code} 順調 評価理由: 進んでいる。" for code in ("1-1", "1-2")]
    assert "山田" not in repr(tables)
    assert any("cells of 2 forms" in made.en for made in carrying.account.made)


def test_forms_may_stand_below_each_other(tmp_path: Path) -> None:
    rows: list[list[object]] = []
    for name, budget in (("公園", "25"), ("街路樹", "△8")):
        rows += [
            ["事業評価表"],
            ["事業名", name, None, "担当課", "公園課"],
            ["R6予算額（千円）", budget],
            ["備考", "緑を増やす"],
            [],
        ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 公園 @ 公園課", "2 街路樹 @ 公園課"]
    assert figures(tables) == ["1 Budget 2024 25 千円", "2 Budget 2024 -8 千円"]


def test_a_label_of_the_mapping_finds_its_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows: list[list[object]] = [["事業名", "訓練"], ["担当課", "防災課"], ["備考", "a"], ["市の独自欄", "とくになし"]]
    write_workbook(tmp_path / "a.xlsx", Sent(rows))
    assert run("import", "a.xlsx", "--draft", "--key", "minato") == 0
    mapping = (tmp_path / "mapping.toml").read_text("utf-8")
    unknown = 'heading = "市の独自欄"\nfield = "none"'
    assert unknown in mapping
    (tmp_path / "mapping.toml").write_text(mapping.replace(unknown, unknown.replace("none", "note")), "utf-8")
    assert run("import", "a.xlsx", "-o", "minato") == 0, capsys.readouterr().err
    assert "市の独自欄: とくになし" in (tmp_path / "minato/elements.csv").read_text("utf-8-sig")


def test_a_cover_beside_a_list_is_no_form(tmp_path: Path) -> None:
    book = Workbook()
    path = tmp_path / "a.xlsx"
    write_workbook(path, Sent([["みなと市"], ["担当", "企画課"], ["電話", "03-0000-0000"]], title="表紙"), book)
    write_workbook(path, Sent([["番号", "事業名"], [1, "訓練"]], title="一覧"), book)
    sheets = draft(read_sheets(path), WORDS, Named("minato"))["sheets"]
    assert [(sheet["sheet"], sheet.get("skip", False), "form" in sheet) for sheet in sheets] == [
        *(("一覧", False, False), ("表紙", True, False)),
    ]


def numbered_form(*costs: list[object]) -> Sent:
    return Sent(
        [
            ["令和６年度　行政評価シート"],
            ["事務事業名", "健康診査", None, "整理番号", "01", None],
            ["事業期間", "平成20年度～令和９年度", None, "根拠法令", "健康増進法", None],
            *costs,
            ["３　指標", "単位", "R4実績", "R5目標"],
            ["受診率", "％", 38.2, 42],
        ]
    )


def test_parts_of_a_form_may_be_numbered(tmp_path: Path) -> None:
    sent = numbered_form(["２　コスト（千円）", "R4決算", "R5決算", "R6予算"], ["事業費", 10, 11, 12])
    assert figures(carried(write_workbook(tmp_path / "a.xlsx", sent))[0]) == [
        *("01 Settlement 2022 10 千円", "01 Settlement 2023 11 千円", "01 Budget 2024 12 千円"),
        *("01.1 ActualValue 2022 38.2", "01.1 TargetValue 2023 42"),
    ]


def test_a_series_of_figures_without_years_is_not_taken_for_one_of_them(tmp_path: Path) -> None:
    sent = numbered_form(["事業費（千円）", 10, 11, 12])
    assert figures(carried(write_workbook(tmp_path / "a.xlsx", sent))[0]) == [
        *("01.1 ActualValue 2022 38.2", "01.1 TargetValue 2023 42"),
    ]


def test_choices_written_out_in_a_form_are_taken_by_their_mark(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和５年度　事務事業評価シート"],
        ["事業名", "訓練", "担当課", "防災課"],
        ["今後の方向性", "拡充", "継続", "縮小"],
        [None, None, "○", None],
        ["備考", "□実施 ■見送り"],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert evaluations(tables) == ["1 継続"]
    assert {cell.text for cell in carrying.account.left if cell.why == "form"} == {"拡充", "縮小", "○"}


def test_shares_of_costs_and_indicators_under_a_name_of_their_own_are_read_in_a_form(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事務事業評価シート"],
        ["事業名", "訓練", "担当課", "防災課"],
        ["記入者", "山田　太郎", "内線", "2345"],
        ["コスト（千円）", None, "R5決算", "R6予算"],
        ["事業費", None, 13, 14],
        ["財源内訳", "地方債", 2, 3],
        [None, "一般財源", 11, 11],
        ["成果指標", "指標名", "単位", "目標（R5）", "実績（R5）"],
        [None, "参加者", "人", 500, 475],
        [None, "連絡票（作成者：山田 太郎）"],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A4:B4", "A6:A7", "A8:A9"))))
    assert figures(tables) == [
        *("1 Settlement 2023 13 千円", "1 Budget 2024 14 千円", "1 Bonds 2023 2 千円", "1 Bonds 2024 3 千円"),
        *("1 GeneralFunds 2023 11 千円", "1 GeneralFunds 2024 11 千円"),
        *("1.1 TargetValue 2023 500", "1.1 ActualValue 2023 475"),
    ]
    assert "山田" not in repr(tables) + repr(carrying.account)


def test_a_bureau_and_its_division_may_stand_in_two_cells_of_a_form(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和６年度　事業評価シート"],
        ["事業番号", "101", None, "所管部課", "総務部", "危機管理課"],
        ["事業名", "訓練"],
        ["施策", "防災", None, "今後の方向性", "継続"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables)[-1].endswith("@ 危機管理課")
    assert [row.get("parent") for row in tables["organizations"] if row["label_ja"] == "危機管理課"] == ["総務部"]


def test_targets_and_actual_values_in_rows_of_a_form_are_told_apart(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和５年度　事務事業評価シート"],
        ["事業名", "検診", "担当課", "健康課"],
        ["整理番号", "01"],
        ["３　事業費（単位：千円）"],
        ["区分", "令和４年度決算", "令和５年度予算"],
        ["事業費計", 110, 120],
        ["４　指標"],
        ["指標名", "単位", "区分", "令和４年度", "令和５年度"],
        ["受診率", "％", "目標", 30, 32],
        [None, None, "実績", 28.5, "－"],
        ["受診者", "人", "目標", 300, 310],
        [None, None, "実績", 290, 305],
    ]
    assert figures(carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))[0]) == [
        *("01 Settlement 2022 110 千円", "01 Budget 2023 120 千円"),
        *("01.1 TargetValue 2022 30", "01.1 TargetValue 2023 32", "01.1 ActualValue 2022 28.5"),
        *("01.2 TargetValue 2022 300", "01.2 TargetValue 2023 310", "01.2 ActualValue 2022 290"),
        "01.2 ActualValue 2023 305",
    ]


def test_letters_of_grades_are_explained_below_a_form(tmp_path: Path) -> None:
    sent = form("1-1", "防災", "総務部", ["組織率", "％", 72, 90])
    rows = [
        *sent.rows[:-1],
        ["評価", "Ｂ", None, "評価理由", "進んでいる。"],
        ["※ 評価　Ａ：目標を上回る　Ｂ：目標どおり　Ｃ：遅れ"],
    ]
    drafted = draft(read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows, sent.merged))), WORDS, Named())
    assert [(grade["code"], grade["word"], grade["standing"]) for grade in drafted["grades"]] == [
        ("B", "目標どおり", "OnTarget")
    ]
