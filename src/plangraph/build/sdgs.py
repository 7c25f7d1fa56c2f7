"""The goals and targets as quads, with the UN's own IRIs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build.writing import Thing
from plangraph.namespaces import PG, RDF, SDG_SERIES, SDGO, SKOS

if TYPE_CHECKING:
    from plangraph.store.terms import Quad
    from plangraph.tables.sdg import Sdgs
    from plangraph.tables.sdg_rows import GoalRow, TargetRow


def sdg_quads(sdgs: Sdgs) -> list[Quad]:
    """Write the goals and targets."""
    quads: list[Quad] = []
    for goal in sdgs.goals:
        thing = _open(quads, goal, SDGO.Goal)
        thing.word(PG.colour, goal.colour)
    for target in sdgs.targets:
        thing = _open(quads, target, SDGO.Target)
        thing.tie(SKOS.broader, SDG_SERIES + target.goal)
    return quads


def _open(quads: list[Quad], row: GoalRow | TargetRow, kind: str) -> Thing:
    thing = Thing(quads, SDG_SERIES + row.code, iris.graph("sdg"))
    thing.tie(RDF.type, kind)
    thing.word(SKOS.notation, row.code)
    thing.labels(row.label_ja, row.label_en)
    return thing
