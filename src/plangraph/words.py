"""Words in Japanese and English."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

SIGNS = re.compile(r"[\s_-]")
"""What a code that is made of a name may have otherwise than the name."""
WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a further word begins in a name such as ``BasicPolicy``."""
JAPANESE = re.compile("[ぁ-ゟ゠-ヿ㐀-鿿々ｦ-ﾟ]")
"""A letter that only Japanese has of the languages of pages."""
CLOSED_BY = {"「": "」", "『": "』"}


class _Told(NamedTuple):
    ja: str
    en: str


class Words(_Told):
    """The same in both languages; names that are quoted in the Japanese may hold quotation marks of their own."""

    __slots__ = ()

    def __new__(cls, ja: str, en: str) -> Self:
        """Put the words of both languages together."""
        return super().__new__(cls, nested_quotes(ja), en)

    def of(self, lang: str) -> str:
        """Return the words in a language (``ja`` or ``en``)."""
        return self.ja if lang == "ja" else self.en

    def then(self, more: Words) -> Words:
        """Return these words followed by more."""
        return Words(self.ja + more.ja, self.en + more.en)


def is_japanese(text: str) -> bool:
    """Check whether a text has kana or kanji; signs such as £ and letters such as é are of any language."""
    return JAPANESE.search(text) is not None


def nested_quotes(text: str) -> str:
    """Return Japanese text with 『』 for the quotation marks that stand within 「」; as it is if not all are closed."""
    if text.find("「") == text.rfind("「"):
        return text
    opened, written = [""], []
    for sign in text:
        if sign in CLOSED_BY:
            opened.append("『" if sign == opened[-1] == "「" else sign)
            written.append(opened[-1])
        elif sign in CLOSED_BY.values():
            if not opened[-1]:
                return text
            written.append(CLOSED_BY[opened.pop()])
        else:
            written.append(sign)
    return text if opened[-1] else "".join(written)


LANGUAGES = Words._fields
"""The languages (ISO 639) that people are told things in, the usual one first."""
SAID_AGAIN = "-x-"
"""In the tag of a text: it is said again for readers of a language that has none (``ja-x-en``)."""
TONGUES = Words("日本語", "English")
"""What each of them calls itself."""


def in_language(words: Mapping[str, Words], lang: str) -> dict[str, str]:
    """Return words by what they are kept under, in a language."""
    return {key: each.of(lang) for key, each in words.items()}


def capital(words: str) -> str:
    """Return words as they begin a line or a cell, with a capital in English."""
    return words[:1].upper() + words[1:]


def own_code(code: str, label: str) -> str:
    """Return the code by which something is known beside its label; empty where it says what the label says.

    The explorer does so by itself, as it does with :func:`nested_quotes`; ``tests/words.json`` holds both.
    """
    letters, same = (SIGNS.sub("", unicodedata.normalize("NFKC", each)).casefold() for each in (code, label))
    return "" if letters == same else code


def coded_name(code: str | None, label: str) -> str:
    """Return something's code and label, once where both say the same, as of what has no code of its own."""
    return f"{own_code(code or '', label)} {label}".strip()


class Count(int):
    """A number that English words agree with: ``f"{rows:,} {rows:row|rows}"`` says "1 row" or "2 rows"."""

    def __format__(self, form: str) -> str:
        """Write the number, or of two words divided by ``|`` the one that goes with it."""
        one, divided, several = form.partition("|")
        if not divided:
            return super().__format__(form)
        return one if self == 1 else several


def did_you_mean(word: str, known: Iterable[str], labels: Mapping[str, Words] = MappingProxyType({})) -> Words:
    """Propose the known word nearest to an unknown one, as the end of a sentence; nothing if none is near.

    Parameters
    ----------
    word : str
        The unknown word.
    known : iterable of str
        The known words.
    labels : mapping of str to Words
        What some of the known words are called: a word is proposed for its label too.
    """
    spellings = {label: name for name, words in labels.items() for label in words} | {name: name for name in known}
    near = get_close_matches(word, spellings, n=1, cutoff=0.5)
    meant = spellings[near[0]] if near else ""
    return Words(f"（「{meant}」のことですか）", f" (did you mean '{meant}'?)") if meant else Words("", "")
