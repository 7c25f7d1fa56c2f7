"""The tables and columns that a mapping speaks of, found on the sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plangraph.errors import Problem, SheetError
from plangraph.intake.account import OfColumn
from plangraph.intake.column_letters import index_of, letters_of
from plangraph.intake.finding import block_at
from plangraph.intake.form_sheets import HEADER, read_forms
from plangraph.intake.indentation import levels_in
from plangraph.intake.mapping import FIELDS
from plangraph.intake.table_lines import lines_of
from plangraph.intake.tables_beside import side_by_side, tables_of
from plangraph.intake.values import plain
from plangraph.words import Count, Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapping import Column, Mapping, SheetOf
    from plangraph.intake.table_lines import Line
    from plangraph.sheets import Sheet

NOTHING = Words("に当てはまる表がありません", ": no table fits it")
NAMING = frozenset(("label", "above", "code"))
"""The fields of columns in which names stand."""


@dataclass
class Place:
    """A column of the mapping on its sheet."""

    column: Column
    at: int
    letter: str
    told: OfColumn


@dataclass(frozen=True)
class Placed:
    """A table that a mapping speaks of, with its columns and rows."""

    of: SheetOf
    block: Block
    places: Sequence[Place]
    lines: Sequence[Line]
    tiers: dict[int, str]
    """The tier of each row that tells it by how far its name is set in."""


class Placing:
    """What of some sheets a mapping speaks of.

    Parameters
    ----------
    mapping : Mapping
        The mapping.
    vocabulary : Vocabulary
        The words of totals and notes, and of headings where the mapping names no rows.
    file : str
        What the file with the mapping is called.
    """

    def __init__(self, mapping: Mapping, vocabulary: Vocabulary, file: str) -> None:
        self._mapping, self._vocabulary, self._file = mapping, vocabulary, file
        self._tiers = {tier.word for tier in mapping.tiers}

    def on(self, sheets: Sequence[Sheet]) -> Iterator[Placed]:
        """Iterate over the tables, each once.

        Raises
        ------
        SheetError
            At the end, if the mapping does not fit the sheets.
        """
        problems = list(self._beyond(sheets))
        if problems:
            raise SheetError(problems)
        problems, used = list[Problem](), set[tuple[str, int, int]]()
        for number, of in enumerate(self._mapping.sheets, 1):
            if of.skip:
                continue
            fitting = [s for s in sheets if of.file in {"", s.file} and of.sheet in {"", s.name}]
            if of.form:
                blocks = self._forms(of, [sheet for sheet in fitting if of.sheet or sheet.place not in self._named()])
            else:
                blocks = [block for sheet in fitting for block in self._blocks(of, sheet)]
            blocks = [block for block in blocks if _where(block) not in used]
            if not blocks:
                name = ":".join(filter(None, (of.file, of.sheet))) or "*"
                meant = did_you_mean(of.sheet or of.file, [s.name if of.sheet else s.file for s in sheets])
                said = Words(f"「{name}」", f"'{name}'").then(NOTHING).then(meant)
                problems.append(Problem(self._file, 0, f"sheets[{number}]", said))
            for block in blocks:
                used.add(_where(block))
                places, wrong = self._places(of, block, number)
                problems += wrong
                names = [place.at for place in places if place.column.field in NAMING]
                lines = lines_of(block, self._vocabulary, names)
                levels = next((levels_in(block, lines, one.at) for one in places if one.column.indented), {})
                tiers = self._tiers_down_to(of.tier, len(set(levels.values())))
                if levels and not tiers:
                    problems.append(self._few_tiers(len(set(levels.values())), f"sheets[{number}].tier"))
                    continue
                lines = [replace(line, sort="data") if line.row in levels else line for line in lines]
                yield Placed(of, block, places, lines, {row: tiers[level] for row, level in levels.items()})
        if problems:
            raise SheetError(problems)

    def _named(self) -> set[str]:
        """Return the places of the sheets that the mapping names, which are no forms of one that names none."""
        return {f"{of.file}:{of.sheet}" for of in self._mapping.sheets if of.file and of.sheet}

    def _beyond(self, sheets: Sequence[Sheet]) -> Iterator[Problem]:
        """Find each table whose rows of headings are not on its sheet."""
        for number, of in enumerate(self._mapping.sheets, 1):
            fitting = [s for s in sheets if of.file in {"", s.file} and of.sheet in {"", s.name}]
            rows = Count(max((len(sheet.rows) for sheet in fitting), default=0))
            if fitting and of.header_rows and max(of.header_rows) >= rows and not of.skip:
                said = Words(
                    f"シートは {rows:,} 行で、見出しの下に行がありません", f"the sheet has {rows:,} {rows:row|rows}"
                )
                yield Problem(self._file, 0, f"sheets[{number}].header_rows", said)

    def _forms(self, of: SheetOf, sheets: Sequence[Sheet]) -> list[Block]:
        labels = [column.heading for column in of.columns if column.heading]
        return [block_at(table, HEADER) for table in read_forms(sheets, self._vocabulary, labels)]

    def _blocks(self, of: SheetOf, sheet: Sheet) -> list[Block]:
        if of.header_rows:
            first, last = min(of.header_rows) - 1, max(of.header_rows)
            if last >= len(sheet.rows):
                return []
            whole = block_at(sheet, range(first, last), of.last_row or None)
            parts = side_by_side(whole, self._vocabulary, _columns_of(of))
            return [part for part in parts if _has_columns(part, of)]
        wanted = {plain(column.heading) for column in of.columns if column.heading}
        blocks = tables_of(sheet, self._vocabulary)
        return [b for b in blocks if not wanted or wanted & {plain(heading.text) for heading in b.headings}]

    def _places(self, of: SheetOf, block: Block, number: int) -> tuple[list[Place], list[Problem]]:
        places, problems = list[Place](), list[Problem]()
        for at, column in enumerate(of.columns, 1):
            index = _index_of(column, block)
            if index is None:
                if not column.column:
                    continue  # a mapping for a kind of sheets names columns that not every one of them has
                name = column.column or column.heading
                said = Words(f"列「{name}」はこの表にありません", f"the table has no column '{name}'")
                said = said.then(did_you_mean(column.heading, [heading.text for heading in block.headings]))
                problems.append(Problem(self._file, 0, f"sheets[{number}].columns[{at}]", said))
                continue
            if (column.field in {"above", "also"} or column.tier) and column.tier not in self._tiers:
                problems.append(self._no_tier(column.tier, f"sheets[{number}].columns[{at}].tier"))
                continue
            letter = "" if of.form else letters_of(index)
            told = OfColumn(block.sheet.place, letter, block.headings[index].text, _read_as(column, of))
            places.append(Place(column, index, letter or block.headings[index].text, told))
        if of.tier not in self._tiers:
            problems.append(self._no_tier(of.tier, f"sheets[{number}].tier"))
        return places, problems

    def _tiers_down_to(self, own: str, count: int) -> list[str]:
        """List so many tiers down to one; none if there are fewer."""
        words = [tier.word for tier in self._mapping.tiers]
        end = words.index(own) + 1 if own in words else 0
        return words[end - count : end] if end >= count else []

    def _few_tiers(self, levels: int, place: str) -> Problem:
        said = Words(
            f"字下げは {levels} 段なので、[[tiers]] に上から {levels} つの層を書いてください",
            f"names are set in on {levels} levels: write {levels} tiers in [[tiers]], from the top down to this one",
        )
        return Problem(self._file, 0, place, said)

    def _no_tier(self, word: str, place: str) -> Problem:
        said = Words(f"層「{word}」が [[tiers]] にありません", f"[[tiers]] has no '{word}'")
        return Problem(self._file, 0, place, said)


def _where(block: Block) -> tuple[str, int, int]:
    return block.sheet.place, block.header.start, block.columns.start if block.columns else 0


def _has_columns(block: Block, of: SheetOf) -> bool:
    """Check whether a table that stands beside others is the one whose columns the mapping names."""
    named = _columns_of(of)
    return block.columns is None or not named or named[0] in block.columns


def _columns_of(of: SheetOf) -> list[int]:
    return [at for column in of.columns if (at := index_of(column.column)) is not None]


def _index_of(column: Column, block: Block) -> int | None:
    if column.column:
        index = index_of(column.column)
        return index if index is not None and index < len(block.headings) else None
    wanted = plain(column.heading)
    return next((h.index for h in block.headings if plain(h.text) == wanted), None) if wanted else None


def _read_as(column: Column, of: SheetOf) -> Words:
    year = column.fiscal_year or (of.fiscal_year if column.field in {"figure", "grade", "direction"} else None)
    more = [column.tier, column.part, column.value, column.kind, str(year or ""), column.unit]
    more.append(f"Q{column.quarter}" if column.quarter else "")
    more.append(f"level {column.level}" if column.level else "")
    more.append(f"#{column.indicator}" if column.indicator else "")
    told = " ".join(filter(None, more))
    means = FIELDS[column.field]
    return Words(
        f"{column.field} {means.ja}" + (f"（{told}）" if told else ""),
        f"{column.field}: {means.en}" + (f" ({told})" if told else ""),
    )
