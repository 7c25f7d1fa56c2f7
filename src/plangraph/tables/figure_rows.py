"""The columns of the tables of figures and judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from plangraph.tables.forms import Blank, Moment, Number, Year
from plangraph.tables.row import Sourced
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


class ObservationRow(Sourced):
    """A figure: what it is about, what was measured, when, how much and in which unit.

    ``comparator`` says how the value is to be read (``atLeast``, ``about``, …), ``status`` how sure the source is,
    ``caution`` what is to be known before the value is read as a fact (``outlier``); a note says more.
    """

    table = "observations"
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
    value: Number
    unit: str = ""
    status: str = ""
    caution: str = ""
    note_ja: str = ""
    note_en: str = ""


class EvaluationRow(Sourced):
    """A judgement of an element in a fiscal year: its grade, its direction, or a text."""

    table = "evaluations"
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
