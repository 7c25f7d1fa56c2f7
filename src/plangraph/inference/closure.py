"""What follows from facts by rules, to the fixpoint."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph.inference.rules import A, key_of
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.inference.rules import Rule
    from plangraph.store.embedded import Memory
    from plangraph.store.terms import Triple

WHAT_IS_THERE = """
SELECT DISTINCT ?predicate ?kind
WHERE { ?thing ?predicate ?value BIND(IF(?predicate = rdf:type, ?value, ?none) AS ?kind) }
"""
Keys = Counter[str]
"""How many times there was news for each predicate and, for ``rdf:type``, each class."""


def close(
    store: Memory, scope: Sequence[str], target: str, keys: Keys, rules: Sequence[Rule], settled: Keys | None = None
) -> set[Triple]:
    """Add to a graph all that follows from a scope.

    Rules are run until none says anything new (forward chaining to the least fixpoint [1]_). A rule runs again only
    if something that one of its patterns could match is new since it last ran.

    Parameters
    ----------
    store : Memory
        The facts; what follows is added to it.
    scope : sequence of str
        The graphs (IRIs) to draw conclusions from.
    target : str
        The graph (IRI) for what follows and stands in no graph of the scope yet.
    keys : Counter
        What the scope holds (see :func:`keys_of`).
    rules : sequence of Rule
        The rules, run in turn, each as long as there is news for it.
    settled : Counter, optional
        What a part of the scope holds from which everything that follows stands in the scope already.

    Returns
    -------
    set of Triple
        What was added.

    References
    ----------
    .. [1] Abiteboul, S., Hull, R., & Vianu, V. (1995). Foundations of Databases, section 12.3. Addison-Wesley.
    """
    graph, visible = NamedNode(target), [*scope, target]
    news = Counter(keys)
    seen = [_versions(rule, settled or Counter()) for rule in rules]
    added: set[Triple] = set()
    while pending := [at for at, rule in enumerate(rules) if _has_news(_versions(rule, news), seen[at])]:
        for at in pending:
            rule = rules[at]
            seen[at] = _versions(rule, news)
            fresh = set(store.construct(rule.query(), visible))
            if fresh:
                store.add(Quad(t.subject, t.predicate, t.object, graph) for t in fresh)
                added |= fresh
                news[key_of(rule.head)] += 1
    return added


def keys_of(store: Memory, graph: str) -> Keys:
    """Return what rules could match in a graph.

    Parameters
    ----------
    store : Memory
        The facts.
    graph : str
        The graph (IRI).

    Returns
    -------
    Counter
        One for each predicate and, for ``rdf:type``, each class that the graph has, as a rule's pattern names it.
    """
    rows = expect_rows(store.query(WHAT_IS_THERE, [graph]))
    return Counter(A + f"<{kind}>" if kind else f"<{predicate}>" for predicate, kind in rows)


def _has_news(versions: list[int], seen: list[int]) -> bool:
    """Check whether every pattern of a rule can match, and one of them something that it has not seen."""
    return all(versions) and versions != seen


def _versions(rule: Rule, news: Keys) -> list[int]:
    return [news.get(key, 0) for key in rule.keys]
