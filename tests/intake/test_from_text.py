"""``plangraph import --from-text``: the texts of unlike cities, made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.intake.command import run
from tests.intake.text_as_drafted import drafted, shown

from plangraph.errors import SheetError, TableError
from plangraph.intake.from_text import text_headings, text_pages
from plangraph.intake.from_text.text_draft import draft_from_text
from plangraph.intake.from_text.text_forms import TextForms
from plangraph.intake.from_text.text_pages import read_pages
from plangraph.intake.heading_words import Vocabulary

MINATO = [
    "第6次みなと市総合計画 基本計画\n",
    "目次\n基本目標Ⅰ　安全に暮らせるまち ……… 3\n施策1-1-1　地域防災力を高める ……… 4\n",
    "みなと市総合計画\n基本目標Ⅰ　安全に暮らせるまち\n政策1-1　災害に備える\n施策１－１－１　地域防災⼒を高める\n"
    "(1) 現状と課題\n施策1-1-1では、自主防災組織を支えます。\n"
    "SDGs 11、13に取り組みます。SDGsの17のゴールのうち目標11.5にも資する施策です。\n"
    "「みなと市地域防災計画」と連携します。\n- 3 -\n",
    "みなと市総合計画\n施策1-1-2　住まいを強くする\nゴール「住み続けられるまちづくりを」に貢献します。\n"
    "みなと市耐震改修促進計画に基づき、実施計画を進めます。\n- 4 -\n",
    "みなと市総合計画\n基本目標Ⅱ　学びのまち\n施策3-1-1　確かな学力\n1 計画期間\n"
    "令和6年度から令和9年度までの4年間とします。\n2 策定スケジュール\n"
    "令和5年4月 素案の公表\n6月～8月上旬 意見の募集\n令和5年度 3月28日 議決\n- 5 -\n",
]
YAMAKAWA = """山川町まちづくり計画

第１章　総論
第１節　計画の趣旨
この計画は、町の指針です。

第２章　みんなで支える健康のまち
第１節　保健の充実
（１）健康づくりの推進
第２節　子育ての
支援

３つの戦略

1 人が集まる
まちをつくる

2 人を育てる

3 水を守る

第３章　活力あるまち
第１節　農業の振興
"""
UMIBE = """海辺町総合振興計画

【施策１】　安心して産み育てる
まちを広げる
健診を進めます。
◆ 重点の取組 1　見守りを増やす
◆ 重点の取組 2　集いを開く
施策１及び施策２は連携します。
■施策２　海の
保全
SDGs：⑫、⑭
計画の期間
2024年度～2028年度
年表
2023年10月1日　町民会議
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.txt"


def test_headings_with_words_of_tiers_become_elements_once_with_their_page(plan: Path) -> None:
    tables, account = drafted(plan, "\f".join(MINATO))
    assert shown(tables["elements"], "page", "tier", "code", "label_ja", "parent") == [
        "3 基本目標 1 安全に暮らせるまち",
        "3 政策 1-1 災害に備える 1",
        "3 施策 1-1-1 地域防災力を高める 1-1",
        "4 施策 1-1-2 住まいを強くする 1-1",
        "5 基本目標 2 学びのまち",
        "5 施策 3-1-1 確かな学力",
    ], "a code that names what is not there gets no parent that is not said"
    assert [where.en for where, text, _ in account.doubtful if text.startswith("施策1-1-1では")] == ["page 3"]


def test_the_schedule_and_the_period_are_read_in_calendar_years(plan: Path) -> None:
    tables, _ = drafted(plan, "\f".join(MINATO))
    assert shown(tables["milestones"], "date", "end_date", "label_ja") == [
        "2023-04  素案の公表",
        "2023-06 2023-08-10 意見の募集",
        "2024-03-28  議決",
    ]
    assert (tables["plans"][0]["start"], tables["plans"][0]["end"]) == ("2024", "2027")


