"""Readings in kana are romanised as names are, and nothing else is."""

from __future__ import annotations

import pytest

from plangraph.store.romanisation import in_kana, romanised


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("みやまえ", "miyamae"),
        ("キョウト", "kyoto"),
        ("ちゅうおう", "chuo"),
        ("しゅくがわら", "shukugawara"),
        ("じゅうじょう", "jujo"),
        ("にっしん", "nisshin"),
        ("はっちょう", "hatcho"),
        ("おおみや", "omiya"),
        ("ﾌﾁｭｰ", "fuchu"),
        ("づか", "zuka"),
    ],
)
def test_kana_are_written_in_latin_letters(kana: str, latin: str) -> None:
    assert romanised(f" {kana} ") == latin


@pytest.mark.parametrize("other", ["高津", "たかつ区", "Takatsu", "つ", ""])
def test_what_is_no_reading_has_none(other: str) -> None:
    assert romanised(other) == ""


READINGS = ("ぼうさい の すいしん", "こうつう あんぜん", "しょうがっこう", "の ていあん")


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("bousai", "ぼうさい"),
        ("Bosai", "ぼうさい"),
        ("bōsai", "ぼうさい"),
        ("ｂｏｕｓａｉ", "ぼうさい"),
        ("kotsuanzen", "こうつうあんぜん"),
        ("koutu", "こうつう"),
        ("suisin", "すいしん"),
        ("syougakkou", "しょうがっこう"),
        ("bous", ""),
        ("sai", ""),
        ("note", ""),
        ("防災", ""),
    ],
)
def test_latin_letters_stand_for_kana_from_the_beginning_of_a_word_on(typed: str, kana: str) -> None:
    assert in_kana(typed, READINGS) == kana
