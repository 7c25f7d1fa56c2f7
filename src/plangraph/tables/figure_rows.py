"""The columns of the tables of figures and judgements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import model_validator

from plangraph.store.folding import folded
from plangraph.tables.comparators import as_written
from plangraph.tables.forms import Blank, Moment, Value, Year
from plangraph.tables.money_units import may_be_one
from plangraph.tables.row import Sourced, registered
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


PLAIN = re.compile(r"[-+\d.,]*")
"""What is a number as it stands, if anything."""


@registered
class ObservationRow(Sourced):
    """A figure: what it is about, what was measured, when, how much and in which unit.

    ``comparator`` says how the value is to be read (``AtLeast``, ``About``, …), ``status`` how sure the source is,
    ``caution`` what is to be known before the value is read as a fact (``Outlier``); a note says more. A value may be
    written as the document has it, with its unit and how it is read (100%以上), and of an indicator in words (増加).
    """

    table = "observations"
    after = "links"
    conditions: ClassVar[Mapping[str, str]] = {
        "fiscal_year": "if there is a `date`",
        "date": "if there is a `fiscal_year`",
        "unit": "if it is about an indicator that has one",
    }
    identity = ("plan", "about", "kind", "fiscal_year", "date")
    what = Words("数値", "figure")
    plan: str = ""
    about: str
    kind: str
    fiscal_year: Annotated[Year | None, Blank] = None
    date: Annotated[Moment | None, Blank] = None
    comparator: str = ""
    value: Value
    unit: str = ""
    status: str = ""
    caution: str = ""
    note_ja: str = ""
    note_en: str = ""

    @model_validator(mode="before")
    @classmethod
    def _as_the_document_has_it(cls, cells: dict[str, Any]) -> dict[str, Any]:
        value = cells.get("value", "")
        if not isinstance(value, str) or PLAIN.fullmatch(value):
            return cells
        read = as_written(value)
        said = {column: cells[column] for column in read if column != "value" and cells.get(column)}
        if "unit" in said and may_be_one(read["unit"], said["unit"]):  # $1,200 beside USD
            read["unit"] = said["unit"]
        return cells | read if all(folded(word) == folded(read[column]) for column, word in said.items()) else cells


@registered
class EvaluationRow(Sourced):
    """A judgement of an element or indicator in a fiscal year: its grade, its direction, or a text."""

    table = "evaluations"
    after = "observations"
    conditions: ClassVar[Mapping[str, str]] = {
        "grade": "if there is a `direction` or a note",
        "direction": "if there is a `grade` or a note",
        "note_ja": "if there is a `grade` or a `direction`",
        "note_en": "if there is a `grade` or a `direction`",
    }
    identity = ("plan", "element", "fiscal_year")
    what = Words("評価", "evaluation")
    inherits = ("plan", "source")
    plan: str
    element: str
    fiscal_year: Year
    grade: str = ""
    direction: str = ""
    note_ja: str = ""
    note_en: str = ""
