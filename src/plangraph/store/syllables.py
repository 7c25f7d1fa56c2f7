"""Syllables of kana with their Latin letters; the explorer's bundle takes these tables, too, and needs nothing else."""

from __future__ import annotations

KANA = "[ぁ-ゖーゝゞ]{2,}"
"""What a whole reading in kana looks like."""
LATIN = "[a-z]{3,}"
"""What a reading in Latin letters looks like; of fewer letters it is too often something else."""
LONG = "(?<=o)[ou]|(?<=u)u|ー"
"""The letters that only make a vowel long."""
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
PLAIN = {kana: row + vowel for row, five in ROWS.items() for kana, vowel in zip(five, "aiueo", strict=True)} | OWN
GLIDES = dict(zip("ゃゅょ", "auo", strict=True))
BEFORE_GLIDES = {"shi": "sh", "chi": "ch", "ji": "j"}
GLIDING = {
    kana + glide: BEFORE_GLIDES.get(latin, f"{latin[:-1]}y") + vowel
    for kana, latin in PLAIN.items()
    if latin.endswith("i")
    for glide, vowel in GLIDES.items()
}
SINGLE = PLAIN | GLIDING
DOUBLED = {f"っ{kana}": ("t" if latin[0] == "c" else latin[0]) + latin for kana, latin in SINGLE.items()}
SYLLABLES = dict(sorted((SINGLE | DOUBLED).items(), key=lambda one: -len(one[0])))
"""What is written in Latin letters at once, the longest first, in the Hepburn system."""

TYPED = {
    "sy": "sh",
    "ty|cy": "ch",
    "[jz]y": "j",
    "si": "shi",
    "ti": "chi",
    "tu": "tsu",
    "(?<![cs])hu": "fu",
    "[dz]i": "ji",
    "du": "zu",
    "m(?=[bpm])": "n",
    "cch": "tch",
    "-": "",
}
"""Other ways to write a syllable in Latin letters (Kunrei, or what an input method takes), as patterns."""
