"""The draft of one table of ``mapping.toml``: what it is about, and what each of its columns is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import years_in
from plangraph.intake.around_tables import own_tier, section_of, unit_of, with_era, within_of, year_of
from plangraph.intake.code_and_name import begins_with_code
from plangraph.intake.column_guess import CODE_AND_NAME, MONEY, MOSTLY, SHARES, ColumnGuess
from plangraph.intake.column_letters import letters_of
from plangraph.intake.form_sheets import FormTable
from plangraph.intake.heading_meanings import meanings_of
from plangraph.intake.heading_words import bare_heading
from plangraph.intake.marks import is_mark_beside
from plangraph.intake.offices import is_office
from plangraph.intake.persons import tells_of_persons, without_persons
from plangraph.intake.table_lines import lines_of
from plangraph.intake.values import is_gap, joined, text_of, unit_of_money
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block, Heading
    from plangraph.intake.heading_words import Vocabulary

    Column = dict[str, Any]

YEAR_COLUMN = re.compile(r"^(?:年度?|時点|設定年度?)$")
NO_NAMES = Words(
    "どの列が名称か分からない（その列の field を label にしてください）。",
    "no column is known to hold names (set the field of the one that does to label); ",
)
PLANNED = "PlannedCost"
OF_INDICATORS = frozenset(("BaselineValue", "TargetValue", "ActualValue", "ForecastValue"))
"""The kinds of figures that are about indicators."""
WHOLE = re.compile(r"総合|最終|二次|2次|２次")
"""What tells the last word on a thing from what is said before it, or of one side of it."""
WHOLE_COST = re.compile(r"総事業費|全体事業費|総額")
SHOWN, SHOWN_WIDTH = 3, 60  # cells, and letters of one
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
        block = with_era(block)
        self.block, self._lang = block, lang
        self.year, self._year_reason = year_of(block)
        self.unit = unit_of(block)
        self._meanings = meanings_of(block, vocabulary)
        self.own, self.tiers, self._own_reason = own_tier(block, self._meanings, vocabulary)
        names = [at for at, meaning in self._meanings.items() if meaning and meaning.field in {"label", "tier_name"}]
        self.lines = lines_of(block, vocabulary, names)
        self._data = [line.row - 1 for line in self.lines if line.sort == "data"]
        of_money = any(meaning and meaning.kind in MONEY for meaning in self._meanings.values())
        above = " ".join(block.above)
        self._guess = ColumnGuess(self.own, self.year, self.unit, above, vocabulary, of_money=of_money)
        self.columns = [self._column(heading) for heading in block.headings if heading.parts or self._tells(heading)]
        self._settle()
        self._tiers_of_rows(vocabulary)
        self.section = section_of(self.lines, self.own, self.tiers, vocabulary)
        self._hold_section()
        self.over = within_of(block, self.own, self.tiers, vocabulary) if not self.section else ("", "")
        self.within = ""

    def stand_under_what_is_over(self) -> None:
        """Take what is written over the table for what all its rows stand under."""
        self.section, self.within = self.over
        self._hold_section()

    def _hold_section(self) -> None:
        if self.section not in {"", "office", *self.tiers}:
            self.tiers.insert(0, self.section)

    @property
    def useful(self) -> bool:
        """Whether the table names what its rows are about."""
        return any(column["field"] in {"label", "code"} for column in self.columns) and len(self._data) > 0

    @property
    def is_english(self) -> bool:
        """Whether nothing that stands over its columns is Japanese."""
        return all(column["heading"].isascii() for column in self.columns)

    def of_one_kind(self) -> list[list[Column]]:
        """List the groups of columns with shares of one sum that are of one kind, in one fiscal year."""
        groups: dict[tuple[Any, ...], list[Column]] = {}
        for column in self.columns:
            if column.get("kind") in SHARES:
                groups.setdefault((column["kind"], column.get("fiscal_year", 0)), []).append(column)
        return [group for group in groups.values() if len({self.innermost(c) for c in group}) == len(group) > 1]

    def innermost(self, column: Column) -> str:
        """Return the innermost part of a column's heading that is no unit."""
        parts = next(heading.parts for heading in self.block.headings if heading.index == column["at"])
        return next(bare for part in reversed(parts) if not unit_of_money(bare := bare_heading(part)) and bare)

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
        named = Words("", "") if self.of("label") else NO_NAMES
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

    def _tells(self, heading: Heading) -> bool:
        """Check whether a column without a heading says of each row what sort of figures or of what tier it is."""
        return self._guess.says_of_rows([text for cell in self.body(heading.index) if (text := text_of(cell))])

    def _column(self, heading: Heading) -> Column:
        at = heading.index
        meaning = self._meanings.get(at)
        texts = [text for cell in self.body(at) if (text := text_of(cell))]
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

    def _settle(self) -> None:
        """Hold that what a row can have once is taken from one column, and see which cells to fill down."""
        seen: dict[tuple[Any, ...], str] = {}
        for column in sorted(self.columns, key=self._doubt):
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
        self._codes_in_names()
        self._years_beside()
        self._planned_beside_budget()
        self._one_indicator()
        self._shared_unit()
        self._year_of_whole()
        self._whole_cost()
        for column in self.columns:
            self._fill(column)

    def _doubt(self, column: Column) -> tuple[bool, int]:
        """Say how doubtful a column is as the one of several: 総合評価 and the own tier's code come first."""
        meaning = self._meanings.get(column["at"])
        whole = column["field"] in {"grade", "direction"} and WHOLE.search(column["heading"])
        own = column["field"] == "code" and meaning is not None and meaning.tier == self.own
        return not (whole or own), -meaning.certain if meaning else 0

    def _codes_in_names(self) -> None:
        """Take codes from names that begin with them, where no other column has the codes."""
        coded = {column.get("tier", "") for column in self.columns if "code" in {column.get("part"), column["field"]}}
        for column in self.columns:
            if column["field"] in {"above", "label"} and column.get("part") == "name":
                tier = column.get("tier", "")
                texts = [text for cell in self.body(column["at"]) if (text := text_of(cell))]
                begin = sum(begins_with_code(text, tier or self.own) for text in texts)
                if tier not in coded and texts and begin > len(texts) * MOSTLY:
                    column["part"] = ""
                    column["reason"] += CODE_AND_NAME.of(self._lang)

    def _tiers_of_rows(self, vocabulary: Vocabulary) -> None:
        """Take the tiers from the column in which each row says its own."""
        for at in self.of("tier"):
            words = {vocabulary.tier_of(text) for cell in self.body(at) if (text := text_of(cell))} - {""}
            named = sorted(words, key=vocabulary.rank)
            if named:
                self.own = named[-1]
                self.tiers = [*(tier for tier in self.tiers[:-1] if tier not in named), *named]

    def _years_beside(self) -> None:
        """Take 年度 beside 値 under 基準値 for the year of that value only, not of the row."""
        parts = {heading.index: heading.parts for heading in self.block.headings}
        for year in [column for column in self.columns if YEAR_COLUMN.match("".join(parts[column["at"]][-1:]))]:
            group = parts[year["at"]][:-1]
            beside = [c for c in self.columns if group and parts[c["at"]][:-1] == group and c.get("indicator")]
            beside = [c for c in beside if c["field"] == "figure" and not c.get("fiscal_year")]
            if beside:
                year["field"] = "figure_year"
                why = Words("。同じ見出しの下の数値の年度", "; the fiscal year of the figures under the same heading")
                year["reason"] = self._reason_of_heading(year) + why.of(self._lang)
            for column in beside:
                column["year_from"] = year["column"]

    def _reason_of_heading(self, column: Column) -> str:
        meaning = self._meanings.get(column["at"])
        return meaning.reason.of(self._lang) if meaning else ""

    def _planned_beside_budget(self) -> None:
        """Tell 計画額 from 予算額 of the same year where both stand side by side."""
        budgets = [column for column in self.columns if column.get("kind") == "Budget"]
        for column in budgets:
            same = [c for c in budgets if c.get("fiscal_year") == column.get("fiscal_year")]
            if len(same) > 1 and "計画" in column["heading"] and any("計画" not in c["heading"] for c in same):
                why = Words("。予算額の列が別にある", "; there is a column of the budget besides")
                column["kind"] = PLANNED
                column["reason"] += why.of(self._lang)

    def _one_indicator(self) -> None:
        """Take values that stand before the one indicator of a table for values of it."""
        if len(self.of("indicator")) == 1:
            for column in self.columns:
                if column["field"] == "figure" and column.get("indicator") == 0 and column.get("kind") in OF_INDICATORS:
                    column["indicator"] = 1

    def _shared_unit(self) -> None:
        """Take the one unit that columns of money say for those that say none."""
        money = [column for column in self.columns if column.get("kind") in MONEY]
        said = {column["unit"] for column in money if column.get("unit")}
        if len(said) != 1:
            return
        (unit,) = said
        for column in money:
            if not column.get("unit"):
                column["unit"] = unit
                why = Words(f"。単位はほかの列と同じ {unit} とみる", f"; taken to be in {unit} like the other columns")
                column["reason"] += why.of(self._lang)

    def _year_of_whole(self) -> None:
        """Take the fiscal year of the sum before it for うち一般財源 and the like, which is a part of that sum."""
        whole: Column | None = None
        before: Column | None = None
        for column in [column for column in self.columns if column.get("kind") in MONEY]:
            if column["heading"].startswith("うち") and not column.get("fiscal_year"):
                if whole and before and _differ_in_year_only(whole, before):
                    column["field"] = "none"
                    del column["kind"]
                    why = Words("。どの年度の内訳か分からない", "; of which fiscal year it is a part is not known")
                    column["reason"] += why.of(self._lang)
                elif whole and whole.get("fiscal_year"):
                    column["fiscal_year"] = whole["fiscal_year"]
                    why = Words(
                        f"。{whole['column']} 列の内訳とみる", f"; taken to be a part of column {whole['column']}"
                    )
                    column["reason"] += why.of(self._lang)
                before = None
            else:
                whole, before = column, whole

    def _whole_cost(self) -> None:
        """Leave out 総事業費 beside a period or several years: it is the cost of all of them, and of no one year."""
        years = {column["fiscal_year"] for column in self.columns if column.get("fiscal_year")}
        years.update(year for heading in self.block.headings for year in years_in(heading.text))
        if len(years) < 2 and not self.of("period"):  # noqa: PLR2004 - one year is that of the table
            return
        for column in [column for column in self.columns if column.get("kind") == "TotalCost"]:
            if WHOLE_COST.search(column["heading"]) and not column.get("fiscal_year"):
                column["field"] = "none"
                del column["kind"]
                why = Words("。全期間の事業費で、一つの年度の数値ではない", "; the cost of all years, of no one alone")
                column["reason"] += why.of(self._lang)

    def _own_from_above(self) -> None:
        for column in reversed(self.columns):
            if column["field"] == "above" and column["part"] != "code":
                column["field"] = "label"
                self.own = column.pop("tier")
                return

    def _fill(self, column: Column) -> None:
        """Let blank cells under a name say what it says, where a list writes it once for the rows below it."""
        if column["field"] not in FILLED or isinstance(self.block.sheet, FormTable):
            return
        cells = [text_of(cell) for cell in self.body(column["at"])]
        blank = sum(not cell for cell in cells)
        parent = column["field"] == "above" or (column["field"] == "office" and column.get("level", 0) > 0)
        again = self.of("figure_kind") if column["field"] in {"indicator", "unit"} else []
        again = self.of("indicator") + self.of("figure_kind") if column["field"] in {"label", "code"} else again
        several = bool(again) and 0 < blank < len(cells)
        if column["field"] == "office" and self._office_before(column, cells):
            return
        if cells and cells[0] and ((parent and blank > len(cells) * 0.2) or several):
            column["fill_down"] = True
            why = Words("。空のセルは上と同じとみる", "; a blank cell says what the one above it says")
            column["reason"] += why.of(self._lang)

    def _office_before(self, column: Column, cells: Sequence[str]) -> bool:
        """Check whether another office stands to the left where this one is blank: 副担当課 beside 主担当課."""
        left = [at for at in self.of("office") if at < column["at"]]
        blank = [row for row, cell in enumerate(cells) if not cell]
        return any(sum(bool(text_of(self.body(at)[row])) for row in blank) * 2 > len(blank) > 0 for at in left)


def _once(column: Column) -> tuple[Any, ...] | None:
    """Return what a column says that a row can have once; None if several may say it."""
    field = column["field"]
    if field in {"grade", "direction"}:
        return field, column.get("fiscal_year", 0), column.get("value", "")
    if field == "above":
        return field, column["tier"], column["part"]
    return (field,) if field in ONCE else None


def _differ_in_year_only(one: Column, other: Column) -> bool:
    """Check whether two columns are sums of one kind in two fiscal years: 令和7年度予算額 and 令和6年度予算額."""
    return one["kind"] == other["kind"] and one.get("fiscal_year") != other.get("fiscal_year")
