"""Sheets in the forms that cities publish, made up, each with the elements and figures that it says."""

from __future__ import annotations

from tests.intake.sheets_as_sent import Case, Sent

CASES: dict[str, Case] = {
    "a number that is merged over two projects is of neither": (
        Sent([["R6"], ["事業名", "予算額（千円）"], ["訓練", 10], ["備蓄", None], ["灯", 3]], ("B3:B4",)),
        ["1 訓練", "2 備蓄", "3 灯"],
        ["3 Budget 2024 3 千円"],
    ),
    "a KPI that is merged over the rows of a measure, in the fiscal year that the title writes in full": (
        Sent(
            [
                ["アクションプラン２０２３ 令和６年度進捗状況"],
                ["施策", "主な取組", "KPI", "目標値（R7）", "評価"],
                ["子育て", "保育料の無償化", "満足度（％）", "６０以上", "A"],
                [None, "学童保育", None, None, "B"],
                ["防災", "訓練", "参加者（人）", 300, "A"],
                [None, "備蓄", None, None, "－"],
            ],
            ("A3:A4", "A5:A6", "C3:C4", "C5:C6", "D3:D4", "D5:D6"),
        ),
        ["1 子育て", "1-1 保育料の無償化 < 1", "1-2 学童保育 < 1", "2 防災", "2-1 訓練 < 2", "2-2 備蓄 < 2"],
        ["1.1 TargetValue 2025 atLeast 60 ％", "2.1 TargetValue 2025 300 人"],
    ),
    "a name of an office with ・ in it beside two offices": (
        Sent([["事業名", "担当課"], ["訓練", "防災課・消防本部"], ["相談", "福祉課／こども・若者課"]]),
        ["1 訓練 @ 防災課|消防本部", "2 相談 @ 福祉課|こども・若者課"],
        [],
    ),
    "the KPI of a grant, with the month of the target": (
        Sent(
            [
                ["令和５年度　交付金事業の効果検証"],
                ["No", "交付対象事業の名称", "実績額\n（円）", "重要業績評価指標（KPI）", None, None, "実績値"],
                [None, None, None, "指標", "指標値", "目標年月", None],
                [1, "人材育成", "6,607", "指標①　雇用", "42人", "R6.3", "15人"],
                [None, None, None, "指標②　企業", "3社", "R7.3", "2社"],
            ],
            ("D2:F2", "A4:A5", "B4:B5", "C4:C5"),
        ),
        ["1 人材育成"],
        [
            *("1 Settlement 2023 6607 円", "1.1 TargetValue 2023 42 人", "1.1 ActualValue 2023 15 人"),
            *("1.2 TargetValue 2024 3 社", "1.2 ActualValue 2023 2 社"),
        ],
    ),
    "years of the baseline and the target in columns of their own": (
        Sent(
            [
                ["施策", "数値目標", "基準値", "基準年度", "目標値", "目標年度", "単位"],
                ["産業", "出荷額", "1,234", "R2", "1,500", "R8", "億円"],
                ["人口", "増減", "△120", 2021, "0", 2026, "人"],
            ]
        ),
        ["1 産業", "2 人口"],
        [
            *("1.1 BaselineValue 2020 1234", "1.1 TargetValue 2026 1500"),
            *("2.1 BaselineValue 2021 -120", "2.1 TargetValue 2026 0"),
        ],
    ),
    "shares in rows that are not merged, with a grand total of shares": (
        Sent(
            [
                ["実施計画（千円）"],
                ["No", "事業名", "財源", "R7"],
                [1, "庁舎", "国費", 10],
                [None, None, "起債", 90],
                [None, None, "計", 100],
                [2, "学校", "国費", 1],
                [None, None, "起債", 2],
                [None, None, "計", 3],
                ["合計", None, "国費", 11],
                [None, None, "起債", 92],
                [None, None, "計", 103],
            ]
        ),
        ["1 庁舎", "2 学校"],
        [
            *("1 Grants 2025 10 千円", "1 Bonds 2025 90 千円", "1 Budget 2025 100 千円"),
            *("2 Grants 2025 1 千円", "2 Bonds 2025 2 千円", "2 Budget 2025 3 千円"),
        ],
    ),
    "costs whose brackets say whether they were spent": (
        Sent(
            [
                ["事業名", "R5事業費（予算）\n千円", "R5事業費（決算）\n千円", "R6決算（見込）額\n（千円）"],
                ["訓練", 10, "9※1", "8 ※2"],
            ]
        ),
        ["1 訓練"],
        ["1 Budget 2023 10 千円", "1 Settlement 2023 9 千円", "1 SettlementEstimate 2024 8 千円"],
    ),
    "bureaus and divisions in rows, 前年度 beside the budget, amounts as on bills": (
        Sent(
            [
                ["令和６年度"],
                ["事業名", "予算額（円）", "前年度（円）"],
                ["■ 総務部"],
                ["○ 総務課"],
                ["文書", "￥1,500-", "1,400円也"],
                ["○ 人事課"],
                ["研修", "5", "皆増"],
                ["【福祉部】"],
                ["文書（再掲）", "(1,500)", "－"],
            ]
        ),
        ["1 文書 @ 総務課", "2 研修 @ 人事課"],
        ["1 Budget 2024 1500 円", "1 Budget 2023 1400 円", "2 Budget 2024 5 円"],
    ),
    "stairs of columns, each name on a row of its own": (
        Sent(
            [
                ["政策", "施策", "事業"],
                ["安全"],
                [None, "防災"],
                [None, None, "訓練"],
                [None, None, "備蓄"],
                ["産業"],
                [None, "商業"],
                [None, None, "支援"],
            ]
        ),
        [
            *("1 安全", "1-1 防災 < 1", "1-1-1 訓練 < 1-1", "1-1-2 備蓄 < 1-1"),
            *("2 産業", "2-1 商業 < 2", "2-1-1 支援 < 2-1"),
        ],
        [],
    ),
    "bureau, department and division in columns, a tier called by its end": (
        Sent(
            [
                ["施策の柱", "局", "部", "課", "事業名"],
                ["柱１　安全", "総務局", "防災部", "訓練課", "訓練"],
                ["柱１　安全", "福祉局", None, "福祉課", "相談"],
            ]
        ),
        ["1 安全", "1-1 訓練 < 1 @ 訓練課", "1-2 相談 < 1 @ 福祉課"],
        [],
    ),
    "an outline under a heading of three tiers and one other": (
        Sent([["政策／施策／事務事業", "所管"], ["安全", None], ["　防災", None], ["　　訓練", "防災課"]]),
        ["1 安全", "1-1 防災 < 1", "1-1-1 訓練 < 1-1 @ 防災課"],
        [],
    ),
    "codes that look like telephone numbers": (
        Sent([["事業番号", "事業名"], ["01-02-003", "訓練"], ["01-02-004", "備蓄"]]),
        ["01-02-003 訓練", "01-02-004 備蓄"],
        [],
    ),
    "indicators below rows that name what they are about, the first above the headings": (
        Sent(
            [
                ["基本目標１　産業"],
                ["指標", "単位", "基準値\n（H30）", "目標値\n（R6）"],
                ["創業", "件", "10", "30"],
                ["基本目標２　子育て"],
                ["出生数", "人", "300", "300"],
            ]
        ),
        ["1 産業", "2 子育て"],
        [
            *("1.1 BaselineValue 2018 10", "1.1 TargetValue 2024 30"),
            *("2.1 BaselineValue 2018 300", "2.1 TargetValue 2024 300"),
        ],
    ),
    "two unlike tables beside each other, each with its title": (
        Sent(
            [
                ["令和６年度（単位：千円）"],
                ["【主要事業】", None, None, "【成果指標】"],
                ["事業名", "予算額", None, "施策", "指標名", "R6目標（人）"],
                ["訓練", 10, None, "防災", "参加者数", 120],
                ["備蓄", 20],
            ]
        ),
        ["1 訓練", "2 備蓄", "1 防災"],
        ["事業:1 Budget 2024 10 千円", "2 Budget 2024 20 千円", "1.1 TargetValue 2024 120 人"],
    ),
    "indicators behind blank columns, of which nobody can say what they are about": (
        Sent([["事業名", "担当課", None, None, "指標名", "R6目標"], ["訓練", "防災課", None, None, "満足度", 80]]),
        ["1 訓練 @ 防災課"],
        [],
    ),
    "one table with a blank column between": (
        Sent([["施策", "担当課", None, "事業名", "R6予算（千円）"], ["防災", "防災課", None, "訓練", 10]]),
        ["1 防災", "1-1 訓練 < 1 @ 防災課"],
        ["1-1 Budget 2024 10 千円"],
    ),
    "a list of projects on the sheet of a measure, with a form above and below it": (
        Sent(
            [
                ["施策評価シート"],
                ["施策コード", "1-1", "施策名", "防災"],
                ["番号", "事務事業名", "担当課", "R5決算額（千円）"],
                [1, "訓練", "防災課", 10],
                ["合計", None, None, 10],
                ["３　施策の評価"],
                ["進捗度", "Ｂ", "今後の方向性", "継続"],
            ]
        ),
        ["1-1 防災", "1 訓練 < 1-1 @ 防災課"],
        ["1 Settlement 2023 10 千円"],
    ),
    "a numbered title over the headings, and the next within the table": (
        Sent(
            [
                ["１　安全"],
                ["事業名", "担当課", "R7（千円）"],
                ["訓練", "防災課", "1 000"],
                ["２　産業"],
                ["事業名", "担当課", "R7（千円）"],
                ["支援", "NULL", 20],
            ],
            title="実施計画",
        ),
        ["1 安全", "1-1 訓練 < 1 @ 防災課", "2 産業", "2-1 支援 < 2"],
        ["1-1 Budget 2025 1000 千円", "2-1 Budget 2025 20 千円"],
    ),
    "numbers in katakana, and 見込 of a year after the budget, whose kind is open": (
        Sent(
            [
                ["基本目標", "基本的方向", "2025年度（R7）当初予算額（千円）", "2026年度（R8）見込（千円）"],
                ["働く", "ア　創業", 10, 11],
                ["働く", "イ　継承", 20, 21],
            ]
        ),
        ["1 働く", "ア 創業 < 1", "イ 継承 < 1"],
        ["ア Budget 2025 10 千円", "イ Budget 2025 20 千円"],
    ),
    "Euros as most of Europe writes them": (
        Sent(
            [
                ["Strategic goal", "Measure", "Responsible unit", "Budget 2025 (EUR)"],
                ["Open", "Roofs", "Parks", "1.250,50"],
            ]
        ),
        ["1 Open", "1-1 Roofs < 1 @ Parks"],
        ["1-1 Budget 2025 1250.50 EUR"],
    ),
}
