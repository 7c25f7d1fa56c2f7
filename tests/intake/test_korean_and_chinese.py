"""Sheets in Korean and Chinese: their headings are understood, and amounts are in their own units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.intake.as_drafted import WORDS, carried, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = [
    ["한강시 발전계획 2026-2030 세부사업 목록"],
    ["분야", "추진과제", "번호", "사업명", "담당부서", "사업기간", "2026 예산(백만원)", "지표", "단위", "2030 목표값"],
    ["안전도시", "재난 대응", "1", "하천 정비", "안전총괄과", "2026-2028", 1200, "정비 연장", "km", 10],
    ["복지도시", "돌봄 강화", "2", "어린이집 확충", "보육과", "2026-2030", 800, "어린이집", "개소", 35],
]
TRADITIONAL = [
    ["綠川市永續發展計畫 2026-2030"],
    [
        "策略",
        "措施",
        "編號",
        "計畫名稱",
        "主辦機關",
        "計畫期程",
        "2026年經費（千元）",
        "績效指標",
        "單位",
        "2030年目標值",
    ],
    ["韌性城市", "防災", "1", "河川整治", "水利局", "2026-2028", 1200, "整治長度", "公里", 10],
    ["友善城市", "托育", "2", "公共托育", "社會局", "2026-2030", 800, "托育中心", "處", 35],
]
SIMPLIFIED = [
    ["绿川市发展规划 2026-2030"],
    [
        "战略",
        "举措",
        "编号",
        "项目名称",
        "责任单位",
        "实施期限",
        "2026年经费（万元）",
        "指标名称",
        "计量单位",
        "2030年目标值",
    ],
    ["安全城市", "防灾", "1", "河道整治", "水务局", "2026-2028", 1200, "整治长度", "公里", 10],
    ["友善城市", "托育", "2", "公共托育", "民政局", "2026-2030", 800, "托育中心", "处", 35],
]


@pytest.mark.parametrize(
    ("rows", "unit", "told"),
    [
        (KOREAN, "백만원", ("ko", "KRW")),
        (TRADITIONAL, "千元", ("zh", "TWD")),
        (SIMPLIFIED, "万元", ("zh", "CNY")),
    ],
    ids=["ko", "hant", "hans"],
)
def test_headings_language_and_currency_are_understood(
    rows: list[list[object]], unit: str, told: tuple[str, str], tmp_path: Path
) -> None:
    book = write_workbook(tmp_path / "a.xlsx", Sent(rows))
    dataset = draft(read_sheets(book), WORDS, Named("hangang"))["dataset"]
    tables, carrying = carried(book)
    below = [row for row in tables["elements"] if row.get("start")]

    assert (dataset["language"], dataset["currency"]) == told
    assert [row["start"] for row in below] == ["2026", "2026"]
    assert [row["end"] for row in below] == ["2028", "2030"]
    assert len({row["tier"] for row in tables["elements"]}) == 3
    budgets = [line.rpartition(":")[2] for line in figures(tables) if "Budget" in line]
    assert budgets == [f"1 Budget 2026 1200 {unit}", f"2 Budget 2026 800 {unit}"]
    assert sorted(row["value"] for row in tables["observations"] if row["kind"] == "TargetValue") == ["10", "35"]
    assert not carrying.account.left
