"""The columns of the table of what a document states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from plangraph.tables.row import Row, registered
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@registered
class StatementRow(Row):
    """What a passage of a document states, with the facts that say it, or the reason why none does.

    ``held_by`` names things (``1-1``, ``plan:3``), figures (``place:minato Population``) and links
    (``plan:3 succeeds plan:2``), separated by ``|``.
    """

    table = "statements"
    after = "justified_holes"
    conditions: ClassVar[Mapping[str, str]] = {
        "statement_ja": "if there is a `statement_en`",
        "statement_en": "if there is a `statement_ja`",
        "held_by": "if there is a reason",
        "reason_ja": "if there is a `held_by` or a `reason_en`",
        "reason_en": "if there is a `held_by` or a `reason_ja`",
    }
    identity = ("section", "number")
    what = Words("文書が述べること", "statement")
    section: str
    number: Annotated[int, Field(ge=1)]
    statement_ja: str = ""
    statement_en: str = ""
    held_by: str = ""
    reason_ja: str = ""
    reason_en: str = ""
