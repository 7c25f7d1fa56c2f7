"""What one column of a table is, guessed from what its heading means and what its cells say."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import years_in
from plangraph.intake.areas import area_guess
from plangraph.intake.columns_of_names import judged, name_of_tier, offices
from plangraph.intake.columns_of_years import OF_UNKNOWN_YEAR, cost_of_year, of_year, scheduled
from plangraph.intake.heading_years import (
    is_relative,
    is_up_to_a_year,
    names_several_years,
    quarter_in,
    relative_year,
    year_in,
    year_judged,
)
from plangraph.intake.kinds_of_figures import MONEY
from plangraph.intake.name_marks import is_state
from plangraph.intake.offices import is_office
from plangraph.intake.quarters import part_in
from plangraph.intake.table_so_far import LONG_TEXT, MOST_GRADES, MOSTLY, marked, numeric
from plangraph.intake.unmeasured import unmeasured
from plangraph.intake.values import (
    figure,
    has_several_figures,
    unit_of_money,
    with_loss,
    without_brackets,
)
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from plangraph.intake.finding import Heading
    from plangraph.intake.heading_words import Meaning
    from plangraph.intake.table_so_far import Guess, Guessed, TableSoFar

UNITS_OF_COUNTS = re.compile(r"[％%]|(?<=[(（])\s*(?:人|件|回)(?=\s*[)）])")
OUTTURN = re.compile(r"\bout-?turn\b", re.IGNORECASE)
"""What is spent, or what an indicator came to."""
SEVERAL = Words(
    "。ただし一つのセルに数が二つ以上ある（上段が予算、下段が決算など。数値として運ぶなら、一つずつ別の列に分けてください）",
    "; but a cell holds several numbers, such as a budget over a settlement: give each a column, to carry them as "
    "figures",
)


class ColumnGuess:
    """Guesses for the columns of one table, from the left to the right.

    Parameters
    ----------
    table : TableSoFar
        What is known of the table; what its columns say of it is added as they are guessed.
    """

    def __init__(self, table: TableSoFar) -> None:
        self._table = table

    def from_cells(self, heading: Heading, texts: list[str]) -> Guessed | None:
        """Guess from the cells and the year over them: a block of years under the heading of an indicator or sum."""
        if guess := self._from_words(texts):
            return guess
        last = heading.parts[-1] if heading.parts else ""
        if (goal := self._table.vocabulary.goal(last)) and texts and marked(texts):
            return {"field": "sdg", "goal": goal}, Words("ゴールごとの印の列", "a column of marks for one goal")
        if texts and marked(texts) and is_office(last):
            said = Words("組織ごとの印の列", "a column of marks for one office")
            return {"field": "office", "value": last}, said
        years = years_in(heading.text)
        if guess := of_year(self._table, heading, years, texts):
            return guess
        if texts and sum(is_office(text) for text in texts) > len(texts) * 0.7:
            return {"field": "office"}, Words("セルが組織の名称", "the cells name offices")
        return None

    def says_of_rows(self, texts: list[str]) -> bool:
        """Check whether cells are words of tiers or of kinds of figures, so that they say what each row is."""
        return self._from_words(texts) is not None

    def _from_words(self, texts: list[str]) -> Guessed | None:
        """Guess from cells that are all words of tiers, or of kinds of figures: they say what the row is."""
        distinct = set(texts)
        if not 1 < len(distinct) <= MOST_GRADES:
            return None
        if kinds := self._kinds_of_rows(distinct):
            self._table.kind_of_rows = True
            self._table.sum_in_rows = any(map(self._table.vocabulary.is_total, distinct))
            return {"field": "figure_kind"}, kinds
        if all(self._table.vocabulary.tier_of(text) for text in distinct):
            return {"field": "tier"}, Words("。セルが層の語", "; the cells are words of tiers")
        return None

    def _kinds_of_rows(self, distinct: set[str]) -> Words | None:
        """Describe that cells are kinds of figures; a few among them, such as その他, have no place in the tables."""
        words = self._table.vocabulary
        kinds = {text: words.kind_of_row(text) for text in distinct if not words.is_total(text)}
        other = sorted(text for text, kind in kinds.items() if not kind)
        if len(set(kinds.values()) - {""}) < 2 or len(other) * 2 > len(kinds):  # noqa: PLR2004 - one kind is a word
            return None
        if not other:
            return Words("。セルが数値の種類", "; the cells are kinds of figures")
        left = "、".join(other)
        return Words(f"。セルが数値の種類（{left} の行の数値は運ばない）", f"; kinds of figures (not carried: {left})")

    def fitted(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        """Fit a meaning to what the cells say."""
        if meaning.field in {"none", "tier"} and (said := self._from_words(texts)):
            return said
        if meaning.field == "none" and texts and all(map(is_state, texts)):
            return {"field": "note"}, Words("。セルは新規、拡充など", "; the cells say what is new or extended")
        fit = getattr(self, f"_fit_{meaning.field}", None)
        if fit is not None:
            guess: Guess = fit(heading, meaning, texts)
            return guess
        long = sum(len(text) > LONG_TEXT for text in texts) > len(texts) / 2
        if meaning.field in {"code", "page"} and long:
            return {"field": "note"}, Words("。ただしセルは長い文", "; but the cells are long texts")
        return {"field": meaning.field}, None

    def _fit_quarter(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        if quarter_in(heading) and (guess := of_year(self._table, heading, years_in(heading.text), texts)):
            return guess
        if texts and all(part_in([text]) for text in texts) and not quarter_in(heading):
            return {"field": "quarter"}, None
        return self._fit_period(heading, meaning, texts)

    def _fit_year(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        years = years_in(heading.text)
        if guess := scheduled(years, texts) or cost_of_year(self._table, heading, years, texts):
            return guess
        if texts and sum(bool(years_in(text)) for text in texts) < len(texts) * MOSTLY:
            return {"field": "none"}, Words("。ただしセルは年度でない", "; but the cells are no fiscal years")
        return {"field": "year"}, None

    def _fit_period(self, _: Heading, __: Meaning, texts: list[str]) -> Guess:
        if sum(bool(years_in(text)) for text in texts) < len(texts) * MOSTLY:
            return {"field": "note"}, Words("。備考として運ぶ", "; carried as a note")
        return {"field": "period"}, None

    def _fit_label_en(self, _: Heading, meaning: Meaning, __: list[str]) -> Guess:
        if meaning.tier not in {"", self._table.own}:
            return {"field": "none"}, Words("。上の層の英語の名称", "; the English name of what the row stands under")
        return {"field": "label_en"}, None

    def _fit_plan(self, *_: Any) -> Guess:
        return {"field": "note"}, Words("。備考として運ぶ", "; carried as a note")

    def _fit_sdg(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if (goal := _goal(heading) or self._table.vocabulary.goal(heading.parts[-1])) and marked(texts):
            return {"field": "sdg", "goal": goal}, Words("。ゴールごとの印の列", "; a column of marks for one goal")
        return {"field": "sdg"}, None

    def _fit_indicator(self, *_: Any) -> Guess:
        self._table.indicators += 1
        return {"field": "indicator", "indicator": self._table.indicators}, None

    def _fit_unit(self, _: Heading, __: Meaning, texts: list[str]) -> Guess:
        if texts and all(map(unit_of_money, texts)):
            return {"field": "unit"}, Words("。その行の金額の単位", "; the unit of the row's amounts")
        if not self._table.indicators:
            return {"field": "none"}, Words("。指標の列がない", "; there is no column of an indicator")
        return {"field": "unit", "indicator": self._table.indicators}, None

    def _fit_evaluation_note(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if self._table.indicators and numeric(texts) > MOSTLY:
            told = self._figure("ActualValue", heading, of_indicator=True)
            return told, Words("。セルは数", "; cells are numbers")
        return {"field": "evaluation_note", "fiscal_year": year_judged(heading, self._table.year)}, None

    def _fit_figure(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        bare = partial(without_brackets, heading=heading.text) if is_japanese(heading.text) else with_loss
        texts = [bare(text) for text in texts]
        free = not meaning.kind and not self._table.kind_of_rows and not self._table.indicators
        if free and (unit_of_money(heading.text) or self._table.unit):
            meaning = replace(meaning, kind=self._table.planned)
        if meaning.kind == "TotalCost" and self._year_of(heading) and not is_japanese(heading.text):
            meaning = replace(meaning, kind="Budget")  # coût prévisionnel 2025 is what is planned for the year
        if guess := self._no_figure(heading, meaning, texts):
            return guess
        of_money = bool(unit_of_money(heading.text) or self._table.unit)
        money = (self._table.money or bool(unit_of_money(heading.text))) and not self._table.indicators
        if meaning.kind == "ActualValue" and money:
            told = self._figure("Settlement", heading, of_indicator=False)
            return told, Words("。指標の列がない金額の表なので決算とみる", "; money, since the table has no indicator")
        if meaning.kind == "ForecastValue" and money:
            told = self._figure("SettlementEstimate", heading, of_indicator=False)
            return told, Words(
                "。指標の列がない金額の表なので決算見込とみる",
                "; an estimate of money, since the table has no indicator",
            )
        if meaning.kind == "Settlement" and OUTTURN.search(heading.text) and self._table.indicators and not of_money:
            told = self._figure("ActualValue", heading, of_indicator=True)
            return told, Words("。金額の表でないので実績とみる", "; an actual value, since nothing speaks of money")
        if not self._table.year and is_relative(heading) and not years_in(heading.text):
            return {"field": "none"}, Words("。どの年度か分からない", "; of which fiscal year is not known")
        of_indicator = meaning.of_indicator or not meaning.kind
        told = self._figure(meaning.kind, heading, of_indicator=of_indicator)
        unknown = told["quarter"] and not (told["fiscal_year"] or self._table.year)
        return told, OF_UNKNOWN_YEAR if unknown else None

    def _no_figure(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess | None:
        """Guess that a column is none of figures although its heading speaks of them."""
        if not meaning.kind and not self._table.kind_of_rows:
            return {"field": "none"}, Words("。数値の種類が分からない", "; of which kind the figures are is not known")
        worded = meaning.of_indicator and self._table.indicators and any(map(figure, texts))
        told = [text for text in texts if not (worded and unmeasured(text))]
        if told and numeric(told) < 1 - MOSTLY:
            several = sum(map(has_several_figures, texts)) > len(texts) / 2
            return {"field": "note"}, SEVERAL if several else Words("。ただしセルは文", "; but the cells are words")
        if names_several_years(heading) or (meaning.kind in MONEY and is_up_to_a_year(heading)):
            return {"field": "none"}, Words("。一つの年度の数値ではない", "; not the figure of one fiscal year")
        if meaning.of_indicator and not self._table.indicators and any(figure(text) is None for text in texts):
            return {"field": "evaluation_note", "fiscal_year": self._year_of(heading)}, Words(
                "。ただし指標の列がなく、セルに文がある", "; but there is no indicator, and some cells are words"
            )
        return None

    def _figure(self, kind: str, heading: Heading, *, of_indicator: bool) -> dict[str, Any]:
        unit = self._unit_in(heading, kind)
        about = self._table.indicators if of_indicator else 0
        year = self._year_of(heading)
        told = {"field": "figure", "kind": kind, "fiscal_year": year, "unit": unit, "indicator": about}
        return told | {"quarter": quarter_in(heading)}

    def _year_of(self, heading: Heading) -> int:
        """Return the one year that a heading names, or the year that 前年度 in it means; 0 if there is none."""
        return year_in(heading) or relative_year(heading, self._table.year)

    def _unit_in(self, heading: Heading, kind: str) -> str:
        if kind in MONEY:
            return unit_of_money(heading.text) or self._table.unit
        said = UNITS_OF_COUNTS.search(heading.text)
        return said[0].strip() if said else ""

    def _fit_tier_name(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        dated = self._table.vocabulary.kind_beside_year(heading.text)
        if dated and self._table.indicators and numeric(texts) > MOSTLY:
            return self._figure(dated, heading, of_indicator=True), Words("。セルは数", "; cells are numbers")
        return name_of_tier(self._table, heading, meaning, texts)

    def _fit_office(self, _: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        return offices(meaning, texts)

    def _fit_area(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        return area_guess(heading, texts)

    def _fit_grade(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        return judged(self._table, heading, meaning, texts)

    _fit_direction = _fit_grade


def _goal(heading: Heading) -> int:
    found = re.match(
        r"^(?:ゴール|目標|goal)?\s*([0-9]{1,2})(?![0-9])", unicodedata.normalize("NFKC", heading.parts[-1]).lower()
    )
    return int(found[1]) if found and 1 <= int(found[1]) <= 17 else 0  # noqa: PLR2004
