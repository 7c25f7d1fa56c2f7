"""How well like elements are found by name: of what a plan renamed or merged, whether the nearest is what it became.

Run ``python -m benchmarks.likeness`` on a built dataset with two plans (``plangraph build``). An element of the
earlier plan is judged if a person tied it to elements of the next one by another name; it is compared with all elements
of the next plan on its tier. The share of meaning is chosen on one half of the elements and judged on the other, twenty
times.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

import plangraph
from plangraph.build.likeness import LIKE_ENOUGH
from plangraph.build.name_letters import Letters
from plangraph.meaning.name_senses import Senses
from plangraph.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHARES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6)
HALVES, SEED = 20, 1
ELEMENTS = """SELECT ?thing ?tier ?plan ?label { ?thing pg:tier ?tier ; pg:definedIn ?plan ; rdfs:label ?label
    FILTER(LANG(?label) = "ja") }"""
BECAME = """SELECT ?old ?new { ?link pg:relation ?how ; pg:subject ?old ; pg:object ?new ; pg:basis pg:Assumed .
    VALUES ?how { pg:renamedTo pg:mergedInto pg:partlyMovedTo } ?new pg:tier ?tier . ?old pg:tier ?tier }"""

Scored = tuple[str, float, float]
"""An element of the next plan, how like it is by letters, and by meaning."""


def main() -> None:
    """Print the table."""
    became, candidates = _read(plangraph.open(in_memory=True))
    judged = sorted(became)
    print(f"{len(judged)} elements\n| share of meaning | found | right of those proposed |\n| --- | --- | --- |")
    for share in SHARES:
        found, proposed = _judge(judged, share, became, candidates)
        print(f"| {share} | {found / len(judged):.2f} | {found / proposed:.2f} |")
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    with_meaning, without, shares = [], [], []
    for _ in range(HALVES):
        mixed = chance.sample(judged, len(judged))
        one, other = mixed[: len(mixed) // 2], mixed[len(mixed) // 2 :]
        shares.append(max(SHARES, key=lambda share: _worth(*_judge(one, share, became, candidates))))
        with_meaning.append(_judge(other, shares[-1], became, candidates)[0] / len(other))
        without.append(_judge(other, 0.0, became, candidates)[0] / len(other))
    means = [sum(each) / HALVES for each in (with_meaning, without, shares)]
    print("Nested: found {:.2f}, without meaning {:.2f}; mean of the shares chosen {:.2f}".format(*means))


def _worth(found: int, proposed: int) -> int:
    """Return how many more proposals are right than wrong: a person reads each."""
    return found - (proposed - found)


def _read(graph: plangraph.Graph) -> tuple[Mapping[str, set[str]], Mapping[str, list[Scored]]]:
    rows = graph.sparql(ELEMENTS).to_dicts()  # type: ignore[union-attr]
    became: dict[str, set[str]] = defaultdict(set)
    for row in graph.sparql(BECAME).to_dicts():  # type: ignore[union-attr]
        became[row["old"]].add(row["new"])
    numbers = {row["thing"]: at for at, row in enumerate(rows)}
    names = [folded(row["label"]) for row in rows]
    letters, senses = Letters(names, LIKE_ENOUGH), Senses(names, LIKE_ENOUGH)
    candidates: dict[str, list[Scored]] = {}
    for old, new in became.items():
        at, next_plan = numbers[old], {rows[numbers[each]]["plan"] for each in new}
        others = [n for n, row in enumerate(rows) if row["plan"] in next_plan and row["tier"] == rows[at]["tier"]]
        meant = senses.like(at, others)
        candidates[old] = [
            (rows[n]["thing"], letters.like(at, n), letters.like(at, n) if by_meaning is None else by_meaning)
            for n, by_meaning in zip(others, meant, strict=True)
        ]
    return became, candidates


def _judge(
    judged: Sequence[str], share: float, became: Mapping[str, set[str]], candidates: Mapping[str, list[Scored]]
) -> tuple[int, int]:
    """Return for how many elements the nearest is right, and for how many one is proposed."""
    found = proposed = 0
    for old in judged:
        score, nearest = max(((1 - share) * letters + share * sense, new) for new, letters, sense in candidates[old])
        proposed += score >= LIKE_ENOUGH
        found += score >= LIKE_ENOUGH and nearest in became[old]
    return found, proposed


if __name__ == "__main__":
    main()
