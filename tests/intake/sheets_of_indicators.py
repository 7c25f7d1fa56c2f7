"""Sheets of indicators, with targets and what was reached, made up, each with the elements and figures that it says."""

from __future__ import annotations

from tests.intake.sheets_as_sent import Case, Sent

CASES: dict[str, Case] = {
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
    "years of which nothing says whether they are targets": (
        Sent([["施策名", "指標", "単位", "R4", "R5"], ["防災", "参加者", "人", 10, 12]]),
        ["1 防災"],
        [],
    ),
    "values to the left of the indicator's name": (
        Sent([["施策名", "R5実績", "R6目標", "指標名", "単位"], ["防災", 52, 60, "組織率", "％"]]),
        ["1 防災"],
        ["1.1 ActualValue 2023 52", "1.1 TargetValue 2024 60"],
    ),
    "a row for each year and kind": (
        Sent(
            [
                ["施策名", "指標名", "単位", "年度", "区分", "値"],
                ["防災", "組織率", "％", "令和4年度", "目標", 60],
                ["防災", "組織率", "％", "令和4年度", "実績", 58.2],
            ]
        ),
        ["1 防災"],
        ["1.1 TargetValue 2022 60", "1.1 ActualValue 2022 58.2"],
    ),
    "the unit behind some values of an indicator only, and words before them": (
        Sent(
            [
                ["施策", "重要業績評価指標（KPI）", "基準値\n（年度）", "目標値\n（令和６年度）", "実績値"],
                [None, None, None, None, "R5"],
                ["（１）創業支援", "創業件数", "12件\n（R元年度）", "累計60件", 41],
                [None, "参加者数", "85人/年\n（H30年度）", "120人/年", "集計中"],
            ],
            ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "A3:A4"),
        ),
        ["1 創業支援"],
        [
            *("1.1 BaselineValue 2019 12 件", "1.1 TargetValue 2024 60 件 （累計）", "1.1 ActualValue 2023 41 件"),
            *("1.2 BaselineValue 2018 85 人/年", "1.2 TargetValue 2024 120 人/年"),
        ],
    ),
}
