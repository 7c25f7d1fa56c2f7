"""Who else does this: the measures and projects of other cities with names most like one, suggested with a score.

Names are compared within a language, the first that both are told in, by their letters
(:mod:`plangraph.build.name_letters`) and, where both hold words with a meaning, by that
(:mod:`plangraph.meaning.name_senses`). What is like enough is near by one of the two: a mean of both cannot
reach what neither reaches.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build.name_letters import Letters
from plangraph.meaning.name_senses import Senses
from plangraph.namespaces import PG, RDF, RDFS
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, number, read_nquads
from plangraph.words import LANGUAGES, SAID_AGAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LIKENESS = iris.graph("likeness")
LIKE_ENOUGH = 0.5  # from 0 to 1
BY_MEANING = 0.4
"""The share of meaning in a score; chosen by nested validation (``benchmarks/likeness.py``)."""
FEW = 5
"""How many of other cities are suggested for each."""
COMPARED = frozenset({PG.Measure, PG.Programme, PG.Project})
TYPED, CALLED = f"> <{RDF.type}> <".encode(), f"> <{RDFS.label}> ".encode()


class Likeness:
    """The names of measures and projects of some cities, and how like they are.

    Parameters
    ----------
    one_language : bool
        Whether all cities plan in one language, so that the first name of each element is enough.
    """

    def __init__(self, *, one_language: bool = False) -> None:
        self._one_language = one_language
        self._elements = defaultdict[str, dict[str, set[str]]](lambda: defaultdict(set))
        self._told: dict[str, tuple[str, ...]] = {}

    def add(self, lines: Iterable[bytes]) -> None:
        """Note the names in a city's lines of N-Quads; a code that stands for a name is none."""
        compared, names = set(), defaultdict[str, dict[str, str]](dict)
        for quad in read_nquads(b"".join(line for line in lines if tells(line))):
            thing = name_of(quad.subject)
            if not isinstance(quad.object, Literal):
                compared.add(thing)
            elif (lang := quad.object.language) and SAID_AGAIN not in lang:
                names[thing][lang] = quad.object.value
        for thing in compared:
            named = {each: names[thing][each] for each in sorted(names[thing], key=_known_to_most)}
            told = [each for each, name in named.items() if name != iris.key_in(thing)]
            if len(told) > 1 and self._one_language:
                del told[1:]
            if len(told) > 1:
                self._told[thing] = tuple(told)
            for lang in told:
                self._elements[lang][folded(named[lang])].add(thing)

    def quads(self) -> Iterator[Quad]:
        """Write, for each element, those of other cities most like it, name by name."""
        for lang in sorted(self._elements, key=_known_to_most):
            elements = self._elements[lang]
            if len({iris.city_of(thing) for things in elements.values() for thing in things}) > 1:
                yield from self._suggested(lang, elements)

    def _suggested(self, lang: str, elements: Mapping[str, set[str]]) -> Iterator[Quad]:
        for name, likes in _alike(sorted(elements)):
            nearest = self._nearest(elements, likes)
            for thing in sorted(elements[name]):
                others = (
                    (other, score)
                    for city, other, score in nearest
                    if city != iris.city_of(thing) and not self._share_an_earlier(lang, thing, other)
                )
                for other, score in islice(others, FEW):
                    yield from _suggestion(thing, other, score)

    def _share_an_earlier(self, lang: str, one: str, other: str) -> bool:
        """Check whether two elements are both told in a language before this one, in which they are compared."""
        both = set(self._told.get(one, ())).intersection(self._told.get(other, ()))
        return bool(both) and min(both, key=_known_to_most) != lang

    def _nearest(
        self, elements: Mapping[str, set[str]], likes: Sequence[tuple[float, str]]
    ) -> list[tuple[str, str, float]]:
        """Return the cities, things and scores of what is like a name: as many as any of its things is told of."""
        found: list[tuple[str, str, float]] = []
        for score, name in likes:
            one_a_city = {iris.city_of(thing): thing for thing in sorted(elements[name])}
            found += [(city, thing, score) for city, thing in sorted(one_a_city.items())]
        return found


def _known_to_most(lang: str) -> tuple[bool, bool, str]:
    return lang not in LANGUAGES, lang != LANGUAGES[0], lang


def tells(line: bytes) -> bool:
    """Check whether a line of N-Quads names something, or says that it is of a class which is compared."""
    return CALLED in line or (TYPED in line and _is_compared(line))


def _alike(names: Sequence[str]) -> Iterator[tuple[str, list[tuple[float, str]]]]:
    """Return each name with those that are like enough, itself among them, the likest first."""
    letters, senses = Letters(names, LIKE_ENOUGH), Senses(names, LIKE_ENOUGH)
    for at, meant in enumerate(senses.near()):
        near = sorted(letters.near(at).union(meant) - {at})
        scored = [(1.0, names[at])]
        for other, by_meaning in zip(near, senses.like(at, near), strict=True):
            if (score := _blended(letters.like(at, other), by_meaning)) >= LIKE_ENOUGH:
                scored.append((score, names[other]))
        yield names[at], sorted(scored, key=_likest)


def _blended(by_letters: float, by_meaning: float | None) -> float:
    return by_letters if by_meaning is None else (1 - BY_MEANING) * by_letters + BY_MEANING * by_meaning


def _likest(scored: tuple[float, str]) -> tuple[float, str]:
    return -scored[0], scored[1]


def _is_compared(line: bytes) -> bool:
    return line.split(TYPED, 1)[1].partition(b">")[0].decode() in COMPARED


def _suggestion(thing: str, other: str, score: float) -> Iterator[Quad]:
    digest = hashlib.sha256(f"{thing} {other}".encode()).hexdigest()[:20]
    link, graph = NamedNode(iris.thing("likeness", digest)), NamedNode(LIKENESS)
    told = number(Decimal(min(score, 1.0)).quantize(Decimal("0.01")))
    for predicate, value in (
        (RDF.type, NamedNode(PG.Link)),
        (PG.subject, NamedNode(thing)),
        (PG.relation, NamedNode(PG.resembles)),
        (PG.object, NamedNode(other)),
        (PG.basis, NamedNode(PG.Suggested)),
        (PG.score, told),
    ):
        yield Quad(link, NamedNode(predicate), value, graph)
