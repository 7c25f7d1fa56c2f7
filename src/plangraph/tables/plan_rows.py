"""The columns of the tables of plans: what they consist of, what measures them, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, TypeAlias

from plangraph.tables.forms import Blank, Kana, Key, Moment, OptionalCode, Year
from plangraph.tables.row import NAMED_IN_ENGLISH, Sourced, registered
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@registered
class PlanRow(Sourced):
    """A plan, its kind (a class of plans, or the city's word for one) and its period (fiscal years, both included)."""

    table = "plans"
    after = "organizations"
    conditions: ClassVar[Mapping[str, str]] = {"label_ja": NAMED_IN_ENGLISH}
    prefix = "plan"
    what = Words("計画", "plan")
    key: Key
    kind: str
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    reading_ja: Kana = ""
    start: Annotated[Year | None, Blank] = None
    end: Annotated[Year | None, Blank] = None
    established: Annotated[Moment | None, Blank] = None
    status: str = ""


@registered
class ElementRow(Sourced):
    """An element of a plan, its tier (in the city's own word) and the one element above it.

    Other elements that list it too stand in ``also_part_of``. Where its name is not known, its code stands
    for it; where it has no code, its name does.
    """

    table = "elements"
    after = "plans"
    conditions: ClassVar[Mapping[str, str]] = {
        "parent": "on the top tier, and where plan.toml says `alone`",
        "code": "yes, it is the name then",
        "label_ja": "yes; without a `label_en` it is the code then",
    }
    identity = ("plan", "tier", "code")
    what = Words("要素", "element")
    inherits = ("plan", "source")
    plan: str
    tier: str
    code: OptionalCode = ""
    parent: str = ""
    also_part_of: str = ""
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    reading_ja: Kana = ""
    responsible: str = ""
    start: Annotated[Year | None, Blank] = None
    end: Annotated[Year | None, Blank] = None
    legal_basis: str = ""
    status: str = ""
    note_ja: str = ""
    note_en: str = ""


@registered
class IndicatorRow(Sourced):
    """An indicator, and the element or plan whose results it measures; its values are observations.

    Observations without a unit of their own take the indicator's.
    """

    table = "indicators"
    after = "elements"
    conditions: ClassVar[Mapping[str, str]] = {
        "code": "yes, it is the name then",
        "label_ja": "yes; without a `label_en` it is the code then",
        "unit": "if each observation about it has one",
    }
    identity = ("plan", "tier", "code")
    what = Words("指標", "indicator")
    inherits = ("plan", "source")
    plan: str
    tier: str
    code: OptionalCode = ""
    element: str
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    reading_ja: Kana = ""
    unit: str = ""
    responsible: str = ""
    note_ja: str = ""
    note_en: str = ""


Tabled: TypeAlias = ElementRow | IndicatorRow
"""A row of what stands on a tier of a plan."""


def called(row: Tabled) -> str:
    """Return what an element or indicator goes by: its code, or the name of what has none."""
    return row.code or row.label_ja or row.label_en


@registered
class MilestoneRow(Sourced):
    """A date or span of time that matters to a plan, as precise as it is known: 2021, 2021-04 or 2021-04-11."""

    table = "milestones"
    after = "indicators"
    conditions: ClassVar[Mapping[str, str]] = {"label_ja": NAMED_IN_ENGLISH}
    prefix = "milestone"
    what = Words("節目", "milestone")
    identity = ("plan", "key")
    inherits = ("plan", "source")
    plan: str
    key: Key
    label_ja: str = ""
    label_en: str = ""
    date: Moment
    end_date: Annotated[Moment | None, Blank] = None
    status: str = ""
    note_ja: str = ""
    note_en: str = ""
