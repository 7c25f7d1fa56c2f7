"""Ways: the steps by which rules lead to a statement of a graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from plangraph.reasoning.statements import ALL_INFERRED, Statement, is_asserted, written
from plangraph.store.answers import expect_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Store

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


class Ways(Protocol):
    """What a proof is looked for in."""

    def is_asserted(self, statement: Statement) -> bool:
        """Check whether a statement needs no proof."""

    def steps_to(self, statement: Statement) -> Sequence[Step]:
        """Return the steps that lead to a statement, in the order in which they are tried."""


class AskedWays:
    """Ways that a graph is asked for, statement by statement.

    Parameters
    ----------
    store : Store
        The graph, with what was inferred at its build.
    rules : sequence of Rule
        The rules of the ontology.
    """

    def __init__(self, store: Store, rules: Sequence[Rule]) -> None:
        self._store = store
        self._rules = _in_order(rules)
        self._asserted: dict[Statement, bool] = {}
        self._ways: dict[Statement, list[Step]] = {}

    def is_asserted(self, statement: Statement) -> bool:
        """Check whether a statement needs no proof."""
        if statement not in self._asserted:
            self._asserted[statement] = is_asserted(self._store, statement)
        return self._asserted[statement]

    def steps_to(self, statement: Statement) -> Sequence[Step]:
        """Return the steps that lead to a statement, in the order in which they are tried."""
        if statement not in self._ways:
            self._ways[statement] = [step for rule in self._rules for step in self._by(rule, statement)]
        return self._ways[statement]

    def _by(self, rule: Rule, statement: Statement) -> Iterator[Step]:
        """Find the premises in the graph from which a rule leads to a statement."""
        values: dict[str, str] = {}
        for pattern, term in zip(rule.head, statement, strict=True):
            if values.setdefault(pattern, term) != term or not (pattern.startswith("?") or pattern == term):
                return
        body = _filled(rule.body, values)
        if any(pattern.subject.startswith('"') for pattern in body):
            return  # an inverse would make a text the subject
        free = variables_of(body)
        where = " . ".join(pattern.pattern() for pattern in body)
        names = " ".join(free)
        text = f"SELECT DISTINCT {names} WHERE {{ {where} }} ORDER BY {names} LIMIT {MOST_WAYS}"
        if not free:
            text = f"SELECT (1 AS ?one) WHERE {{ {where} }} LIMIT 1"
        for row in expect_rows(self._store.sparql(text)).rows:
            premises = _filled(body, dict(zip(free, (written(term) for term in row if term is not None), strict=False)))
            if statement not in premises:
                yield Step(rule, premises, statement)


class CollectedWays:
    """The ways to all that was inferred, collected by one query for each rule.

    Parameters
    ----------
    store : Store
        The graph, with what was inferred at its build.
    rules : sequence of Rule
        The rules of the ontology.

    Attributes
    ----------
    inferred : frozenset of Statement
        What the graph holds only because it was inferred; all else in it is asserted.
    """

    def __init__(self, store: Store, rules: Sequence[Rule]) -> None:
        self.inferred = frozenset(_statements(store, ALL_INFERRED))
        self._ways: dict[Statement, list[Step]] = defaultdict(list)
        for rule in _in_order(rules):
            for conclusion, steps in self._by(rule, store).items():
                self._ways[conclusion] += (step for step in steps[:MOST_WAYS] if conclusion not in step.premises)

    def is_asserted(self, statement: Statement) -> bool:
        """Check whether a statement of the graph needs no proof."""
        return statement not in self.inferred

    def steps_to(self, statement: Statement) -> Sequence[Step]:
        """Return the steps that lead to a statement, in the order in which they are tried."""
        return self._ways.get(statement, ())

    def _by(self, rule: Rule, store: Store) -> Mapping[Statement, list[Step]]:
        names = variables_of(rule.body)
        free = " ".join(name for name in names if name not in rule.head)
        text = f"SELECT DISTINCT {' '.join(names)} WHERE {{ {rule.where()} }}" + (f" ORDER BY {free}" if free else "")
        found: dict[Statement, list[Step]] = defaultdict(list)
        for row in expect_rows(store.sparql(text)).rows:
            values = dict(zip(names, (written(term) for term in row if term is not None), strict=True))
            [conclusion] = _filled([rule.head], values)
            if conclusion in self.inferred:
                found[conclusion].append(Step(rule, _filled(rule.body, values), conclusion))
        return found


def variables_of(patterns: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return the variables of patterns, each once, sorted."""
    return sorted({part for pattern in patterns for part in pattern if part.startswith("?")})


def _statements(store: Store, text: str) -> Iterator[Statement]:
    for row in expect_rows(store.sparql(text)).rows:
        yield Statement(*(written(term) for term in row if term is not None))


def _filled(patterns: Sequence[tuple[str, str, str]], values: Mapping[str, str]) -> tuple[Statement, ...]:
    """Write patterns with values in place of those variables that have one."""
    return tuple(Statement(*(values.get(part, part) for part in pattern)) for pattern in patterns)


def _in_order(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules in the order in which they are tried."""
    return sorted(rules, key=lambda rule: rule.name != PLAINEST)
