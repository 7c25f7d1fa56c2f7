"""Backward chaining: the shortest way from what is asserted to a statement, by the ontology's rules.

The search deepens step by step: a proof of k steps is looked for only when there is none of fewer. As each premise
has fewer steps left than what it serves, a search never turns in a circle, whatever the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.reasoning.statements import Statement, is_asserted, written
from plangraph.store.answers import expect_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Store

MOST_STEPS = 40  # rounds of the search
PLAINEST = "cax-sco"  # of two proofs of one length, that by the class explains more than that by a relation
MOST_WAYS = 500  # ways in which one rule can lead to one statement


@dataclass(frozen=True)
class Step:
    """A conclusion drawn by a rule.

    Attributes
    ----------
    rule : Rule
        The rule.
    premises : tuple of Statement
        What it was drawn from.
    conclusion : Statement
        What follows.
    """

    rule: Rule
    premises: tuple[Statement, ...]
    conclusion: Statement


Proof = tuple[Step, ...]
"""Steps in order, from facts to the conclusion; none for what is asserted."""


class Prover:
    """Finds proofs in a graph.

    Parameters
    ----------
    store : Store
        The graph, with what was inferred at its build.
    rules : sequence of Rule
        The rules of the ontology.
    """

    def __init__(self, store: Store, rules: Sequence[Rule]) -> None:
        self._store = store
        self._rules = in_order(rules)
        self._asserted: dict[Statement, bool] = {}
        self._ways: dict[Statement, list[Step]] = {}
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
            if steps and not self._steps_to(statement):
                return None
        return None

    def _within(self, statement: Statement, steps: int) -> Proof | None:
        if statement in self._found:
            known = self._found[statement]
            return known if len(known) <= steps else None
        if self._is_asserted(statement):
            self._found[statement] = ()
            return ()
        if steps <= self._failed.get(statement, 0):
            return None
        best: Proof | None = None
        for step in self._steps_to(statement):
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

    def _is_asserted(self, statement: Statement) -> bool:
        if statement not in self._asserted:
            self._asserted[statement] = is_asserted(self._store, statement)
        return self._asserted[statement]

    def _steps_to(self, statement: Statement) -> list[Step]:
        if statement not in self._ways:
            self._ways[statement] = [step for rule in self._rules for step in self._ways_of(rule, statement)]
        return self._ways[statement]

    def _ways_of(self, rule: Rule, statement: Statement) -> Iterator[Step]:
        """Find the premises in the graph from which a rule leads to a statement."""
        values: dict[str, str] = {}
        for pattern, term in zip(rule.head, statement, strict=True):
            if values.setdefault(pattern, term) != term or not (pattern.startswith("?") or pattern == term):
                return
        body = [Statement(*(values.get(part, part) for part in pattern)) for pattern in rule.body]
        if any(pattern.subject.startswith('"') for pattern in body):
            return  # an inverse would make a text the subject
        free = sorted({part for pattern in body for part in pattern if part.startswith("?")})
        where = " . ".join(pattern.pattern() for pattern in body)
        names = " ".join(free)
        text = f"SELECT DISTINCT {names} WHERE {{ {where} }} ORDER BY {names} LIMIT {MOST_WAYS}"
        if not free:
            text = f"SELECT (1 AS ?one) WHERE {{ {where} }} LIMIT 1"
        for row in expect_rows(self._store.sparql(text)).rows:
            bound = dict(zip(free, (written(term) for term in row if term is not None), strict=False))
            premises = tuple(Statement(*(bound.get(part, part) for part in pattern)) for pattern in body)
            if statement not in premises:
                yield Step(rule, premises, statement)


def in_order(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules in the order in which they are tried."""
    return sorted(rules, key=lambda rule: rule.name != PLAINEST)


def _each_once(proof: Proof) -> Proof:
    """Leave out steps whose conclusion an earlier step has reached."""
    seen: set[Statement] = set()
    kept = []
    for step in proof:
        if step.conclusion not in seen:
            seen.add(step.conclusion)
            kept.append(step)
    return tuple(kept)
