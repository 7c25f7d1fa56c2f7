"""The draft of one table of ``mapping.toml``: what it is about, and what each of its columns is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from plangraph.intake.around_tables import (
    first_section,
    own_tier,
    section_of,
    tier_over,
    unit_of,
    with_era,
    within_of,
    year_of,
)
from plangraph.intake.coloured_cells import only_coloured
from plangraph.intake.column_guess import ColumnGuess
from plangraph.intake.column_letters import letters_of
from plangraph.intake.columns_of_indicators import be_about_indicators
from plangraph.intake.columns_together import ColumnsTogether
from plangraph.intake.drafted_columns import DraftedColumns
from plangraph.intake.form_above import form_above
from plangraph.intake.form_sheets import FormTable
from plangraph.intake.heading_meanings import meanings_of
from plangraph.intake.indentation import OUTLINE, levels_in, unread_outlines
from plangraph.intake.kinds_of_figures import MONEY
from plangraph.intake.marks import is_mark_beside
from plangraph.intake.offices import is_office
from plangraph.intake.persons import tells_of_persons, without_persons
from plangraph.intake.table_lines import lines_of
from plangraph.intake.table_so_far import TableSoFar
from plangraph.intake.tables_beside import APART, of_another
from plangraph.intake.tier_headings import tiers_named
from plangraph.intake.values import is_gap, joined
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.intake.finding import Block, Heading
    from plangraph.intake.heading_words import Vocabulary

    Column = dict[str, Any]

BY_SECTIONS = Words("指標の上の行が名指す", "named by the rows above the indicators")
ROWS_OF_INDICATORS = Words("指標だけを名指す", "its rows name indicators only")
NO_NAMES = Words(
    "どの列が名称か分からない（その列の field を label にしてください）。",
    "no column is known to hold names (set the field of the one that does to label); ",
)
ANOTHER = Words(
    "空いた列を挟んで立っていて、左の行の指標か、別の表か決められない。左の行の指標なら、Excel で空いた列を削除して、"
    "--draft からやり直してください",
    "stands behind blank columns, and nobody can say whether it is about the rows to the left or another table: if it "
    "is about them, delete the blank columns in Excel, and begin again with --draft",
)
SHOWN, SHOWN_WIDTH = 3, 60  # cells, and letters of one


class TableDraft(DraftedColumns):
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
        block = with_era(block)
        self.block, self._lang = block, lang
        self.year, self._year_reason = year_of(block)
        self.unit = unit_of(block)
        self._meanings = meanings_of(block, vocabulary)
        self.own, self.tiers, self._own_reason = own_tier(block, self._meanings, vocabulary)
        names = [at for at, meaning in self._meanings.items() if meaning and meaning.field in {"label", "tier_name"}]
        self.lines = lines_of(block, vocabulary, names)
        self.data = [line.row - 1 for line in self.lines if line.sort == "data"]
        money = {meaning.kind for meaning in self._meanings.values() if meaning and meaning.kind in MONEY}
        above = " ".join([*block.above, block.sheet.name])
        self._guess = ColumnGuess(TableSoFar(self.own, self.year, self.unit, above, vocabulary, money))
        self.columns = [self._column(heading) for heading in block.headings if heading.parts or self._tells(heading)]
        self._leave_out(of_another(block, vocabulary))
        together = ColumnsTogether(self.columns, self.block, self.data, self._meanings, self.own, lang)
        own, self.own = self.own, together.settled()
        self.tiers = [tier for tier in self.tiers if tier != own or own == self.own]
        self._tiers_of_rows(vocabulary)
        self._tiers_of_levels(vocabulary)
        self._first_section = first_section(self.lines, "".join(block.above[-1:]), vocabulary)
        self.section = section_of(self.lines, self.own, self.tiers, vocabulary, self._first_section)
        self._name_by_sections(vocabulary)
        free = not self.section and not isinstance(block.sheet, FormTable)
        self.of_indicators_only = free and be_about_indicators(self.columns, self._meanings, lang)
        if self.of_indicators_only:
            self.tiers, self._own_reason = [], ROWS_OF_INDICATORS
        self._hold_section()
        self.over = within_of(block, self.own, self.tiers, vocabulary) if not self.section else ("", "")
        self.within = self._first_section if self.section else ""
        self._form = form_above(block, self.own, vocabulary)
        if self._form and not self.section and self._form.tier not in self.tiers:
            self.section, self.within = self._form.tier, self._form.name
            self.over = ("", "")
            self._hold_section()

    def _name_by_sections(self, vocabulary: Vocabulary) -> None:
        """Read rows such as 基本目標１ as what the indicators below them are about, where no column says it."""
        if self.of("label") or self.of("code") or not self.of("indicator"):
            return
        told = [line.text for line in self.lines if line.sort == "section"]
        over = self.block.above[-1:]
        tiers = [tier_over(text, vocabulary) for text in [*over, *told]]
        if told and tiers[-1] and len({*tiers[len(over) :]}) == 1:
            self.own = self.section = tiers[-1]
            self.tiers, self._own_reason = [self.own], BY_SECTIONS
            self._first_section = over[0] if over and tiers[0] == self.own else ""

    def stand_under_what_is_over(self) -> None:
        """Read what is written over the table as what all its rows stand under."""
        self.section, self.within = self.over
        self._hold_section()

    def _hold_section(self) -> None:
        if self.section not in {"", "office", *self.tiers}:
            self.tiers.insert(0, self.section)

    @property
    def useful(self) -> bool:
        """Whether the table names what its rows are about, and not only indicators of it, as a part of a form does."""
        named = any(column["field"] in {"label", "code"} for column in self.columns) or self.section == self.own
        return named and len(self.data) > 0 and not self.of_indicators_only

    @property
    def is_english(self) -> bool:
        """Whether nothing that stands over its columns is Japanese."""
        return not any(is_japanese(column["heading"]) for column in self.columns)

    def as_toml(self) -> dict[str, Any]:
        """Return the draft as a table of ``mapping.toml``."""
        told: dict[str, Any] = {"file": self.block.sheet.file}
        if self.block.sheet.name:
            told["sheet"] = self.block.sheet.name
        form = isinstance(self.block.sheet, FormTable)
        if form:
            told = {"file": self.block.sheet.file, "form": True}
        else:
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
        if self.within:
            told["within"] = self.within
        if is_office(self.block.sheet.name) and not any(column.get("level") == 1 for column in self.columns):
            told["office"] = self.block.sheet.name
        if self.block.sheet.hidden:
            told["skip"] = True
        told["reason"] = self._seen().of(self._lang)
        left = {"at", "column"} if form else {"at"}
        told["columns"] = [
            {k: v for k, v in column.items() if k not in left and v not in {"", 0}} for column in self.columns
        ]
        return told

    def _seen(self) -> Words:
        sorts = Counter(line.sort for line in self.lines)
        hidden = self.block.sheet.hidden
        return Words(
            "非表示のシートなので運ばない（運ぶなら skip を消す）。" if hidden else "",
            "a hidden sheet, left out unless you delete skip; " if hidden else "",
        ).then(self._counted(sorts))

    def _counted(self, sorts: Counter[str]) -> Words:
        named = Words("", "") if self.of("label") or self.section == self.own else NO_NAMES
        names = [] if self.of("tier") or self._is_outline() else self.of("label") or self.of("none")
        told = [*unread_outlines(self.block, self.lines, names)]
        told += [self._form.told] if self._form else []
        told += [*only_coloured(self.block, self.lines, self.of("label")), *self._apart()]
        for said in told:
            named = said.then(Words("。", "; ")).then(named)
        return named.then(
            Words(
                f"データの行 {sorts['data']}、合計など {sorts['total']}、注記 {sorts['note']}、"
                f"見出しだけの行 {sorts['section']}、空行 {sorts['blank']}。"
                f"層: {self._own_reason.ja}。年度: {self._year_reason.ja}",
                f"rows of data {sorts['data']}, totals {sorts['total']}, notes {sorts['note']}, "
                f"sections {sorts['section']}, blank {sorts['blank']}; "
                f"tier: {self._own_reason.en}; year: {self._year_reason.en}",
            )
        )

    def _leave_out(self, another: range) -> None:
        """Leave out columns of which nobody can say whether they are of these rows or of another table."""
        for column in (column for column in self.columns if column["at"] in another):
            kept = {key: column[key] for key in ("at", "column", "heading", "examples")}
            column.clear()
            column |= {**kept, "field": "none", "reason": ANOTHER.of(self._lang)}

    def _apart(self) -> Iterator[Words]:
        """Yield a note where columns stand apart from those before them, as another table beside this one would."""
        named = [heading.index for heading in self.block.headings if heading.parts]
        for left, right in pairwise(named):
            blank = not any(self.texts(at) for at in range(left + 1, right))
            if right - left >= APART and blank and any(at > right for at in named) and self.of("label"):
                letter = letters_of(right)
                yield Words(
                    f"{letter} 列からは、空いた列を挟んで立っている。左と別の表なら、その列を none にしてください",
                    f"from column {letter} on, columns stand apart: set them to none, if they are another table",
                )

    def _tells(self, heading: Heading) -> bool:
        """Check whether a column without a heading says of each row what sort of figures or of what tier it is."""
        return self._guess.says_of_rows(self.texts(heading.index))

    def _column(self, heading: Heading) -> Column:
        at = heading.index
        meaning = self._meanings.get(at)
        texts = self.texts(at)
        column: Column = {"at": at, "column": letters_of(at), "heading": heading.text, "field": "none"}
        shown = list(dict.fromkeys(texts))[:SHOWN]
        column["examples"] = " / ".join(without_persons(text)[:SHOWN_WIDTH] for text in shown)
        reason = meaning.reason if meaning else Words("知らない見出し", "a heading that is not known")
        judged = meaning is not None and meaning.field in {"grade", "direction"}
        kept = [text for text in texts if not is_gap(text) or (judged and is_mark_beside(text, texts))]
        if meaning is None and (guess := self._guess.from_cells(heading, kept)):
            column |= guess[0]
            reason = Words(*(text.removeprefix("。").removeprefix("; ") for text in guess[1]))
        elif meaning is not None:
            told, more = self._guess.fitted(heading, meaning, kept)
            column |= told
            reason = reason.then(more) if more else reason
        lines = [text for cell in self.body(at) if (text := joined(cell))]
        if column["field"] != "person" and (why := tells_of_persons(lines, office=column["field"] == "office")):
            column, reason = {**{k: column[k] for k in ("at", "column", "heading")}, "field": "person"}, why
        if at in self.block.sheet.hidden_columns and column["field"] not in {"person", "none"}:
            column = {**{k: column[k] for k in ("at", "column", "heading")}, "field": "none"}
            reason = reason.then(Words("。ただし非表示の列なので運ばない", "; but the column is hidden: left out"))
        if column["field"] == "person":
            column["examples"] = ""
        if not kept and column["field"] not in {"person", "none"}:
            reason = reason.then(Words("。セルはすべて空", "; all cells are blank"))
        column["reason"] = reason.of(self._lang)
        return column

    def _tiers_of_rows(self, vocabulary: Vocabulary) -> None:
        """Read the tiers from the column in which each row names its own."""
        for at in self.of("tier"):
            words = {vocabulary.tier_of(text) for text in self.texts(at)} - {""}
            named = sorted(words, key=vocabulary.rank)
            if named:
                self.own = named[-1]
                self.tiers = [*(tier for tier in self.tiers[:-1] if tier not in named), *named]

    def _is_outline(self) -> bool:
        return any(column.get("indented") for column in self.columns)

    def _tiers_of_levels(self, vocabulary: Vocabulary) -> None:
        """Read the tiers from a heading that names as many, from the top down, as there are levels below it."""
        for column, heading in ((one, self.block.headings[one["at"]]) for one in self.columns):
            levels = levels_in(self.block, self.lines, column["at"])
            words = tiers_named(heading.parts[-1], vocabulary) if levels and heading.parts else []
            if levels and len(set(levels.values())) == len(words):
                column |= {"field": "label", "indented": True, "reason": OUTLINE.of(self._lang)}
                self.own, self.tiers, self._own_reason = words[-1], words, OUTLINE
                self.lines = [replace(line, sort="data") if line.row in levels else line for line in self.lines]
                return
