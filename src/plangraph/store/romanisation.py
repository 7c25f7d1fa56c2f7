"""Kana as the Latin letters in which names are romanised, so that a reading finds a name that is given in English.

And the other way round: what is typed in Latin letters as the kana that it may stand for.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from plangraph.store.folding import folded
from plangraph.store.syllables import KANA, LATIN, LONG, SYLLABLES, TYPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SYLLABLE = re.compile("|".join(SYLLABLES))


def romanised(name: str) -> str:
    """Return a name in kana in Latin letters, in the Hepburn system without marks of length; nothing for any other.

    Examples
    --------
    >>> romanised("たかつ"), romanised("チュウオウ"), romanised("にっしん"), romanised("高津")
    ('takatsu', 'chuo', 'nisshin', '')
    """
    kana = folded(name.strip())
    return _latin(kana) if re.fullmatch(KANA, kana) else ""


def in_kana(typed: str, readings: Iterable[str]) -> str:
    """Return the kana that most readings have, from the beginning of a word on, for what is typed in Latin letters.

    Parameters
    ----------
    typed : str
        A reading in Latin letters, in any system, with long vowels marked, doubled or left out.
    readings : iterable of str
        Readings in kana, word by word.

    Returns
    -------
    str
        The kana; empty if nothing is read so.

    Examples
    --------
    >>> [in_kana(typed, ["ぼうさい の すいしん"]) for typed in ("bousai", "bosai", "bōsai", "suisin", "sai")]
    ['ぼうさい', 'ぼうさい', 'ぼうさい', 'すいしん', '']
    """
    wanted = _hepburn(typed)
    if not re.fullmatch(LATIN, folded(typed.strip())) and not re.fullmatch(LATIN, wanted):
        return ""
    counts = Counter[str]()
    for reading in readings:
        words = reading.split(" ")
        latin = [*map(_latin, words)]
        starts = [at for at, word in enumerate(latin) if word.startswith(wanted) or wanted.startswith(word or "-")]
        counts.update({_begin(words[at:], wanted) for at in starts})
    del counts[""]
    return max(counts, key=lambda kana: (counts[kana], kana), default="")


def _begin(words: Sequence[str], wanted: str) -> str:
    """Return the beginning of words, as long as may be, that is romanised as wanted; nothing if there is none.

    Behind a word of one letter, which may be a particle, it has to end where a word does.
    """
    kana = "".join(words)
    ends = [*accumulate(map(len, words))] if len(words[0]) == 1 else range(len(kana), 0, -1)
    return next((kana[:end] for end in ends if _latin(kana[:end]) == wanted), "")


def _hepburn(typed: str) -> str:
    latin = "".join(letter for letter in normalize("NFKD", typed.strip().lower()) if not combining(letter))
    for pattern, written in TYPED.items():
        latin = re.sub(pattern, written, latin)
    return re.sub(LONG, "", latin)


@lru_cache(maxsize=20_000)
def _latin(kana: str) -> str:
    return re.sub(LONG, "", SYLLABLE.sub(lambda found: SYLLABLES[found[0]], kana))
