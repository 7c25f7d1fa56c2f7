"""The words of texts in Latin letters, so that these are compared by whole words, as Japanese is by its characters."""

from __future__ import annotations

import re

SMALL_WORDS = {
    "en": "the of and for to in on with by from at our",
    "de": "der die das und für von mit im zur zum auf den des bei",
    "fr": "le la les des du et pour sur dans aux une par",
    "es": "el la los las del y para con por una en",
    "it": "il lo gli della delle dei e per con una nel",
    "nl": "het een van voor met en op bij naar door",
    "pl": "w na dla do z oraz i przy od",
    "sv": "och för av med till på att som",
    "da": "og for af med til på at som",
    "pt": "o os do da dos das e para com uma em",
}
"""By language (ISO 639), the words that every text has; a word of two languages counts for both."""
NOT_COUNTED = frozenset(word for words in SMALL_WORDS.values() for word in words.split())
WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]+")
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))
"""How several of a thing end, and what one ends in: the first that fits (D. Harman 1991, the S stemmer)."""
SHORTEST = 4
"""How many letters a word has at least of which an ending is taken off."""


def latin_words(text: str) -> list[str]:
    """Return the words of a text in Latin letters, in small letters and of one thing, but for small words.

    Examples
    --------
    >>> latin_words("Improved Libraries and road-safety schemes for the City; LED街路灯")
    ['improved', 'library', 'road', 'safety', 'scheme', 'city', 'led']
    """
    return [_of_one(word) for word in WORD.findall(text.lower()) if word not in NOT_COUNTED]


def _of_one(word: str) -> str:
    if len(word) < SHORTEST:
        return word
    return next((word.removesuffix(end) + one for end, one in ENDINGS if word.endswith(end)), word)
