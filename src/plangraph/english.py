"""English words as they stand in a sentence: several of them, and the article before one; the explorer reads it too."""

from __future__ import annotations

import re

BEHIND = re.compile(r"(?= (?:of|for|in|on|to|with) | \()")
"""What follows the word of which there are several: Goals of the villages, Measures (大施策)."""
ENGLISH = re.compile(r"^[\x00-\x7f]*[A-Za-z]$")
"""What such a word is before that; any other stays as it is."""
EACH = re.compile(r"\S+?(?=$| or )")
"""The words in it of which there are several: both of a ward or city."""
SEVERAL = re.compile(r"[^sui]s$")
"""How a word ends that is several already, such as Actions."""
SIBILANT, AFTER_CONSONANT = re.compile(r"(s|x|z|ch|sh)$"), re.compile(r"(?<=[^aeiou])y$")
"""How a word ends that takes ``es``, and one whose ``y`` becomes ``ies``."""
LATIN = re.compile(r"^[a-z]+$")
"""A word, folded, that is told from those beside it."""
BEFORE_VOWEL = re.compile(r"\b([Aa])(?= [aeiouAEIOU])")
"""An article before a word that begins with a vowel."""
BEFORE_QUOTED_VOWEL = re.compile(r"\b([Aa])(?= '(?:[aeioAEIO]|SDG))")
"""An article before a name in quotation marks that begins with the sound of one."""


def several(word: str) -> str:
    """Return a word of more than one; one that says that it is several, or is not English, stays as it is.

    The explorer does so by itself (``lib/several.ts``); ``tests/words.json`` holds both.

    >>> several("Policy"), several("Goal of the villages"), several("Actions"), several("施策")
    ('Policies', 'Goals of the villages', 'Actions', '施策')
    """
    head, *behind = BEHIND.split(word, maxsplit=1)
    if not ENGLISH.search(head):
        return word
    return EACH.sub(lambda found: _of_many(found[0]), head) + "".join(behind)


def _of_many(word: str) -> str:
    if SEVERAL.search(word):
        return word
    return SIBILANT.sub(r"\1e", AFTER_CONSONANT.sub("ie", word)) + "s"


def standing(text: str, word: str) -> int:
    """Return how a word stands in a text: 0 by itself, 1 as several of it, 2 as the beginning of another, 3 otherwise.

    Words that are not of Latin letters, between which no word begins, all stand alike.

    >>> [standing(text, "park") for text in ("a park (large)", "parks", "car parking", "Spark", "公園")]
    [0, 1, 2, 3, 3]
    >>> standing("防災", "防")
    0
    """
    if not LATIN.search(word):
        return 0
    forms = (f"{re.escape(word)}(?![a-z])", f"{re.escape(several(word))}(?![a-z])", re.escape(word))
    found = (bool(re.search(f"(?<![a-z]){form}", text.lower())) for form in forms)
    return next((at for at, holds in enumerate(found) if holds), len(forms))


def with_articles(text: str, before: re.Pattern[str] = BEFORE_VOWEL) -> str:
    """Return a text with "an" for "a" before what begins with a vowel.

    >>> with_articles("a area"), with_articles("A 'Office' is a 'Body'", BEFORE_QUOTED_VOWEL)
    ('an area', "An 'Office' is a 'Body'")
    """
    return before.sub(r"\1n", text)
