"""Backward chaining: the shortest way from what is asserted to a statement, by the ontology's rules.

The search deepens step by step: a proof of k steps is looked for only when there is none of fewer. As each premise
has fewer steps left than what it serves, a search never turns in a circle, whatever the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.reasoning.ways import CollectedWays, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Statement, Store
    from plangraph.reasoning.ways import Ways

MOST_STEPS = 40  # rounds of the search
Proof = tuple[Step, ...]
"""Steps in order, from facts to the conclusion; none for what is asserted."""


class Prover:
    """Finds proofs.

    Of proofs with as few steps, it takes that whose last step is tried first. So the proof of a premise is the same
    in each proof, and all of them can be followed from last steps alone.

    Parameters
    ----------
    ways : Ways
        What leads to what.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._found: dict[Statement, Proof] = {}
        self._failed: dict[Statement, int] = {}

    def prove(self, statement: Statement) -> Proof | None:
        """Find the proof with the fewest steps, or None if there is none.

        What several steps have in common counts once for each of them.
        """
        for steps in range(MOST_STEPS + 1):
            proof = self._within(statement, steps)
            if proof is not None:
                return _each_once(proof)
            if steps and not self._ways.steps_to(statement):
                return None
        return None

    def _within(self, statement: Statement, steps: int) -> Proof | None:
        if statement in self._found:
            known = self._found[statement]
            return known if len(known) <= steps else None
        if self._ways.is_asserted(statement):
            self._found[statement] = ()
            return ()
        if steps <= self._failed.get(statement, 0):
            return None
        best: Proof | None = None
        for step in self._ways.steps_to(statement):
            proof = self._by(step, (len(best) if best else steps + 1) - 1)
            best = proof if proof is not None else best
        if best is None:
            self._failed[statement] = steps
        else:
            self._found[statement] = best
        return best

    def _by(self, step: Step, steps: int) -> Proof | None:
        """Prove all premises of a step so that with it there are no more than so many steps."""
        left = steps - 1
        parts: list[Step] = []
        for premise in step.premises:
            proof = self._within(premise, left) if left >= 0 else None
            if proof is None:
                return None
            left -= len(proof)
            parts += proof
        return (*parts, step)


def last_steps(store: Store, rules: Sequence[Rule]) -> list[Step]:
    """Return the last step of the proof of each inferred statement of a graph, from which whole proofs are followed."""
    ways = CollectedWays(store, rules)
    prover = Prover(ways)
    proofs = map(prover.prove, sorted(ways.inferred))
    return [proof[-1] for proof in proofs if proof]


def _each_once(proof: Proof) -> Proof:
    """Leave out steps whose conclusion an earlier step has reached."""
    seen: set[Statement] = set()
    kept = []
    for step in proof:
        if step.conclusion not in seen:
            seen.add(step.conclusion)
            kept.append(step)
    return tuple(kept)
