"""What Japanese words mean, as vectors: near each other where words are used alike.

The table is that of the PyPI package ja-ginza (``NOTICE``), reduced by ``scripts/word_vectors.py`` to its principal
axes and one byte a number: some 390,000 words on 20,000 vectors. Words are found in a text by longest match, without
any analyser. Word vectors: Mikolov and others 2013, https://arxiv.org/abs/1301.3781.
"""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.words import is_japanese

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

SHORTEST, LONGEST = 2, 8
"""Characters of a word."""
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
PLACES = (
    "青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 "
    "三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 "
    "宮崎 鹿児島 沖縄"
)
"""Names of places, which are used alike: those of prefectures."""
AS_PLACES = 0.5
"""The cosine with these from which a word is taken for a place's: of 46 words for what plans do, none reached it."""
WORDS = Path(__file__).with_name("words.txt.xz")
VECTORS = Path(__file__).with_name("vectors.npz")


@dataclass(frozen=True)
class Meanings:
    """A table of word vectors.

    Attributes
    ----------
    rows : mapping of str to int
        For each word, the row of its vector.
    vectors : array of float, shape (rows, axes)
        The vectors, each of length about 1.
    """

    rows: Mapping[str, int]
    vectors: NDArray[np.float32]

    def words(self, text: str) -> list[str]:
        """Return the words of a text that have a meaning here, by longest match from the left.

        No piece of a word in Latin letters is one, and a text in these alone has none.
        """
        found = list[str]()
        if not is_japanese(text):
            return found
        at = 0
        within = {letter for word in LATIN.finditer(text) for letter in range(word.start() + 1, word.end())}
        while at < len(text):
            ends = range(min(at + LONGEST, len(text)), at + SHORTEST - 1, -1) if at not in within else ()
            end = next((end for end in ends if end not in within and text[at:end] in self.rows), None)
            if end is not None:
                found.append(text[at:end])
            at = end or at + 1
        return found

    def of(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of words, in order; shape (words, axes)."""
        return self.vectors[[self.rows[word] for word in words]]

    def names_place(self, word: str) -> bool:
        """Check whether a word is used as the names of places are, and so says where and not what."""
        places = dict.fromkeys(self.words(PLACES), 1.0)
        return bool(places) and float(self.of([word])[0] @ self.sense(places)) >= AS_PLACES

    def sense(self, weights: Mapping[str, float]) -> NDArray[np.float32]:
        """Return the direction of the weighed sum of words' vectors, of length 1, or of none without words."""
        import numpy as np

        total = self.of(list(weights)).T @ np.fromiter(weights.values(), np.float32, len(weights))
        length = float(np.linalg.norm(total))
        return total / length if length else total


@cache
def meanings() -> Meanings:
    """Return the table, read once; it takes about a second."""
    import numpy as np

    words = lzma.decompress(WORDS.read_bytes()).decode().split("\n")
    with np.load(VECTORS) as table:
        rows, vectors = table["rows"].tolist(), table["vectors"].astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return Meanings(dict(zip(words, rows, strict=True)), vectors / np.maximum(lengths, 1))
