"""How well targets are suggested: precision, recall and F1 of goals, each element left out of what it is judged by.

Run ``python -m benchmarks.suggest`` on a built dataset (``plangraph build``). The share of meaning in a score is chosen
on one half of the elements and judged on the other, twenty times.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import plangraph
from plangraph.coverage import suggestion
from plangraph.coverage.suggestion import Corpus, Element, read_corpus, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DEPTHS = (1, 2, 3, 5)
SHARES = (0.0, 0.2, 0.4, 0.6)
HALVES, SEED = 20, 1

Ranked = dict[str, list[str]]
"""For each element, the goals of the targets that are proposed, the nearest first."""


@dataclass(frozen=True)
class Found:
    """How many proposed goals are right, of how many, and of how many that were to be found."""

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
    corpus = read_corpus(plangraph.open(in_memory=True).query)
    for kind in ("Measure", "Project"):
        truth = _truth(corpus, kind)
        judged = [element for element in corpus.elements if element.iri in truth]
        by_share = {share: _ranked(corpus, judged, share) for share in SHARES}
        chosen = suggestion.BY_MEANING
        print(f"\n{len(judged)} elements of the kind {kind}")
        print("| targets proposed | precision | recall | F1 | F1 without meaning |\n| --- | --- | --- | --- | --- |")
        for depth in DEPTHS:
            found, without = (_judge(by_share[share], judged, truth, depth) for share in (chosen, 0.0))
            print(f"| {depth} | {found.precision:.2f} | {found.recall:.2f} | {found.f1:.3f} | {without.f1:.3f} |")
        print(_nested(by_share, judged, truth, depth=2))


def _truth(corpus: Corpus, kind: str) -> Mapping[str, set[str]]:
    """Return the goals of the elements of a kind: what they and their parts contribute to."""
    goal_of = {target.iri: target.goal for target in corpus.targets}
    goals: dict[str, set[str]] = {}
    for link in corpus.known:
        if link.target in goal_of:
            goals.setdefault(link.element, set()).add(goal_of[link.target])
    found = {
        element.iri: set[str]().union(*(goals.get(part, set()) for part in element.parts | {element.iri}))
        for element in corpus.elements
        if element.kind.endswith(kind)
    }
    return {iri: those for iri, those in found.items() if those}


def _ranked(corpus: Corpus, elements: Iterable[Element], share: float) -> Ranked:
    chosen, suggestion.BY_MEANING = suggestion.BY_MEANING, share
    try:
        return {element.iri: [one.target.goal for one in suggest(corpus, element, max(DEPTHS))] for element in elements}
    finally:
        suggestion.BY_MEANING = chosen


def _judge(ranked: Ranked, elements: Iterable[Element], truth: Mapping[str, set[str]], depth: int) -> Found:
    right = proposed = wanted = 0
    for element in elements:
        goals, wants = set(ranked[element.iri][:depth]), truth[element.iri]
        right, proposed, wanted = right + len(goals & wants), proposed + len(goals), wanted + len(wants)
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
    return "Nested, {} targets: F1 {:.3f}, without meaning {:.3f}; mean of the shares chosen {:.2f}".format(
        depth, *means
    )


if __name__ == "__main__":
    main()
