"""What one column of a table is, guessed from what its heading means and what its cells say."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import without_years, years_in
from plangraph.intake.code_and_name import begins_with_code
from plangraph.intake.heading_years import (
    is_only_years,
    is_relative,
    names_several_years,
    relative_year,
    year_in,
    year_judged,
)
from plangraph.intake.kinds_of_figures import COSTS_OF_YEARS, MONEY, VALUES_OF_YEARS
from plangraph.intake.marks import is_mark
from plangraph.intake.name_marks import is_state
from plangraph.intake.offices import is_office
from plangraph.intake.values import figure, has_several_figures, unit_of_money, without_brackets
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from plangraph.intake.finding import Heading
    from plangraph.intake.heading_words import Meaning, Vocabulary

    Guess = tuple[dict[str, Any], Words | None]

UNITS_OF_COUNTS = re.compile(r"[％%]|(?<=[(（])\s*(?:人|件|回)(?=\s*[)）])")
CODE_AND_NAME = Words("。セルはコードと名称", "; cells hold code and name")
SEVERAL = Words(
    "。ただし一つのセルに数が二つ以上ある（上段が予算、下段が決算など。数値として運ぶなら、一つずつ別の列に分けてください）",
    "; but a cell holds several numbers, such as a budget over a settlement: give each a column, to carry them as "
    "figures",
)
LONG_TEXT = 40  # letters
MOSTLY = 0.6  # share of cells
MOST_GRADES = 12  # different cells
LETTER = re.compile(r"[A-Z]|[1-5]|[IVX]{1,3}")
"""What stands over one of several columns in which a mark tells the grade."""
SCHEDULE = frozenset("○◯〇●◎△▲□■→⇒➡⇨➔►▶←↔⇔・ー―─━＞>")
DONE = ("実績", "進捗", "進行管理", "達成状況")
"""What stands over tables whose values have been reached."""


class ColumnGuess:
    """Guesses for the columns of one table, from the left to the right.

    Parameters
    ----------
    own : str
        The tier of what a row is about.
    year : int or None
        The fiscal year of the table.
    unit : str
        The unit of money that is said once for the table.
    above : str
        What stands over the table.
    money : set of str
        The kinds of amounts of money that the headings of columns name.
    vocabulary : Vocabulary
        The words of tiers and kinds of figures.
    """

    def __init__(
        self, own: str, year: int | None, unit: str, above: str, vocabulary: Vocabulary, money: Set[str]
    ) -> None:
        self._money = money
        self._own, self._year, self._unit, self._vocabulary = own, year, unit, vocabulary
        self._planned = next((kind for word, kind in COSTS_OF_YEARS.items() if word in above), "")
        done = any(word in above for word in DONE) and "目標" not in above
        self._done = "ActualValue" if done else ""
        self.indicators = 0
        self._kind_of_rows = self._sum_in_rows = False

    def from_cells(self, heading: Heading, texts: list[str]) -> tuple[dict[str, Any], Words] | None:
        """Guess from the cells and the year over them: a block of years under the heading of an indicator or sum."""
        if guess := self._from_words(texts):
            return guess
        if (goal := self._vocabulary.goal(heading.parts[-1] if heading.parts else "")) and texts and _marked(texts):
            return {"field": "sdg", "goal": goal}, Words("ゴールごとの印の列", "a column of marks for one goal")
        if texts and _marked(texts) and is_office(heading.parts[-1] if heading.parts else ""):
            said = Words("組織ごとの印の列", "a column of marks for one office")
            return {"field": "office", "value": heading.parts[-1]}, said
        years = years_in(heading.text)
        if guess := self._of_year(heading, years, texts):
            return guess
        if texts and sum(is_office(text) for text in texts) > len(texts) * 0.7:
            return {"field": "office"}, Words("セルが組織の名称", "the cells name offices")
        return None

    def _of_year(self, heading: Heading, years: list[int], texts: list[str]) -> tuple[dict[str, Any], Words] | None:
        """Guess what stands under a year: a figure whose kind the row says, a schedule, a cost, a value, words."""
        if self._kind_of_rows and len(years) == 1 and not without_years(heading.text):
            told = {"field": "figure", "fiscal_year": years[0], "indicator": self.indicators}
            told |= {"kind": self._planned} if self._sum_in_rows else {}
            told |= {} if self.indicators else {"unit": self._unit}
            return told, Words("年度の列。種類は行が述べる", "a column of a year; the row says the kind")
        if guess := _scheduled(years, texts) or self._cost_of_year(heading, years, texts):
            return guess
        if len(years) == 1 and texts and self.indicators and _numeric(texts) > MOSTLY:
            return self._value_of_year(heading, years[0])
        if len(years) == 1 and texts and not any(figure(text) for text in texts):
            return {"field": "note"}, Words("年度ごとの文、備考として運ぶ", "words for a year; carried as a note")
        return None

    def _value_of_year(self, heading: Heading, year: int) -> tuple[dict[str, Any], Words]:
        said = next((kind for word, kind in VALUES_OF_YEARS.items() if word in heading.text), "")
        if said or self._year:
            kind = said or ("TargetValue" if self._year and year > self._year else "ActualValue")
            why = Words("年度の列。目標か実績かは書かれていない", "a column of a year; target or actual is not said")
        else:
            kind = self._done
            why = Words("年度の列。表の上の文から実績とみる", "a column of a year; actual, from the text above")
            if not kind:
                why = Words(
                    "年度の列。目標か実績か分からない（kind に TargetValue か ActualValue と書いてください）",
                    "a column of a year; target or actual is not known: write TargetValue or ActualValue as kind",
                )
        told = {"field": "figure", "kind": kind, "fiscal_year": year, "indicator": self.indicators}
        return told, Words("年度の列", "a column of a year") if said else why

    def says_of_rows(self, texts: list[str]) -> bool:
        """Check whether cells are words of tiers or of kinds of figures, so that they say what each row is."""
        return self._from_words(texts) is not None

    def _cost_of_year(
        self, heading: Heading, years: list[int], texts: list[str]
    ) -> tuple[dict[str, Any], Words] | None:
        """Guess that bare years under a unit of money are costs, if what stands over the table says of which kind."""
        unit = unit_of_money(heading.text) or self._unit
        if self.indicators or not (unit and texts and is_only_years(heading)):
            return None
        if names_several_years(heading):
            return {"field": "none"}, Words("。一つの年度の数値ではない", "; not the figure of one fiscal year")
        year = years[0] if years else relative_year(heading, self._year)
        if not year or _numeric(texts) <= MOSTLY / 2:
            return None
        kind = self._planned or (self._kind_beside() if is_relative(heading) else "")
        told = {"field": "figure", "kind": kind, "fiscal_year": year, "unit": unit}
        if not kind:
            return told, Words(
                "。年度の列。予算か決算か分からない（kind に Budget か Settlement と書いてください）",
                "; a column of a year; budget or settlement is not known: write Budget or Settlement as kind",
            )
        return told, Words(
            "。表の上の文と単位から、年度ごとの事業費", "; the cost of a year, from the text and unit above"
        )

    def _kind_beside(self) -> str:
        """Return Budget or Settlement, if only one of them stands over columns: 前年度 beside 予算額 is a budget."""
        kinds = self._money & {"Budget", "Settlement"}
        return next(iter(kinds)) if len(kinds) == 1 else ""

    def _from_words(self, texts: list[str]) -> tuple[dict[str, Any], Words] | None:
        """Guess from cells that are all words of tiers, or of kinds of figures: they say what the row is."""
        distinct = set(texts)
        if not 1 < len(distinct) <= MOST_GRADES:
            return None
        if kinds := self._kinds_of_rows(distinct):
            self._kind_of_rows = True
            self._sum_in_rows = any(map(self._vocabulary.is_total, distinct))
            return {"field": "figure_kind"}, kinds
        if all(self._vocabulary.tier_of(text) for text in distinct):
            return {"field": "tier"}, Words("。セルが層の語", "; the cells are words of tiers")
        return None

    def _kinds_of_rows(self, distinct: set[str]) -> Words | None:
        """Say that cells are kinds of figures; a few among them, such as その他, have no place in the tables."""
        kinds = {text: self._vocabulary.kind_of_row(text) for text in distinct if not self._vocabulary.is_total(text)}
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

    def _fit_year(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        years = years_in(heading.text)
        if guess := _scheduled(years, texts) or self._cost_of_year(heading, years, texts):
            return guess
        if texts and sum(bool(years_in(text)) for text in texts) < len(texts) * MOSTLY:
            return {"field": "none"}, Words("。ただしセルは年度でない", "; but the cells are no fiscal years")
        return {"field": "year"}, None

    def _fit_period(self, _: Heading, __: Meaning, texts: list[str]) -> Guess:
        if sum(bool(years_in(text)) for text in texts) < len(texts) * MOSTLY:
            return {"field": "note"}, Words("。備考として運ぶ", "; carried as a note")
        return {"field": "period"}, None

    def _fit_label_en(self, _: Heading, meaning: Meaning, __: list[str]) -> Guess:
        if meaning.tier not in {"", self._own}:
            return {"field": "none"}, Words("。上の層の英語の名称", "; the English name of what the row stands under")
        return {"field": "label_en"}, None

    def _fit_plan(self, *_: Any) -> Guess:
        return {"field": "note"}, Words("。備考として運ぶ", "; carried as a note")

    def _fit_sdg(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if (goal := _goal(heading) or self._vocabulary.goal(heading.parts[-1])) and _marked(texts):
            return {"field": "sdg", "goal": goal}, Words("。ゴールごとの印の列", "; a column of marks for one goal")
        return {"field": "sdg"}, None

    def _fit_indicator(self, *_: Any) -> Guess:
        self.indicators += 1
        return {"field": "indicator", "indicator": self.indicators}, None

    def _fit_unit(self, _: Heading, __: Meaning, texts: list[str]) -> Guess:
        if texts and all(map(unit_of_money, texts)):
            return {"field": "unit"}, Words("。その行の金額の単位", "; the unit of the row's amounts")
        if not self.indicators:
            return {"field": "none"}, Words("。指標の列がない", "; there is no column of an indicator")
        return {"field": "unit", "indicator": self.indicators}, None

    def _fit_evaluation_note(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if self.indicators and _numeric(texts) > MOSTLY:
            told = self._figure("ActualValue", heading, of_indicator=True)
            return told, Words("。セルは数", "; cells are numbers")
        return {"field": "evaluation_note", "fiscal_year": year_judged(heading, self._year)}, None

    def _fit_figure(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        texts = [without_brackets(text, heading.text) for text in texts]
        if guess := self._no_figure(heading, meaning, texts):
            return guess
        if meaning.kind == "ActualValue" and self._money and not self.indicators:
            told = self._figure("Settlement", heading, of_indicator=False)
            return told, Words("。指標の列がない金額の表なので決算とみる", "; money, since the table has no indicator")
        if meaning.kind == "ForecastValue" and self._money and not self.indicators:
            told = self._figure("SettlementEstimate", heading, of_indicator=False)
            return told, Words(
                "。指標の列がない金額の表なので決算見込とみる",
                "; an estimate of money, since the table has no indicator",
            )
        if not self._year and is_relative(heading) and not years_in(heading.text):
            return {"field": "none"}, Words("。どの年度か分からない", "; of which fiscal year is not known")
        of_indicator = meaning.of_indicator or not meaning.kind
        return self._figure(meaning.kind, heading, of_indicator=of_indicator), None

    def _no_figure(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess | None:
        """Guess that a column is none of figures although its heading speaks of them."""
        if not meaning.kind and not self._kind_of_rows:
            return {"field": "none"}, Words("。数値の種類が分からない", "; of which kind the figures are is not known")
        if texts and _numeric(texts) < 1 - MOSTLY:
            several = sum(map(has_several_figures, texts)) > len(texts) / 2
            return {"field": "note"}, SEVERAL if several else Words("。ただしセルは文", "; but the cells are words")
        if names_several_years(heading):
            return {"field": "none"}, Words("。一つの年度の数値ではない", "; not the figure of one fiscal year")
        if meaning.of_indicator and not self.indicators and any(figure(text) is None for text in texts):
            return {"field": "evaluation_note", "fiscal_year": self._year_of(heading)}, Words(
                "。ただし指標の列がなく、セルに文がある", "; but there is no indicator, and some cells are words"
            )
        return None

    def _figure(self, kind: str, heading: Heading, *, of_indicator: bool) -> dict[str, Any]:
        unit = self._unit_in(heading, kind)
        about = self.indicators if of_indicator else 0
        year = self._year_of(heading)
        return {"field": "figure", "kind": kind, "fiscal_year": year, "unit": unit, "indicator": about}

    def _unit_in(self, heading: Heading, kind: str) -> str:
        if kind in MONEY:
            return unit_of_money(heading.text) or self._unit
        said = UNITS_OF_COUNTS.search(heading.text)
        return said[0].strip() if said else ""

    def _year_of(self, heading: Heading) -> int:
        """Return the one year that a heading names, or the year that 前年度 in it means; 0 if there is none."""
        return year_in(heading) or relative_year(heading, self._year)

    def _fit_tier_name(self, _: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        if meaning.part == "text":
            return {"field": "note"}, None
        if meaning.tier.endswith("方向性") and texts and all(map(self._vocabulary.course, texts)):
            return {"field": "direction"}, Words("。セルは拡充、継続など", "; the cells are directions")
        own = meaning.tier == self._own
        part = meaning.part
        why: Words | None = None
        if not part:
            both = sum(begins_with_code(text, meaning.tier) for text in texts)
            codes = sum(
                bool(re.fullmatch(r"[0-9A-Z]+([-.][0-9]+)*", unicodedata.normalize("NFKC", text))) for text in texts
            )
            if texts and codes > len(texts) * 0.9:
                part = "code"
            elif both > len(texts) * 0.6:
                why = CODE_AND_NAME
            else:
                part = "name"
        if own:
            told = {"field": "code"} if part == "code" else {"field": "label", "part": part}
            return told, why
        return {"field": "above", "tier": meaning.tier, "part": part}, why

    def _fit_office(self, _: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        marks = "".join(mark for mark in "、，；;／/,|" if any(mark in text for text in texts))
        if any(re.search("[課部室局][・･]", text) for text in texts):
            marks += "・"
        return {"field": "office", "level": meaning.level, "separators": marks}, None

    def _fit_grade(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        if value := self._marked_choice(heading, meaning, texts):
            said = Words("。段階ごとの印の列", "; a column of marks for one of several")
            return {"field": meaning.field, "value": value, "fiscal_year": year_judged(heading, self._year)}, said
        distinct = set(texts)
        numbers = [figure(text) for text in distinct]
        if meaning.field == "grade" and any(number and len(number.value) > 2 for number in numbers):  # noqa: PLR2004
            return {"field": "none"}, Words("。ただしセルは率などの数", "; but the cells are numbers, such as rates")
        year = year_judged(heading, self._year)
        if len(distinct) > MOST_GRADES or sum(len(text) > LONG_TEXT / 2 for text in distinct) > len(distinct) / 2:
            return {"field": "evaluation_note", "fiscal_year": year}, Words(
                "。ただしセルは文", "; but the cells are words"
            )
        return {"field": meaning.field, "fiscal_year": year}, None

    _fit_direction = _fit_grade

    def _marked_choice(self, heading: Heading, meaning: Meaning, texts: list[str]) -> str:
        """Return the grade or direction that a mark in the column means: its heading, under one of them all."""
        if len(heading.parts) < 2 or not _marked(texts):  # noqa: PLR2004 - the group and the choice
            return ""
        known = self._vocabulary.standing if meaning.field == "grade" else self._vocabulary.course
        choice = heading.parts[-1]
        letter = LETTER.fullmatch(unicodedata.normalize("NFKC", choice))
        return choice if known(choice) or letter else ""


def _scheduled(years: list[int], texts: list[str]) -> tuple[dict[str, Any], Words] | None:
    """Guess that marks and arrows under a year say when something is to be done."""
    if not years or not texts or not all(set(text) <= SCHEDULE for text in texts):
        return None
    return {"field": "note"}, Words("。年度ごとの予定の印、備考として運ぶ", "; marks of a schedule; carried as a note")


def _numeric(texts: Sequence[str]) -> float:
    return sum(figure(text) is not None for text in texts) / len(texts) if texts else 0.0


def _goal(heading: Heading) -> int:
    found = re.match(
        r"^(?:ゴール|目標|goal)?\s*([0-9]{1,2})(?![0-9])", unicodedata.normalize("NFKC", heading.parts[-1]).lower()
    )
    return int(found[1]) if found and 1 <= int(found[1]) <= 17 else 0  # noqa: PLR2004


def _marked(texts: Iterable[str]) -> bool:
    return all(map(is_mark, texts))
