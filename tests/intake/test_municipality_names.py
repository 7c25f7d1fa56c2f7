"""Which municipality a title names."""

from __future__ import annotations

import pytest

from plangraph.intake.municipality_names import municipality_in


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("北川市総合計画 実施計画事業一覧", "北川市"),
        ("「北川市総合計画　実施計画事業一覧」", "北川市"),
        ("第六次北川市総合計画", "北川市"),
        ("第２期北川村まち・ひと・しごと創生総合戦略", "北川村"),
        ("令和６年度（2024年度）　北川市主要施策の成果", "北川市"),
        ("令和元年度 北川市事務事業評価", "北川市"),
        ("R6～R9 北川市実施計画", "北川市"),
        ("元町市総合計画", "元町市"),
        ("東村山町総合計画", "東村山町"),
        ("市北市第3次総合計画", "市北市"),
        ("南北県 実施計画", "南北県"),
        ("後期基本計画 事業一覧（北川市）", "北川市"),
        ("事業一覧　北川市役所", "北川市"),
        ("City of Northbrook: budget", "City of Northbrook"),
        ("Ayuntamiento de Villarriba del Segura — Plan", "Ayuntamiento de Villarriba del Segura"),
        ("市町村別の事業一覧", ""),
        ("都市計画 基本方針", ""),
        ("本市の施策 全市", ""),
        ("中核市の事業一覧", ""),
        ("作成者 木村", ""),
        ("実施計画 2024", ""),
    ],
)
def test_the_municipality_is_read_from_what_a_title_begins_with_or_names_alone(title: str, name: str) -> None:
    assert municipality_in([title]) == name


def test_a_title_that_begins_with_a_name_goes_before_one_that_has_it_somewhere() -> None:
    assert municipality_in(["実施計画（南北県）", "北川市総合計画"]) == "北川市"
