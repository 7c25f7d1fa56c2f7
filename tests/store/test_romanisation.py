"""Readings in kana are romanised as names are, and nothing else is."""

from __future__ import annotations

import pytest

from plangraph.store.romanisation import romanised


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
