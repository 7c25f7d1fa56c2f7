"""A file of words for tiers, columns and rows, such as ``heading_words.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plangraph.errors import Problem, TableError
from plangraph.tables.toml_files import read_toml
from plangraph.tables.wording import explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TierWords(_Table):
    """What tiers of one class are called."""

    kind: str = Field(alias="class")
    words: list[str]


class FieldWords(_Table):
    """What columns of one field are called: words, and such as say it only where they are the whole heading.

    ``dated`` are words that say it of numbers of an indicator, where they stand beside a year.
    """

    field: str
    words: list[str]
    alone: list[str] = []
    dated: list[str] = []
    kind: str = ""
    level: int = 0
    of_indicator: bool = False


class RowWords(_Table):
    """What rows begin with that are no things of the plan."""

    totals: list[str] = []
    notes: list[str] = []


class OtherWords(_Table):
    """What headings begin with that name another thing than the row's own."""

    related: list[str] = []
    former: list[str] = []


class VocabularyFile(_Table):
    """A file of words."""

    tiers: list[TierWords] = []
    parts: dict[str, list[str]] = {}
    others: OtherWords = OtherWords()
    fields: list[FieldWords] = []
    standings: dict[str, list[str]] = {}
    standings_within: dict[str, list[str]] = {}
    denials: list[str] = []
    courses: dict[str, list[str]] = {}
    rows: RowWords = RowWords()
    units: list[str] = []
    whole: list[str] = []
    areas: list[str] = []
    plurals: dict[str, str] = {}
    shares: list[str] = []


def read_words(path: Path) -> VocabularyFile:
    """Read a file of words.

    Raises
    ------
    TableError
        If it is not of the form.
    """
    try:
        return VocabularyFile.model_validate(read_toml(path)[1])
    except ValidationError as error:
        raise TableError(list(_problems(path.name, error.errors()))) from error


def _problems(file: str, details: Iterable[Any]) -> Iterator[Problem]:
    for detail in details:
        yield Problem(file, 0, ".".join(map(str, detail["loc"])), explained(detail))
