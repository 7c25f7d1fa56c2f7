"""``plangraph search``: all hits counted, page by page, elements of plans first, one letter forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli import running

from plangraph.namespaces import THINGS
from plangraph.near_spelling import near_spelling

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def search(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kawasaki_folder: Path) -> object:
    monkeypatch.setenv("PLANGRAPH_STORE", str(kawasaki_folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def answer(*words: str) -> str:
        code, out, err = running.run(capsys, "search", *words)
        assert code == 0, err
        return out

    return answer


def test_hits_are_counted_truly_and_shown_page_by_page(search: object) -> None:
    assert callable(search)
    first = search("推進", "--lang", "ja")
    count = int(first.split("」 ")[1].split(" 件")[0].replace(",", ""))
    assert count > 200, "more than one question shows"
    assert "（1 / " in first
    assert "次のページ: --page 2" in first
    last = search("推進", "--lang", "ja", "--page", "9999")
    assert f"{count:,} 件" in last
    assert "次のページ" not in last


def test_elements_of_plans_stand_above_sources_and_vocabulary(search: object) -> None:
    assert callable(search)
    rows = search("budget", "--format", "records")
    tiers = ["tier_label" in row for row in rows.splitlines()]
    assert tiers == sorted(tiers, reverse=True) or '"rank": 0' in rows


@pytest.mark.parametrize("wrong", ["待機児童対作", "待機児対策", "待機児童童対策"])
def test_one_letter_may_be_wrong(search: object, wrong: str) -> None:
    assert callable(search)
    out = search(wrong, "--lang", "ja")
    assert out.startswith(f"「{wrong}」はないので、「待機児童対策」 ")
    assert "20102010" in out


def test_a_thing_is_found_by_another_way_to_name_it(search: object) -> None:
    assert callable(search)
    assert search("健福局", "--lang", "ja").startswith("「健福局」はないので、「健康福祉局」 ")
    assert "11.5" in search("目標11.5")


@pytest.mark.parametrize("address", ["3/1-1-1", "kawasaki/3/measure/1-1-1", f"{THINGS}kawasaki/3/measure/1-1-1"])
def test_a_thing_is_found_by_its_address(search: object, address: str) -> None:
    assert callable(search)
    said = "".join(search(address, "--lang", "ja").split())  # in a narrow window it stands in several lines
    assert said.startswith(f"「{address}」はないので、「災害・危機事象に備える対策の推進」1件")
    assert said.count("1-1-1") > 1


def test_what_is_no_address_is_looked_for_by_its_words(search: object) -> None:
    assert callable(search)
    assert search("3/9-9-9", "--lang", "ja").startswith("「3/9-9-9」は見つかりません")


def test_a_reading_finds_what_is_romanised_so(search: object) -> None:
    assert callable(search)
    assert "高津区" in search("たかつ", "--lang", "ja")


@pytest.mark.parametrize("typed", ["ぼうさい", "ボウサイ", "bousai", "bosai", "ｂｏｕｓａｉ"])
def test_a_name_in_chinese_characters_is_found_as_it_is_read(search: object, typed: str) -> None:
    assert callable(search)
    assert "1-1-1-03  防災" in search(typed, "--lang", "ja")


def test_words_may_stand_apart_and_some_may_say_where_a_thing_stands(search: object) -> None:
    assert callable(search)
    assert search("川崎区の公園", "--lang", "ja").startswith("「川崎区の公園」はないので、「川崎区 公園」 ")
    assert "脱炭素戦略推進室" in search("脱炭素", "局", "--lang", "ja")


def test_what_is_called_just_so_comes_first(search: object) -> None:
    assert callable(search)
    assert search("環境局", "--lang", "ja").splitlines()[4].split()[1] == "環境局"
    assert search("政策1-1", "--lang", "ja").splitlines()[4].split()[:2] == ["政策", "1-1"]


def test_what_nothing_is_like_is_not_found(search: object) -> None:
    assert callable(search)
    assert search("ずんだもんぷぷ") == "nothing is called 'ずんだもんぷぷ'\n"


def test_short_texts_are_taken_as_they_are() -> None:
    assert near_spelling("防犯", ["防災"]) == ""
    assert near_spelling("bad", ["Ahead of target"]) == ""
    assert near_spelling("カーボンセロ", ["カーボンゼロ"]) == "カーボンゼロ"
    assert near_spelling("いじめ", ["学校業務マネジメント"]) == ""


@pytest.mark.parametrize(
    ("typed", "name"), [("B評価", "事業評価"), ("第4期", "第3期"), ("局の予算", "経費の予算"), ("B評価", "A評価")]
)
def test_no_slip_begins_within_a_word_or_changes_a_code(typed: str, name: str) -> None:
    assert near_spelling(typed, [name]) == ""


@pytest.mark.parametrize("typed", ["bugdet", "ubdget", "budegt", "budgte", "budgget", "budhet"])
def test_one_slip_is_forgiven_also_where_two_letters_changed_places(typed: str) -> None:
    assert near_spelling(typed, ["the budget of a year"]) == "budget"
    assert near_spelling("待児機童", ["待機児童対策"]) == "待機児童"
    assert near_spelling("tegdub", ["the budget of a year"]) == ""
