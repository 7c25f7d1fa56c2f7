"""What a text may have meant that nothing is called by: another spelling of its words, or words that stand together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph.near_spelling import near_spelling
from plangraph.short_forms import short_for
from plangraph.spelling_rules import AFTER_HAN, BETWEEN_HAN, MIXED, OTHER_KANA, SHORT_FORM, SHORTEST_PART, SPACED
from plangraph.store.folding import apart, counted, folded
from plangraph.store.romanisation import in_kana

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Spellings:
    """The spellings that are known.

    Attributes
    ----------
    names : sequence of str
        What things are called, in any language.
    readings : sequence of str
        How Japanese names are read, word by word.
    """

    names: Sequence[str]
    readings: Sequence[str]

    def meant(self, text: str) -> Iterator[list[str]]:
        """Return the words that a text may have meant, the likeliest first: its own, but apart, and then respelt.

        Parameters
        ----------
        text : str
            Words in any language.
        """
        own = text.split()
        several = [[text], [*map(self.respelt, own)], loose := apart(text), [*map(self.respelt, loose)]]
        several.append([part for word in loose for part in self._divided(word)])
        seen: list[list[str]] = [[text]]
        if len(own) > 1:
            several.insert(0, own)
        for words in several:
            if words and words not in seen:
                seen.append(words)
                yield words

    def respelt(self, word: str) -> str:
        """Return a word as names have it: if none does, what it is short for, in other kana, or with another letter."""
        for own in (word, counted(word)):
            if self._has(own):
                return own
        short = short_for(word, self.names) if re.match(SHORT_FORM, word) else []
        other = next(iter(short), "") or self._with_other_kana(word) or in_kana(word, self.readings)
        return other or near_spelling(word, self.names) or word

    def _with_other_kana(self, word: str) -> str:
        """Return how most names write a word in other kana (障害者 for 障がい者, 取組 for 取り組み), or nothing."""
        plain = folded(word)
        if not re.search(MIXED, plain):
            return ""
        found = Counter(re.findall(re.sub(BETWEEN_HAN, OTHER_KANA, re.sub(AFTER_HAN, "", plain)), self._whole))
        return max(found, key=lambda spelling: (found[spelling], spelling), default="")

    def _has(self, word: str) -> bool:
        return folded(word) in self._whole

    def _divided(self, word: str) -> list[str]:
        """Return the parts of a word that names have, each as long as may be; the word itself if there are others."""
        parts, at = [], 0
        while at < len(word) and not re.search(SPACED, word):
            ends = range(len(word), at + SHORTEST_PART - 1, -1)
            if (end := next((end for end in ends if self._has(word[at:end])), None)) is None:
                return [word]
            parts.append(word[at:end])
            at = end
        return parts or [word]

    @cached_property
    def _whole(self) -> str:
        """All spellings, as they are compared."""
        return "\n".join((*map(folded, self.names), *(reading.replace(" ", "") for reading in self.readings)))