def test_mentions_become_suggested_links_and_nothing_else_does(plan: Path) -> None:
    tables, _ = drafted(plan, "\f".join(MINATO))
    assert sorted(shown(tables["links"], "page", "subject", "object")) == [
        "3 1-1-1 sdg:11",
        "3 1-1-1 sdg:11.5",
        "3 1-1-1 sdg:13",
        "3 plan:plan plan:みなと市地域防災計画",
        "4 1-1-2 sdg:11",
        "4 plan:plan plan:みなと市耐震改修促進計画",
    ]
    assert {row["basis"] for row in tables["links"]} == {"Suggested"}
    assert all("本文に「…" in row["rationale_ja"] for row in tables["links"])


def test_chapters_are_elements_where_no_other_tier_is_named_and_an_outline_that_is_counted_is_one(plan: Path) -> None:
    tables, account = drafted(plan, YAMAKAWA.replace("３つの戦略", "").replace("人が", "1人が"))
    assert shown(tables["elements"], "note_ja", "tier", "code", "label_ja", "parent") == [
        "7行目 章 2 みんなで支える健康のまち",
        "8行目 節 2-1 保健の充実 2",
        "10行目 節 2-2 子育ての支援 2",
        "22行目 章 3 活力あるまち",
        "23行目 節 3-1 農業の振興 3",
    ]
    assert shown(tables["sources"], "key", "title_ja")[1:3] == ["document-1 総論", "document-1-1 計画の趣旨"]
    tables, account = drafted(plan, YAMAKAWA)
    assert shown(tables["elements"], "tier", "code", "label_ja") == [
        "戦略 1 人が集まるまちをつくる",
        "戦略 2 人を育てる",
        "戦略 3 水を守る",
    ], "chapters are parts of the document where the text names tiers"
    assert any("３つの戦略" in made.ja for made in account.made)


def test_adorned_headings_circled_goals_and_headings_without_numbers_are_read_too(plan: Path) -> None:
    tables, account = drafted(plan, UMIBE)
    assert shown(tables["elements"], "code", "label_ja") == ["1 安心して産み育てる", "2 海の保全"]
    assert shown(tables["links"], "subject", "object") == ["2 sdg:12", "2 sdg:14"]
    assert shown(tables["milestones"], "date", "label_ja") == ["2023-10-01 町民会議"]
    assert (tables["plans"][0]["start"], tables["plans"][0]["end"]) == ("2024", "2028")
    told = {where.ja: text for where, text, _ in account.doubtful}
    assert told == {"重点の取組": "2", "8行目": "施策１及び施策２は連携します。"}, (
        "words that may be those of a tier are told"
    )


def test_an_outline_of_two_tiers_is_taken_only_if_its_numbers_fit_what_the_text_counts(plan: Path) -> None:
    head = "川辺村計画\n\n{}つの基本政策と3の政策\n\n"
    outline = head + "1 村を守る\n\n1 水を守る\n\n2 山を守る\n\n2 村を育てる\n\n1 学びを支える\n"
    tables, _ = drafted(plan, outline.format(2))
    assert shown(tables["elements"], "code", "label_ja", "parent") == [
        "1 村を守る",
        "1-1 水を守る 1",
        "1-2 山を守る 1",
        "2 村を育てる",
        "2-1 学びを支える 2",
    ]
    with pytest.raises(SheetError):
        drafted(plan, outline.format(4))


def test_more_forms_of_headings_come_from_a_file(plan: Path, tmp_path: Path) -> None:
    more = tmp_path / "forms.toml"
    more.write_text('[[forms]]\nwrite = "<{digits}>"\ntier = "施策"\n', "utf-8")
    forms = TextForms.load(Vocabulary.load(), [more])
    tables, _ = drafted(plan, "海辺町計画\n<1> 港を直す\n<2> 浜を守る\n", forms)
    assert shown(tables["elements"], "tier", "code", "label_ja") == ["施策 1 港を直す", "施策 2 浜を守る"]
    for wrong in ('write = "{word}"', 'write = "{word}{number}{word}"', 'writes = "{number}"'):
        more.write_text(f"[[forms]]\n{wrong}\n", "utf-8")
        with pytest.raises(TableError, match=r"forms\.0\.write"):
            TextForms.load(Vocabulary.load(), [more])


