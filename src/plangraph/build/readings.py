"""How Japanese names are read, so that a search in kana finds what is written in Chinese characters.

A reading that a row gives stands, for what the row is about and where its name is part of others. All else is worked
out by SudachiPy (Takaoka and others 2018, https://aclanthology.org/L18-1355), by its dictionary alone, and no person
has confirmed it. It is therefore no fact of a plan: it stands in a graph of its own, as a hidden label, which is for
searches and not for display (SKOS Reference, section 5.1), and tagged as Japanese in hiragana (``ja-Hira``). A reading
that is wrong loses a hit, and says nothing.
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
    from collections.abc import Iterable, Mapping

    from sudachipy import Tokenizer

    from plangraph.store.terms import Term

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
    told: dict[Term, str] = {}
    for quad in quads:
        words = quad.object
        if quad.predicate.value in CALLED:
            if isinstance(words, Literal) and words.language == "ja" and HAN.search(words.value):
                names.append((quad, words.value))
        elif quad.predicate.value == RDF.type and words == NamedNode(PG.Passage):
            passages.add(quad.subject)
        elif isinstance(words, Literal) and words.language == READING.lower():
            told[quad.subject] = words.value
    given = {in_use(name): told[quad.subject] for quad, name in names if _is_told(quad, told)}
    read: dict[str, str] = {}
    found = []
    for quad, name in names:
        if quad.subject not in passages and not _is_told(quad, told):
            read[name] = read.get(name) or reading(name, given)
            graph = NamedNode(iris.readings(iris.city_of(name_of(quad.graph_name))))
            found.append(Quad(quad.subject, NamedNode(SKOS.hiddenLabel), text(read[name], READING), graph))
    return found


def _is_told(quad: Quad, told: Mapping[Term, str]) -> bool:
    """Check whether a row says how the name in a quad is read."""
    return quad.predicate.value == RDFS.label and quad.subject in told


def reading(name: str, given: Mapping[str, str] | None = None) -> str:
    """Return how a Japanese name is read, word by word, in the spelling in which names and searches are compared.

    Where words of it are a name whose reading is ``given``, that stands.

    Examples
    --------
    >>> reading("防災・減災の推進")
    'ぼうさい げんさい の すいしん'
    >>> reading("幸区役所"), reading("幸区役所", {"幸区": "さいわいく"})
    ('こう く やくしょ', 'さいわいく やくしょ')
    """
    written = in_use(name)
    words = [(word.begin(), word) for word in _tokenizer().tokenize(written)]
    spans = _spans(written, {begin for begin, _ in words} | {len(written)}, given or {})
    spoken = [
        spans[begin][1] if begin in spans else word.reading_form()
        for begin, word in words
        if word.part_of_speech()[0] not in UNSPOKEN and not any(at < begin < end for at, (end, _) in spans.items())
    ]
    return folded(" ".join(spoken))


def _spans(written: str, edges: set[int], given: Mapping[str, str]) -> dict[int, tuple[int, str]]:
    """Return where whole words of a text are a name whose reading is given: from where, to where, and the reading."""
    found: dict[int, tuple[int, str]] = {}
    for name in sorted((name for name in given if name in written), key=len, reverse=True):
        for at in (match.start() for match in re.finditer(re.escape(name), written)):
            taken = any(begin < at + len(name) and at < end for begin, (end, _) in found.items())
            if {at, at + len(name)} <= edges and not taken:
                found[at] = at + len(name), given[name]
    return found


def in_use(name: str) -> str:
    """Return a name in the letters in use, as the dictionary has them."""
    return normalize("NFKC", name).translate(IN_USE)


def dictionary() -> str:
    """Return which edition of the dictionary readings are worked out by."""
    return version(f"sudachidict-{DICTIONARY}")


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict=DICTIONARY).tokenizer(mode=SplitMode.A)
