"""What a text may have meant that nothing is called by."""

from __future__ import annotations

import pytest

from plangraph.known_spellings import Spellings

NAMES = (
    "地域防災計画",
    "待機児童対策事業",
    "障害者の取組",
    "資源物・ごみ収集事業",
    "第3期実施計画",
    "Hospital of the town",
    "保育",
    "健康福祉局",
)
READINGS = ("ちいき ぼうさい けいかく", "たいき じどう たいさく じぎょう", "しょうがい しゃ の とりくみ")


def meant(text: str) -> str:
    return " ".join(next((words for words in Spellings(NAMES, READINGS).meant(text) if words != text.split()), ()))


# The same pairs as in src/plangraph/explorer/tests/spellings.test.ts.
@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("bousai", "ぼうさい"),
        ("bosai keikaku", "ぼうさい けいかく"),
        ("hosipital", "Hospital"),
        ("防災計面", "防災計画"),
        ("待機児重", "待機児童"),
        ("こみ収集", "ごみ収集"),
        ("障がい者", "障害者"),
        ("取り組み", "取組"),
        ("第三期実施計画", "第3期実施計画"),
        ("障害者の保育", "障害者 保育"),
        ("保育防災", "保育 防災"),
    ],
)
def test_words_are_read_respelt_and_told_apart(text: str, other: str) -> None:
    assert meant(text) == other


@pytest.mark.parametrize("text", ["第4期実施計画", "防災", "elderly", "画像計画", ""])
def test_what_is_known_or_like_nothing_means_nothing_else(text: str) -> None:
    assert meant(text) == ""
