"""On which tiers of a plan the questions count: its items, what is judged, what has money, and what holds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from plangraph.namespaces import PG
from plangraph.tables.link_rows import LinkRow
from plangraph.tables.plan_rows import ElementRow, PlanRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from plangraph.build.writing.writer import Writer

    Used = Mapping[str, Counter[str]]


def write_levels(writer: Writer) -> None:
    """Write for each plan on which tiers its items stand, what is judged and has money, and what holds the items.

    Items are projects or, in a plan without any, what stands on the lowest tier of its policy system. A plan that
    another one carries out leaves them to that one.
    """
    used = _used([row for row in writer.places.values() if isinstance(row, ElementRow)])
    for thing, plans in writer.carried.into.items():
        if isinstance(row := writer.places.get(thing), ElementRow):
            for taker in plans:
                used[taker][row.tier] += 1
    judged, directed, funded = (
        _used([row for thing in things if isinstance(row := writer.places.get(thing), ElementRow)])
        for things in (writer.graded or writer.judged, writer.directed, writer.funded)
    )
    realized = {link.object.removeprefix("plan:") for link in writer.city.table(LinkRow) if link.relation == "realizes"}
    for row in writer.city.table(PlanRow):
        plan, scope = writer.known(writer.mint(row.key), row.key), writer.names.scope(row.key)
        for tier in _nested(writer, used, row.key, scope):
            plan.tie(PG.needsParent, writer.mint("tier", tier))
        items = _lowest(writer, used[row.key])
        if not items or (row.key in realized and not _projects(writer, items)):
            continue
        above = _above(writer, items, used, scope)
        judged_on = _lowest(writer, judged[row.key]) or items
        wide = next((tier for tier, number in above.items() if number > 1), next(iter(above), ""))
        for predicate, tiers in (
            (PG.itemTier, items),
            (PG.judgedTier, judged_on),
            (PG.directedTier, _lowest(writer, directed[row.key]) or judged_on),
            (PG.fundedTier, _lowest(writer, funded[row.key]) or items),
            (PG.rowTier, [_of_class(writer, above, PG.Policy) or wide]),
            (PG.groupTier, [_of_class(writer, [*reversed(above)], PG.Measure) or next(reversed(above), "")]),
        ):
            for tier in filter(None, tiers):
                plan.tie(predicate, writer.mint("tier", tier))


def _nested(writer: Writer, used: Used, plan: str, scope: Collection[str]) -> list[str]:
    """Return the tiers of a plan whose elements need a parent: one of a tier above is in it or in what it realizes."""
    tiers = writer.city.tiers
    standing = {tier for key in scope if key in used for tier in used[key]}
    return [
        tier
        for tier in used[plan]
        if tier in tiers and tiers.needs_parent(tier) and standing & (set(tiers.above(tier)) - {tier})
    ]


def _used(rows: Sequence[ElementRow]) -> defaultdict[str, Counter[str]]:
    """Count the elements on each tier of each plan."""
    used: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        used[row.plan][row.tier] += 1
    return used


def _lowest(writer: Writer, used: Counter[str]) -> list[str]:
    """Return the tiers of projects or, where there are none, the lowest tier of the policy system, or of all.

    Themes (主な取組) that stand under the policy system are its lowest tier; those under strategies are not.
    """
    tiers = writer.city.tiers
    known = sorted((tier for tier in used if tier in tiers), key=tiers.rank)
    trunk = [tier for tier in known if writer.ontology.is_trunk(tiers.all[tier].kind)]
    themes = [t for t in known if writer.is_a(tiers.all[t].kind, PG.Theme) and set(trunk[-1:]) & {*tiers.above(t)}]
    return _projects(writer, known) or themes[-1:] or trunk[-1:] or known[-1:]


def _projects(writer: Writer, used: Collection[str]) -> list[str]:
    tiers = writer.city.tiers
    return [tier for tier in used if tier in tiers and writer.is_a(tiers.all[tier].kind, PG.Project)]


def _above(writer: Writer, items: Sequence[str], used: Used, scope: Collection[str]) -> dict[str, int]:
    """Return the tiers above the items that have elements in a plan or in what it realizes, the highest first."""
    tiers, found, waiting = writer.city.tiers, set[str](), list(items)
    while waiting:
        above = set(tiers.above(waiting.pop())) - found - set(items)
        found |= above
        waiting += above
    numbers = {tier: sum(used[plan][tier] for plan in scope if plan in used) for tier in sorted(found, key=tiers.rank)}
    return {tier: number for tier, number in numbers.items() if number}


def _of_class(writer: Writer, tiers: Collection[str], kind: str) -> str:
    return next((tier for tier in tiers if writer.is_a(writer.city.tiers.all[tier].kind, kind)), "")
