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
}
