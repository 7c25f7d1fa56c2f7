"""How well targets are suggested: precision and recall at goal level, each measure left out of what it is judged by.

Run ``python benchmarks/suggest.py`` on a built dataset (``plangraph build``).
"""

from __future__ import annotations

import plangraph
from plangraph.coverage.suggestion import read_corpus, suggest

DEPTHS = (1, 2, 3, 5)


def main() -> None:
    graph = plangraph.open(in_memory=True)
    corpus = read_corpus(graph.query)
    goal_of = {target.iri: target.goal for target in corpus.targets}
    truth: dict[str, set[str]] = {}
    exact: dict[str, set[str]] = {}
    for link in corpus.known:
        if link.target in goal_of:
            truth.setdefault(link.element, set()).add(goal_of[link.target])
            exact.setdefault(link.element, set()).add(link.target)
    measures = [e for e in corpus.elements if e.kind.endswith("Measure")]
    print(f"{len(measures)} measures, {sum(len(truth.get(m.iri, ())) for m in measures)} pairs of measure and goal")
    print("| targets proposed | precision (goals) | recall (goals) | F1 | recall (targets) |")
    print("| --- | --- | --- | --- | --- |")
    ranked = {m.iri: suggest(corpus, m, max(DEPTHS)) for m in measures}
    for depth in DEPTHS:
        print(_line(depth, ranked, truth, exact, [m.iri for m in measures], goal_of))
    print(_baseline(measures, truth))


def _line(depth, ranked, truth, exact, measures, goal_of) -> str:  # type: ignore[no-untyped-def]
    hits = proposed = wanted = found = all_targets = 0
    for iri in measures:
        targets = {s.target.iri for s in ranked[iri][:depth]}
        goals = {goal_of[target] for target in targets}
        hits += len(goals & truth.get(iri, set()))
        proposed += len(goals)
        wanted += len(truth.get(iri, set()))
        found += len(targets & exact.get(iri, set()))
        all_targets += len(exact.get(iri, set()))
    precision, recall = hits / proposed, hits / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return f"| {depth} | {precision:.2f} | {recall:.2f} | {f1:.2f} | {found / all_targets:.2f} |"


def _baseline(measures, truth) -> str:  # type: ignore[no-untyped-def]
    """Always the three goals that most other measures serve."""
    from collections import Counter

    hits = proposed = wanted = 0
    for measure in measures:
        others = Counter(goal for iri, goals in truth.items() if iri != measure.iri for goal in goals)
        guess = {goal for goal, _ in others.most_common(3)}
        hits += len(guess & truth.get(measure.iri, set()))
        proposed += len(guess)
        wanted += len(truth.get(measure.iri, set()))
    return f"Always the three commonest goals: precision {hits / proposed:.2f}, recall {hits / wanted:.2f}"


if __name__ == "__main__":
    main()
