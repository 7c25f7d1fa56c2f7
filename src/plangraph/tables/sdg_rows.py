"""The columns of the tables of the Sustainable Development Goals, which all cities share."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from plangraph.tables.row import Row, registered
from plangraph.words import Words


@registered
class GoalRow(Row):
    """One of the seventeen Sustainable Development Goals, with its official colour."""

    table = "goals"
    after = "statements"
    what = Words("ゴール", "goal")
    shared = True
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}$")]
    label_ja: str
    label_en: str
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]


@registered
class TargetRow(Row):
    """One of the targets under a goal, with short labels of plangraph's own."""

    table = "targets"
    after = "goals"
    what = Words("ターゲット", "target")
    shared = True
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.(\d{1,2}|[a-d])$")]
    goal: str
    label_ja: str
    label_en: str
