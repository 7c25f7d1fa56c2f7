"""How Japanese names are read, so that a search in kana finds what is written in Chinese characters.

A reading is worked out by SudachiPy (Takaoka and others 2018, https://aclanthology.org/L18-1355), by its dictionary
alone, and no person has confirmed it. It is therefore no fact of a plan: it stands in a graph of its own, as a hidden
label, which is for searches and not for display (SKOS Reference, section 5.1), and tagged as Japanese in hiragana
(``ja-Hira``). A reading that is wrong loses a hit, and says nothing.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING
from unicodedata import normalize

from plangraph import iris
from plangraph.namespaces import PG, RDF, RDFS, SKOS
from plangraph.store.folding import IN_USE, folded
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sudachipy import Tokenizer

READING = "ja-Hira"
CALLED = frozenset({RDFS.label, SKOS.altLabel})
DICTIONARY = "small"
HAN = re.compile("[々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
UNSPOKEN = frozenset({"補助記号", "記号", "空白"})
"""The parts of speech of what is not read: marks and spaces."""


def readings(quads: Iterable[Quad]) -> list[Quad]:
    """Return how the Japanese names in quads are read, for those with Chinese characters, in the city's graph for it.

    Passages are left out, which no search finds.
    """
    names, passages = [], set()
    for quad in quads:
        words = quad.object
        if quad.predicate.value in CALLED:
            if isinstance(words, Literal) and words.language == "ja" and HAN.search(words.value):
                names.append((quad, words.value))
        elif quad.predicate.value == RDF.type and words == NamedNode(PG.Passage):
            passages.add(quad.subject)
    read: dict[str, str] = {}
    found = []
    for quad, name in names:
        if quad.subject not in passages:
            read[name] = read.get(name) or reading(name)
            graph = NamedNode(iris.readings(iris.city_of(name_of(quad.graph_name))))
            found.append(Quad(quad.subject, NamedNode(SKOS.hiddenLabel), text(read[name], READING), graph))
    return found


def reading(name: str) -> str:
    """Return how a Japanese name is read, word by word, in the spelling in which names and searches are compared.

    Examples
    --------
    >>> reading("防災・減災の推進")
    'ぼうさい げんさい の すいしん'
    """
    words = _tokenizer().tokenize(normalize("NFKC", name).translate(IN_USE))
    return folded(" ".join(word.reading_form() for word in words if word.part_of_speech()[0] not in UNSPOKEN))


def dictionary() -> str:
    """Return which edition of the dictionary readings are worked out by."""
    return version(f"sudachidict-{DICTIONARY}")


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict=DICTIONARY).tokenizer(mode=SplitMode.A)
