"""The levels of a plan that measures count on, whatever its city calls them: rows, groups and items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.english import several
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plangraph.network.labelled import LabelledGraph

ROW, GROUP, ITEM = "row", "group", "item"
COMMON = {ROW: Words("政策", "Policy"), GROUP: Words("施策", "Measure"), ITEM: Words("事務事業", "Project")}
"""Level by level what measures call it: what a plan is divided by, what holds its items, and its items."""
TRUSTED = frozenset({"Official", "Reported", "Assumed", "Structural"})
"""The bases of the edges that measures count."""
AIMS = {"contributesToTarget": Words("ターゲット", "target"), "contributesToGoal": Words("ゴール", "goal")}
"""What elements serve, by the relation; measures call all of it targets."""
DISTRICT, DISTRICTS = Words("区", "Ward"), Words("区", "wards")


def on_level(network: LabelledGraph, level: str) -> list[str]:
    """List the elements on a level, in the order of their codes; items are groups where nothing holds them."""
    found = _on(network, level)
    return _on(network, ITEM) if level == GROUP and not found else found


def lifting(network: LabelledGraph, level: str) -> Callable[[str], str | None]:
    """Return what tells the element on a level that an element is or stands under, or None."""
    members = set(on_level(network, level))
    return lambda node: next((each for each in network.upwards(node) if each in members), None)


def under_rows(network: LabelledGraph) -> str:
    """Return the level of what can tie rows together: the groups or, where these are the rows themselves, the items."""
    return GROUP if set(on_level(network, GROUP)) - set(_on(network, ROW)) else ITEM


def of_system(network: LabelledGraph) -> list[str]:
    """List the elements of the policy system, from the top down: on the tiers of all levels, and on those above."""
    standing = {each for level in COMMON for node in on_level(network, level) for each in network.upwards(node)}
    tiers = {_tier(network, node) for node in standing}
    found = [node for node, data in network.nodes(data=True) if "tier" in data and _tier(network, node) in tiers]
    return sorted(found, key=lambda node: (network.nodes[node]["tier"], network.code_key(node)))


def own_words(network: LabelledGraph, called_measures: str = GROUP) -> dict[str, Words]:
    """Return what a plan calls its levels and districts, by the common words (see :func:`plangraph.tier_words.said`).

    Parameters
    ----------
    network : LabelledGraph
        A plan's network.
    called_measures : str
        The level of what is called measures (施策) in the words that are to be said.
    """
    own: dict[str, Words] = {}
    for level, common in COMMON.items():
        members = on_level(network, called_measures if level == GROUP else level)
        tiers = list(dict.fromkeys(network.tier(node) for node in members))
        if tiers:
            words = Words("・".join(each.ja for each in tiers), " or ".join(each.en for each in tiers))
            own |= dict.fromkeys(common, words) | _of_several(network, members, common.en)
    own |= _aims(network)
    if "district_ja" in network.graph:
        one, some = network.graph["district_en"], network.graph["districts_en"]
        own |= dict.fromkeys(DISTRICT, Words(network.graph["district_ja"], one))
        if some != several(one).lower():
            own[several(DISTRICT.en)] = Words(some, some)
    return own


def _aims(network: LabelledGraph) -> dict[str, Words]:
    """Return what the targets that measures speak of are in a plan: targets, goals, or both."""
    serving = {data["relation"] for _, _, data in network.edges(data=True) if data["basis"] in TRUSTED}
    aims = [words for relation, words in AIMS.items() if relation in serving]
    if not aims:
        return {}
    targets = AIMS["contributesToTarget"]
    one, some = (
        separator.join(form(words.en) for words in aims) for separator, form in ((" or ", str), (" and ", several))
    )
    ja = "と".join(words.ja for words in aims)
    return {targets.ja: Words(ja, one), targets.en: Words(ja, one), several(targets.en): Words(some, some)}


def _of_several(network: LabelledGraph, members: Sequence[str], common: str) -> dict[str, Words]:
    """Return what the city calls several of some members, by the common plural; nothing where it does not say it."""
    said = {network.tier(node).en: network.nodes[node].get("tier_plural") for node in members}
    called = " or ".join(str(plural or several(word)) for word, plural in said.items())
    return {several(common): Words(called, called)} if any(said.values()) else {}


def _on(network: LabelledGraph, level: str) -> list[str]:
    found = (node for node, data in network.nodes(data=True) if level in str(data.get("levels", "")).split())
    return sorted(found, key=network.code_key)


def _tier(network: LabelledGraph, node: str) -> tuple[object, Words]:
    return network.nodes[node].get("tier"), network.tier(node)
