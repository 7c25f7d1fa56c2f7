"""The columns of a review: a proposed link in a row, and what a person decides of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from plangraph.tables.forms import Blank, Score
from plangraph.tables.row import Sourced
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReviewRow(Sourced):
    """A link that is proposed: accept it or reject it, and say why."""

    table = "suggestions"
    conditions: ClassVar[Mapping[str, str]] = {
        "rationale_ja": "unless it is accepted and has no `rationale_en`",
        "rationale_en": "unless it is accepted and has no `rationale_ja`",
    }
    identity = ("plan", "subject", "relation", "object", "passage")
    what = Words("提案", "suggestion")
    inherits = ()
    plan: str = ""
    subject: str
    subject_label: str = ""
    relation: str
    object: str
    object_label: str = ""
    score: Annotated[Score | None, Blank] = None
    terms: str = ""
    passage: str = ""
    accept: str = ""
    reject: str = ""
    rationale_ja: str = ""
    rationale_en: str = ""
