"""Names in sheets: their spellings and marks, and persons who are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from tests.intake.as_drafted import WORDS, carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.intake.draft import Named, draft
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path


def test_one_name_in_several_spellings_is_one_and_a_doubtful_one_is_asked_about(tmp_path: Path) -> None:
    names = [
        "安全・安心なまちづくり",
        "安全･安心なまちづくり",
        "安全・安心な まちづくり",
        "安全・安心なまちずくり",
        "産業の振興",
    ]
    sent = Sent([["政策名", "事業名"], *([name, f"事業{at}"] for at, name in enumerate(names))])
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    policies = [row for row in tables["elements"] if row["tier"] == "政策"]
    assert [row["label_ja"] for row in policies] == ["安全・安心なまちづくり", "安全・安心なまちずくり", "産業の振興"]
    assert set(policies[0]["alt_ja"].split("|")) == {"安全･安心なまちづくり", "安全・安心な まちづくり"}
    (asked,) = [one for one in carrying.spellings.found if not one.same]
    assert (asked.spelling, asked.taken_as) == ("安全・安心なまちずくり", "安全・安心なまちづくり")
    said = {("政策", asked.spelling): (asked.taken_as, True)}
    tables, _ = carried(tmp_path / "a.xlsx", said)
    assert [row["label_ja"] for row in tables["elements"] if row["tier"] == "政策"] == [names[0], "産業の振興"]


def test_names_that_differ_in_a_number_are_never_one(tmp_path: Path) -> None:
    sent = Sent([["政策名", "事業名"], ["第1期まちづくり計画の推進", "a"], ["第2期まちづくり計画の推進", "b"]])
    _, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    assert carrying.spellings.found == []


def test_what_tells_of_persons_is_left_out_and_said(tmp_path: Path) -> None:
    sent = Sent(
        [
            ["事業名", "担当課（内線）", "担当者", "連絡先", "備考"],
            [
                "訓練",
                "防災課（内線2345）",
                "山田　太郎",
                "03-1234-5678",
                "詳しくは担当（abc@city.example.jp）へ問い合わせること",
            ],
            ["堤防", "土木課", "鈴木　花子", "03-1234-5679", "堤防を直す"],
        ]
    )
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    told = repr(tables)
    assert not [word for word in ("山田", "1234", "2345", "@") if word in told.replace("'@", "")]
    assert carrying.account.reasons["person"] == 4
    assert "山田" not in repr(draft(read_sheets(tmp_path / "a.xlsx"), WORDS, Named("minato")))


def test_sheets_of_offices_are_put_together(tmp_path: Path) -> None:
    book = Workbook()
    heads = ["番号", "事業名"]
    write_workbook(tmp_path / "a.xlsx", Sent([["みなと市"], ["この表は…"]], title="表紙"), book)
    write_workbook(tmp_path / "a.xlsx", Sent([heads, [1, "訓練"]], title="総務部"), book)
    write_workbook(tmp_path / "a.xlsx", Sent([heads, [2, "支援"]], title="産業部"), book)
    assert elements(carried(tmp_path / "a.xlsx")[0]) == ["1 訓練 @ 総務部", "2 支援 @ 産業部"]


def test_marks_in_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "事業名"], [1, "【新規】健康ポイント事業※１"], [2, "★予防接種"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 健康ポイント事業", "2 予防接種"]
    assert [row.get("note_ja") for row in tables["elements"]] == ["区分: 新規", None]


def test_what_is_listed_again_is_one_thing_under_two(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策名", "事業名", "R6予算額（千円）"],
        ["防災", "見守り（再掲）", 10],
        ["防災", "訓練", 20],
        ["福祉", "見守り", 10],
        ["商業", "訓練 〔再掲〕", 20],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 防災", "2-1 見守り < 2", "1-1 訓練 < 1", "2 福祉", "3 商業"]
    assert [row.get("also_part_of") for row in tables["elements"]] == [None, "1", "3", None, None]
    assert len(figures(tables)) == 2


def test_a_row_that_says_all_of_another_under_another_parent_is_the_same_thing(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["番号", "施策名", "事業名", "担当課", "R6予算額（千円）"],
        ["①", "産業", "移住", "総務課", 3200],
        ["②", None, "事務費", "総務課", 0],
        ["①", "定住", "移住", "総務課", 3200],
        [None, None, "事務費", "総務課", 0],
        [None, None, "空き家", "総務課", 40],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    names = [(row["label_ja"], row.get("also_part_of")) for row in tables["elements"] if "parent" in row]
    assert names == [("移住", "施策:2"), ("事務費", None), ("事務費", None), ("空き家", None)]
    money = [one.rpartition(" Budget 2024 ")[2] for one in figures(tables)]
    assert money == ["3200 千円", "0 千円", "0 千円", "40 千円"]
    assert any("'移住'" in made.en for made in carrying.account.made)


def test_the_code_of_one_thing_is_not_that_of_the_next(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["番号", "事業名", "指標名", "R6目標値"],
        ["①", "訓練", "回数", 3],
        [None, None, "人数", 40],
        [None, "堤防", "延長", 5],
        ["③", "水路", "延長", 2],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 訓練", "2 堤防", "3 水路"]


def test_what_is_said_below_a_picture_is_no_name(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["No", "事業名", "担当課"],
        [1, "公園", "公園課"],
        [None, "▲公園の完成図"],
        [2, "橋", "土木課"],
        [None, "写真：大橋"],
        [None, "広場（イメージ）"],
        [3, "道", "土木課"],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 公園 @ 公園課", "2 橋 @ 土木課", "3 道 @ 土木課"]
    assert [cell.why for cell in carrying.account.left] == ["note"] * 3


def test_a_code_of_the_sheet_stays_where_a_row_before_it_has_none(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["No", "事業名", "担当課"],
        [1, "公園", "公園課"],
        [None, "緑", "公園課"],
        [2, "橋", "土木課"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 公園 @ 公園課", "2-2 緑 @ 公園課", "2 橋 @ 土木課"]


def test_items_of_a_reform_stand_under_its_focus(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["重点項目", "取組番号", "実施項目"],
        ["Ⅰ 運営", "①", "委託"],
        [None, "②", "会議"],
        ["Ⅱ 財政", "③", "納税"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A2:A3",))))
    assert elements(tables) == ["I 運営", "1 委託 < I", "2 会議 < I", "II 財政", "3 納税 < II"]


def test_a_heading_of_projects_and_actions_is_of_the_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [["基本施策", "No.", "事業・取組"], ["1 出産", "1", "健診"], ["2 保育", "2", "預かり"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [row["label_ja"] for row in tables["elements"] if row["tier"] != "基本施策"] == ["健診", "預かり"]


@pytest.mark.parametrize(
    ("note", "carried_as"),
    [
        ("山田太郎", None),
        ("佐々木花子", None),
        ("山田係長に確認済み", "に確認済み"),
        ("鈴木さんより引継ぎ", "より引継ぎ"),
        ("中野駅前", "中野駅前"),
        ("石川町長期計画", "石川町長期計画"),
        ("各課長に照会", "各課長に照会"),
    ],
)
def test_names_of_persons_without_a_space_are_left_out_of_notes(
    note: str, carried_as: str | None, tmp_path: Path
) -> None:
    rows = [["番号", "事業名", "備考"], ["1", "訓練", note], ["2", "堤防", "要望あり"], ["3", "広報", "なし"]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert tables["elements"][0].get("note_ja") == (f"備考: {carried_as}" if carried_as else None)
    assert carrying.account.reasons["contact"] == (carried_as != note)


@pytest.mark.parametrize(
    "heading",
    ["関連施策番号", "関係施策名", "親施策コード", "再掲番号", "旧施策番号", "統合先施策番号", "Related measure ID"],
)
def test_the_code_or_name_of_another_thing_is_a_note_of_the_row(heading: str, tmp_path: Path) -> None:
    rows = [["施策名", heading], ["防災", "2-1"], ["道路", "1-3"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 防災", "2 道路"]
    assert [row["note_ja"] for row in tables["elements"]] == [f"{heading}: 2-1", f"{heading}: 1-3"]


def test_the_code_of_a_related_measure_is_that_of_the_parent_where_nothing_else_names_one(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業番号", "事業名", "関連施策番号"], [7, "訓練", "2-1"], [8, "街灯", "2-1"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["2-1", "7 訓練 < 2-1", "8 街灯 < 2-1"]


def areas(tables: Any) -> list[str]:
    return [f"{row['subject']} {row['object']}" for row in tables["links"] if row["relation"] == "inWard"]


@pytest.mark.parametrize("heading", ["該当施策", "所属施策", "所属する施策番号", "体系上の施策", "位置付け施策"])
def test_a_heading_that_says_where_a_row_belongs_names_its_parent(heading: str, tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業番号", "事業名", heading], [7, "訓練", "2-1"], [8, "街灯", "2-1"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["2-1", "7 訓練 < 2-1", "8 街灯 < 2-1"]


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        ([["事業名", "対象区"], ["訓練", "東区、西区"], ["備蓄", "全市"], ["街灯", "西区"]], ()),
        (
            [
                ["事業名", "対象区"],
                [None, "東区", "西区", "全市"],
                ["訓練", "○", "○"],
                ["備蓄", None, None, "○"],
                ["街灯", None, "○"],
            ],
            ("A1:A2", "B1:D1"),
        ),
        ([["Project", "Wards affected"], ["訓練", "東区; 西区"], ["備蓄", "All wards"], ["街灯", "西区"]], ()),
    ],
)
def test_areas_of_a_row_are_places_and_all_of_the_city_is_a_note(
    rows: list[list[Any]], merged: tuple[str, ...], tmp_path: Path
) -> None:
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, merged)))
    assert areas(tables) == ["1 place:東区", "1 place:西区", "3 place:西区"]
    assert [(row["key"], row["kind"]) for row in tables["places"]] == [
        ("minato", "City"),
        ("東区", "Ward"),
        ("西区", "Ward"),
    ]
    assert ["note_ja" in row or "note_en" in row for row in tables["elements"]] == [False, True, False]


@pytest.mark.parametrize(
    "spots",
    [
        ("中央1丁目ほか", "本町3丁目地内"),
        ("3", "12"),
        ("市の中心部にある商店街とその周りの道路の沿道とその先の広場まで", "x"),
    ],
)
def test_spots_and_numbers_are_no_areas(spots: tuple[str, ...], tmp_path: Path) -> None:
    rows = [["事業名", "対象地区"], *([f"事業{at}", spot] for at, spot in enumerate(spots))]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert areas(tables) == []
    assert [row["note_ja"] for row in tables["elements"]] == [f"対象地区: {spot}" for spot in spots]


def test_how_a_name_is_read_is_carried_if_it_is_in_kana(tmp_path: Path) -> None:
    read = {"幸の緑を守る": "さいわいのみどりをまもる", "生田を歩く": "イクタヲアルク", "林": "hayashi"}
    rows = [["事業名", "ふりがな"], *map(list, read.items())]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert {row["label_ja"]: row.get("reading_ja") for row in tables["elements"]} == {**read, "林": None}
    assert carrying.account.reasons["no kana"] == 1


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("第２次みなと市総合計画（令和８〜１２年度）", (2026, 2030)),
        ("Riverton Strategic Plan 2026–30", (2026, 2030)),
        ("みなと市総合計画 令和7年度の実績", None),
    ],
)
def test_a_period_in_the_title_of_a_plan_is_taken_for_that_of_the_plan(
    title: str, period: tuple[int, int] | None, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        [title],
        ["施策", "事業名", "予算額（千円）"],
        ["1 防災", "訓練", 5],
        ["1 防災", "堤防", 6],
    ]
    drafted = draft(read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows))), WORDS, Named("minato"))["dataset"]
    assert (drafted.get("start"), drafted.get("end")) == (period or (None, None))
