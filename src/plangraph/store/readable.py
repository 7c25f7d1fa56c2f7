"""Answers as people read them: which columns, called what, and values as words and figures of their language.

Terminal, workbook, Markdown, HTML and the tables of notebooks are written from here, so that they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeGuard

from plangraph.namespaces import THINGS
from plangraph.store.columns import YEN, called
from plangraph.store.terms import NamedNode, shown, to_python
from plangraph.store.written_figures import Figures
from plangraph.words import Words, coded_name, own_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from plangraph.store.columns import Holds, Table
    from plangraph.store.terms import Row, Term

RIGHT: Final = frozenset({"count", "number", "money", "millions", "percent", "order"})
"""What stands at the right of its column."""
FIXED: Final = RIGHT | {"code", "year", "date", "flag", "colour"}
"""What is never broken over lines."""
NO_WORDS: Final[Mapping[str, Words]] = {}
FLAGS: Final = {True: Words("はい", "yes"), False: Words("いいえ", "no")}
DATE_LENGTH: Final = len("2024-04-01")
FIVE_DIGITS: Final = 10_000


@dataclass(frozen=True)
class Column:
    """A column that is shown.

    Attributes
    ----------
    title : str
        What it is called in the reader's language.
    holds : Holds
        What it holds.
    indexes : tuple of int
        Which of the rows' columns it is made of: one, or a code and the label beside it; none, where it is of no rows.
    values : mapping of str to Words
        What its values are called, if they are of a few words.
    """

    title: str
    holds: Holds
    indexes: tuple[int, ...] = ()
    values: Mapping[str, Words] = field(default_factory=dict)

    @property
    def fixed(self) -> bool:
        """Whether its values are never broken over lines."""
        return self.holds in FIXED

    @property
    def right(self) -> bool:
        """Whether its values stand at the right."""
        return self.holds in RIGHT


@dataclass(frozen=True)
class Reading:
    """Rows as somebody reads them.

    Attributes
    ----------
    rows : Table
        The rows.
    lang : str
        The reader's language, ``ja`` or ``en``.
    names : mapping of str to str
        What things (IRIs) are called; a column of things of which none has a name is left out.
    ids : bool
        Whether to show IRIs too, where a code or a label stands beside them.
    exact : bool
        Whether to show sums of money in full.
    apart : bool
        Whether a code and the label beside it are columns of their own.
    title : str
        What the rows are about.
    asked : str
        What was asked, in words.
    about : sequence of (str, str)
        What else is to be said of the rows and where they come from: of what, and what.
    """

    rows: Table
    lang: str = "ja"
    names: Mapping[str, str] | None = None
    ids: bool = False
    exact: bool = False
    apart: bool = False
    title: str = ""
    asked: str = ""
    about: Sequence[tuple[str, str]] = ()

    def as_data(self) -> Reading:
        """Return the same as data to go on working with: money in full, codes in columns of their own."""
        return replace(self, exact=True, apart=True)

    @property
    def columns(self) -> list[Column]:
        """The columns that are shown, in order."""
        names = list(self.rows.variables)
        if self.ids:
            return [self._column(name, index) for index, name in enumerate(names)]
        main, hidden = self._named_by_others()
        hidden |= self._blank() | self._said_by_labels()
        codes, found = self._codes(hidden), []
        for index, name in enumerate(names):
            base, _, part = name.rpartition("_")
            if index in hidden or (not self.apart and index in codes.values()):
                continue
            if index in codes and not self.apart:
                found.append(Column(self.heading_of(base), "label", (codes[index], index)))
                continue
            of_base = part == "label" and base and names[codes.get(index, index)] != base
            found.append(self._column((base if of_base else main if name == "label" else name) or name, index))
        return found

    def _codes(self, hidden: Collection[int]) -> dict[int, int]:
        """Return for columns of labels the column of the codes beside them: ``x_code``, or an ``x`` that is shown."""
        at = {name: index for index, name in enumerate(self.rows.variables)}
        shown_at = {name: index for name, index in at.items() if index not in hidden}
        labels = {name.removesuffix("_label"): index for name, index in shown_at.items() if name.endswith("_label")}
        codes = {base: at.get(f"{base}_code", shown_at.get(base)) for base in labels}
        return {labels[base]: code for base, code in codes.items() if code is not None}

    @property
    def blank(self) -> list[str]:
        """What the columns are called in which nothing is known, and which therefore are not shown."""
        return self.blank_but()

    def blank_but(self, *names: str) -> list[str]:
        """Return the same without some columns, named by their variables."""
        blank = [self.rows.variables[at] for at in sorted(self._blank()) if self._holds(at) != "remark"]
        labelled = {name.removesuffix("_label") for name in self.rows.variables if name not in blank}
        told = [name for name in blank if name not in {*names, *labelled} and name.rpartition("_")[0] not in blank]
        return [self.heading_of(name) for name in told] if not self.ids else []

    def _column(self, title: str, index: int) -> Column:
        heading = self.rows.headings.get(self.rows.variables[index])
        return Column(self.heading_of(title), self._holds(index), (index,), heading.values if heading else NO_WORDS)

    def _blank(self) -> set[int]:
        indexes = range(len(self.rows.variables)) if len(self.rows) else ()
        return {index for index in indexes if all(row[index] is None for row in self.rows.rows)}

    def _said_by_labels(self) -> set[int]:
        """Return the columns of codes that say in each row what a label in the row says."""
        return {
            index
            for index in range(len(self.rows.variables))
            if self._is_code(index)
            and all(row[index] is None or not self._own_code(row, index) for row in self.rows.rows)
        }

    def _own_code(self, row: Row, index: int) -> str:
        heading = self.rows.headings.get(self.rows.variables[index])
        code = self.text(row[index], "code", heading.values if heading else NO_WORDS)
        said = (self.text(row[at], "label") for at in self._labels)
        return code if all(own_code(code, label) for label in said) else ""

    def things(self) -> list[str]:
        """Return the things (IRIs) in the columns that are shown, whose names are needed."""
        indexes = {index for column in self.columns for index in column.indexes}
        unnamed = self._unnamed()
        indexes |= set(unnamed if len(unnamed) > 1 else ())  # which of them the label is of, their names tell
        cells = (row[index] for index in indexes for row in self.rows.rows)
        return list(dict.fromkeys(str(cell.value) for cell in cells if isinstance(cell, NamedNode)))

    def lines(self) -> Iterator[list[str]]:
        """Return the text of each row's cells."""
        columns = self.columns
        for row in self.rows.rows:
            yield [self.cell(row, column) for column in columns]

    def cell(self, row: Row, column: Column) -> str:
        """Write what a row has in a column."""
        index, *beside = column.indexes
        if column.holds == "number" and self._is_in_currency(row):
            return self._figures.rounded(to_python(row[index]))
        said = self.text(row[index], column.holds, column.values)
        if beside:
            return coded_name(said, *(self.text(row[at], column.holds, column.values) for at in beside))
        return self._own_code(row, index) if self._is_code(index) else said

    def _is_code(self, index: int) -> bool:
        """Check whether a column has the codes of what people read the labels of in another."""
        name = self.rows.variables[index]
        return (name == "code" or name.endswith("_code")) and not (self.ids or self.apart)

    @cached_property
    def _labels(self) -> list[int]:
        names = self.rows.variables
        return [at for at, name in enumerate(names) if name.endswith("label") or self._holds(at) == "label"]

    def _is_in_currency(self, row: Row) -> bool:
        """Check whether the unit that stands beside a row's figures is a currency."""
        beside = [row[index] for index, name in enumerate(self.rows.variables) if name in {"unit", "unit_label"}]
        return not {self.text(term, "thing") for term in beside}.isdisjoint({*YEN, *called(self.rows.currency)} - {""})

    def text(self, term: Term | None, holds: Holds, values: Mapping[str, Words] = NO_WORDS) -> str:
        """Write a value for the reader; nothing for what is not known, which is never zero.

        Parameters
        ----------
        term : Term or None
            The value.
        holds : Holds
            What its column holds.
        values : mapping of str to Words
            What the values of its column are called, if they are of a few words.
        """
        value = to_python(term)
        if isinstance(value, bool):
            return FLAGS[value].of(self.lang)
        if isinstance(value, str) and value in values:
            return values[value].of(self.lang)
        if isinstance(value, int | Decimal | float):
            return self._figures.of(value, holds)
        if isinstance(term, NamedNode):
            return (self.names or {}).get(term.value) or shown(term).removeprefix(THINGS)
        return shown(term)[: DATE_LENGTH if holds == "date" else None]

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.lang, self.rows.currency, self.exact)

    def heading_of(self, name: str) -> str:
        """Return what stands over a column, by its name."""
        heading = self.rows.headings.get(name)
        if heading is None:
            return name
        title = heading.words.of(self.lang)
        if heading.holds != "money" or not self.rows.currency or not (self.exact or self.lang == "en"):
            return title
        currency = called(self.rows.currency)
        return title + Words(f"（{currency.ja}）", f" ({currency.en})").of(self.lang)

    def _holds(self, index: int) -> Holds:
        if heading := self.rows.headings.get(self.rows.variables[index]):
            return heading.holds
        values = [to_python(row[index]) for row in self.rows.rows]
        known = [value for value in values if value is not None]
        if known and all(isinstance(value, int | Decimal | float) and not isinstance(value, bool) for value in known):
            large = any(isinstance(value, int) and abs(value) >= FIVE_DIGITS for value in known)
            return "count" if large else "order"  # a number of four digits may be a year, and is not grouped
        return "text"

    def _named_by_others(self) -> tuple[str, set[int]]:
        """Return which thing ``code`` and ``label`` are of, and the columns of things that other columns name.

        They are of the last thing before them that has no label of its own.
        """
        names, hidden, main = list(self.rows.variables), set[int](), ""
        before = self._unnamed()
        for index, name in enumerate(names):
            things = [row[index] for row in self.rows.rows]
            if name not in self.rows.headings or not _all_iris(things):
                continue
            own = {f"{name}_label", f"{name}_code", f"{name}_ja", f"{name}_en"} & set(names) or self._is_said(things)
            if own or (self.names is not None and not any(thing and thing.value in self.names for thing in things)):
                hidden.add(index)
            if not own and index in before:
                main = name
        return main, hidden | ({names.index(main)} if main else set())

    def _unnamed(self) -> list[int]:
        """Return the columns of things that have no label of their own, and may be what ``code`` and ``label`` name."""
        names = list(self.rows.variables)
        first = min((names.index(name) for name in ("code", "label") if name in names), default=0)
        return [
            index
            for index, name in enumerate(names[:first])
            if name in self.rows.headings
            and f"{name}_label" not in names
            and _all_iris([row[index] for row in self.rows.rows])
        ]

    def _is_said(self, things: Sequence[NamedNode | None]) -> bool:
        """Check whether another column says what the things of a column are called, row by row."""
        said = [(at, (self.names or {}).get(thing.value, "")) for at, thing in enumerate(things) if thing]
        columns = zip(*self.rows.rows, strict=True)
        return (
            any(all(name and shown(column[at]) == name for at, name in said) for column in columns) if said else False
        )


def _all_iris(values: Sequence[Term | None]) -> TypeGuard[Sequence[NamedNode | None]]:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, NamedNode) for value in known)
