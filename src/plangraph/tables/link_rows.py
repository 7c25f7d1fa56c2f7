"""The columns of the tables of relations, and of targets that are rightly left without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from plangraph.tables.forms import Basis, Blank, Score
from plangraph.tables.row import Sourced, registered
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@registered
class LinkRow(Sourced):
    """A relation between two things with its basis: how far it may be trusted, and why."""

    table = "links"
    after = "milestones"
    conditions: ClassVar[Mapping[str, str]] = {
        "source": "unless it is Reported, or Official and plan.toml has no `source`",
        "rationale_ja": "unless it is Assumed and has no `rationale_en`",
        "rationale_en": "unless it is Assumed and has no `rationale_ja`",
        "score": "unless it is Suggested",
    }
    identity = ("plan", "subject", "relation", "object", "basis")
    what = Words("関連", "link")
    inherits = ()
    plan: str = ""
    subject: str
    relation: str
    object: str
    basis: Basis
    rationale_ja: str = ""
    rationale_en: str = ""
    score: Annotated[Score | None, Blank] = None


@registered
class JustifiedHoleRow(Sourced):
    """A target that the city is right to leave unserved: for what reason, and why that reason applies."""

    table = "justified_holes"
    after = "evaluations"
    conditions: ClassVar[Mapping[str, str]] = {
        "rationale_ja": "if there is a `rationale_en`",
        "rationale_en": "if there is a `rationale_ja`",
    }
    identity = ("target",)
    what = Words("理由のある空白", "justified hole")
    inherits = ()
    target: str
    reason: str
    rationale_ja: str = ""
    rationale_en: str = ""
