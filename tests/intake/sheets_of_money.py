"""Sheets of budgets, settlements and costs, made up, each with the elements and figures that it says."""

from __future__ import annotations

from tests.intake.sheets_as_sent import Case, Sent

CASES: dict[str, Case] = {
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
    "an account of the budget as the sheet's name, which is no office": (
        Sent(
            [["R6"], ["款", "項", "事業名", "担当課", "予算額（千円）"], ["2", "1", "広報", "広報課", 8]],
            (),
            "一般会計",
        ),
        ["1 広報 @ 広報課"],
        ["1 Budget 2024 8 千円"],
    ),
    "shares of a sum in rows, with the sum below them": (
        Sent(
            [
                ["実施計画（単位：千円）"],
                ["事業名", "財源", "令和７年度"],
                ["保育所", "国庫", 30],
                [None, "市債", 20],
                [None, "その他", 1],
                [None, "一般", 9],
                [None, "計", 60],
            ],
            ("A3:A7",),
        ),
        ["1 保育所"],
        ["1 Grants 2025 30 千円", "1 Bonds 2025 20 千円", "1 GeneralFunds 2025 9 千円", "1 Budget 2025 60 千円"],
    ),
    "an account of measures by the parts of the budget, with a row of what the settlement will be": (
        Sent(
            [
                ["令和５年度　主要施策の成果（単位：千円）"],
                ["事業名", "計画額", "実績見込額", "事業の内容及び成果"],
                ["２款　総務費　１項　総務管理費"],
                ["例規", 35, 34, "改正　25件"],
                ["※会計年度任用職員分を含む。"],
                ["目　計", 35, 34],
                ["３款　民生費　１項　社会福祉費"],
                ["敬老会", 25, 23, "参加者　310人"],
            ],
            ("A3:D3", "A7:D7"),
        ),
        ["1 例規", "2 敬老会"],
        [
            *("1 Budget 2023 35 千円", "1 SettlementEstimate 2023 34 千円"),
            *("2 Budget 2023 25 千円", "2 SettlementEstimate 2023 23 千円"),
        ],
    ),
    "the budget of the year before in brackets, and what is new": (
        Sent(
            [
                ["令和７年度　主要事業（単位：千円）"],
                ["区分", "事業名", "Ｒ７予算額", "（Ｒ６予算額）", "増減"],
                ["新規", "通園", "24,500", "(－)", "皆増"],
                ["拡充", "給食", "180,300", "(150,000)", "30,300"],
            ]
        ),
        ["1 通園", "2 給食"],
        ["1 Budget 2025 24500 千円", "2 Budget 2025 180300 千円", "2 Budget 2024 150000 千円"],
    ),
    "a unit in each row, and a name behind the word that is a kind of money elsewhere": (
        Sent(
            [
                ["令和６年度"],
                ["補助金等の名称", "根拠例規等", "予算額", "単位"],
                ["自治会活動", "要綱", "4,600", "千円"],
                ["街路灯", "規則", 800000, "円"],
                ["返還", "規則", "△120", "千円"],
            ]
        ),
        ["1 自治会活動", "2 街路灯", "3 返還"],
        ["1 Budget 2024 4600 千円", "2 Budget 2024 800000 円", "3 Budget 2024 -120 千円"],
    ),
    "the sum at the top, parts of sums in rows, and years without their era": (
        Sent(
            [
                ["実施計画（令和４年度～令和５年度）　事業費（単位：百万円）"],
                ["事業名", "着手", "完了", "４年度", "５年度"],
                ["総額", None, None, 5100, 4800],
                ["政策１　計", None, None, 3000, 2800],
                ["道路整備", "R4", "R6", 3000, 2800],
                ["　うち国庫補助分", None, None, 1500, 1400],
                ["うちどく推進", None, None, 1, 1],
            ]
        ),
        ["1 道路整備", "2 うちどく推進"],
        [
            *("1 Budget 2022 3000 百万円", "1 Budget 2023 2800 百万円"),
            *("2 Budget 2022 1 百万円", "2 Budget 2023 1 百万円"),
        ],
    ),
    "the cost of all years beside a period, and the shares of one": (
        Sent(
            [
                ["投資的事業一覧　単位：百万円"],
                ["事業名", "事業期間", "総事業費", "R6", "R7", "財源（R6）", None],
                [None, None, None, None, None, "地方債", "一般"],
                ["新庁舎", "R3～R8", 8500, 2000, 3000, 1500, 500],
            ],
            ("A2:A3", "B2:B3", "C2:C3", "F2:G2"),
        ),
        ["1 新庁舎"],
        ["1 Bonds 2024 1500 百万円", "1 GeneralFunds 2024 500 百万円"],
    ),
    "the parts of a project's budget by their account, which is no chapter": (
        Sent(
            [
                ["令和６年度当初予算"],
                ["事業名", "節", "予算額（千円）"],
                ["訓練", "報償費", 30],
                [None, "計", 30],
                ["備蓄", "備品購入費", 200],
            ],
            ("A3:A4",),
        ),
        ["1 訓練", "2 備蓄"],
        ["1 Budget 2024 30 千円", "2 Budget 2024 200 千円"],
    ),
    "what is planned for years to come beside the budget, under numbered chapters and items": (
        Sent(
            [
                ["章", "項", "事業名", "R6予算額(千円)", "R7計画額(千円)", "R8計画額(千円)"],
                ["第１章　福祉", "第１項　健康", "健診", 100, 120, 130],
                ["第１章　福祉", "第２項　医療", "診療所", 500, 400, 300],
            ]
        ),
        ["1 福祉", "1 健康 < 章:1", "1-1 健診 < 項:1", "2 医療 < 章:1", "2-1 診療所 < 2"],
        [
            *("1-1 Budget 2024 100 千円", "1-1 PlannedCost 2025 120 千円", "1-1 PlannedCost 2026 130 千円"),
            *("2-1 Budget 2024 500 千円", "2-1 PlannedCost 2025 400 千円", "2-1 PlannedCost 2026 300 千円"),
        ],
    ),
    "a whole cost under a budget and under a settlement, in trillions too, and codes of related projects": (
        Sent(
            [
                ["施策展開", "取組名", "関連する取組番号", "R5予算", "R5決算"],
                [None, None, None, "総事業費（千円）", "総事業費（千円）"],
                ["1 交通", "街路", "2", 120, 110],
                ["1 交通", "鉄道", "1", "3兆2,000億円", "2.5兆円"],
            ]
        ),
        ["1 交通", "1-1 街路 < 1", "1-2 鉄道 < 1"],
        [
            *("1-1 Budget 2023 120 千円", "1-1 Settlement 2023 110 千円"),
            *("1-2 Budget 2023 3200000000000 円", "1-2 Settlement 2023 2500000000000 円"),
        ],
    ),
    "a budget with its projects and their sums in what explains it, beside the sections of each heading": (
        Sent(
            [
                ["令和７年度　一般会計予算に関する説明書（歳出）"],
                ["（単位：千円）"],
                ["款", "項", "目", "本年度", "財源内訳", "節", None, "説明", None],
                [None, None, None, None, "一般財源", "区分", "金額", "事業名", "金額"],
                ["２ 総務費", "１ 総務管理費", "１ 一般管理費", 125000, 122500, "１ 報酬", 12000, "秘書", 3200],
                [None, None, None, None, None, "２ 給料", 68000, "職員研修", 5400],
                [None, None, "６ 企画費", 32000, 26000, "12 委託料", 20000, "計画策定", 12000],
            ],
            ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "F3:G3", "H3:I3", "A5:A7", "B5:B7", "C5:C6", "D5:D6", "E5:E6"),
        ),
        ["1 秘書", "2 職員研修", "3 計画策定"],
        ["1 Budget 2025 3200 千円", "2 Budget 2025 5400 千円", "3 Budget 2025 12000 千円"],
    ),
    "what is to be done in each year in a row over that with its cost": (
        Sent(
            [
                ["実施計画　進捗管理表（令和６年度末）（単位：千円）"],
                ["施策", "事業名", "区分", "年次計画", None, "指標名", "目標値(R8)"],
                [None, None, None, "R6", "R7", None, None],
                ["1-1 防災", "無線の更新", "計画", "設計", "→", "整備率", "100％"],
                [None, None, "事業費", 12000, "－"],
                [None, "備蓄", "計画", "2か所", 300, "備蓄率", "98％"],
                [None, None, "事業費", 3000, 3500],
            ],
            (
                "A2:A3",
                "B2:B3",
                "C2:C3",
                "D2:E2",
                "F2:F3",
                "G2:G3",
                "A4:A7",
                "B4:B5",
                "B6:B7",
                "F4:F5",
                "F6:F7",
                "G4:G5",
                "G6:G7",
            ),
        ),
        ["1-1 防災", "1-1-1 無線の更新 < 1-1", "1-1-2 備蓄 < 1-1"],
        [
            *("1-1-1.1 TargetValue 2026 100 %", "1-1-1 Budget 2024 12000 千円", "1-1-2 TargetValue 2024 2 か所"),
            *("1-1-2.1 TargetValue 2026 98 %", "1-1-2 Budget 2024 3000 千円", "1-1-2 Budget 2025 3500 千円"),
        ],
    ),
}
