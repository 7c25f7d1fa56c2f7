"""A first ``mapping.toml``, guessed from headings and cells; each guess says its reason, and a person decides."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plangraph.errors import Problem, SheetError
from plangraph.intake.finding import find_tables, lines_of
from plangraph.intake.offices import is_office
from plangraph.intake.persons import tells_of_persons
from plangraph.intake.scales import drafted_directions, drafted_grades
from plangraph.intake.values import figure, is_gap, joined, plain, text_of, years_in
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plangraph.intake.finding import Block, Heading
    from plangraph.intake.heading_words import Meaning, Vocabulary
    from plangraph.sheets import Sheet

    Guess = tuple[dict[str, Any], Words | None]

MONEY = frozenset(
    (
        "Budget",
        "RevisedBudget",
        "Settlement",
        "SettlementEstimate",
        "PersonnelCost",
        "TotalCost",
        "GeneralFunds",
        "Grants",
        "Bonds",
    )
)
UNITS = re.compile(r"千円|百万円|万円|億円|(?<![千万億])円|％|%|人|件|回")
UNITS_OF_MONEY = re.compile(r"千円|百万円|万円|億円|(?<![千万億百])円")
CODE_FIRST = re.compile(
    r"^(?:第\s*)?([0-9A-Z]{1,4}(?:[-.][0-9]{1,4}){0,4}|[IVX]{1,4}(?:[-.][0-9]+)*)\s*(?:[章節編部]\s*)?[\s.、:)）]+(?=\S)|^\(([0-9]{1,3})\)\s*(?=\S)"
)
CITY = re.compile(
    r"([\u3041-\u30ff\u4e00-\u9fff々]{1,7}?[市区町村])(?=[\s\u3000の_（(「]|$|[第令平]|総合|事務|行政|実施)"
)
MARKS = frozenset("○◯〇●◎✓✔x1レ")
SHOWN, SHOWN_WIDTH = 3, 60
LONG_TEXT = 40
MOSTLY = 0.6
MOST_GRADES = 12
VALUES_OF_YEARS = {"目標": "TargetValue", "計画": "TargetValue", "実績": "ActualValue", "見込": "ForecastValue"}
NO_TABLE = Words(
    "見出しの行が見つかりません（事業名、予算額、担当課などの語のある行を探しました）。"
    "mapping.toml に header_rows を書くか、見出しの語を --vocabulary で加えてください",
    "no row of headings is found (such as 事業名, 予算額, 担当課): write header_rows in mapping.toml, or add words of "
    "headings with --vocabulary",
)
ONE_THING = Words(
    "一枚に一事業を書いた様式（帳票）のようです。一行に一事業を書いた一覧表を指定してください",
    "seems to be a form about one project: name a list with a project a row",
)


@dataclass(frozen=True)
class Named:
    """What the person who calls says of the dataset."""

    key: str = ""
    city: str = ""


def draft(sheets: Sequence[Sheet], vocabulary: Vocabulary, named: Named, lang: str = "ja") -> dict[str, Any]:
    """Draft a mapping for sheets.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets of all files.
    vocabulary : Vocabulary
        The words of headings.
    named : Named
        What is known already.
    lang : str
        The language of the reasons.

    Returns
    -------
    dict
        What ``mapping.toml`` says.

    Raises
    ------
    SheetError
        If no sheet has a table.
    """
    blocks = [block for sheet in sheets for block in find_tables(sheet, vocabulary)]
    if not blocks:
        raise SheetError([_nothing(sheet, vocabulary) for sheet in sheets])
    drafts = [_Draft(block, vocabulary, lang) for block in blocks]
    drafts = [one for one in drafts if one.useful] or drafts
    told = [one.as_toml() for one in drafts]
    tiers = _tiers(drafts, vocabulary)
    grades = drafted_grades(_values(drafts, "grade"), _texts(drafts), vocabulary, lang)
    directions = drafted_directions(_values(drafts, "direction"), _texts(drafts), vocabulary, lang)
    return {
        "dataset": _dataset(drafts, named, blocks[0].sheet.file),
        "tiers": tiers,
        **({"grades": grades} if grades else {}),
        **({"directions": directions} if directions else {}),
        "sheets": told,
    }


def _nothing(sheet: Sheet, vocabulary: Vocabulary) -> Problem:
    down = sum(
        bool(meaning and meaning.certain > 1)
        for row in sheet.rows[:60]
        if (texts := [joined(cell) for cell in row if cell is not None]) and (meaning := vocabulary.meaning(texts[0]))
    )
    return Problem(sheet.place, 0, "", ONE_THING if down >= 3 else NO_TABLE)  # noqa: PLR2004


def _dataset(drafts: Sequence[_Draft], named: Named, file: str) -> dict[str, Any]:
    stem = file.rpartition(".")[0] or file
    cities = Counter(
        text_of(cell) for one in drafts for at in one.of("city") for cell in one.block.column(at) if text_of(cell)
    )
    city = named.city or (cities.most_common(1)[0][0] if len(cities) == 1 else "") or _city_in(drafts, stem)
    areas = {text_of(cell) for one in drafts for at in one.of("area_code") for cell in one.block.column(at)} - {""}
    key = named.key or re.sub(r"[^a-z0-9-]+", "-", unicodedata.normalize("NFKC", stem).lower()).strip("-0123456789")
    title = next((text for one in drafts for text in one.block.above if len(text) > 4), "") or stem  # noqa: PLR2004
    return {
        "key": key or "city",
        "label_ja": f"{city} {title}" if city and city not in title else title,
        "city": city,
        "area_code": areas.pop() if len(areas) == 1 else "",
        "plan": "plan",
        "plan_label": title,
        "source": f"{title}（{file}）" if title != stem else file,
        "source_of_city": True,
    }


def _city_in(drafts: Sequence[_Draft], stem: str) -> str:
    """Find the name of a municipality at the beginning of what stands above a table, or of the file's name."""
    for text in [*(text for one in drafts for text in one.block.above), stem]:
        if found := CITY.match(text):
            return found[1]
    return ""


