"""Groups of projects as the ties draw them, against the official tree."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

import networkx as nx

from plangraph.network.measures.measuring import Needs, Option, registered
from plangraph.network.measures.ties import BACKEND, IN_CHARGE, SERVED, SERVES, offices_above, projection, served
from plangraph.network.plan_levels import GROUP, ITEM, ROW, lifting
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.network.labelled import LabelledGraph

TITLE = Words("つながりから見た事務事業のまとまり", "Communities of projects as their ties draw them")
COLUMNS = {
    "number": Words("番号", "no."),
    "projects": Words("事務事業", "projects"),
    "budget": Words("予算額（{currency}）", "budget ({currency})"),
    "main": Words("最も多い政策", "main policy"),
    "share": Words("その割合", "its share"),
    "policies": Words("またがる政策", "policies spanned"),
    "which": Words("政策の番号", "which"),
    "ties": Words("結びつけるもの", "held together by"),
}
SHOWN_TIES = 4  # of a group
UNTIED = Words(
    "測れません。めざすものや担当組織が共通する事務事業がなく、事務事業を結びつけるものがデータにありません。",
    "This cannot be measured: nothing ties the projects; no two serve the same thing or share an office.",
)


@registered(
    TITLE,
    question=Words("仕事が政策を横断しているのはどこか", "where does the work cut across the policies?"),
    method="Louvain (Blondel et al. 2008), modularity, NMI (Danon et al. 2005)",
    needs=Needs(
        (*SERVED.relations, *IN_CHARGE.relations),
        Words("めざすものとのつながりや担当組織", "tie to what it serves, or office in charge"),
    ),
    options=(
        Option(
            "seed",
            Words("Louvain 法の乱数の種  [既定: 0]", "The seed of the Louvain method.  [default: 0]"),
            type=int,
        ),
        BACKEND,
    ),
)
def communities(network: LabelledGraph, *, seed: int = 0, backend: str | None = None) -> Table:
    """Group projects by what ties them, and hold the groups against the policies.

    Projects are tied by what they and their measures serve and by the departments in charge
    (:func:`~plangraph.network.measures.ties.projection`); the hierarchy is left out. The groups are those of the
    Louvain method [1]_, their quality is the modularity [2]_, and how far they agree with the policies the normalised
    mutual information [3]_.

    Parameters
    ----------
    network : LabelledGraph
        A plan's network.
    seed : int
        The seed of the Louvain method; the same seed gives the same groups.
    backend : str, optional
        The networkx backend that runs the Louvain method.

    Returns
    -------
    Table
        One row a community, the largest first; none where nothing ties the projects.

    References
    ----------
    .. [1] Blondel, V. D., Guillaume, J.-L., Lambiotte, R., & Lefebvre, E. (2008). Fast unfolding of communities in
       large networks. Journal of Statistical Mechanics, P10008.
    .. [2] Newman, M. E. J., & Girvan, M. (2004). Finding and evaluating community structure in networks.
       Physical Review E 69, 026113.
    .. [3] Danon, L., Díaz-Guilera, A., Duch, J., & Arenas, A. (2005). Comparing community structure identification.
       Journal of Statistical Mechanics, P09008.
    """
    sets = project_ties(network)
    ties = projection(sets)
    ties.remove_nodes_from(list(nx.isolates(ties)))
    if not ties:
        return Table("communities", TITLE, UNTIED, COLUMNS, [])
    found = [set(group) for group in nx.community.louvain_communities(ties, seed=seed, backend=backend)]  # type: ignore[arg-type]
    found.sort(key=lambda group: (-len(group), min(map(network.code_key, group))))
    row_of = lifting(network, ROW)
    policies = {project: row_of(project) or "" for project in ties}
    records = [_record(network, number, group, policies, sets) for number, group in enumerate(found, 1)]
    official = _groups(policies)
    mutual = mutual_information({node: str(n) for n, group in enumerate(found) for node in group}, policies)
    found_quality, tree_quality = (
        nx.community.modularity(ties, groups) if groups else 0.0 for groups in (found, official)
    )
    across = sum(1 for record in records if record["share"] < 1 / 2)
    projects, communities = Count(len(ties)), Count(len(found))
    reading = Words(
        f"{len(ties)} の事務事業は {len(found)} のまとまりに分かれます（モジュラリティ {found_quality:z.2f}、"
        f"政策の区分では {tree_quality:z.2f}）。政策の区分との一致は NMI {mutual:z.2f}（1で完全に一致）。"
        f"どの政策も半数に届かないまとまりが {across} あり、そこでは仕事が政策を横断しています。",
        f"{projects} {projects:project falls|projects fall} into {communities} {communities:community|communities} "
        f"(modularity {found_quality:z.2f}, against {tree_quality:z.2f} for the policies); they agree with the "
        f"policies to an NMI of {mutual:z.2f} (1 is full agreement). In {across} of them no policy has half of the "
        "projects: there the work cuts across.",
    )
    return Table("communities", TITLE, reading, COLUMNS, records)


def project_ties(network: LabelledGraph) -> dict[str, set[str]]:
    """Return what ties each project: what it and its measure serve, and the department in charge."""
    own = served(network, ITEM, SERVES)
    of_measures: dict[str, set[str]] = {}
    for one, other in network.links(*SERVES):
        of_measures.setdefault(one, set()).add(other)
    group_of = lifting(network, GROUP)
    for project, ties in own.items():
        ties.update(of_measures.get(group_of(project) or "", set()))
    for project, office in network.links("responsible"):
        if project in own:
            own[project].add(_department(network, office))
    return own


def mutual_information(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Return the normalised mutual information of two groupings of the same things, 2 I(X;Y) ÷ (H(X) + H(Y)).

    Parameters
    ----------
    one, other : mapping of str to str
        The group of each thing.

    Returns
    -------
    float
        From 0 (independent) to 1 (the same groups; also if both have one group only).
    """
    total = len(one)
    joint = Counter((one[node], other[node]) for node in one)
    left, right = Counter(one.values()), Counter(other[node] for node in one)
    shared = sum(n / total * log(n * total / (left[a] * right[b])) for (a, b), n in joint.items())
    entropy = sum(-n / total * log(n / total) for counts in (left, right) for n in counts.values())
    return 2 * shared / entropy if entropy else 1.0


