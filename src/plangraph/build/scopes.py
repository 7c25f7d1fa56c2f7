"""What follows within each graph's scope.

A plan's scope is its own graph, those of the plans that it realizes, its city's, and the shared ones. What follows
from a scope, and is not said or inferred already in a smaller one, goes to the plan's inferred graph. Questions
about a plan also see how names are read, from which nothing follows.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.inference import close, keys_of
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plangraph.inference import Rule
    from plangraph.inference.closure import Keys
    from plangraph.store.embedded import Memory
    from plangraph.tables import City

SHARED = (iris.graph("ontology"), iris.graph("sdg"))


def plan_scopes(city: City, own_graphs: Iterable[str]) -> dict[str, list[str]]:
    """Return the asserted graphs (IRIs) of each plan's scope, by the plan's key, its own first.

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


def infer(store: Memory, units: Sequence[Sequence[str]], rules: Sequence[Rule]) -> Iterator[Quad]:
    """Materialise what follows, unit by unit.

    Parameters
    ----------
    store : Memory
        The facts; what follows is added to it.
    units : sequence of sequences of str
        For each graph whose inferred graph is wanted, its scope (IRIs), itself first; smaller scopes first.
    rules : sequence of Rule
        The rules.

    Yields
    ------
    Quad
        The new quads, in graphs named by :func:`plangraph.iris.inferred`.
    """
    keys = {name: keys_of(store, name) for unit in units for name in with_inferred(unit)}
    for at, unit in enumerate(units):
        target, scope = iris.inferred(unit[0]), with_inferred(unit)
        closed = max((earlier for earlier in units[:at] if set(earlier) <= set(unit)), key=len, default=())
        visible = [name for name in scope if name != target]
        added = close(store, visible, target, _sum(keys, scope), rules, _sum(keys, with_inferred(closed)))
        keys[target] = keys_of(store, target)
        graph = NamedNode(target)
        yield from (Quad(t.subject, t.predicate, t.object, graph) for t in added)


def _sum(keys: Mapping[str, Keys], graphs: Iterable[str]) -> Keys:
    return sum((keys[name] for name in graphs), Counter())
