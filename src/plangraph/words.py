"""Words in Japanese and English."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same in both languages."""

    ja: str
    en: str

    def of(self, lang: str) -> str:
        """Give the words in a language (``ja`` or ``en``)."""
        return self.ja if lang == "ja" else self.en

    def then(self, more: Words) -> Words:
        """Go on with more words."""
        return Words(self.ja + more.ja, self.en + more.en)
