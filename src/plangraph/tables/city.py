"""A city's dataset: its settings and all its rows, and what its names stand for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from plangraph.errors import Problem
from plangraph.iris import OF_EACH_CITY
from plangraph.store.folding import folded
from plangraph.tables.actor_rows import PlaceRow, SourceRow
from plangraph.tables.decimal_signs import with_commas
from plangraph.tables.names import Names, plain
from plangraph.tables.outlines import Outline, read_outlines
from plangraph.tables.plan_file import SETTINGS, read_settings
from plangraph.tables.plan_models import Tiers
from plangraph.tables.plan_rows import ElementRow, PlanRow, Tabled, called
from plangraph.tables.reading import Lost, read_table
from plangraph.tables.rows import TABLES
from plangraph.tables.strange_sheets import strange_questions, strange_sheets
from plangraph.tables.wording import stands_already, unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.ontology import Ontology
    from plangraph.tables.book import Book
    from plangraph.tables.plan_models import PlanFile, Settings
    from plangraph.tables.row import Row

    RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class City:
    """A dataset as its tables say it.

    Attributes
    ----------
    file : PlanFile
        What ``plan.toml`` says.
    tiers : Tiers
        The city's tiers, from the top down.
    names : Names
        What the references in the tables stand for.
    rows : mapping of type of Row to list of Row
        The rows of each table.
    """

    file: PlanFile
    tiers: Tiers
    names: Names
    rows: Mapping[type[Row], list[Row]]

    @property
    def settings(self) -> Settings:
        """What ``plan.toml`` says of the city and its dataset."""
        return self.file.city

    def class_of(self, kind: str) -> str:
        """Return the class that the column ``kind`` of a row means, which may say it in the city's own word."""
        return next((own.kind for own in self.file.kinds if folded(own.word) == folded(kind)), kind)

    def table(self, model: type[RowT]) -> list[RowT]:
        """Return the rows of a table."""
        return cast("list[RowT]", self.rows[model])


def read_city(path: Path, ontology: Ontology, sdg_codes: frozenset[str], problems: list[Problem]) -> City:
    """Read a dataset.

    Parameters
    ----------
    path : Path
        The folder with ``plan.toml`` and the tables, or the workbook that holds both.
    ontology : Ontology
        What classes there are for tiers and kinds.
    sdg_codes : frozenset of str
        The codes of the goals and targets that references may name.
    problems : list of Problem
        To which each problem found in the tables is added.

    Raises
    ------
    TableError
        If ``plan.toml`` is missing or wrong, without which no table can be read.
    """
    dataset = opened(path)
    file = read_settings(dataset, ontology, problems)
    settings, tiers, lost = file.city, Tiers(file.tiers), Lost()
    for_all = {"plan": settings.plan, "source": settings.source}
    commas = with_commas(settings.language, settings.currency)
    rows = {
        model: read_table(dataset, model, problems, lost, for_all, with_commas=commas)
        for model in TABLES.values()
        if not model.shared
    }
    places = [row for row in rows[PlaceRow] if isinstance(row, PlaceRow)]
    rows[Outline] = [*read_outlines(path, places, problems)]
    if isinstance(dataset, Path):
        problems += [*strange_sheets(dataset), *strange_questions(dataset)]
    else:
        problems += dataset.unknown_sheets()
    for of_one_table in rows.values():
        problems += _doubles(of_one_table)
    problems += [
        Problem(row.file, row.line, "key", _taken(row.key))
        for row in rows[PlanRow]
        if isinstance(row, PlanRow) and row.key in OF_EACH_CITY
    ]
    names = Names(settings.key, rows, tiers, sdg_codes, lost)
    for column, model, key in (
        ("place", PlaceRow, settings.place if places else ""),
        ("plan", PlanRow, settings.plan),
        ("source", SourceRow, settings.source),
    ):
        own = model is PlaceRow and key == settings.key  # the city itself, of which a row may say more
        if key and not own and not lost.holds(model.table, key) and not names.has(model.prefix, key):
            known = (str(row.key) for row in rows[model] if isinstance(row, PlaceRow | PlanRow | SourceRow))
            where = (SETTINGS, f"city.{column}") if isinstance(dataset, Path) else (dataset.place_of_city, column)
            problems.append(Problem(where[0], 0, where[1], unknown(model.what, key, known)))
    return City(file, tiers, names, rows)


def _taken(key: str) -> Words:
    return Words(
        f"「{key}」は計画のキーに使えません（ほかのものの IRI がこの名前で始まります）。{key}-1 のようにしてください",
        f"'{key}' cannot be the key of a plan, for the IRIs of other things begin so: call it {key}-1, for one",
    )


RESTARTED = Words(
    "。番号が親ごとに 1 から始まるなら、親のコードを前に付けて、計画の中で一つになるように書いてください（2-1 など）",
    "; where numbers begin anew under each parent, write that of the parent before them (2-1), to have each once in "
    "the plan",
)
"""What to do about codes that are those of elements under other parents."""


def opened(path: Path) -> Path | Book:
    """Open a dataset: its folder as it is, its workbook as one."""
    if path.is_dir():
        return path
    from plangraph.tables.book import Book

    return Book(path)


def _doubles(rows: Sequence[Row]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Row] = {}
    for row in (row for row in rows if not row.unread.intersection(row.identity)):
        identity = tuple(_compared(row, column) for column in row.identity)
        if (other := first.setdefault(identity, row)) is not row:
            named = ", ".join(str(value) for value in identity if value not in {None, ""})
            column = row.identity[-1] if row.identity[-1] in {"key", "code"} else ""
            message = stands_already(named, other)
            if isinstance(row, ElementRow) and isinstance(other, ElementRow) and row.parent != other.parent:
                message = message.then(RESTARTED)
            yield Problem(row.file, row.line, column, message)


def _compared(row: Row, column: str) -> object:
    if column == "code":
        return plain(called(row) if isinstance(row, Tabled) else str(getattr(row, column)))
    return getattr(row, column)