def test_a_text_without_headings_or_beyond_the_bounds_is_refused(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("市長のあいさつ\nこの計画は、市民の皆さんとつくりました。\n", "日程\n2023年10月1日 町民会議\n"):
        with pytest.raises(SheetError, match="no numbered headings"):
            drafted(plan, text)
    monkeypatch.setattr(text_pages, "MOST_PAGES", 2)
    with pytest.raises(SheetError, match="too large"):
        drafted(plan, "\f".join(MINATO))
    monkeypatch.setattr(text_headings, "MOST_HEADINGS", 1)
    with pytest.raises(SheetError, match="numbered lines"):
        drafted(plan, "施策1 港を直す\n施策2 浜を守る\n")


def test_the_draft_is_checked_built_and_gives_an_account(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plan.write_text("\f".join(MINATO), "utf-8")
    assert run("import", "--from-text", plan.name, "-o", "minato", "--key", "minato") == 0
    told = capsys.readouterr().out
    assert "施策" in told
    assert "running heads" in told or "柱" in told
    assert Path("minato/notes/import-account.csv").is_file()
    assert run("build", "minato", "-o", "built") == 0, capsys.readouterr().err
    assert run("import", "--from-text", plan.name) == 2
    assert run("import", "--from-text", plan.name, "-o", "other", "--key", "みなと") == 2


def test_an_outline_ends_where_the_text_goes_on(plan: Path) -> None:
    after = "この計画では、これらの戦略に沿って、市民とともにまちづくりを進めていきます"
    tables, _ = drafted(plan, f"２つの戦略\n1 人が集まる\nまちをつくる\n2 水を守る\n{after}\n施策1-1 港を直す\n")
    assert shown(tables["elements"], "tier", "code", "label_ja") == [
        "戦略 1 人が集まるまちをつくる",
        "戦略 2 水を守る",
        "施策 1-1 港を直す",
    ]


def test_numbers_alone_are_tiers_by_their_parts_where_a_file_says_so(plan: Path, tmp_path: Path) -> None:
    tiers = ("大項目", "中項目", "小項目")
    told = "".join(
        f'[[forms]]\nwrite = "{{number}}"\nparts = {parts}\ntier = "{tier}"\ngap = true\n'
        for parts, tier in enumerate(tiers, 1)
    )
    (tmp_path / "forms.toml").write_text(told, "utf-8")
    plan.write_text(
        "みなと市行政改革実施計画\n計画期間は令和6年度～令和8年度とします。\n1 効率的な行政運営\n1-1 業務の改革\n"
        "1-1-1 窓口の改善\n定型の業務を減らします。\n2 健全な財政運営\n2-1 歳入の確保\n2-1-1 徴収率の向上\n",
        "utf-8",
    )
    forms = TextForms.load(Vocabulary.load(), [tmp_path / "forms.toml"])
    content, _ = draft_from_text(read_pages(plan, forms), forms, "minato")
    assert [f"{row['tier']} {row['code']} {row['label_ja']}" for row in content.tables["elements"]] == [
        *("大項目 1 効率的な行政運営", "中項目 1-1 業務の改革", "小項目 1-1-1 窓口の改善"),
        *("大項目 2 健全な財政運営", "中項目 2-1 歳入の確保", "小項目 2-1-1 徴収率の向上"),
    ]
    assert [(row["start"], row["end"]) for row in content.tables["plans"][:1]] == [("2024", "2026")]


def test_numbers_alone_that_rise_in_order_are_refused_with_the_forms_that_read_them(plan: Path, tmp_path: Path) -> None:
    text = "みなと市計画\n1. 安全\n1-1　防災\n1-2　防犯\n2. 産業\n2-1　商業\n"
    with pytest.raises(SheetError) as refused:
        drafted(plan, text)
    told = refused.value.problems[0].message.ja
    (tmp_path / "forms.toml").write_text(told.partition("\n\n")[2], "utf-8")
    tables, _ = drafted(plan, text, TextForms.load(Vocabulary.load(), [tmp_path / "forms.toml"]))
    assert shown(tables["elements"], "tier", "code", "label_ja") == [
        *("政策 1 安全", "施策 1-1 防災", "施策 1-2 防犯", "政策 2 産業", "施策 2-1 商業"),
    ]
    with pytest.raises(SheetError) as refused:
        drafted(plan, "みなと市計画\n1 安全\n3 産業\n1.5 倍になった\n2.7 倍になった\n")
    assert "[[forms]]" not in refused.value.problems[0].message.ja
