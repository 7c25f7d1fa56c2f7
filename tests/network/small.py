"""A network small enough to measure by hand.

Two basic policies, two policies each with a measure of two projects; both measures serve target 11.5, the second alone
13.1, and a project of the first alone 3.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.network import Network

if TYPE_CHECKING:
    from plangraph.network import Table

PARENTS = {
    "B1": "", "B2": "", "P1": "B1", "P2": "B2", "M1": "P1", "M2": "P2",
    "J1": "M1", "J2": "M1", "J3": "M2", "J4": "M2",
}  # fmt: skip
KINDS = {"B": "BasicPolicy", "P": "Policy", "M": "Measure", "J": "Project", "T": "Target", "G": "Goal", "O": "Office"}
TIERS = {"B": 1, "P": 2, "M": 3, "J": 4}
LEVELS = {"P": "row", "M": "group", "J": "item"}
SERVES = [("M1", "T11.5"), ("M2", "T11.5"), ("M2", "T13.1"), ("J1", "T3.6")]
GOALS = [("T11.5", "G11"), ("T13.1", "G13"), ("T3.6", "G3")]
IN_CHARGE = [("J1", "O1"), ("J2", "O2"), ("J3", "O1"), ("J4", "O1")]


def small_network() -> Network:
    network = Network(plan="plan", plan_ja="計画", plan_en="Plan", currency="JPY")
    targets = sorted({target for _, target in SERVES})
    for node in [*PARENTS, *targets, "G3", "G11", "G13", "O1", "O2"]:
        kind = KINDS[node[0]]
        network.add_node(
            node, label_ja=f"札{node}", label_en=f"Label {node}", kind=kind, kind_ja=f"種{kind}", kind_en=kind,
            code=node[1:] if node[0] in "BTG" else node,
        )  # fmt: skip
        if node[0] in TIERS:
            network.nodes[node].update(tier=TIERS[node[0]], levels=LEVELS.get(node[0], ""))
    for project, budget in zip(("J1", "J2", "J3", "J4"), (100, 200, 300, 400), strict=True):
        network.nodes[project]["budget"] = budget
    for one, other in PARENTS.items():
        if other:
            _tie(network, one, "partOf", other, "Structural")
    for relation, pairs, basis in (
        ("contributesToTarget", SERVES, "Assumed"),
        ("broader", GOALS, "Structural"),
        ("responsible", IN_CHARGE, "Structural"),
    ):
        for one, other in pairs:
            _tie(network, one, relation, other, basis)
    return network


def _tie(network: Network, one: str, relation: str, other: str, basis: str) -> None:
    network.add_edge(
        one, other, key=relation, relation=relation, basis=basis, label_ja=f"関係{relation}", label_en=relation
    )


def serve(network: Network, measure: str, policy: str, *targets: str) -> None:
    """Add a measure that serves targets, new ones too."""
    for node, like in ((measure, "M1"), *((target, "T3.6") for target in targets if target not in network)):
        network.add_node(node, **{**network.nodes[like], "code": node.removeprefix("T")})
    for other, relation, basis in (
        (policy, "partOf", "Structural"),
        *((target, "contributesToTarget", "Assumed") for target in targets),
    ):
        network.add_edge(measure, other, key=relation, relation=relation, basis=basis)


def column(table: Table, key: str, of: str) -> dict[str, object]:
    """Return what a column holds, by the thing that another one holds."""
    return {record[of].iri: record[key] for record in table.records}
