"""What the columns of one table say together: what is said once, for which year and unit, and what is filled down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph.intake.code_and_name import begins_with_code
from plangraph.intake.columns_of_indicators import (
    give_grades,
    give_of_rows,
    give_what_differs,
    take_codes,
)
from plangraph.intake.columns_of_names import CODE_AND_NAME
from plangraph.intake.columns_of_parents import tell_what_is_of_parents
from plangraph.intake.drafted_columns import DraftedColumns
from plangraph.intake.form_sheets import FormTable
from plangraph.intake.heading_meanings import OF_BUDGET
from plangraph.intake.kinds_of_figures import MONEY, OF_INDICATORS
from plangraph.intake.table_so_far import MOSTLY
from plangraph.intake.values import text_of
from plangraph.intake.whole_costs import leave_sums_of_headings, tell_whole_costs
from plangraph.intake.years_of_values import tell_years_of_values
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_meanings import Meanings

    Column = dict[str, Any]

YEAR_COLUMN = re.compile(r"^(?:年度?|時点|設定年度?)$")
PLANNED = "PlannedCost"
LAST = re.compile(r"最終|[二2２三3３]次")
WHOLE = re.compile(r"総合|最終|二次|2次|２次")
FIRST = re.compile(r"[一1１]次|コスト|予算の|経費|人員")
"""What tells the last word on a thing from what is said before it, or of one side of it."""
ONCE = frozenset(
    ("code", "label", "label_en", "start", "end", "page", "legal_basis", "year", "quarter", "city", "area_code")
)
"""The fields that a row has once."""
FILLED = frozenset(("above", "office", "label", "code", "tier", "indicator", "unit"))
"""The fields in which a blank cell may say what the one above it says."""


AFTER_BUDGET = Words(
    "。ただし予算より後の年度なので、決算見込ではない（計画の額なら kind に PlannedCost と書いてください）",
    "; but the year is after that of the budget, so it is none (if it is what is planned, write PlannedCost as kind)",
)
LEVELS = Words(
    "。同じ見出しの列が段ごとに使い分けられている。名称を一つの列にまとめ、段だけ空白で字下げし、見出しを"
    "「政策・施策・事業名」のようにすれば、上下として読む",
    "; columns of one heading take turns by levels: put the names into one column, set in by spaces, under a heading "
    "such as 政策・施策・事業名, and they are read as tiers",
)


class ColumnsTogether(DraftedColumns):
    """The columns of one table, each guessed for itself, fitted to each other.

    Parameters
    ----------
    columns : list of Column
        The columns, as ``mapping.toml`` is to say them; they are changed.
    block : Block
        The table.
    data : list of int
        Its rows of data, from 0.
    meanings : dict
        What its headings mean.
    own : str
        The tier of what a row is about.
    lang : str
        The language of the reasons.
    """

    def __init__(
        self, columns: list[Column], block: Block, data: Sequence[int], meanings: Meanings, own: str, lang: str
    ) -> None:
        self.columns, self.block, self.own = columns, block, own
        self.data, self._meanings, self._lang = data, meanings, lang

    def _take_turns(self, *columns: int) -> bool:
        """Check whether columns that say something never do so in one row, as the levels of an outline."""
        filled = [{row for row in self.data if text_of(self.block.grid[row][at])} for at in columns]
        return all(filled) and not set.intersection(*filled)

    def settled(self) -> str:
        """Choose one column for what a row can have once, note which cells to fill down; return the own tier."""
        seen: dict[tuple[Any, ...], Column] = {}
        for column in sorted(self.columns, key=self._doubt):
            key = _once(column)
            if key and key in seen:
                letter = seen[key]["column"]
                again = Words(f"。同じものが {letter} 列にある", f"; column {letter} says it already")
                if column["field"] == "label" and self._take_turns(column["at"], seen[key]["at"]):
                    again = LEVELS
                column["field"] = "evaluation_note" if column["field"] in {"grade", "direction"} else "none"
                column["reason"] += again.of(self._lang)
                for name in ("tier", "part"):
                    column.pop(name, None)
            elif key:
                seen[key] = column
        if not self.of("label"):
            take_codes(self.columns, self._meanings, self._lang)
        if not self.of("label") and not self.of("code"):
            self._own_from_above()
        self._codes_in_names()
        self._years_beside()
        heads = {heading.index: heading.parts[-1] for heading in self.block.headings if heading.parts}
        tell_years_of_values(self.columns, heads, self.texts, self._lang)
        self._bureaus_in_order()
        self._planned_beside_budget()
        self._estimated_after_budget()
        if OF_BUDGET in self._meanings.values():
            leave_sums_of_headings(self.columns, self.block, self._lang)
        self._one_indicator()
        give_of_rows(self.columns, self.block, self.data, self._lang)
        give_what_differs(self.columns, self.block, self.data, self._lang)
        self._shared_unit()
        self._year_of_whole()
        tell_whole_costs(self.columns, self.block, self._lang, period=bool(self.of("period")))
        tell_what_is_of_parents(self.columns, self.block, self.data, self._meanings, self._lang)
        for column in self.columns:
            self._fill(column)
        return self.own

    def _doubt(self, column: Column) -> tuple[bool, bool, bool, int]:
        """Return how doubtful a column is as the one of several: 最終, 総合評価 and the own tier's code come first."""
        meaning = self._meanings.get(column["at"])
        judged = column["field"] in {"grade", "direction"}
        heading = column["heading"]
        own = column["field"] == "code" and meaning is not None and meaning.tier == self.own
        whole = judged and WHOLE.search(heading)
        first = judged and bool(FIRST.search(heading))
        return not (judged and LAST.search(heading)), first, not (whole or own), -meaning.certain if meaning else 0

    def _codes_in_names(self) -> None:
        """Read codes from names that begin with them, where no other column has the codes."""
        coded = {column.get("tier", "") for column in self.columns if "code" in {column.get("part"), column["field"]}}
        for column in self.columns:
            if column["field"] in {"above", "label"} and column.get("part") == "name":
                tier = column.get("tier", "")
                texts = self.texts(column["at"])
                begin = sum(begins_with_code(text, tier or self.own) for text in texts)
                if tier not in coded and texts and begin > len(texts) * MOSTLY:
                    column["part"] = ""
                    column["reason"] += CODE_AND_NAME.of(self._lang)

    def _years_beside(self) -> None:
        """Read 年度 beside 値 under 基準値 as the year of that value only, not of the row."""
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

    def _bureaus_in_order(self) -> None:
        """Read 部 behind 局 as the level below it, and 課 as the one below that."""
        deeper = 0
        for column in (column for column in self.columns if column["field"] == "office" and column.get("level")):
            before = [c for c in self.columns if c["field"] == "office" and c["at"] == column["at"] - 1]
            deeper += column["level"] == 1 and bool(before)
            column["level"] += deeper

    def _planned_beside_budget(self) -> None:
        """Separate 計画額 from 予算額 where both stand side by side, be it of one year or of years to come."""
        budgets = [column for column in self.columns if column.get("kind") == "Budget"]
        adopted = any("計画" not in column["heading"] for column in budgets)
        for column in budgets:
            if adopted and "計画" in column["heading"]:
                why = Words("。予算額の列が別にある", "; there is a column of the budget besides")
                column["kind"] = PLANNED
                column["reason"] += why.of(self._lang)

    def _estimated_after_budget(self) -> None:
        """Leave the kind of 見込 open for a year after that of the newest budget: it is no estimate of a settlement."""
        newest = max((c.get("fiscal_year", 0) for c in self.columns if c.get("kind") == "Budget"), default=0)
        for column in (c for c in self.columns if c.get("kind") == "SettlementEstimate" and newest):
            if column.get("fiscal_year", 0) > newest and "決算" not in column["heading"]:
                column["kind"] = ""
                column["reason"] += AFTER_BUDGET.of(self._lang)

    def _one_indicator(self) -> None:
        """Read values that stand before the one indicator of a table as values of it."""
        if len(self.of("indicator")) == 1:
            for column in self.columns:
                if column["field"] == "figure" and column.get("indicator") == 0 and column.get("kind") in OF_INDICATORS:
                    column["indicator"] = 1

    def _shared_unit(self) -> None:
        """Use the one unit that columns of money state for those that state none."""
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
        """Use the fiscal year of the sum before it for うち一般財源 and the like, which is a part of that sum."""
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

    def _own_from_above(self) -> None:
        for column in reversed(self.columns):
            if column["field"] == "above" and column["part"] != "code":
                column["field"] = "label"
                self.own = column.pop("tier")
                names = [text for text in self.texts(column["at"]) if text]
                if self.of("indicator") and len(set(names)) < len(names):
                    give_grades(self.columns, self._lang)
                return

    def _fill(self, column: Column) -> None:
        """Let blank cells under a name say what it says, where a list writes it once for the rows below it."""
        if column["field"] not in FILLED or isinstance(self.block.sheet, FormTable):
            return
        cells = self._from_first(column["at"])
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

    def _from_first(self, at: int) -> list[str]:
        """List the texts of a column from the first row that has one, or has a name: above it are steps of stairs."""
        texts = [text_of(cell) for cell in self.body(at)]
        named = [at, *self.of("label")]
        first = next((n for n, row in enumerate(self.data) if any(text_of(self.block.grid[row][c]) for c in named)), 0)
        return texts[first:]

    def _office_before(self, column: Column, cells: Sequence[str]) -> bool:
        """Check whether another office stands to the left where this one is blank: 副担当課 beside 主担当課."""
        left = [at for at in self.of("office") if at < column["at"]]
        blank = [row for row, cell in enumerate(cells) if not cell]
        return any(sum(bool(text_of(self.body(at)[row])) for row in blank) * 2 > len(blank) > 0 for at in left)


def _once(column: Column) -> tuple[Any, ...] | None:
    """Return what a column says that a row can have once; None if several may say it."""
    field = column["field"]
    if field in {"grade", "direction"}:
        return field, column.get("fiscal_year", 0), column.get("quarter", 0), column.get("value", "")
    if field == "above":
        return field, column["tier"], column["part"]
    return (field,) if field in ONCE else None


def _differ_in_year_only(one: Column, other: Column) -> bool:
    """Check whether two columns are sums of one kind in two fiscal years: 令和7年度予算額 and 令和6年度予算額."""
    return one["kind"] == other["kind"] and one.get("fiscal_year") != other.get("fiscal_year")
