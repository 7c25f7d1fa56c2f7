"""Which elements the SDG coverage hangs on: dominators."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx

from plangraph.network.measures.measuring import registered
from plangraph.network.measures.ties import CONTRIBUTIONS, SDG
from plangraph.network.plan_levels import GROUP, TRUSTED, of_system, on_level
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.network.labelled import LabelledGraph

TITLE = Words("SDGs への貢献がかかっている要素", "Elements that the SDG coverage hangs on")
ROOT = ""
COLUMNS = {
    "kind": Words("種類", "kind"),
    "element": Words("要素", "element"),
    "targets": Words("これだけが支えるターゲット数", "targets on it alone"),
    "which": Words("ターゲット", "which"),
    "budget": Words("予算額（{currency}）", "budget ({currency})"),
}


@registered(
    TITLE,
    question=Words("SDGsへの貢献はどの要素にかかっているか", "which elements does the SDG coverage hang on?"),
    method="dominators, the articulation points of a directed network (Cooper et al. 2001)",
    needs=CONTRIBUTIONS,
)
def keystones(network: LabelledGraph) -> Table:
    """Find the elements without which SDG targets are no longer served.

    In the directed network that leads from the plan down the policy system to the targets, these are the dominators
    [1]_, the articulation points of a directed network: every way to the target leads through them.

    Returns
    -------
    Table
        One row an element, the most targets first, within each tier; not what stands alone on its tier, such as a
        vision, on which all hangs.

    References
    ----------
    .. [1] Cooper, K. D., Harvey, T. J., & Kennedy, K. (2001). A simple, fast dominance algorithm. Software: Practice
       and Experience 4, 1-10.
    """
    graph = coverage_graph(network)
    hanging = _hanging(network, graph)
    numbers = Counter(map(network.tier, of_system(network)))
    records = [
        _record(network, element, lost) for element, lost in hanging.items() if numbers[network.tier(element)] > 1
    ]
    records.sort(key=_order(network))
    groups = set(on_level(network, GROUP))
    alone = set().union(*(lost for node, lost in hanging.items() if node in groups))
    total, hang = Count(len(_targets(network, graph))), Count(len(alone))
    reading = Words(
        f"ここを欠くと、計画のどこからも支えられなくなるターゲットがあります。貢献のある {total} の"
        f"ターゲットのうち {len(alone)} は、ただ一つの施策にかかっています。",
        f"Without such an element, targets are served from nowhere in the plan. Of the {total} "
        f"{total:target|targets} that {total:is|are} served, {hang} {hang:hangs|hang} on one measure "
        "alone.",
    )
    return Table("keystones", TITLE, reading, COLUMNS, records)


def coverage_graph(network: LabelledGraph) -> nx.DiGraph[str]:
    """Return the graph that leads from the plan (an empty string) down the policy system to what it serves."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    system = of_system(network)
    standing = set(system)
    for node in system:
        above = network.parent(node)
        graph.add_edge(above if above in standing else ROOT, node)
    for one, other, data in network.edges(data=True):
        if data["relation"] in SDG and data["basis"] in TRUSTED and one in graph:
            graph.add_edge(one, other)
    return graph


def _targets(network: LabelledGraph, graph: nx.DiGraph[str]) -> list[str]:
    return [node for node in graph if node and network.nodes[node]["kind"] in {"Target", "Goal"}]


def _hanging(network: LabelledGraph, graph: nx.DiGraph[str]) -> dict[str, set[str]]:
    """Return for each element the targets that every way to leads through it."""
    if ROOT not in graph:
        return {}
    above = nx.immediate_dominators(graph, ROOT)
    found: dict[str, set[str]] = {}
    for target in _targets(network, graph):
        node = above.get(target)
        while node:  # the root's name is empty
            found.setdefault(node, set()).add(target)
            node = above[node]
    return found


def _order(network: LabelledGraph) -> Callable[[Record], tuple[Any, ...]]:
    return lambda record: (
        record["tier"],
        -record["targets"],
        network.code_key(record["element"].iri),
    )


def _record(network: LabelledGraph, element: str, lost: set[str]) -> Record:
    data = network.nodes[element]
    return {
        "tier": data["tier"],
        "kind": network.tier(element),
        "element": NamedThing.of(network, element),
        "targets": len(lost),
        "which": things(network, lost),
        "budget": network.budget(element),
    }
