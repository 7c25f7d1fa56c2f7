"""Grades, directions and links to the SDGs as sheets write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from tests.intake.as_drafted import WORDS, carried, elements, evaluations
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.intake.scales import drafted_grades
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path


def test_a_legend_tells_which_end_of_a_scale_is_good(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "評価", "今後の方向性"],
        ["訓練", "A", "拡充"],
        ["堤防", "Ｃ", "廃止"],
        ["A：順調　B：概ね順調　C：遅れ"],
    ]
    sheets = read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows, title="R5")))
    drafted = draft(sheets, WORDS, Named("minato"))
    assert {row["code"]: row["standing"] for row in drafted["grades"]} == {"A": "OnTarget", "C": "Behind"}
    assert {row["word"]: row["course"] for row in drafted["directions"]} == {"拡充": "Expand", "廃止": "End"}
    assert evaluations(carried(tmp_path / "a.xlsx")[0]) == ["1 A 拡充", "2 C 廃止"]


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("Ｃ：計画に遅れ", "Behind"),
        ("B 計画に対しておおむね順調に進捗", "OnTarget"),
        ("D：順調に進んでいない", ""),
        ("C：おおむね順調だが一部に遅れ", ""),
        ("Slightly behind schedule", "Behind"),
        ("Verzögerung absehbar", "Behind"),
    ],
)
def test_a_sentence_tells_where_a_grade_stands_unless_it_denies_what_it_says(said: str, standing: str) -> None:
    (grade,) = drafted_grades([said], [], WORDS, "en")
    assert grade["standing"] == standing
    assert ("OnTarget" in grade["reason"]) == (not standing)  # what may be written


def test_a_scale_that_nobody_explains_is_carried_as_words(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "評価"], ["訓練", "A"], ["堤防", "B"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, title="R5")))
    assert evaluations(tables) == ["1 評価: A", "2 評価: B"]


def test_marks_under_the_numbers_of_goals_are_links(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "SDGs", None, None], [None, 3, 11, 13], ["訓練", None, "○", "●"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:A2", "B1:D1"))))
    assert [row["object"] for row in tables["links"]] == ["sdg:11", "sdg:13"]


def test_a_legend_may_stand_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    book = Workbook()
    write_workbook(tmp_path / "a.xlsx", Sent([["事業名", "評価"], ["訓練", "3"], ["堤防", "1"]], title="R5"), book)
    legend: list[list[object]] = [["評価の段階"], ["３", "目標どおり"], ["２", "やや遅れ"], ["１", "大きく下回る"]]
    write_workbook(tmp_path / "a.xlsx", Sent(legend, title="凡例"), book)
    assert evaluations(carried(tmp_path / "a.xlsx")[0]) == ["1 3", "2 1"]


def test_goals_in_circles_are_goals(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "関連SDGs"], ["訓練", "⑪⑬"], ["堤防", "目標3、11.5"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [row["object"] for row in tables["links"]] == ["sdg:11", "sdg:13", "sdg:3", "sdg:11.5"]


def test_a_cross_among_marks_is_a_grade(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和6年度"],
        ["重点プロジェクト", "取組", "進捗状況"],
        ["1 脱炭素", "公用車", "◎"],
        ["1 脱炭素", "太陽光", "×"],
        ["◎：計画以上　○：計画どおり　△：遅れ　×：未着手"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 脱炭素", "1-1 公用車 < 1", "1-2 太陽光 < 1"]
    assert evaluations(tables) == ["1-1 ◎", "1-2 ×"]


def test_a_legend_of_marks_alone_explains_them_and_the_dash_among_them(tmp_path: Path) -> None:
    marks = ["◎", "△", "―"]
    rows: list[list[object]] = [["令和6年度"], ["事業名", "進捗", "予算額（千円）"]]
    rows += [[f"訓練{mark}", mark, mark if mark == "―" else 5] for mark in marks]
    rows += [["※ ◎目標を上回る　△遅れ　―評価対象外"]]
    path = write_workbook(tmp_path / "a.xlsx", Sent(rows))
    drafted = draft(read_sheets(path), WORDS, Named("minato"))["grades"]

    assert [(row["code"], row["standing"]) for row in drafted] == [
        *(("◎", "Ahead"), ("△", "Behind"), ("―", "NotJudged")),
    ]
    tables, _ = carried(path)
    assert evaluations(tables) == ["1 ◎", "2 △", "3 ―"]
    assert len(tables["observations"]) == 2


@pytest.mark.parametrize("word", ["未着手", "Not started", "nicht begonnen", "non démarré"])
def test_what_is_not_begun_is_not_judged_in_any_language(word: str) -> None:
    assert WORDS.standing(word) == "NotJudged"


def test_a_mark_in_one_of_several_columns_is_the_grade_or_direction_over_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和５年度　評価（Ａ：順調　Ｂ：遅れ）"],
        ["事業名", "評価", None, "今後の方向性", None, None],
        [None, "Ａ", "Ｂ", "拡充", "継続", "廃止"],
        ["防犯灯", "○", None, "○", None, None],
        ["広報車", None, "○", None, None, "○"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A2:A3", "B2:C2", "D2:F2"))))
    assert evaluations(tables) == ["1 A 拡充", "2 B 廃止"]


def test_goals_stand_over_columns_by_their_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策番号", "施策名", "貧困をなくそう", "11 住み続けられるまちづくりを"],
        ["1", "防災", None, "●"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [row["object"] for row in tables["links"]] == ["sdg:11"]


def test_a_grade_of_the_year_before_is_of_that_year(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和６年度行政評価結果（令和５年度事業）　Ａ：順調　Ｂ：遅れ"],
        ["事業名", "一次評価", "二次評価", "前年度評価"],
        ["訓練", "Ａ", "Ｂ", "Ａ"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    said = {(row["fiscal_year"], row["grade"], row.get("note_ja", "")) for row in tables["evaluations"]}
    assert said == {("2023", "B", "一次評価: Ａ"), ("2022", "A", "")}


def test_the_second_evaluation_is_the_last_word_and_next_years_direction_is_of_the_year_judged(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和５年度"],
        ["No", "事業名", "一次評価", None, "二次評価", None],
        [None, None, "総合評価", "方向性", "総合評価", "次年度の方向性"],
        [1, "図書館", "Ｂ", "継続", "Ｃ", "縮小"],
        ["Ａ（順調） Ｂ（概ね計画通り） Ｃ（要改善）"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("C2:D2", "E2:F2"))))
    assert [(row["fiscal_year"], row["grade"], row["direction"]) for row in tables["evaluations"]] == [
        ("2023", "C", "縮小")
    ]


def test_a_mark_below_completion_is_a_direction(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["R6"],
        ["No", "事業名", "今後の方向性", None],
        [None, None, "継続", "完了"],
        [1, "図書館", "○", None],
        [2, "記念誌", None, "●"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("C2:D2",))))
    assert evaluations(tables) == ["1 継続", "2 完了"]


@pytest.mark.parametrize("beside", [True, False])
def test_a_legend_may_have_a_row_for_each_letter(beside: bool, tmp_path: Path) -> None:
    legend = ["Ａ：計画以上", "Ｂ：概ね計画通り", "Ｃ：やや遅れ"]
    rows: list[list[object]] = [["R5"], ["No", "施策", "評価", None, "凡例" if beside else None]]
    rows += [
        [number, name, grade, None, word if beside else None]
        for number, name, grade, word in zip((1, 2, 3), ("防災", "防犯", "商業"), "ABC", legend, strict=True)
    ]
    rows += [] if beside else [[word] for word in legend]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert evaluations(tables) == ["1 A", "2 B", "3 C"]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [(["◎", "△", "×"], {"◎", "△", "×"}), (["☆ ☆", "☆", "On track"], {"☆☆", "☆", "On-track"})],
)
def test_a_grade_is_called_by_the_mark_of_the_sheet(cells: list[str], codes: set[str]) -> None:
    assert {grade["code"] for grade in drafted_grades(cells, [], WORDS, "ja")} == codes
