"""The Sustainable Development Goals and their targets, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.tables.reading import read_table
from plangraph.tables.sdg_rows import GoalRow, TargetRow

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.errors import Problem


@dataclass(frozen=True)
class Sdgs:
    """The goals and targets of ``data/sdg/``."""

    goals: list[GoalRow]
    targets: list[TargetRow]

    def codes(self) -> frozenset[str]:
        """Return the codes of all goals and targets, such as ``11`` and ``11.5``."""
        return frozenset(row.code for rows in (self.goals, self.targets) for row in rows)


def read_sdgs(folder: Path, problems: list[Problem]) -> Sdgs:
    """Read the goals and targets, adding what is wrong to ``problems``."""
    return Sdgs(read_table(folder, GoalRow, problems), read_table(folder, TargetRow, problems))
