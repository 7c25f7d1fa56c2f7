"""Ties that come of acting on the same thing: offices by measures, goals by measures."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from plangraph.network.measures.measuring import registered
from plangraph.network.measures.ties import CONTRIBUTIONS, IN_CHARGE, SDG, offices_in_charge, served
from plangraph.network.plan_levels import GROUP
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.network.labelled import LabelledGraph

OFFICES_TITLE = Words("ともに働く必要のある組織", "Offices that must work together")
GOALS_TITLE = Words("同じ施策が支えるゴールの組", "SDG goals that the same measures serve")
OFFICE_COLUMNS = {
    "one": Words("組織", "office"),
    "other": Words("ともに働く組織", "works with"),
    "shared": Words("共管の施策", "measures shared"),
    "which": Words("施策", "which"),
    "budget": Words("その予算額（{currency}）", "their budget ({currency})"),
}
GOAL_COLUMNS = {
    "one": Words("ゴール", "goal"),
    "other": Words("ともに支えられるゴール", "served with it"),
    "shared": Words("両方を支える施策", "measures serving both"),
    "expected": Words("偶然なら", "by chance"),
    "lift": Words("リフト値", "lift"),
    "which": Words("施策", "which"),
}


@registered(
    OFFICES_TITLE,
    question=Words("どの組織がともに働く必要があるか", "which offices must work together?"),
    method="one-mode projection (Breiger 1974)",
    needs=IN_CHARGE,
)
def offices(network: LabelledGraph) -> Table:
    """Find the top-level offices that share measures: each is in charge of some of the same measure's projects.

    This is the one-mode projection of the network of offices and measures [1]_, weighted by the number of measures.

    Returns
    -------
    Table
        One row a pair of offices, the most measures first.

    References
    ----------
    .. [1] Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53(2), 181-190.
    """
    sets = offices_in_charge(network, GROUP)
    records: list[Record] = []
    for (one, other), measures in pairs(network, sets).items():
        records.append(
            {
                "one": NamedThing.of(network, one),
                "other": NamedThing.of(network, other),
                "shared": len(measures),
                "which": things(network, measures),
                "budget": network.budget(*measures),
            }
        )
    records.sort(key=lambda r: (-r["shared"], -(r["budget"] or 0)))
    several, every = Count(sum(1 for members in sets.values() if len(members) > 1)), Count(len(sets))
    reading = Words(
        f"同じ施策の事務事業を分けて所管する、最上位の組織の組です。{len(sets)} の施策のうち "
        f"{several} は、二つ以上の組織にまたがります。",
        f"Pairs of top-level offices in charge of projects of the same measure. Of {every} {every:measure|measures}, "
        f"{several} {several:is|are} shared by two offices or more.",
    )
    return Table("offices", OFFICES_TITLE, reading, OFFICE_COLUMNS, records)


@registered(
    GOALS_TITLE,
    question=Words("同じ施策が支えるゴールはどれか", "which goals do the same measures serve?"),
    method="co-occurrence and lift (after Le Blanc 2015)",
    needs=CONTRIBUTIONS,
)
def synergies(network: LabelledGraph) -> Table:
    """Find the pairs of SDG goals that the same measures serve [1]_.

    The lift is the number of measures that serve both, as a multiple of the number to be expected if goals were served
    independently of each other.

    Returns
    -------
    Table
        One row a pair of goals; first those with the most measures beyond what chance would give.

    References
    ----------
    .. [1] Le Blanc, D. (2015). Towards integration at last? The Sustainable Development Goals as a network of targets.
       Sustainable Development 23(3), 176-187.
    """
    goal_of = dict(network.links("broader"))
    sets = {
        measure: {goal_of.get(thing, thing) for thing in things_served}
        for measure, things_served in served(network, GROUP, SDG).items()
    }
    size: dict[str, int] = defaultdict(int)
    for goals in sets.values():
        for goal in goals:
            size[goal] += 1
    records: list[Record] = []
    for (one, other), measures in pairs(network, sets).items():
        expected = size[one] * size[other] / len(sets)
        records.append(
            {
                "one": NamedThing.of(network, one),
                "other": NamedThing.of(network, other),
                "shared": len(measures),
                "expected": expected,
                "lift": len(measures) / expected,
                "which": things(network, measures),
            }
        )
    records.sort(key=lambda r: (r["expected"] - r["shared"], -r["lift"]))
    return Table("synergies", GOALS_TITLE, _read(network, [*size], Count(len(records))), GOAL_COLUMNS, records)


def _read(network: LabelledGraph, goals: Sequence[str], together: Count) -> Words:
    """Describe of how many pairs of the goals that measures serve they serve both, or that fewer make no pair."""
    if not goals:
        return Words(
            "施策が資するゴールは記録されていないので、組もありません。",
            "No goal that measures serve is recorded, so there is no pair.",
        )
    if len(goals) == 1:
        name = NamedThing.of(network, goals[0])
        return Words(
            f"施策が資するゴールは「{name.shown('ja')}」だけなので、組になるゴールはありません。",
            f"The only goal that measures serve is “{name.shown('en')}”, so there is no pair.",
        )
    possible = Count(len(goals) * (len(goals) - 1) // 2)
    return Words(
        f"貢献のある {len(goals)} ゴールの {possible} 組のうち {together} 組を、同じ施策が支えています。"
        "リフト値が1より大きい組は、偶然より多く一緒に支えられています。偶然を上回る数の多い順です。",
        f"Of the {possible} {possible:pair|pairs} of the {len(goals)} goals served, {together} {together:is|are} "
        "served by the same measures; a lift above 1 means more often than by chance. Those furthest above chance come "
        "first.",
    )


def pairs(network: LabelledGraph, sets: Mapping[str, set[str]]) -> dict[tuple[str, str], set[str]]:
    """Return for each two members that stand in a common set the names of those sets.

    Parameters
    ----------
    network : LabelledGraph
        The network of the members.
    sets : mapping of str to set of str
        The members of each set.

    Returns
    -------
    dict of (str, str) to set of str
        The pairs, each in the order of their codes.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, members in sets.items():
        for pair in combinations(sorted(members, key=network.code_key), 2):
            found[pair].add(name)
    return dict(found)
