"""Which measures bridge policies: betweenness and participation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from plangraph.network.measures.measuring import registered
from plangraph.network.measures.ties import BACKEND, SERVED, projection, served, two_mode
from plangraph.network.plan_levels import ROW, lifting, under_rows
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.network.labelled import LabelledGraph

TITLE = Words("政策の橋渡しをする施策", "Measures that bridge policies")


APART = Words(
    "政策の異なる施策で、同じものをめざすものはデータになく、政策をつなぐ施策はありません。",
    "No measure ties policies together: in the plan's data no two measures of different policies serve the same thing.",
)


@registered(
    TITLE,
    question=Words("政策どうしをつなぐ施策はどれか", "which measures tie policies together?"),
    method="betweenness (Freeman 1977), participation (Guimerà & Amaral 2005)",
    needs=SERVED,
    options=(BACKEND,),
)
def bridges(network: LabelledGraph, *, backend: str | None = None) -> Table:
    """Find the measures that tie policies together by what they serve.

    The hierarchy itself is left out: a measure bridges by the SDG targets, strategies, themes, challenges and wards
    that it and its projects serve. *Betweenness* is the share of shortest paths in that two-mode network which run
    through the measure [1]_. *Participation* says how evenly its ties to other measures (:func:`~plangraph.network.
    measures.ties.projection`) are spread over the policies, 0 if all lead to one [2]_.

    Parameters
    ----------
    network : LabelledGraph
        A plan's network.
    backend : str, optional
        The networkx backend that computes betweenness.

    Returns
    -------
    Table
        One row a measure, the highest betweenness first.

    References
    ----------
    .. [1] Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35-41.
    .. [2] Guimerà, R., & Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks.
       Nature 433, 895-900.
    """
    level = under_rows(network)
    sets = served(network, level)
    scores = nx.betweenness_centrality(two_mode(sets), backend=backend)  # type: ignore[arg-type]
    betweenness = {str(node): score for node, score in scores.items()}
    ties = projection(sets)
    row_of = lifting(network, ROW)
    modules = {measure: row_of(measure) or "" for measure in sets}
    records: list[Record] = []
    for measure in sorted(sets, key=lambda node: (-betweenness[node], network.code_key(node))):
        others = {modules[other] for other in ties[measure]} - {modules[measure], ""}
        records.append(
            {
                "measure": NamedThing.of(network, measure),
                "betweenness": float(betweenness[measure]),
                "participation": participation(ties, measure, modules),
                "policies": len(others),
                "serves": len(sets[measure]),
                "reached": things(network, others),
            }
        )
    top = records[0]["measure"] if records else NamedThing.none()
    reading = Words(
        "媒介性が高い施策は、ほかでは離れている施策どうしを、めざすもの（SDGs・戦略・課題・区）でつないでいます。"
        "参加係数が1に近いほど、つながりが多くの政策に均等に広がります。最も高いのは「{named}」です。",
        "A measure with high betweenness joins, by what it serves (SDGs, strategies, challenges, wards), measures that "
        "are otherwise far apart; the nearer its participation is to 1, the more evenly its ties spread over the "
        "policies. The highest is '{named}'.",
    )
    named = Words(top.shown("ja"), top.shown("en"))
    tied = any(record["policies"] for record in records)
    return Table("bridges", TITLE, reading if tied else APART, COLUMNS, records, level, named)


COLUMNS = {
    "measure": Words("施策", "measure"),
    "betweenness": Words("媒介性", "betweenness"),
    "participation": Words("参加係数", "participation"),
    "policies": Words("つながる他の政策", "other policies reached"),
    "serves": Words("めざすものの数", "things served"),
    "reached": Words("他の政策の番号", "which"),
}


def participation(ties: nx.Graph[str], node: str, modules: Mapping[str, str]) -> float:
    """Return the participation coefficient of a node: 1 − Σ (weight to a module ÷ weight to all)².

    Parameters
    ----------
    ties : networkx.Graph
        A network with edge weights.
    node : str
        The node.
    modules : mapping of str to str
        The module of each node.

    Returns
    -------
    float
        From 0 (all ties lead to one module, or there are none) towards 1.
    """
    by_module: dict[str, float] = {}
    for other, data in ties[node].items():
        by_module[modules[other]] = by_module.get(modules[other], 0.0) + data["weight"]
    total = sum(by_module.values())
    return 1 - sum((weight / total) ** 2 for weight in by_module.values()) if total else 0.0
