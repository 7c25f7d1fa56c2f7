"""What every row of a table is: its place, its columns, and what is said of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict

from plangraph.tables.forms import Blank, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.words import Words

    RowT = TypeVar("RowT", bound="Row")

SEPARATOR = "|"
"""What stands between the values of a cell that takes several."""


NAMED_IN_ENGLISH = "if there is a `label_en`"
ROW_MODELS: list[type[Row]] = []
"""The models of the tables, as they are registered."""


def several(cell: str) -> list[str]:
    """Return the values of a cell that takes several."""
    return [value for value in map(str.strip, cell.split(SEPARATOR)) if value]


class Row(BaseModel):
    """A row of a table, with the place where it stands.

    Attributes
    ----------
    file : str
        The file, relative to the dataset's folder.
    line : int
        The line in the file, the header being line 1.
    unread : frozenset of str
        The columns that cannot be left out and could not be read; what stands there only holds their place.
    table : str
        The table's name: that of its file or folder.
    after : str
        The table that comes before it in workbooks and pages, and is written before it; the first has none.
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
    own_words : mapping of str to str
        The columns that rules on all tables know by another name, which comes first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    table: ClassVar[str]
    after: ClassVar[str] = ""
    identity: ClassVar[tuple[str, ...]] = ("key",)
    prefix: ClassVar[str] = ""
    what: ClassVar[Words]
    inherits: ClassVar[tuple[str, ...]] = ()
    shared: ClassVar[bool] = False
    conditions: ClassVar[Mapping[str, str]] = {}
    own_words: ClassVar[Mapping[str, str]] = {}

    file: str
    line: int
    unread: frozenset[str] = frozenset()

    @classmethod
    def must_have(cls, column: str) -> bool:
        """Check whether a row may not leave a column out, unless ``plan.toml`` says what it inherits."""
        return cls.model_fields[column].is_required()

    @classmethod
    def columns(cls) -> list[str]:
        """List the columns of the table, in order."""
        own = [name for name in cls.model_fields if name not in {"file", "line", "unread", "source", "page"}]
        return own + [name for name in ("source", "page") if name in cls.model_fields]


def registered(model: type[RowT]) -> type[RowT]:
    """Register a model as that of a table."""
    ROW_MODELS.append(model)
    return model


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
