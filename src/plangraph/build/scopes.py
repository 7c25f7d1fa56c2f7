"""What follows within each graph's scope.

A plan's scope is its own graph, those of the plans that it realizes, its city's, and the shared ones. What follows
from a scope, and is not said or inferred already in a smaller one, goes to the plan's inferred graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.inference import close, keys_of
from plangraph.store.embedded import Memory
from plangraph.store.terms import NamedNode, Quad, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plangraph.inference import Rule
    from plangraph.inference.closure import Keys
    from plangraph.store.terms import Triple
    from plangraph.tables import City

SHARED = (iris.graph("ontology"), iris.graph("sdg"))


def plan_scopes(city: City, own_graphs: Iterable[str]) -> dict[str, list[str]]:
    """Give the asserted graphs (IRIs) of each plan's scope, by the plan's key, its own first.

    Plans come after all that they realize.
    """
    key = city.settings.key
    plans = sorted(own_graphs, key=lambda plan: (len(city.names.scope(plan)), plan))
    return {
        plan: [*(iris.graph(key, member) for member in city.names.scope(plan)), iris.graph(key), *SHARED]
        for plan in plans
    }


def with_inferred(graphs: Iterable[str]) -> list[str]:
    """Add to each graph (IRI) the one of what follows from it."""
    return [name for graph in graphs for name in (graph, iris.inferred(graph))]


def infer(asserted: Sequence[Quad], units: Sequence[Sequence[str]], rules: Sequence[Rule]) -> list[Quad]:
    """Materialise what follows, unit by unit.

    Parameters
    ----------
    asserted : sequence of Quad
        The facts.
    units : sequence of sequences of str
        For each graph whose inferred graph is wanted, its scope (IRIs), itself first; smaller scopes first.
    rules : sequence of Rule
        The rules.

    Returns
    -------
    list of Quad
        The new quads, in graphs named by :func:`plangraph.iris.inferred`.
    """
    store = Memory()
    keys: dict[str, Keys] = defaultdict(Counter)
    by_graph: dict[str, list[Triple]] = defaultdict(list)
    for quad in asserted:
        by_graph[name_of(quad.graph_name)].append(quad.triple)
    for name, triples in by_graph.items():
        keys[name] = keys_of(triples)
    store.add(asserted)
    new: list[Quad] = []
    for unit in units:
        target, scope = iris.inferred(unit[0]), with_inferred(unit)
        added = close(
            store,
            [name for name in scope if name != target],
            target,
            sum((keys[n] for n in scope), Counter()),
            rules,
        )
        keys[target] = keys_of(added)
        new += [Quad(t.subject, t.predicate, t.object, NamedNode(target)) for t in added]
    return new
