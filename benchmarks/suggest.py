"""How well links are suggested, each element left out of what it is judged by.

Run ``python -m benchmarks.suggest`` on a built dataset (``plangraph build``). Targets are judged by their goals. The
share of meaning in a score is chosen on one half of the elements and judged on the other, twenty times.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import plangraph
from plangraph.suggestions.corpus import TO_TARGETS, Candidate, Corpus, Element, read_corpus
from plangraph.suggestions.suggesting import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DEPTHS = (1, 2, 3, 5)
SHARES = (0.0, 0.2, 0.4, 0.6)
HALVES, SEED = 20, 1
RELATIONS = ("advances", "addresses", "details", "becomes")

Ranked = dict[str, list[str]]
"""For each element, what is proposed, the nearest first."""


@dataclass(frozen=True)
class Found:
    """How many proposals are right, of how many, and of how many that were to be found."""

    right: int
    proposed: int
    wanted: int

    @property
    def precision(self) -> float:
        """The right ones of those proposed."""
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """The right ones of those to be found."""
        return self.right / self.wanted

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Print the tables."""
    graph = plangraph.open(in_memory=True)
    targets = read_corpus(graph.query, graph.manifest.plan)
    grouping = [element for element in targets.elements if element.grouping]
    lowest = [element for element in targets.elements if element.parts == {element.iri}]
    for elements in (grouping, lowest):
        _report(targets, elements, TO_TARGETS)
    for relation in RELATIONS:
        corpus = read_corpus(graph.query, graph.manifest.plan, relation)
        _report(corpus, corpus.elements, relation)


def _report(corpus: Corpus, elements: Sequence[Element], relation: str) -> None:
    truth = _truth(corpus, elements)
    judged = [element for element in elements if element.iri in truth]
    if not judged:
        return
    by_share = {share: _ranked(corpus, judged, share) for share in SHARES}
    tiers = ", ".join(dict.fromkeys(element.tier_label for element in judged))
    print(f"\n{relation}: {len(judged)} elements ({tiers})")
    print("| proposed | precision | recall | F1 | F1 without meaning |\n| --- | --- | --- | --- | --- |")
    for depth in DEPTHS:
        chosen = by_share[corpus.by_meaning]
        found, without = (_judge(ranked, judged, truth, depth) for ranked in (chosen, by_share[0.0]))
        print(f"| {depth} | {found.precision:.2f} | {found.recall:.2f} | {found.f1:.3f} | {without.f1:.3f} |")
    print(_nested(by_share, judged, truth, depth=2))


def _truth(corpus: Corpus, elements: Iterable[Element]) -> Mapping[str, set[str]]:
    """Return what elements, and their parts, are tied to: of what an element may be tied to on its own tier."""
    candidates = {candidate.iri: candidate for candidate in corpus.candidates}
    tied: dict[str, list[Candidate]] = {}
    for link in corpus.known:
        if link.candidate in candidates:
            tied.setdefault(link.element, []).append(candidates[link.candidate])
    found = {
        element.iri: {
            _counted(candidate)
            for part in element.parts | {element.iri}
            for candidate in tied.get(part, ())
            if candidate.tier in {"", element.tier}
        }
        for element in elements
    }
    return {iri: those for iri, those in found.items() if those}


def _counted(candidate: Candidate) -> str:
    """Return as what a candidate counts: a target as its goal."""
    return candidate.goal or candidate.iri


def _ranked(corpus: Corpus, elements: Iterable[Element], share: float) -> Ranked:
    shared = replace(corpus, by_meaning=share)
    return {
        element.iri: [_counted(one.candidate) for one in suggest(shared, element, max(DEPTHS))] for element in elements
    }


def _judge(ranked: Ranked, elements: Iterable[Element], truth: Mapping[str, set[str]], depth: int) -> Found:
    right = proposed = wanted = 0
    for element in elements:
        found, wants = set(ranked[element.iri][:depth]), truth[element.iri]
        right, proposed, wanted = right + len(found & wants), proposed + len(found), wanted + len(wants)
    return Found(right, proposed, wanted)


def _nested(
    by_share: Mapping[float, Ranked], elements: Sequence[Element], truth: Mapping[str, set[str]], depth: int
) -> str:
    """Choose the share on one half and judge it on the other, twenty times."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    chosen, without, shares = [], [], []
    for _ in range(HALVES):
        mixed = chance.sample(elements, len(elements))
        half = len(mixed) // 2
        share = max(by_share, key=lambda each: _judge(by_share[each], mixed[:half], truth, depth).f1)
        shares.append(share)
        chosen.append(_judge(by_share[share], mixed[half:], truth, depth).f1)
        without.append(_judge(by_share[0.0], mixed[half:], truth, depth).f1)
    means = [sum(each) / HALVES for each in (chosen, without, shares)]
    return "Nested, {} proposed: F1 {:.3f}, without meaning {:.3f}; mean of the shares chosen {:.2f}".format(
        depth, *means
    )


if __name__ == "__main__":
    main()
