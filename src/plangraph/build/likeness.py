"""Who else does this: the measures and projects of other cities with names most like one, suggested with a score.

Names are compared by the pairs of letters that they share, the rarer a pair among all names the more it counts: the
cosine of their vectors of pairs, weighted by inverse document frequency (Manning, Raghavan, Schütze: Introduction to
Information Retrieval, 2008, chapter 6). Only names that share one of the rarest pairs of a name, without which no other
can be like enough, are compared with it (Chaudhuri, Ganti, Kaushik: A Primitive Operator for Similarity Joins, 2006).
Of very many, those that share the rarest are, so that time grows as the names do.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from math import fsum, log, sqrt
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plangraph import iris
from plangraph.namespaces import PG, RDF, RDFS, THINGS
from plangraph.ontology import local
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, number, read_nquads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LIKENESS = iris.graph("likeness")
LIKE_ENOUGH = 0.5
COMPARED_AT_MOST = 200
"""With how many other names each is compared: with all that can be like enough, in builds of up to some ten cities."""
FEW = 5
"""How many of other cities are suggested for each."""
COMPARED = frozenset({PG.Measure, PG.Programme, PG.Project})
TYPED, CALLED = f"> <{RDF.type}> <", f"> <{RDFS.label}> "
LANGUAGES = ("ja", "en")


class Likeness:
    """The names of measures and projects of some cities, and how like they are."""

    def __init__(self) -> None:
        self._elements: dict[str, set[str]] = defaultdict(set)

    def add(self, lines: Iterable[str]) -> None:
        """Note the names in a city's lines of N-Quads; a code that stands for a name is none."""
        chosen = "".join(line for line in lines if CALLED in line or (TYPED in line and _is_compared(line)))
        compared, names = set(), defaultdict[str, dict[str, str]](dict)
        for quad in read_nquads(chosen.encode()):
            thing = name_of(quad.subject)
            if not isinstance(quad.object, Literal):
                compared.add(thing)
            elif quad.object.language in LANGUAGES:
                names[thing][quad.object.language] = quad.object.value
        for thing in compared:
            name = next((names[thing][lang] for lang in LANGUAGES if lang in names[thing]), "")
            if name and name != unquote(local(thing)):
                self._elements[folded(name)].add(thing)

    def quads(self) -> Iterator[Quad]:
        """Write, for each element, those of other cities most like it, name by name."""
        for name, likes in _alike(sorted(self._elements)):
            for thing in sorted(self._elements[name]):
                for other, score in self._nearest(_city(thing), likes):
                    yield from _suggestion(thing, other, score)

    def _nearest(self, city: str, likes: Sequence[tuple[float, str]]) -> list[tuple[str, float]]:
        found: list[tuple[str, float]] = []
        for score, name in likes:
            one_a_city = {_city(thing): thing for thing in sorted(self._elements[name])}
            found += [(thing, score) for place, thing in sorted(one_a_city.items()) if place != city]
            if len(found) >= FEW:
                break
        return found[:FEW]


def _alike(names: Sequence[str]) -> Iterator[tuple[str, list[tuple[float, str]]]]:
    """Give each name with those that are like enough, itself among them, the likest first."""
    having: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for at, name in enumerate(names):
        for pair in _pairs(name):
            having[pair].append(at)
    weights = {pair: log(1 + len(names) / len(numbers)) ** 2 for pair, numbers in having.items()}
    sizes = array("d", (sqrt(fsum(weights[pair] for pair in _pairs(name))) for name in names))
    for at, name in enumerate(names):
        own, scored = _pairs(name), [(1.0, name)]
        for other in _near(at, own, having, weights):
            shared = fsum(map(weights.__getitem__, own & _pairs(names[other])))
            if (score := shared / (sizes[at] * sizes[other])) >= LIKE_ENOUGH:
                scored.append((score, names[other]))
        yield name, sorted(scored, key=_likest)


def _near(at: int, own: frozenset[str], having: Mapping[str, Sequence[int]], weights: Mapping[str, float]) -> set[int]:
    """Give the others that share one of the decisive pairs of a name: those of the rarest, if they are very many."""
    near: set[int] = set()
    for pair in _decisive(own, weights):
        near.update(having[pair][: COMPARED_AT_MOST - len(near)])
    return near - {at}


def _decisive(pairs: frozenset[str], weights: Mapping[str, float]) -> list[str]:
    """Give the rarest pairs of a name, so many that a name without any of them cannot be like enough."""
    rarest = sorted(pairs, key=lambda pair: (-weights[pair], pair))
    rest = sum(weights[pair] for pair in rarest)
    enough = LIKE_ENOUGH**2 * rest
    for count, pair in enumerate(rarest):
        if rest < enough:
            return rarest[:count]
        rest -= weights[pair]
    return rarest


def _likest(scored: tuple[float, str]) -> tuple[float, str]:
    return -scored[0], scored[1]


@lru_cache(maxsize=50_000)
def _pairs(name: str) -> frozenset[str]:
    bounded = f"^{name}$"
    return frozenset(bounded[at : at + 2] for at in range(len(bounded) - 1))


def _is_compared(line: str) -> bool:
    return line.split(TYPED, 1)[1].partition(">")[0] in COMPARED


def _city(thing: str) -> str:
    return thing.removeprefix(THINGS).partition("/")[0]


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
