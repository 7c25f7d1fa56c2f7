"""A drawer of lists as cities send them, made up: each is read rightly."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.intake.as_drafted import carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

DRAWER = {
    "merged cells that go down, code and name in one cell, a total, a gap": (
        Sent(
            [
                ["第2次みなと市総合計画　実施計画事業一覧"],
                ["政策", "施策", "事業名", "担当課", "R6予算額\n（千円）", "R7予算額\n（千円）"],
                ["1 安全なまち", "1-1 防災", "避難所整備事業", "防災課", 1000, 1200],
                [None, None, "訓練事業", "防災課", 200, "－"],
                [None, "1-2 防犯", "防犯灯設置", "市民課", "1,300", 310],
                ["合計", None, None, None, 1500, 1510],
            ],
            ("A3:A5", "B3:B4"),
        ),
        [
            *("1 安全なまち", "1-1 防災 < 1", "1-1-1 避難所整備事業 < 1-1 @ 防災課", "1-1-2 訓練事業 < 1-1 @ 防災課"),
            *("1-2 防犯 < 1", "1-2-1 防犯灯設置 < 1-2 @ 市民課"),
        ],
        [
            *("1-1-1 Budget 2024 1000 千円", "1-1-1 Budget 2025 1200 千円", "1-1-2 Budget 2024 200 千円"),
            *("1-2-1 Budget 2024 1300 千円", "1-2-1 Budget 2025 310 千円"),
        ],
    ),
    "blank cells that mean the same, ditto marks, a loss, the year in the sheet's name": (
        Sent(
            [
                ["基本目標", "施策名", "No", "事務事業名", "所管課", "決算額（円）"],
                ["安全", "防災", "a1", "訓練", "防災課", 1000000],
                ["", "", "a2", "堤防", "〃", 2000000],
                ["", "防犯", "a3", "灯", "市民課", "△500"],
                ["産業", "商業", "a4", "支援", "商工課", "…"],
            ],
            title="令和5年度",
        ),
        [
            *("1 安全", "1-1 防災 < 1", "a1 訓練 < 1-1 @ 防災課", "a2 堤防 < 1-1 @ 防災課", "1-2 防犯 < 1"),
            *("a3 灯 < 1-2 @ 市民課", "2 産業", "2-1 商業 < 2", "a4 支援 < 2-1 @ 商工課"),
        ],
        ["a1 Settlement 2023 1000000 円", "a2 Settlement 2023 2000000 円", "a3 Settlement 2023 -500 円"],
    ),
    "rows that are a heading for those below them, with subtotals": (
        Sent(
            [
                ["事業番号", "事業名", "担当", "令和6年度当初予算額（千円）"],
                ["政策１　安全なまちづくり"],
                [101, "訓練", "防災課", 10],
                ["小計", None, None, 10],
                ["政策２　元気なまちづくり"],
                [201, "商店街", "商工課", 40],
                ["総計", None, None, 50],
            ],
            ("A2:D2", "A5:D5"),
        ),
        ["1 安全なまちづくり", "101 訓練 < 1 @ 防災課", "2 元気なまちづくり", "201 商店街 < 2 @ 商工課"],
        ["101 Budget 2024 10 千円", "201 Budget 2024 40 千円"],
    ),
    "blocks of years under merged headings, bounds, asides, several indicators of one measure": (
        Sent(
            [
                ["施策", "成果指標", "単位", "基準値", "目標値", None, "実績値", None],
                [None, None, None, "R3", "R4", "R5", "R4", "R5"],
                ["防災", "訓練参加者数", "人", 100, 110, "120以上", "105", "29（4）"],
                ["", "備蓄率", "％", 50.5, "約60", 70, "61.2％", "－"],
            ],
            ("A1:A2", "B1:B2", "C1:C2", "E1:F1", "G1:H1"),
        ),
        ["1 防災"],
        [
            *("1.1 BaselineValue 2021 100", "1.1 TargetValue 2022 110", "1.1 TargetValue 2023 atLeast 120"),
            *("1.1 ActualValue 2022 105", "1.1 ActualValue 2023 29 （4）", "1.2 BaselineValue 2021 50.5"),
            *("1.2 TargetValue 2022 about 60", "1.2 TargetValue 2023 70", "1.2 ActualValue 2022 61.2 %"),
        ],
    ),
    "two tables on one sheet, of which the second names the first's codes": (
        Sent(
            [
                ["表1 施策一覧"],
                ["施策番号", "施策名", "担当部"],
                ["1", "防災", "総務部"],
                ["2", "商業", "産業部"],
                [],
                ["表2 事務事業一覧"],
                ["施策番号", "事業番号", "事務事業名", "予算額（千円）"],
                ["1", "11", "訓練", 10],
                ["2", "21", "支援", 30],
            ],
            title="R6",
        ),
        ["1 防災 @ 総務部", "2 商業 @ 産業部", "11 訓練 < 1", "21 支援 < 2"],
        ["11 Budget 2024 10 千円", "21 Budget 2024 30 千円"],
    ),
    "a row of units and one of numbers under the headings": (
        Sent(
            [
                ["事業名", "担当課", "予算額", "決算額"],
                [None, None, "（千円）", "（百万円）"],
                ["①", "②", "③", "④"],
                ["訓練", "防災課", 10, 9],
            ],
            title="令和4年度",
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2022 10 千円", "1 Settlement 2022 9 百万円"],
    ),
    "headings far below notes, under groups": (
        Sent(
            [
                *[[None]] * 6,
                ["※注意事項"],
                ["", "事業概要等", "", "予算・決算（千円）", ""],
                ["", "事業名", "担当", "R5決算", "R6予算"],
                ["", "訓練", "防災課", 10, 20],
            ],
            ("B8:C8", "D8:E8"),
        ),
        ["1 訓練 @ 防災課"],
        ["1 Settlement 2023 10 千円", "1 Budget 2024 20 千円"],
    ),
    "headings printed again on each page": (
        Sent(
            [
                ["事業名", "担当課", "R6予算（千円）"],
                ["訓練", "防災課", 10],
                ["2ページ"],
                ["事業名", "担当課", "R6予算（千円）"],
                ["堤防", "土木課", 20],
            ]
        ),
        ["1 訓練 @ 防災課", "2 堤防 @ 土木課"],
        ["1 Budget 2024 10 千円", "2 Budget 2024 20 千円"],
    ),
    "several offices in a cell, a bureau before its division, and a project under two measures": (
        Sent(
            [
                ["施策コード", "施策名称", "事業コード", "事業名称", "担当課"],
                ["1", "防災", "101", "訓練", "防災課、消防本部"],
                ["2", "福祉", "101", "訓練", "福祉課\n介護課"],
                ["2", "福祉", "102", "見守り", "福祉部　高齢課"],
            ]
        ),
        ["1 防災", "101 訓練 < 1 @ 防災課|消防本部|福祉課|介護課", "2 福祉", "102 見守り < 2 @ 高齢課"],
        [],
    ),
    "codes as text and as numbers, sums in words": (
        Sent(
            [
                ["コード", "事業名", "課名", "令和6年度決算額　単位：円"],
                ["0101", "a", "A課", "1,234円"],
                [102, "b", "B課", "3億2,000万円"],
                ["（01）－03", "c", "C課", "1.5百万円"],
            ]
        ),
        ["0101 a @ A課", "102 b @ B課", "01-03 c @ C課"],
        ["0101 Settlement 2024 1234 円", "102 Settlement 2024 320000000 円", "01-03 Settlement 2024 1.5 百万円"],
    ),
    "three levels called 大項目, 中項目, 小項目": (
        Sent(
            [
                ["大項目", "中項目", "小項目", "具体的な取組", "担当課"],
                ["1 暮らし", "(1) 防災", "① 備え", "訓練の実施", "防災課"],
                ["1 暮らし", "(1) 防災", "① 備え", "備蓄", "防災課"],
            ]
        ),
        [
            "1 暮らし",
            "1 防災 < 大項目:1",
            "1 備え < 中項目:1",
            "1-1 訓練の実施 < 小項目:1 @ 防災課",
            "1-2 備蓄 < 小項目:1 @ 防災課",
        ],
        [],
    ),
    "numbers that begin anew under each measure": (
        Sent(
            [
                ["施策名", "No.", "事業名"],
                ["防災", 1, "訓練"],
                ["防災", 2, "備蓄"],
                ["商業", 1, "支援"],
            ]
        ),
        ["1 防災", "1-1 訓練 < 1", "1-2 備蓄 < 1", "2 商業", "2-1 支援 < 2"],
        [],
    ),
    "headings in two languages, in one cell": (
        Sent(
            [
                ["No.", "事務事業名\nProject", "担当課 / Section", "R6予算額（千円）\nBudget"],
                [1, "訓練", "防災課", "▲1,200"],
            ]
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2024 -1200 千円"],
    ),
    "headings in two languages, in two rows": (
        Sent(
            [
                ["番号", "事業名", "担当課", "R6予算（千円）"],
                ["Code", "Project name", "Section", "Budget FY2024"],
                ["1", "訓練", "防災課", 100],
            ]
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2024 100 千円"],
    ),
    "款, 項 and 目 in three columns, this year and the last": (
        Sent(
            [
                ["令和7年度 予算事業一覧（一般会計）", None, None, None, None, None, "（単位：千円）"],
                ["款", "項", "目", "事業名", "所属", "本年度", "前年度", "増減"],
                [2, 1, 1, "文書管理", "総務課", 5000, 4800, 200],
                ["歳出合計", None, None, None, None, 5000, 4800, 200],
            ]
        ),
        ["1 文書管理 @ 総務課"],
        ["1 Budget 2025 5000 千円", "1 Budget 2024 4800 千円"],
    ),
    "names that begin with codes, bare years under one unit, years to come in one sum": (
        Sent(
            [
                ["実施計画（令和6～8年度）　　単位：百万円"],
                ["政策名", "施策名", "事業名", "R6年度", "R7年度", "R8年度以降", "3か年合計", "R6～R7計"],
                ["1 福祉", "(1) 高齢者", "見守り", 120, 125, 130, 375, 245],
            ]
        ),
        ["1 福祉", "1 高齢者 < 政策:1", "1-1 見守り < 施策:1"],
        ["1-1 Budget 2024 120 百万円", "1-1 Budget 2025 125 百万円"],
    ),
    "numbers of goals under one heading": (
        Sent(
            [
                ["施策体系", None, "SDGs", None, None, "主管課"],
                ["政策", "施策", 3, 11, 13, None],
                ["1 安全", "1-1 防災", None, "●", "●", "防災課"],
                [None, "1-2 消防", None, "●", None, "消防本部"],
            ],
            ("A1:B1", "C1:E1"),
        ),
        ["1 安全", "1-1 防災 < 1 @ 防災課", "1-2 消防 < 1 @ 消防本部"],
        [],
    ),
    "rows merged over the indicators of a project, with units in their names": (
        Sent(
            [
                ["令和6年度"],
                ["事業名", "担当課", "指標", "目標", "実績"],
                ["訓練", "防災課", "参加者数（人）", 500, 480],
                [None, None, "実施回数（回）", 2, 2],
                ["防犯灯", "市民課", "設置数（基）", 30, 30],
            ],
            ("A3:A4", "B3:B4"),
        ),
        ["1 訓練 @ 防災課", "2 防犯灯 @ 市民課"],
        [
            *("1.1 TargetValue 2024 500 人", "1.1 ActualValue 2024 480 人", "1.2 TargetValue 2024 2 回"),
            *("1.2 ActualValue 2024 2 回", "2.1 TargetValue 2024 30 基", "2.1 ActualValue 2024 30 基"),
        ],
    ),
    "a row of asides under the headings, a part of a sum, the date of the sheet": (
        Sent(
            [
                ["事務事業総点検", None, None, "作成日：令和6年7月1日"],
                ["番号", "事務事業の名称", "実施根拠", "令和5年度決算額", "うち一般財源"],
                [None, None, "（法定・任意）", "（千円）", "（千円）"],
                ["1", "例規", "任意", "3,456", "456"],
            ]
        ),
        ["1 例規"],
        ["1 Settlement 2023 3456 千円", "1 GeneralFunds 2023 456 千円"],
    ),
    "projects that are called related to a measure": (
        Sent([["施策№", "施策名", "関連事務事業名", "事務事業№"], [101, "子育て", "保育所運営", 10101]]),
        ["101 子育て", "10101 保育所運営 < 101"],
        [],
    ),
    "facilities that are to be built": (
        Sent(
            [
                ["公共施設等整備計画一覧（事業費、単位：百万円）"],
                ["施設名", "所管課", "整備内容", "R6", "R7", "R8以降"],
                ["中央図書館", "生涯学習課", "大規模改修", "10", "200", "150"],
                ["計", None, None, "10", "200", "150"],
            ]
        ),
        ["1 中央図書館 @ 生涯学習課"],
        ["1 Budget 2024 10 百万円", "1 Budget 2025 200 百万円"],
    ),
    "what looks like a formula, and HTML": (
        Sent([["No", "事業名", "担当課"], [1, "<b>太字</b>", "土木課"], [2, "@SUM(1)", "防災課"]]),
        ["1 <b>太字</b> @ 土木課", "2 @ 防災課"],
        [],
    ),
    "three rows of headings, of which the outer says that it was spent, and a measure that has none above it": (
        Sent(
            [
                ["令和6年度 事務事業評価（令和5年度実施事業）", *[None] * 7, "（単位：千円）"],
                ["政策", "施策", "事務事業名", "令和5年度決算", None, None, None, "令和7年度当初予算", None],
                [None, None, None, "事業費", None, None, "人件費", "事業費", "うち一般財源"],
                [None, None, None, "総額", "特定財源", "一般財源", None, None, None],
                ["福\n祉", "①地域福祉", "民生委員（新規）", 12, 2, 10, 5, 13, 9],
                ["教\n育", None, "学校給食", 230, 100, 130, 3, 240, 120],
            ],
            ("A2:A4", "B2:B4", "C2:C4", "D2:G2", "D3:F3", "G3:G4", "H2:I2", "H3:H4", "I3:I4"),
        ),
        ["1 福祉", "1 地域福祉 < 政策:1", "1-1 民生委員 < 施策:1", "2 教育", "2-1 学校給食 < 2"],
        [
            *("1-1 Settlement 2023 12 千円", "1-1 GeneralFunds 2023 10 千円", "1-1 PersonnelCost 2023 5 千円"),
            *("1-1 Budget 2025 13 千円", "1-1 GeneralFunds 2025 9 千円", "2-1 Settlement 2023 230 千円"),
            *("2-1 GeneralFunds 2023 130 千円", "2-1 PersonnelCost 2023 3 千円", "2-1 Budget 2025 240 千円"),
            "2-1 GeneralFunds 2025 120 千円",
        ],
    ),
    "rows of a sum and of where its money comes from": (
        Sent(
            [
                ["実施計画（令和7年度～令和8年度）", None, None, "単位：千円"],
                ["No", "事業名", "区分", "令和７年度", "令和８年度"],
                [1, "橋りょう", "事業費", 50, 45],
                [None, None, "国県支出金", 27, 24],
                [None, None, "その他", 1, "－"],
                [None, None, "一般財源", 22, 21],
            ],
            ("A3:A6", "B3:B6"),
        ),
        ["1 橋りょう"],
        [
            *("1 Budget 2025 50 千円", "1 Budget 2026 45 千円", "1 Grants 2025 27 千円", "1 Grants 2026 24 千円"),
            *("1 GeneralFunds 2025 22 千円", "1 GeneralFunds 2026 21 千円"),
        ],
    ),
    "two shares of one kind, letters behind headings, a budget with what was carried over": (
        Sent(
            [
                ["令和５年度 主要な施策の成果"],
                ["事業名", "R6当初\nＡ", "R5当初\nＢ", "増減額\nＡ－Ｂ", "予算現額", "財源内訳", None],
                [None, None, None, None, None, "国庫支出金", "県支出金"],
                [None, "円", "円", "円", "円", "円", "円"],
                ["給付費", 9, 8, 1, 7, 5, 3],
            ],
            ("F2:G2",),
        ),
        ["1 給付費"],
        [
            *("1 Budget 2024 9 円", "1 Budget 2023 8 円", "1 RevisedBudget 2023 7 円"),
            *("1 国庫支出金 2023 5 円", "1 県支出金 2023 3 円"),
        ],
    ),
    "a picture of the system of measures, with lists in its cells": (
        Sent(
            [
                ["【基本目標】", "", "【施策】", "", "【主な事業】"],
                ["基本目標１\n安全なまち", "", "(1)　防災", "", "・自主防災組織\n・防災士養成"],
                [None, None, "(2)　治水", "", "・河川改修"],
            ],
            ("A2:A3",),
        ),
        [
            *("1 安全なまち", "1 防災 < 基本目標:1", "1-1 自主防災組織 < 施策:1", "1-2 防災士養成 < 施策:1"),
            *("2 治水 < 基本目標:1", "2-1 河川改修 < 2"),
        ],
        [],
    ),
    "names alone, each under the one before": (
        Sent([["施策", "事業名"], ["防災", "訓練"], [None, "備蓄"], ["防犯", "防犯灯"], [None, "・見回り"]]),
        ["1 防災", "1-1 訓練 < 1", "1-2 備蓄 < 1", "2 防犯", "2-1 防犯灯 < 2", "2-2 見回り < 2"],
        [],
    ),
    "the title and the headings again on the second page": (
        Sent(
            [
                ["総務部　事業一覧", None, "1/2ページ"],
                ["事業ｺｰﾄﾞ", "事業名称", "R5決算額\n(千円)"],
                ["0101", "庁舎管理", "52"],
                ["総務部　事業一覧", None, "2/2ページ"],
                ["事業ｺｰﾄﾞ", "事業名称", "R5決算額\n(千円)"],
                ["0102", "研修", "3"],
            ],
            title="総務部",
        ),
        ["0101 庁舎管理 @ 総務部", "0102 研修 @ 総務部"],
        ["0101 Settlement 2023 52 千円", "0102 Settlement 2023 3 千円"],
    ),
    "amounts in 万円 that leave out the word, offices that are asked besides": (
        Sent(
            [
                ["令和７年度　主要事業", None, None, "（単位：万円）"],
                ["主要事業名", "予算額", "所管課", "関係課"],
                ["（拡）体育館空調", "3億2,000", "教育課", "財政課"],
                ["消防団車両", "2,800", "警防課", None],
                ["道路台帳", "900", "道路課", None],
            ]
        ),
        ["1 体育館空調 @ 教育課|財政課", "2 消防団車両 @ 警防課", "3 道路台帳 @ 道路課"],
        ["1 Budget 2025 320000000 円", "2 Budget 2025 28000000 円", "3 Budget 2025 9000000 円"],
    ),
    "targets and actuals in rows under no heading": (
        Sent(
            [
                ["施策名", "指標名", "", "H30年度\n(基準)", "R4年度", "R5年度"],
                ["子育て", "満足度（％）", "目標", None, 60, 62],
                [None, None, "実績", 55.3, 58.1, "59.4"],
            ],
            ("A2:A3", "B2:B3"),
        ),
        ["1 子育て"],
        [
            *("1.1 TargetValue 2022 60 ％", "1.1 TargetValue 2023 62 ％", "1.1 BaselineValue 2018 55.3 ％"),
            *("1.1 ActualValue 2022 58.1 ％", "1.1 ActualValue 2023 59.4 ％"),
        ],
    ),
    "a capital programme in English": (
        Sent(
            [
                [
                    "Strategic Priority",
                    "Project ID",
                    "Project Name",
                    "Department",
                    "FY2025 Adopted Budget (£)",
                    "FY24 Actual",
                ],
                ["Safe Communities", "CIP-001", "Fire Station 7", "Fire", 1200, 250],
                ["Total", None, None, None, 1200, 250],
            ]
        ),
        ["1 Safe Communities", "CIP-001 Fire Station 7 < 1 @ Fire"],
        ["CIP-001 Budget 2025 1200 GBP", "CIP-001 Settlement 2024 250 GBP"],
    ),
    "measures of performance in English": (
        Sent(
            [
                [None, None, None, "Target", None, "Actual"],
                ["Goal", "Performance indicator", "Baseline 2023", "2024", "2025", "2024"],
                ["1. Thriving economy", "New businesses", "340", "360", "380", "n/a"],
            ],
            ("D1:E1",),
        ),
        ["1 Thriving economy"],
        [],
    ),
}


@pytest.mark.parametrize("name", DRAWER)
def test_a_sheet_is_read_rightly(name: str, tmp_path: Path) -> None:
    sent, expected, numbers = DRAWER[name]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", sent))
    assert elements(tables) == expected
    assert figures(tables) == numbers


def test_three_thousand_rows_are_imported_within_ten_seconds(tmp_path: Path) -> None:
    lines = ["施策名,事業番号,事業名,担当課,R5決算額（千円）,R6予算額（千円）,成果指標,単位,R5実績値,備考"]
    lines += [
        f"施策{at // 50},{at},事業の名称{at},第{at % 90}課,{at},{at * 2},指標{at},件,{at},備考の文"
        for at in range(3000)
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    begin = time.process_time()
    tables, _ = carried(tmp_path / "a.csv")
    assert time.process_time() - begin < 10
    assert len(tables["observations"]) == 9000