def _tiers(drafts: Sequence[_Draft], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """List the tiers that the sheets speak of, from the top down: in the order of columns, else of the vocabulary."""
    order: list[str] = []
    for one in sorted(drafts, key=lambda one: -len(one.tiers)):
        at = 0
        for word in one.tiers:
            if word in order:
                at = order.index(word) + 1
            else:
                after = [place for place, other in enumerate(order) if vocabulary.rank(other) < vocabulary.rank(word)]
                at = max(at, after[-1] + 1 if after and not at else at)
                order.insert(at, word)
                at += 1
    tiers = [
        {"word": word, "class": vocabulary.kind_of(word) or "Project", **({"alone": True} if at else {})}
        for at, word in enumerate(order)
    ]
    if any(one.of("indicator") for one in drafts):
        tiers.append({"word": "指標", "class": "Indicator", "under": []})
    return tiers


def _values(drafts: Sequence[_Draft], field: str) -> list[str]:
    counted: Counter[str] = Counter()
    for one in drafts:
        for at in one.of(field):
            counted.update(text for cell in one.body(at) if (text := text_of(cell)) and not is_gap(text))
    return list(counted)


def _texts(drafts: Sequence[_Draft]) -> list[str]:
    """List what stands around the tables, where legends are."""
    around = [text for one in drafts for text in one.block.above]
    below = [
        text_of(cell) for one in drafts for line in one.lines if line.sort in {"note", "section"} for cell in line.cells
    ]
    heads = [heading.text for one in drafts for heading in one.block.headings]
    return [*around, *filter(None, below), *heads]


class _Draft:
    """The draft of one table."""

    def __init__(self, block: Block, vocabulary: Vocabulary, lang: str) -> None:
        self.block, self._vocabulary, self._lang = block, vocabulary, lang
        self.year, self._year_reason = _year_of(block)
        self.unit = next((found[0] for text in block.above if (found := UNITS_OF_MONEY.search(_unit_note(text)))), "")
        self._meanings = {heading.index: self._meaning(heading) for heading in block.headings if heading.parts}
        self._join_twins()
        self.own, self.tiers, self._own_reason = self._own_tier()
        names = [at for at, meaning in self._meanings.items() if meaning and meaning.field in {"label", "tier_name"}]
        self.lines = lines_of(block, vocabulary, names)
        self._data = [line.row - 1 for line in self.lines if line.sort == "data"]
        self._indicator = 0
        self.columns = [self._column(heading) for heading in block.headings if heading.parts]
        self._settle()

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
        sorts = Counter(line.sort for line in self.lines)
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
        if section := self._section():
            told["section"] = section
        if is_office(self.block.sheet.name) and not any(column.get("level") == 1 for column in self.columns):
            told["office"] = self.block.sheet.name
        seen = Words(
            f"データの行 {sorts['data']}、合計など {sorts['total']}、注記 {sorts['note']}、"
            f"見出しだけの行 {sorts['section']}、空行 {sorts['blank']}。"
            f"層: {self._own_reason.ja}。年度: {self._year_reason.ja}",
            f"rows of data {sorts['data']}, totals {sorts['total']}, notes {sorts['note']}, "
            f"sections {sorts['section']}, blank {sorts['blank']}; "
            f"tier: {self._own_reason.en}; year: {self._year_reason.en}",
        )
        told["reason"] = seen.of(self._lang)
        told["columns"] = [
            {k: v for k, v in column.items() if k != "at" and v not in {"", 0}} for column in self.columns
        ]
        return told

    def _meaning(self, heading: Heading) -> Meaning | None:
        """Take the best meaning of the parts of a heading: of the innermost that has one, or of all together."""
        found = [meaning for part in reversed(heading.parts) if (meaning := self._vocabulary.meaning(part))]
        whole = self._vocabulary.meaning(heading.text.replace(" ", "")) if len(heading.parts) > 1 else None
        inner = next((meaning for meaning in found if meaning.certain > 1), None)
        if inner and (not whole or whole.certain < inner.certain or whole.field == inner.field):
            found, whole = [inner], None
        best = max([*found, *([whole] if whole else [])], key=lambda meaning: meaning.certain, default=None)
        if best and best.field in {"tier_name", "code", "label"} and len(heading.parts) > 1:
            return self._of_group(heading, best)
        return best

    def _of_group(self, heading: Heading, inner: Meaning) -> Meaning:
        """Read ``コード`` or ``名称`` under ``施策`` as of the group over it."""
        outer = next((m for part in heading.parts[:-1] if (m := self._vocabulary.meaning(part)) and m.tier), None)
        if outer and inner.field in {"code", "label"}:
            return replace(outer, part="code" if inner.field == "code" else "name")
        office = next((m for part in heading.parts[:-1] if (m := self._vocabulary.meaning(part))), None)
        if office and office.field in {"office", "indicator"} and inner.field == "label":
            return office
        return inner

    def _join_twins(self) -> None:
        """Take 事業番号 beside 事務事業名 for its number: two words for one tier, of which one has codes only."""
        named = [m for m in self._meanings.values() if m and m.field == "tier_name" and m.part != "text"]
        for at, meaning in self._meanings.items():
            if not meaning or meaning.field != "tier_name" or meaning.part != "code":
                continue
            if any(other.tier == meaning.tier and other.part != "code" for other in named):
                continue
            kind = self._vocabulary.kind_of(meaning.tier)
            twins = {o.tier for o in named if o.part != "code" and self._vocabulary.kind_of(o.tier) == kind}
            if len(twins) == 1:
                self._meanings[at] = replace(meaning, tier=twins.pop())

    def _own_tier(self) -> tuple[str, list[str], Words]:
        named = {m.tier: at for at, m in self._meanings.items() if m and m.field == "tier_name" and m.part != "text"}
        generic = any(m and m.field == "label" for m in self._meanings.values())
        tiers = list(named)
        if tiers and not generic:
            own = max(tiers, key=lambda tier: (self._vocabulary.rank(tier), named[tier]))
            above = [tier for tier in tiers if tier != own]
            why = Words("列のうち最も下の層", "the lowest of its columns")
            return own, [*above, own], why
        around = [self.block.sheet.name, *reversed(self.block.above), self.block.sheet.file]
        words = sorted((word for word, _ in self._vocabulary.tiers.values() if len(word) > 1), key=len, reverse=True)
        for text in around:
            for word in words:
                if word in text and word not in tiers:
                    why = Words(f"「{text[:20]}」に語「{word}」", f"the word 「{word}」 in 「{text[:20]}」")
                    return word, [*tiers, word], why
        why = Words("層を示す語がないため仮に事業とした", "no word tells the tier: 事業 for the time being")
        return "事業", [*[tier for tier in tiers if tier != "事業"], "事業"], why

    def _section(self) -> str:
        texts = [line.text for line in self.lines if line.sort == "section"]
        first = self._data[0] if self._data else 0
        inside = [line for line in self.lines if line.sort == "section" and line.row <= (self._data or [0])[-1]]
        if len(inside) < 1 or inside[0].row > first + 1:
            return ""
        if all(is_office(text) for text in texts[: len(inside)]):
            return "office"
        for text in texts:
            folded = plain(text)
            for word in sorted(self._vocabulary.tiers, key=len, reverse=True):
                tier = self._vocabulary.tiers[word][0]
                if (
                    len(word) > 1
                    and folded.startswith(word)
                    and self._vocabulary.rank(tier) < self._vocabulary.rank(self.own)
                ):
                    if tier not in self.tiers:
                        self.tiers.insert(0, tier)
                    return tier
        if "政策" not in self.tiers and len(inside) > 1:
            above = "分野"
            if above not in self.tiers:
                self.tiers.insert(0, above)
            return above
        return ""

    def _column(self, heading: Heading) -> dict[str, Any]:
        at = heading.index
        meaning = self._meanings.get(at)
        texts = [text for cell in self.body(at) if (text := text_of(cell))]
        column: dict[str, Any] = {"at": at, "column": _letter(at), "heading": heading.text, "field": "none"}
        shown = list(dict.fromkeys(texts))[:SHOWN]
        column["examples"] = " / ".join(text[:SHOWN_WIDTH] for text in shown)
        reason = meaning.reason if meaning else Words("知らない見出し", "a heading that is not known")
        kept = [text for text in texts if not is_gap(text)]
        if meaning is None and (guess := self._from_cells(heading, kept)):
            column |= guess[0]
            reason = guess[1]
        elif meaning is not None:
            told, more = self._fitted(heading, meaning, kept)
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

    def _from_cells(self, heading: Heading, texts: list[str]) -> tuple[dict[str, Any], Words] | None:
        """Guess from the cells and the year over them: a block of years under the heading of an indicator or sum."""
        years = years_in(heading.text)
        if self._indicator and len(years) == 1 and texts and _numeric(texts) > MOSTLY:
            later = self.year is None or years[0] > self.year
            said = next((kind for word, kind in VALUES_OF_YEARS.items() if word in heading.text), "")
            kind = said or ("TargetValue" if later else "ActualValue")
            why = Words("年度の列。目標か実績かは書かれていない", "a column of a year; target or actual is not said")
            told = {"field": "figure", "kind": kind, "fiscal_year": years[0], "indicator": self._indicator}
            return told, Words("年度の列", "a column of a year") if said else why
        if texts and sum(is_office(text) for text in texts) > len(texts) * 0.7:
            return {"field": "office"}, Words("セルが組織の名称", "the cells name offices")
        return None

    def _fitted(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        """Fit a meaning to what the cells say."""
        fit = getattr(self, f"_fit_{meaning.field}", None)
        if fit is not None:
            guess: Guess = fit(heading, meaning, texts)
            return guess
        long = sum(len(text) > LONG_TEXT for text in texts) > len(texts) / 2
        if meaning.field in {"code", "page"} and long:
            return {"field": "note"}, Words("。ただしセルは長い文", "; but the cells are long texts")
        return {"field": meaning.field}, None

    def _fit_plan(self, *_: Any) -> Guess:
        return {"field": "note"}, Words("。備考として運ぶ", "; carried as a note")

    def _fit_sdg(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if (goal := _goal(heading)) and _marked(texts):
            return {"field": "sdg", "goal": goal}, Words("。ゴールごとの印の列", "; a column of marks for one goal")
        return {"field": "sdg"}, None

    def _fit_indicator(self, *_: Any) -> Guess:
        self._indicator += 1
        return {"field": "indicator", "indicator": self._indicator}, None

    def _fit_unit(self, *_: Any) -> Guess:
        if not self._indicator:
            return {"field": "none"}, Words("。指標の列がない", "; there is no column of an indicator")
        return {"field": "unit", "indicator": self._indicator}, None

    def _fit_evaluation_note(self, heading: Heading, _: Meaning, texts: list[str]) -> Guess:
        if self._indicator and _numeric(texts) > MOSTLY:
            told = self._figure("ActualValue", heading, of_indicator=True)
            return told, Words("。セルは数", "; cells are numbers")
        return {"field": "evaluation_note", "fiscal_year": _year_in(heading)}, None

    def _fit_figure(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        if texts and _numeric(texts) < 1 - MOSTLY:
            return {"field": "note"}, Words("。ただしセルは文", "; but the cells are words")
        return self._figure(meaning.kind, heading, of_indicator=meaning.of_indicator), None

    def _figure(self, kind: str, heading: Heading, *, of_indicator: bool) -> dict[str, Any]:
        found = UNITS.search(heading.text)
        unit = found[0] if found else (self.unit if kind in MONEY else "")
        about = self._indicator if of_indicator else 0
        return {"field": "figure", "kind": kind, "fiscal_year": _year_in(heading), "unit": unit, "indicator": about}

    def _fit_tier_name(self, _: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        if meaning.part == "text":
            return {"field": "note"}, None
        own = meaning.tier == self.own
        part = meaning.part
        why: Words | None = None
        if not part:
            both = sum(bool(CODE_FIRST.match(unicodedata.normalize("NFKC", text))) for text in texts)
            codes = sum(
                bool(re.fullmatch(r"[0-9A-Z]+([-.][0-9]+)*", unicodedata.normalize("NFKC", text))) for text in texts
            )
            if texts and codes > len(texts) * 0.9:
                part = "code"
            elif both > len(texts) * 0.6:
                why = Words("。セルはコードと名称", "; cells hold code and name")
            else:
                part = "name"
        if own:
            told = {"field": "code"} if part == "code" else {"field": "label", "part": part}
            return told, why
        return {"field": "above", "tier": meaning.tier, "part": part}, why

    def _fit_office(self, _: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        marks = "".join(mark for mark in "、，；;／/,|" if any(mark in text for text in texts))
        if any("・" in text and all(is_office(part) for part in text.split("・")) for text in texts):
            marks += "・"
        return {"field": "office", "level": meaning.level, "separators": marks}, None

    def _fit_grade(self, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
        distinct = set(texts)
        numbers = [figure(text) for text in distinct]
        if meaning.field == "grade" and any(number and len(number.value) > 2 for number in numbers):  # noqa: PLR2004
            return {"field": "none"}, Words("。ただしセルは率などの数", "; but the cells are numbers, such as rates")
        year = _year_in(heading)
        if len(distinct) > MOST_GRADES or sum(len(text) > LONG_TEXT / 2 for text in distinct) > len(distinct) / 2:
            return {"field": "evaluation_note", "fiscal_year": year}, Words(
                "。ただしセルは文", "; but the cells are words"
            )
        return {"field": meaning.field, "fiscal_year": year}, None

    _fit_direction = _fit_grade

    def _settle(self) -> None:
        """Hold that what a row can have once is taken from one column, and see which cells to fill down."""
        seen: dict[tuple[Any, ...], str] = {}
        for column in self.columns:
            field = column["field"]
            if field in {"grade", "direction"}:
                key: tuple[Any, ...] = (field, column.get("fiscal_year", 0))
            elif field in {
                "code",
                "label",
                "label_en",
                "start",
                "end",
                "page",
                "legal_basis",
                "year",
                "city",
                "area_code",
            }:
                key = (field,)
            elif field == "above":
                key = (field, column["tier"], column["part"])
            else:
                continue
            if key in seen:
                again = Words(f"。同じものが {seen[key]} 列にある", f"; column {seen[key]} says it already")
                rest = {"grade": "evaluation_note", "direction": "evaluation_note"}.get(field, "none")
                column["field"] = rest
                column["reason"] += again.of(self._lang)
                for name in ("tier", "part"):
                    column.pop(name, None)
            else:
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

    def _fill(self, column: dict[str, Any]) -> None:
        """Let blank cells under a name say what it says, where a list writes it once for the rows below it."""
        if column["field"] not in {"above", "office", "label", "code", "tier", "indicator", "unit"}:
            return
        cells = [text_of(cell) for cell in self.body(column["at"])]
        blank = sum(not cell for cell in cells)
        parent = column["field"] in {"above", "office"}
        several = column["field"] in {"label", "code"} and bool(self.of("indicator")) and 0 < blank < len(cells)
        if cells and cells[0] and ((parent and blank > len(cells) * 0.2) or several):
            column["fill_down"] = True
            why = Words("。空のセルは上と同じとみる", "; a blank cell says what the one above it says")
            column["reason"] += why.of(self._lang)


def _unit_note(text: str) -> str:
    return unicodedata.normalize("NFKC", text) if "単位" in text or len(text) < 8 else ""  # noqa: PLR2004


def _year_of(block: Block) -> tuple[int | None, Words]:
    for what, texts in (
        (Words("表の上の文", "the text above the table"), block.above),
        (Words("シートの名前", "the name of the sheet"), [block.sheet.name]),
        (Words("ファイルの名前", "the name of the file"), [block.sheet.file.replace("_", " ")]),
    ):
        years = {year for text in texts for year in years_in(text)}
        if len(years) == 1:
            year = years.pop()
            return year, Words(f"{what.ja}の {year} 年度", f"{year}, from {what.en}")
        if years:
            listed = ", ".join(map(str, sorted(years)))
            return None, Words(
                f"{what.ja}に {listed} とあり、どれか決められない（fiscal_year に書いてください）",
                f"{what.en} names {listed}: write which one as fiscal_year",
            )
    return None, Words("書かれていない（あれば fiscal_year に書いてください）", "not said: write it as fiscal_year")


def _numeric(texts: Sequence[str]) -> float:
    return sum(figure(text) is not None for text in texts) / len(texts) if texts else 0.0


def _goal(heading: Heading) -> int:
    found = re.match(
        r"^(?:ゴール|目標|goal)?\s*([0-9]{1,2})(?![0-9])", unicodedata.normalize("NFKC", heading.parts[-1]).lower()
    )
    return int(found[1]) if found and 1 <= int(found[1]) <= 17 else 0  # noqa: PLR2004


def _year_in(heading: Heading) -> int:
    """Give the one year that a heading names; 0 if it names none, or several."""
    years = years_in(heading.text)
    return years[0] if len(years) == 1 else 0


def _marked(texts: Iterable[str]) -> bool:
    return all(plain(text) in MARKS or text in MARKS for text in texts)


def _letter(index: int) -> str:
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
