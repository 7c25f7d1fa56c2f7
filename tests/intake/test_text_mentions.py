"""What a text mentions, and under what: parts of chapters, names of plans with hiragana and numbers in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_draft import draft_from_text
from plangraph.intake.from_text.text_forms import TextForms
from plangraph.intake.from_text.text_pages import read_pages
from plangraph.intake.heading_words import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

FORMS = TextForms.load(Vocabulary.load())


def test_parts_under_the_first_chapter_belong_to_it_and_names_of_plans_are_whole(tmp_path: Path) -> None:
    text = """あおば市第６次総合計画
令和７年度～令和11年度
第１章　安全なまち
第１節　防災
１　現状と課題
（１）豪雨が増えています。
ア　河川の増水
２　施策の展開
ア　防災訓練の実施
SDGs 11、13 の達成に貢献します。SDGsの17の目標のうちです。
第２次健康あおば 21 計画、あおば市子ども・子育て支援事業計画に沿います。
第２節　防犯
第２章　元気なまち
第１節　商業
"""
    (tmp_path / "a.txt").write_text(text, "utf-8")
    tables = draft_from_text(read_pages(tmp_path / "a.txt", FORMS), FORMS)[0].tables
    assert [(row["start"], row["end"]) for row in tables["plans"] if row["key"] == "plan"] == [("2025", "2029")]
    assert [(row["subject"], row["object"]) for row in tables["links"] if row["object"].startswith("sdg")] == [
        ("1-1", "sdg:11"),
        ("1-1", "sdg:13"),
    ]
    assert [row["label_ja"] for row in tables["plans"][1:]] == [
        "第２次健康あおば21計画",
        "あおば市子ども・子育て支援事業計画",
    ]
