"""The reports that the tests read: of one tier of a plan, in one language."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from plangraph.coverage.report import Report, gather

if TYPE_CHECKING:
    import plangraph


@cache
def report_of(graph: plangraph.Graph, by: str = "policy", language: str = "en") -> Report:
    row = graph.row_kind(by)
    tier = graph.labels([row], language)[row]
    return gather(partial(graph.query), "A plan", row, tier, 2024, language, "0" * 64, graph.in_own_words)
