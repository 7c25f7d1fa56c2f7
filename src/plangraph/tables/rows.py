"""The columns of each table: the one definition of what a row of ``data/<city>/`` may say (DESIGN: the tables).

A cell that is left out is blank; every other restriction is either said here, as a type, or is a rule of
``ontology/shapes``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def _blank_to_none(value: Any) -> Any:
    return None if value == "" else value


Blank = BeforeValidator(_blank_to_none)
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$", max_length=40)]
Year = Annotated[int, Field(ge=1868, le=2300)]
Partial = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Page = Annotated[int, Field(ge=1)]
Score = Annotated[Decimal, Field(ge=0, le=1)]
Day = date
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]
Basis = Literal["Official", "Assumed", "Suggested"]


class Row(BaseModel):
    """A row of a table, with the place where it stands.

    Attributes
    ----------
    file : str
        The file, relative to the dataset's folder.
    line : int
        The line in the file, the header being line 1.
    table : str
        The table's name: that of its file or folder.
    identity : tuple of str
        The columns that together may stand only once.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    table: ClassVar[str]
    identity: ClassVar[tuple[str, ...]] = ("key",)

    file: str
    line: int

    @classmethod
    def columns(cls) -> list[str]:
        """List the columns of the table, in order."""
        own = [name for name in cls.model_fields if name not in {"file", "line", "source", "page"}]
        return own + [name for name in ("source", "page") if name in cls.model_fields]


class Sourced(Row):
    """A row that says where its facts are from.

    Attributes
    ----------
    source : str
        The key of a row of the table of sources.
    page : int or None
        The page of that document, its first being 1.
    """

    source: str = ""
    page: Annotated[Page | None, Blank] = None


class PlanRow(Sourced):
    """A plan, its kind (a class of plans) and its period (fiscal years, both included)."""

    table = "plans"
    key: Key
    kind: str
    label_ja: str
    label_en: str
    alt_ja: str = ""
    start: Annotated[Year | None, Blank] = None
    end: Annotated[Year | None, Blank] = None
    established: Annotated[Partial | None, Blank] = None


class ElementRow(Sourced):
    """An element of a plan, its tier (in the city's own word) and the one element above it."""

    table = "elements"
    identity = ("plan", "code")
    plan: str
    tier: str
    code: Code
    parent: str = ""
    label_ja: str
    label_en: str
    alt_ja: str = ""
    responsible: str = ""


class LinkRow(Sourced):
    """A relation between two things with its basis: how far it may be trusted, and why."""

    table = "links"
    identity = ("plan", "subject", "relation", "object", "basis")
    plan: str = ""
    subject: str
    relation: str
    object: str
    basis: Annotated[Basis | None, Blank] = None
    rationale_ja: str = ""
    rationale_en: str = ""
    score: Annotated[Score | None, Blank] = None


class ObservationRow(Sourced):
    """A figure: what it is about, what was measured, when, how much and in which unit."""

    table = "observations"
    identity = ("plan", "about", "kind", "fiscal_year", "date")
    plan: str = ""
    about: str
    kind: str
    fiscal_year: Annotated[Year | None, Blank] = None
    date: Annotated[Day | None, Blank] = None
    value: Decimal
    unit: str
    note_ja: str = ""
    note_en: str = ""


class EvaluationRow(Sourced):
    """A judgement of an element in a fiscal year: grade of achievement and direction."""

    table = "evaluations"
    identity = ("plan", "element", "fiscal_year")
    plan: str
    element: str
    fiscal_year: Year
    grade: str
    direction: str = ""


class JustifiedHoleRow(Sourced):
    """A target that the city is right to leave unserved: for what reason, and why that reason applies."""

    table = "justified_holes"
    identity = ("target",)
    target: str
    reason: str
    rationale_ja: str = ""
    rationale_en: str = ""


class OrganizationRow(Sourced):
    """An office or another body, the one above it, and the place that it serves."""

    table = "organizations"
    key: Key
    kind: str
    parent: str = ""
    label_ja: str
    label_en: str
    alt_ja: str = ""
    place: str = ""


class PlaceRow(Sourced):
    """A place with its standard area code (e-Stat)."""

    table = "places"
    key: Key
    kind: str
    label_ja: str
    label_en: str
    within: str = ""
    area_code: str = ""


class MilestoneRow(Sourced):
    """A date or span of days that matters to a plan."""

    table = "milestones"
    identity = ("plan", "key")
    plan: str
    key: Key
    label_ja: str
    label_en: str
    date: Day
    end_date: Annotated[Day | None, Blank] = None


class SourceRow(Row):
    """A document, or a passage of the document named in ``part_of``."""

    table = "sources"
    key: Key
    kind: Literal["SourceDocument", "Passage"]
    title_ja: str
    title_en: str
    publisher: str = ""
    date: Annotated[Partial | None, Blank] = None
    url: Annotated[Url | None, Blank] = None
    part_of: str = ""
    note_ja: str = ""
    note_en: str = ""


class GoalRow(Row):
    """One of the seventeen Sustainable Development Goals, with its official colour."""

    table = "goals"
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}$")]
    label_ja: str
    label_en: str
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]


class TargetRow(Row):
    """One of the targets under a goal, with short labels of plangraph's own."""

    table = "targets"
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.(\d{1,2}|[a-d])$")]
    goal: str
    label_ja: str
    label_en: str
