"""What elements serve, lifted to one tier, and how elements are tied by what they serve in common."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from plangraph.network.measures.measuring import Needs, Option
from plangraph.network.plan_levels import AIMS, TRUSTED, lifting, on_level
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.network.labelled import LabelledGraph

SDG = tuple(AIMS)
SERVES = (*SDG, "advances", "carriesOut", "addresses", "inWard")
BACKEND = Option("backend", Words("計算に使う networkx のバックエンド", "The networkx backend that computes it."))
CONTRIBUTIONS = Needs(SDG, Words("SDGsへの貢献", "contribution to the SDGs"))
SERVED = Needs(
    SERVES,
    Words(
        "めざすもの（SDGs・戦略・課題・区）とのつながり", "tie to what it serves (SDGs, strategies, challenges, wards)"
    ),
)
IN_CHARGE = Needs(("responsible",), Words("担当組織", "office in charge"))


def served(network: LabelledGraph, level: str, relations: tuple[str, ...] = SERVES) -> dict[str, set[str]]:
    """Return what each element on a level serves, itself or by what is below it.

    Suggested and inferred links do not count.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    level : str
        The level: ``row``, ``group`` or ``item``.
    relations : tuple of str
        The relations (local names) that serve.

    Returns
    -------
    dict of str to set of str
        For each element on the level, the things that it serves; empty if none.
    """
    found: dict[str, set[str]] = {node: set() for node in on_level(network, level)}
    lifted = lifting(network, level)
    for one, other, data in network.edges(data=True):
        if data["relation"] in relations and data["basis"] in TRUSTED:
            element = lifted(one)
            if element is not None:
                found[element].add(other)
    return found


def offices_in_charge(network: LabelledGraph, level: str) -> dict[str, set[str]]:
    """Return the top-level offices in charge of each element on a level or of what is below it.

    What an office that is no more was in charge of counts with the one that took over its work, if it was only one.
    """
    found: dict[str, set[str]] = {node: set() for node in on_level(network, level)}
    lifted = lifting(network, level)
    heirs = _heirs(network)
    for one, office in network.links("responsible"):
        element = lifted(one)
        if element is not None:
            found[element].add(_top_of_today(network, office, heirs))
    return found


def _heirs(network: LabelledGraph) -> dict[str, str]:
    """Return for each office that is no more the one that took over its work, if it was only one."""
    later: dict[str, list[str]] = defaultdict(list)
    for heir, office in network.links("officeSucceeds"):
        later[office].append(heir)
    return {office: heirs[0] for office, heirs in later.items() if len(heirs) == 1}


def _top_of_today(network: LabelledGraph, office: str, heirs: Mapping[str, str]) -> str:
    """Return the top-level office over an office, or over the one that took over its work or that of one above it."""
    seen = {office}
    while True:
        above = offices_above(network, office)
        heir = next((heirs[each] for each in above if each in heirs and heirs[each] not in seen), None)
        if heir is None:
            return above[-1]
        seen.add(heir)
        office = heir


def offices_above(network: LabelledGraph, office: str) -> list[str]:
    """List an office and the ones that it belongs to, up to the top level: that right below the municipality."""
    found = [office]
    while True:
        up = next((up for _, up, relation in network.out_edges(found[-1], keys=True) if relation == "unitOf"), None)
        if up is None or up in found or network.nodes[up].get("kind") == "Municipality":
            return found
        found.append(up)


def two_mode(sets: Mapping[str, set[str]]) -> nx.Graph[str]:
    """Tie each element to each thing that it serves."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(sets))
    graph.add_edges_from((one, other) for one in sorted(sets) for other in sorted(sets[one]))
    return graph


def projection(sets: Mapping[str, set[str]]) -> nx.Graph[str]:
    """Tie elements that serve a thing in common.

    A thing that n elements serve adds 1/(n − 1) to the weight of each tie, so that what nearly all serve says
    little [1]_.

    References
    ----------
    .. [1] Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E 64, 016132.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for element in sorted(sets):
        for thing in sets[element]:
            members[thing].append(element)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(sets))
    for thing in sorted(members):
        for one, other in combinations(members[thing], 2):
            weight = 1 / (len(members[thing]) - 1)
            earlier = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
            graph.add_edge(one, other, weight=earlier + weight)
    return graph
