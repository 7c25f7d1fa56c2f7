"""Japanese parted where a line may end: between phrases, by its scripts alone."""

from __future__ import annotations

import re
from itertools import pairwise

PARTICLES = "のをにはがともへでやかてるうくすむつぶ"
"""Kana that end a phrase, where one stands by itself: particles and verbs. Others are within a word (取り組み)."""
BOUNDARY = re.compile(
    rf"(?<=[ぁ-ゖ]{{2}})(?=[^ぁ-ゖー、。・）」』】\])\s])"  # 欠ける|事務事業
    rf"|(?<=[{PARTICLES}])(?=[^ぁ-ゖー、。・）」』】\])\s])"  # 金額の|計
    r"|(?<=を)(?=[ぁ-ゖ])"  # まちを|つくる
    r"|(?<=[、。・])(?=[^、。・）」』】\s])|(?<=[）」』】])(?=[^ぁ-ゖ、。・）」』】\s])"
    r"|(?<=[^（「『【\s])(?=[（「『【])"
    r"|(?<=[\u3400-\u9fff々])(?=[ァ-ヶ]{2})|(?<=[ァ-ヶー])(?=[\u3400-\u9fff]{2})"  # 関連|コード
)
RUN = re.compile(r"(?:(?<=\d)(?:年度|[\u3400-\u9fff]))?+([\u3400-\u9fff々]{2,})")
"""Words of Chinese characters, one after another, behind what a number counts if there is one: 第4期|実施計画."""
OF_WORDS = 2
"""How many characters most of these have."""
ENDING = re.compile(r"(?<=[\u3400-\u9fff々]{2})(?=[ぁ-ゖ]{3})")
"""Before what is said of a word: 目標|どおりの."""


def phrases(text: str) -> list[str]:
    """Return the phrases of a text, which put one after another are the text again.

    Examples
    --------
    >>> phrases("金額の欠ける事務事業")
    ['金額の', '欠ける', '事務事業']
    >>> phrases("取り組みの数"), phrases("執行率（%）"), phrases("まちをつくる")
    (['取り組みの', '数'], ['執行率', '（%）'], ['まちを', 'つくる'])
    """
    return [part for part in BOUNDARY.split(text) if part]


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase that is too long for a line: two characters each, and no last one alone.

    Examples
    --------
    >>> words_of("総合都市交通計画"), words_of("危機管理室"), words_of("みんな"), words_of("目標どおりの")
    (['総合', '都市', '交通', '計画'], ['危機', '管理室'], ['みんな'], ['目標', 'どおりの'])
    >>> words_of("第4期実施計画")
    ['第4期', '実施', '計画']
    """
    return [word for part in ENDING.split(phrase) for word in _pairs(part)]


def _pairs(text: str) -> list[str]:
    ends = [end for run in RUN.finditer(text) for end in range(run.start(1), run.end() - 1, OF_WORDS)]
    starts = {run.start() for run in RUN.finditer(text)}
    return [text[first:last] for first, last in pairwise([0, *(end for end in ends if end not in starts), len(text)])]
