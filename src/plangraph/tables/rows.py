"""The columns of each table: the one definition of what a row of ``data/<city>/`` may say (DESIGN: the tables).

A cell that is left out is blank; every other restriction is either said here, as a type, or is a rule of
``ontology/shapes``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from plangraph.tables.forms import Basis, Blank, Code, Key, Moment, Number, Page, Score, Url, Year
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

SEPARATOR = "|"
"""What stands between the values of a cell that takes several."""


def several(cell: str) -> list[str]:
    """Give the values of a cell that takes several."""
    return [value for value in map(str.strip, cell.split(SEPARATOR)) if value]


_TABLES: dict[str, type[Row]] = {}


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
    prefix : str
        What stands before the key of a row where others refer to it, such as ``office``; nothing if none do so.
    what : Words
        What a row is called in messages.
    inherits : tuple of str
        The columns that, left out, say what ``plan.toml`` says for the whole dataset.
    shared : bool
        Whether the table is of all cities, and not of one.
    conditions : mapping of str to str
        When a column may be missing, where that depends on the row; rules of ``ontology/shapes`` hold it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    table: ClassVar[str]
    identity: ClassVar[tuple[str, ...]] = ("key",)
    prefix: ClassVar[str] = ""
    what: ClassVar[Words]
    inherits: ClassVar[tuple[str, ...]] = ()
    shared: ClassVar[bool] = False
    conditions: ClassVar[Mapping[str, str]] = {}

    file: str
    line: int

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Register the table of the model."""
        super().__pydantic_init_subclass__(**kwargs)
        if "table" in cls.__dict__:
            _TABLES[cls.table] = cls

    @classmethod
    def must_have(cls, column: str) -> bool:
        """Tell whether a row may not leave a column out, unless ``plan.toml`` says what it inherits."""
        return cls.model_fields[column].is_required()

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

    inherits: ClassVar[tuple[str, ...]] = ("source",)

    source: str = ""
    page: Annotated[Page | None, Blank] = None


class SourceRow(Row):
    """A document (``CityDocument``: of the city itself), or a passage of the document named in ``part_of``."""

    table = "sources"
    conditions = {"part_of": "unless it is a Passage"}
    prefix = "source"
    what = Words("出典", "source")
    key: Key
    kind: Literal["CityDocument", "SourceDocument", "Passage"]
    title_ja: str
    title_en: str = ""
    publisher: str = ""
    date: Annotated[Moment | None, Blank] = None
    url: Annotated[Url | None, Blank] = None
    part_of: str = ""
    note_ja: str = ""
    note_en: str = ""


class PlaceRow(Sourced):
    """A place with its standard area code (e-Stat)."""

    table = "places"
    conditions = {"within": "unless it is a Ward", "area_code": "unless it is a City or a Ward", "source": "yes"}
    prefix = "place"
    what = Words("場所", "place")
    key: Key
    kind: str
    label_ja: str
    label_en: str = ""
    within: str = ""
    area_code: str = ""


class OrganizationRow(Sourced):
    """An office or another body, the one above it (left out, the municipality), and the offices that it succeeds.

    A kind that is left out is ``Office``, on whatever level.
    """

    table = "organizations"
    conditions = {
        "kind": "it is Office then; one row is the Municipality",
        "parent": "it stands right below the municipality then; not if it is a PlanningBody",
        "source": "yes",
    }
    prefix = "office"
    what = Words("組織", "office")
    key: Key
    kind: str = ""
    parent: str = ""
    label_ja: str
    label_en: str = ""
    alt_ja: str = ""
    place: str = ""
    succeeds: str = ""


class PlanRow(Sourced):
    """A plan, its kind (a class of plans) and its period (fiscal years, both included)."""

    table = "plans"
    prefix = "plan"
    what = Words("計画", "plan")
    key: Key
    kind: str
    label_ja: str
    label_en: str = ""
    alt_ja: str = ""
    start: Annotated[Year | None, Blank] = None
    end: Annotated[Year | None, Blank] = None
    established: Annotated[Moment | None, Blank] = None
    status: str = ""


class ElementRow(Sourced):
    """An element of a plan, its tier (in the city's own word) and the one element above it.

    What it is listed under besides stands in ``also_part_of``. Where its name is not known, its code stands for it.
    """

    table = "elements"
    conditions = {"parent": "on the top tier, and where plan.toml says `alone`", "label_ja": "yes, it is the code then"}
    identity = ("plan", "tier", "code")
    what = Words("要素", "element")
    inherits = ("plan", "source")
    plan: str
    tier: str
    code: Code
    parent: str = ""
    also_part_of: str = ""
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    responsible: str = ""
    start: Annotated[Year | None, Blank] = None
    end: Annotated[Year | None, Blank] = None
    legal_basis: str = ""
    status: str = ""
    note_ja: str = ""
    note_en: str = ""


class IndicatorRow(Sourced):
    """An indicator, and the element or plan whose results it measures; its values are observations.

    Observations without a unit of their own are in the indicator's.
    """

    table = "indicators"
    conditions = {"label_ja": "yes, it is the code then", "unit": "if each observation about it has one"}
    identity = ("plan", "tier", "code")
    what = Words("指標", "indicator")
    inherits = ("plan", "source")
    plan: str
    tier: str
    code: Code
    element: str
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    unit: str = ""
    responsible: str = ""
    note_ja: str = ""
    note_en: str = ""


class MilestoneRow(Sourced):
    """A date or span of time that matters to a plan, as precise as it is known: 2021, 2021-04 or 2021-04-11."""

    table = "milestones"
    prefix = "milestone"
    what = Words("節目", "milestone")
    identity = ("plan", "key")
    inherits = ("plan", "source")
    plan: str
    key: Key
    label_ja: str
    label_en: str = ""
    date: Moment
    end_date: Annotated[Moment | None, Blank] = None
    status: str = ""
    note_ja: str = ""
    note_en: str = ""


class LinkRow(Sourced):
    """A relation between two things with its basis: how far it may be trusted, and why."""

    table = "links"
    conditions = {
        "source": "unless it is Official or Reported",
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


class ObservationRow(Sourced):
    """A figure: what it is about, what was measured, when, how much and in which unit.

    ``comparator`` says how the value is to be read (``atLeast``, ``about``, …), ``status`` how sure the source is.
    """

    table = "observations"
    conditions = {
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
    note_ja: str = ""
    note_en: str = ""


class EvaluationRow(Sourced):
    """A judgement of an element in a fiscal year: its grade, its direction, or a text."""

    table = "evaluations"
    conditions = {
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


class JustifiedHoleRow(Sourced):
    """A target that the city is right to leave unserved: for what reason, and why that reason applies."""

    table = "justified_holes"
    conditions = {
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


class GoalRow(Row):
    """One of the seventeen Sustainable Development Goals, with its official colour."""

    table = "goals"
    what = Words("ゴール", "goal")
    shared = True
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}$")]
    label_ja: str
    label_en: str
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]


class TargetRow(Row):
    """One of the targets under a goal, with short labels of plangraph's own."""

    table = "targets"
    what = Words("ターゲット", "target")
    shared = True
    identity = ("code",)
    code: Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.(\d{1,2}|[a-d])$")]
    goal: str
    label_ja: str
    label_en: str


TABLES: Mapping[str, type[Row]] = _TABLES
"""All tables by name, in the order in which the rows of a city are written: what others refer to comes first."""
