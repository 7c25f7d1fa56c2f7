"""The tables: the one definition of what a row of ``data/<city>/`` may say.

A cell that is left out is blank; every other restriction is either said here, as a type, or is a rule of
``ontology/shapes``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.tables.actor_rows import OrganizationRow, PlaceRow, SourceRow
from plangraph.tables.figure_rows import EvaluationRow, ObservationRow
from plangraph.tables.link_rows import JustifiedHoleRow, LinkRow
from plangraph.tables.plan_rows import ElementRow, IndicatorRow, MilestoneRow, PlanRow, Tabled, called
from plangraph.tables.row import Row, Sourced, several
from plangraph.tables.sdg_rows import GoalRow, TargetRow
from plangraph.tables.statement_rows import StatementRow

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "TABLES",
    "ElementRow",
    "EvaluationRow",
    "GoalRow",
    "IndicatorRow",
    "JustifiedHoleRow",
    "LinkRow",
    "MilestoneRow",
    "ObservationRow",
    "OrganizationRow",
    "PlaceRow",
    "PlanRow",
    "Row",
    "SourceRow",
    "Sourced",
    "StatementRow",
    "Tabled",
    "TargetRow",
    "called",
    "several",
]

TABLES: Mapping[str, type[Row]] = {
    model.table: model
    for model in (
        SourceRow,
        PlaceRow,
        OrganizationRow,
        PlanRow,
        ElementRow,
        IndicatorRow,
        MilestoneRow,
        LinkRow,
        ObservationRow,
        EvaluationRow,
        JustifiedHoleRow,
        StatementRow,
        GoalRow,
        TargetRow,
    )
}
"""All tables by name, in the order in which the rows of a city are written: what others refer to comes first."""