def _department(network: LabelledGraph, office: str) -> str:
    """Return the office of the second level from the top that an office belongs to; of one at the top, itself."""
    return next(iter(offices_above(network, office)[-2:]))


def _groups(groups: Mapping[str, str]) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for node, group in groups.items():
        found.setdefault(group, set()).add(node)
    return list(found.values())


def _record(
    network: LabelledGraph,
    number: int,
    group: Iterable[str],
    policies: Mapping[str, str],
    sets: Mapping[str, set[str]],
) -> Record:
    members = sorted(group)
    counts = Counter(policies[project] for project in members if policies[project])
    main = min(counts, key=lambda policy: (-counts[policy], network.code_key(policy)), default="")
    return {
        "number": number,
        "projects": len(members),
        "budget": network.budget_of(members),
        "main": NamedThing.of(network, main) if main else NamedThing.none(),
        "share": counts[main] / len(members),
        "policies": len(counts),
        "which": things(network, counts),
        "ties": _telling(network, members, sets),
    }


def _telling(network: LabelledGraph, members: Sequence[str], sets: Mapping[str, set[str]]) -> Words:
    """Name what most members have and few others do."""
    everywhere = Counter(thing for ties in sets.values() for thing in ties)
    inside = Counter(thing for project in members for thing in sets[project])
    score = {thing: n * n / everywhere[thing] for thing, n in inside.items()}
    best = sorted(score, key=lambda thing: (-score[thing], thing))[:SHOWN_TIES]
    return Words(
        "、".join(network.label(thing, "ja") for thing in best), ", ".join(network.label(thing, "en") for thing in best)
    )
