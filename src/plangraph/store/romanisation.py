"""Kana as the Latin letters in which names are romanised, so that a reading finds a name that is given in English."""

from __future__ import annotations

import re

from plangraph.store.folding import folded

KANA = re.compile("[ぁ-ゖーゝゞ]{2,}")
ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
"""The syllables of each consonant, in the order of the vowels."""
OWN = {
    "し": "shi",
    "じ": "ji",
    "ち": "chi",
    "つ": "tsu",
    "ぢ": "ji",
    "づ": "zu",
    "ふ": "fu",
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "を": "o",
    "ん": "n",
}
"""The syllables that are no consonant of their row with a vowel, and those of rows that are not whole."""
SYLLABLES = {kana: row + vowel for row, five in ROWS.items() for kana, vowel in zip(five, "aiueo", strict=True)} | OWN
GLIDES = dict(zip("ゃゅょ", "auo", strict=True))
BEFORE_GLIDES = {"shi": "sh", "chi": "ch", "ji": "j", "i": "y"}
LONG = re.compile(r"(?<=o)[ou]|(?<=u)u|ー")
DOUBLED = re.compile(r"っ(.)")


def romanised(name: str) -> str:
    """Return a name in kana in Latin letters, in the Hepburn system without marks of length; nothing for any other.

    Examples
    --------
    >>> romanised("たかつ"), romanised("チュウオウ"), romanised("にっしん"), romanised("高津")
    ('takatsu', 'chuo', 'nisshin', '')
    """
    kana = folded(name.strip())
    if not KANA.fullmatch(kana):
        return ""
    plain = "".join(SYLLABLES.get(letter, letter) for letter in kana)
    for glide, vowel in GLIDES.items():
        for before, after in BEFORE_GLIDES.items():
            plain = plain.replace(before + glide, after + vowel)
    doubled = DOUBLED.sub(lambda found: ("t" if found[1] == "c" else found[1]) + found[1], plain)
    return LONG.sub("", doubled)
