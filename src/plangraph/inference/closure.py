"""What follows from facts by rules, to the fixpoint."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph.inference.rules import A
from plangraph.namespaces import RDF
from plangraph.store.terms import NamedNode, Quad, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.inference.rules import Rule
    from plangraph.store.embedded import Memory
    from plangraph.store.terms import Triple

Keys = Counter[str]
"""How many times there was news for each predicate and, for ``rdf:type``, each class."""


def close(store: Memory, scope: Sequence[str], target: str, keys: Keys, rules: Sequence[Rule]) -> set[Triple]:
    """Add to a graph all that follows from a scope.

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

    Returns
    -------
    set of Triple
        What was added.
    """
    graph, visible = NamedNode(target), [*scope, target]
    news = Counter(keys)
    seen: dict[Rule, list[int]] = {}
    added: set[Triple] = set()
    while pending := [rule for rule in rules if _has_news(rule, news, seen)]:
        for rule in pending:
            seen[rule] = _versions(rule, news)
            fresh = set(store.construct(rule.query(), visible))
            if fresh:
                store.add(Quad(t.subject, t.predicate, t.object, graph) for t in fresh)
                added |= fresh
                news[_key(*rule.head[1:])] += 1
    return added


def keys_of(triples: Iterable[Triple]) -> Keys:
    """Tell what triples rules could match."""
    keys: Keys = Counter()
    for triple in triples:
        predicate = triple.predicate.value
        keys[A + f"<{name_of(triple.object)}>" if predicate == RDF.type else f"<{predicate}>"] = 1
    return keys


def _has_news(rule: Rule, news: Keys, seen: Mapping[Rule, list[int]]) -> bool:
    """Tell whether every pattern of a rule can match, and one of them something that it has not seen."""
    versions = _versions(rule, news)
    return all(versions) and versions != seen.get(rule)


def _versions(rule: Rule, news: Keys) -> list[int]:
    return [news[_key(*pattern[1:])] for pattern in rule.body]


def _key(predicate: str, target: str) -> str:
    return predicate + target if predicate == A else predicate
