"""Words in Japanese and English."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Words(NamedTuple):
    """The same in both languages."""

    ja: str
    en: str

    def of(self, lang: str) -> str:
        """Return the words in a language (``ja`` or ``en``)."""
        return self.ja if lang == "ja" else self.en

    def then(self, more: Words) -> Words:
        """Return these words followed by more."""
        return Words(self.ja + more.ja, self.en + more.en)


def did_you_mean(word: str, known: Iterable[str]) -> Words:
    """Propose the known word nearest to an unknown one, as the end of a sentence; nothing if none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return Words(f"（「{near[0]}」のことですか）", f" (did you mean '{near[0]}'?)") if near else Words("", "")
