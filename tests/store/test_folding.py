"""Spellings of one word are one, and words that differ stay apart."""

from __future__ import annotations

import unicodedata

import pytest

from plangraph.store import folding
from plangraph.store.folding import folded, loosened, numeral


@pytest.mark.parametrize("dash", "-‐‑‒–—―−－ｰー")
def test_every_dash_between_digits_is_a_hyphen(dash: str) -> None:
    assert folded(f"1{dash}1{dash}1") == folded(f"１{dash}１{dash}１") == "1-1-1"


def test_the_mark_of_a_long_vowel_inside_a_word_is_left_alone() -> None:
    assert folded("サービス") == "さーびす" != folded("サ-ビス")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙津", "高津"),
        ("川﨑", "川崎"),
        ("⺠生", "民生"),
        ("成⻑", "成長"),
        ("ウィズ", "ウイズ"),
        ("ケア", "ｹｱ"),
        ("⻱", "亀"),
        ("まち", "マチ"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_no_radical_is_left_as_a_radical() -> None:
    radicals = [
        chr(code) for code in (*range(0x2E80, 0x2F00), *range(0x2F00, 0x2FD6)) if unicodedata.name(chr(code), "")
    ]
    left = {radical for radical in radicals if folded(radical) == radical}

    assert left == {"⺀"}, "the repetition mark has no letter of its own in Unicode's table"


def test_each_old_letter_has_one_in_use() -> None:
    assert len(folding.OLD) == len(folding.NEW) == len(set(folding.OLD))
    assert not set(folding.OLD) & set(folding.NEW)


@pytest.mark.parametrize(
    ("numerals", "number"), [("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("九十九", 99)]
)
def test_numerals_are_numbers(numerals: str, number: int) -> None:
    assert numeral(numerals) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("第 三 期", ["第三期", "第3期"]),
        ("第十二次", ["第12次"]),
        ("計画 二", ["計画二", "計画2"]),
        ("基本政策-1", ["基本政策1"]),
        ("三鷹", []),
        ("1 - 1", ["1-1"]),
        ("第二十一条", ["第21条"]),
        ("高津　区", ["高津区"]),
    ],
)
def test_spaces_dashes_and_numerals_inside_a_name_are_loose(written: str, meant: list[str]) -> None:
    assert loosened(written) == meant
