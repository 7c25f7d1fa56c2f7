"""In which plans the references of a plan's rows are looked up: in itself, and in what it realizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.tables.link_rows import LinkRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.tables.row import Row


def scopes(plans: Sequence[str], links: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Return for each plan (key) itself and all that it realizes, the nearest first."""
    realized: dict[str, list[str]] = {plan: [] for plan in plans}
    for link in links:
        if not isinstance(link, LinkRow) or link.relation != "realizes":
            continue
        subject, target = link.subject.removeprefix("plan:"), link.object.removeprefix("plan:")
        if subject in realized and target in realized:
            realized[subject].append(target)
    found_of = {}
    for plan in plans:
        found: dict[str, None] = {}
        queue = [plan]
        while queue:
            if (key := queue.pop(0)) not in found:
                found[key] = None
                queue += realized[key]
        found_of[plan] = tuple(found)
    return found_of
