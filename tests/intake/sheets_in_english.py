"""Sheets in English, made up, each with the elements and figures that it says."""

from __future__ import annotations

from tests.intake.sheets_as_sent import Case, Sent

CASES: dict[str, Case] = {
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
    "a council's actions of either word, with revenue and capital in a budget, and a half of a year": (
        Sent(
            [
                ["Council plan 2025/26"],
                [
                    "Outcome",
                    "Ref",
                    "Action / project",
                    "Directorate",
                    "Service",
                    "Budget 2025/26",
                    None,
                    "KPI",
                    "Actual",
                ],
                [None, None, None, None, None, "Revenue (£m)", "Capital (£m)", None, "H1 2025/26"],
                ["A thriving economy", "1.1", "EV charging", "Place", "Growth", 1.2, 12, "Points (no.)", 40],
                ["100 new homes", "2.1", "New centre", "Place", "Housing", "(0.3)", "–", "Homes built", "tbc"],
            ],
            ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:G2", "H2:H3"),
        ),
        [
            *("1 A thriving economy", "1.1 EV charging < 1 @ Growth"),
            *("2 100 new homes", "2.1 New centre < 2 @ Housing"),
        ],
        [
            *("1.1 Revenue-Budget 2025 1.2 million GBP", "1.1 Capital-Budget 2025 12 million GBP"),
            "1.1.1 ActualValue 2025-09 40 (no unit stated)",
            "2.1 Revenue-Budget 2025 -0.3 million GBP",
        ],
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
        [
            "1.1 BaselineValue 2023 340 (no unit stated)",
            "1.1 TargetValue 2024 360 (no unit stated)",
            "1.1 TargetValue 2025 380 (no unit stated)",
        ],
    ),
    "actions in English, with codes and millions of yen": (
        Sent([["Strategy", "Action ID", "Action", "FY2024 Budget (JPY million)"], ["1.1 Solar", "A-1", "Panels", 120]]),
        ["1.1 Solar", "A-1 Panels < 1.1"],
        ["A-1 Budget 2024 120 百万円"],
    ),
    "a council's plan, with losses in brackets, years across two and quarters": (
        Sent(
            [
                ["Hillford City Council: delivery plan 2025-2029, report for 2025/26"],
                [
                    *("Outcome", "Ref", "Initiative", "Lead directorate", "Supporting directorates"),
                    *("Actual 2024-25 (NZ$000)", "Budget 2025/2026 (NZ$000)", "Forecast 2025/26 (NZ$000)", "Trend"),
                ],
                ["1. Jobs", "1.1", "Disposals", "Finance", "Housing; Law", "TBC", "(1,200)", "(950)", "up"],
            ]
        ),
        ["1 Jobs", "1.1 Disposals < 1 @ Finance|Housing|Law"],
        ["1.1 Budget 2025 -1200 thousand NZD", "1.1 SettlementEstimate 2025 -950 thousand NZD"],
    ),
    "performance measures with codes, bounds in signs and quarters": (
        Sent(
            [
                [
                    "Priority",
                    "Measure ref",
                    "Performance measure",
                    "Q1 2025/26",
                    "Target 2025/26",
                    "Target 2028/29",
                    "RAG",
                ],
                ["1.1 Homes", "PM01", "Homes built", 80, "400+", "> 1,500", "Green"],
                ["1.1 Homes", "PM02", "Households waiting", 310, "≤ 300", "n/a", "Red"],
            ]
        ),
        ["1.1 Homes"],
        [
            "PM01 ActualValue 2025-06 80 (no unit stated)",
            "PM01 TargetValue 2025 atLeast 400 (no unit stated)",
            "PM01 TargetValue 2028 above 1500 (no unit stated)",
            "PM02 ActualValue 2025-06 310 (no unit stated)",
            "PM02 TargetValue 2025 atMost 300 (no unit stated)",
        ],
    ),
    "a table of a data base in two languages, with a row for each year": (
        Sent(
            [
                [
                    *("policy_name_ja", "policy_name_en", "project_id", "project_name_ja", "project_name_en"),
                    *("department_ja", "fiscal_year", "budget_jpy", "settlement_jpy"),
                ],
                ["安全", "Safe city", "P001", "訓練", "Drills", "防災課", 2023, 1000, 950],
                ["安全", "Safe city", "P001", "訓練", "Drills", "防災課", 2024, 1100, None],
            ]
        ),
        ["1 安全", "P001 訓練 < 1 @ 防災課"],
        ["P001 Budget 2023 1000 円", "P001 Settlement 2023 950 円", "P001 Budget 2024 1100 円"],
    ),
    "a French programme of investments in k€, with all that was spent before it, and a name that an arrow is not": (
        Sent(
            [
                ["Ville de Saint-Marcel – Programme pluriannuel d'investissement 2024-2028"],
                ["Montants en k€ TTC – version adoptée le 14 décembre 2023"],
                [
                    *("Axe", "N°", "Opération", "Direction pilote", "Quartier", "Dépenses au 31/12/2023"),
                    *("CP 2024", "CP 2025", "Livraison", "Avancement"),
                ],
                [
                    "1 – Ville durable",
                    "1.1",
                    "École Jean Moulin",
                    "Bâtiments",
                    "Centre",
                    "312,0",
                    "1 200,5",
                    "850,0",
                    2026,
                    "Retard",
                ],
                [None, "1.2", "Plan vélo", "Voirie", "Tous quartiers", "0,0", "380,0", "–", 2028, "En cours"],
            ],
            ("A4:A5",),
        ),
        ["1 Ville durable", "1.1 École Jean Moulin < 1 @ Bâtiments", "1.2 Plan vélo < 1 @ Voirie"],
        [
            *("1.1 Budget 2024 1200.5 thousand EUR", "1.1 Budget 2025 850.0 thousand EUR"),
            "1.2 Budget 2024 380.0 thousand EUR",
        ],
    ),
    "a dashboard whose outturn is none of money, with arrows, councillors and units in brackets": (
        Sent(
            [
                ["Westshire District Council: performance dashboard, Quarter 3 2025/26"],
                [
                    *("Corporate priority", "Ref", "Key performance indicator", "Portfolio holder", "Lead service"),
                    *("2024/25 outturn", "2025/26 target", "Q2", "Direction of travel"),
                ],
                [
                    "Green district",
                    "GD1",
                    "Emissions (tCO2e)",
                    "Cllr J Smith",
                    "Assets",
                    "3,410",
                    "3,200 max.",
                    "-",
                    "↓",
                ],
                ["Green district", "GD2", "Waste recycled (%)", "Cllr B Jones", "Waste", "48.9%", "50%", "51.2%", "↑"],
            ]
        ),
        ["1 Green district"],
        [
            *(
                "GD1 ActualValue 2024 3410 tCO2e",
                "GD1 TargetValue 2025 atMost 3200 tCO2e",
                "GD2 ActualValue 2024 48.9 %",
            ),
            *("GD2 TargetValue 2025 50 %", "GD2 ActualValue 2025-09 51.2 %"),
        ],
    ),
    "a Spanish plan of axes and lines, with targets in words, in a range and of the SDGs": (
        Sent(
            [
                ["Ayuntamiento de Villarriba del Segura — Plan Estratégico"],
                [
                    *("Código", "Eje", "Línea estratégica", "Actuación", "Área responsable", "Metas ODS", "Indicador"),
                    *("Unidad", "Valor de partida 2023", "Meta 2027"),
                ],
                [
                    "1.1.1",
                    "1 Ciudad",
                    "1.1 Movilidad",
                    "Bono bus",
                    "Urbanismo",
                    "11.2",
                    "Usuarios",
                    "km",
                    "1,5",
                    "50-60",
                ],
                [
                    "1.1.2",
                    "1 Ciudad",
                    "1.1 Movilidad",
                    "Arbolado",
                    "Urbanismo",
                    "13.2",
                    "Sombra",
                    "km",
                    "2",
                    "Aumentar",
                ],
                ["1.1.3", "1 Ciudad", "1.1 Movilidad", "Sombra", "Urbanismo", "13.2", "Toldos", "km", "3", "4,5"],
            ]
        ),
        [
            *("1 Ciudad", "1.1 Movilidad < 1", "1.1.1 Bono bus < 1.1 @ Urbanismo"),
            "1.1.2 Arbolado < 1.1 @ Urbanismo",
            "1.1.3 Sombra < 1.1 @ Urbanismo",
        ],
        [
            *("1.1.1.1 BaselineValue 2023 1.5", "1.1.1.1 TargetValue 2027 50-60"),
            *(
                "1.1.2.1 BaselineValue 2023 2",
                "1.1.2.1 TargetValue 2027 Aumentar",
                "1.1.3.1 BaselineValue 2023 3",
                "1.1.3.1 TargetValue 2027 4.5",
            ),
        ],
    ),
}
