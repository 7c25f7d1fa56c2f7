"""The draft of one table of ``mapping.toml``: what it is about, and what each of its columns is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph.intake.around_tables import own_tier, section_of, unit_of, year_of
from plangraph.intake.column_guess import ColumnGuess
from plangraph.intake.column_letters import letters_of
from plangraph.intake.heading_meanings import meanings_of
from plangraph.intake.offices import is_office
from plangraph.intake.persons import tells_of_persons
from plangraph.intake.table_lines import lines_of
from plangraph.intake.values import is_gap, text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.intake.finding import Block, Heading
    from plangraph.intake.heading_words import Vocabulary

    Column = dict[str, Any]

SHOWN, SHOWN_WIDTH = 3, 60
ONCE = frozenset(("code", "label", "label_en", "start", "end", "page", "legal_basis", "year", "city", "area_code"))
"""The fields that a row has once."""
FILLED = frozenset(("above", "office", "label", "code", "tier", "indicator", "unit"))
"""The fields in which a blank cell may say what the one above it says."""


class TableDraft:
    """The draft of one table.

    Parameters
    ----------
    block : Block
        The table.
    vocabulary : Vocabulary
        The words of headings.
    lang : str
        The language of the reasons.
    """

    def __init__(self, block: Block, vocabulary: Vocabulary, lang: str) -> None:
        self.block, self._lang = block, lang
        self.year, self._year_reason = year_of(block)
        self.unit = unit_of(block)
        self._meanings = meanings_of(block, vocabulary)
        self.own, self.tiers, self._own_reason = own_tier(block, self._meanings, vocabulary)
        names = [at for at, meaning in self._meanings.items() if meaning and meaning.field in {"label", "tier_name"}]
        self.lines = lines_of(block, vocabulary, names)
        self._data = [line.row - 1 for line in self.lines if line.sort == "data"]
        self._guess = ColumnGuess(self.own, self.year, self.unit)
        self.columns = [self._column(heading) for heading in block.headings if heading.parts]
        self._settle()
        self.section = section_of(self.lines, self.own, self.tiers, vocabulary)
        if self.section not in {"", "office", *self.tiers}:
            self.tiers.insert(0, self.section)

    @property
    def useful(self) -> bool:
        """Whether the table names what its rows are about."""
        return any(column["field"] in {"label", "code"} for column in self.columns) and len(self._data) > 0

    def of(self, field: str) -> list[int]:
        """List the columns of a field."""
        return [column["at"] for column in self.columns if column["field"] == field]

    def body(self, at: int) -> list[object]:
        """List the cells of a column in rows of data."""
        return [self.block.grid[row][at] for row in self._data]

    def as_toml(self) -> dict[str, Any]:
        """Say the draft as a table of ``mapping.toml``."""
        told: dict[str, Any] = {"file": self.block.sheet.file}
        if self.block.sheet.name:
            told["sheet"] = self.block.sheet.name
        told["header_rows"] = [row + 1 for row in self.block.header]
        if self.block.body.stop < len(self.block.sheet.rows):
            told["last_row"] = self.block.body.stop
        told["tier"] = self.own
        if self.year:
            told["fiscal_year"] = self.year
        if self.unit:
            told["unit"] = self.unit
        if self.section:
            told["section"] = self.section
        if is_office(self.block.sheet.name) and not any(column.get("level") == 1 for column in self.columns):
            told["office"] = self.block.sheet.name
        told["reason"] = self._seen().of(self._lang)
        told["columns"] = [
            {k: v for k, v in column.items() if k != "at" and v not in {"", 0}} for column in self.columns
        ]
        return told

    def _seen(self) -> Words:
        sorts = Counter(line.sort for line in self.lines)
        return Words(
            f"データの行 {sorts['data']}、合計など {sorts['total']}、注記 {sorts['note']}、"
            f"見出しだけの行 {sorts['section']}、空行 {sorts['blank']}。"
            f"層: {self._own_reason.ja}。年度: {self._year_reason.ja}",
            f"rows of data {sorts['data']}, totals {sorts['total']}, notes {sorts['note']}, "
            f"sections {sorts['section']}, blank {sorts['blank']}; "
            f"tier: {self._own_reason.en}; year: {self._year_reason.en}",
        )

    def _column(self, heading: Heading) -> Column:
        at = heading.index
        meaning = self._meanings.get(at)
        texts = [text for cell in self.body(at) if (text := text_of(cell))]
        column: Column = {"at": at, "column": letters_of(at), "heading": heading.text, "field": "none"}
        shown = list(dict.fromkeys(texts))[:SHOWN]
        column["examples"] = " / ".join(text[:SHOWN_WIDTH] for text in shown)
        reason = meaning.reason if meaning else Words("知らない見出し", "a heading that is not known")
        kept = [text for text in texts if not is_gap(text)]
        if meaning is None and (guess := self._guess.from_cells(heading, kept)):
            column |= guess[0]
            reason = guess[1]
        elif meaning is not None:
            told, more = self._guess.fitted(heading, meaning, kept)
            column |= told
            reason = reason.then(more) if more else reason
        if column["field"] != "person" and (why := tells_of_persons(kept, office=column["field"] == "office")):
            column, reason = {**{k: column[k] for k in ("at", "column", "heading")}, "field": "person"}, why
        if column["field"] == "person":
            column["examples"] = ""
        if not kept and column["field"] not in {"person", "none"}:
            reason = reason.then(Words("。セルはすべて空", "; all cells are blank"))
        column["reason"] = reason.of(self._lang)
        return column

    def _settle(self) -> None:
        """Hold that what a row can have once is taken from one column, and see which cells to fill down."""
        seen: dict[tuple[Any, ...], str] = {}
        for column in self.columns:
            key = _once(column)
            if key and key in seen:
                again = Words(f"。同じものが {seen[key]} 列にある", f"; column {seen[key]} says it already")
                column["field"] = "evaluation_note" if column["field"] in {"grade", "direction"} else "none"
                column["reason"] += again.of(self._lang)
                for name in ("tier", "part"):
                    column.pop(name, None)
            elif key:
                seen[key] = column["column"]
        if not self.of("label") and not self.of("code"):
            self._own_from_above()
        for column in self.columns:
            self._fill(column)

    def _own_from_above(self) -> None:
        for column in reversed(self.columns):
            if column["field"] == "above" and column["part"] != "code":
                column["field"] = "label"
                self.own = column.pop("tier")
                return

    def _fill(self, column: Column) -> None:
        """Let blank cells under a name say what it says, where a list writes it once for the rows below it."""
        if column["field"] not in FILLED:
            return
        cells = [text_of(cell) for cell in self.body(column["at"])]
        blank = sum(not cell for cell in cells)
        parent = column["field"] in {"above", "office"}
        several = column["field"] in {"label", "code"} and bool(self.of("indicator")) and 0 < blank < len(cells)
        if cells and cells[0] and ((parent and blank > len(cells) * 0.2) or several):
            column["fill_down"] = True
            why = Words("。空のセルは上と同じとみる", "; a blank cell says what the one above it says")
            column["reason"] += why.of(self._lang)


def _once(column: Column) -> tuple[Any, ...] | None:
    """Give what a column says that a row can have once; None if several may say it."""
    field = column["field"]
    if field in {"grade", "direction"}:
        return field, column.get("fiscal_year", 0)
    if field == "above":
        return field, column["tier"], column["part"]
    return (field,) if field in ONCE else None
