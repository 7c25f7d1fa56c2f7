"""Sheets carried into a dataset as a mapping says, with an account of every cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plangraph.dataset_files.content import Content
from plangraph.errors import Problem, SheetError
from plangraph.intake.account import Account, LeftOut, OfColumn, OfSheet
from plangraph.intake.draft import CODE_FIRST, MARKS
from plangraph.intake.finding import block_at, find_tables, lines_of
from plangraph.intake.mapping import FIELDS
from plangraph.intake.offices import offices_in
from plangraph.intake.persons import without_contacts
from plangraph.intake.things import Registry
from plangraph.intake.values import DITTO, figure, is_gap, joined, plain, text_of, years_in
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.finding import Block, Line
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapping import Column, DirectionOf, GradeOf, Mapping, SheetOf
    from plangraph.intake.spellings import Spellings
    from plangraph.intake.things import Element
    from plangraph.sheets import Sheet

Cells = dict[int, object]
Places = dict[str, list["_Place"]]

TOP, SOURCE = "city", "sheet"
"""The keys of the municipality among the offices, and of the source of all rows."""
OFFICE = "組織"
ORDER = {"indicator": 0, "unit": 1}
"""The fields that others in a row need to be known."""
SDG = re.compile(r"(?<![0-9.])(1[0-7]|[1-9])(?:\.([0-9]{1,2}|[a-d]))?(?![0-9])")
CODE_OF_CITY = re.compile(r"^C?([0-9]{5})[0-9]?$")
FORMULA = re.compile(r"^\s*(=|@\w+\(|[+-].*[|!(])")
"""What a program for sheets would compute or run, were it written into a table."""
NOTHING = Words("に当てはまる表がありません", ": no table fits it")


@dataclass
class _Place:
    """A column of the mapping on its sheet."""

    column: Column
    at: int
    letter: str
    told: OfColumn


@dataclass
class _Row:
    """A row being carried."""

    sheet: SheetOf
    place: str
    line: Line
    year: int | None
    places: Sequence[_Place]
    about: Element | None = None
    indicators: dict[int, Element] = field(default_factory=dict)


class Carrying:
    """An import: sheets carried one after the other, and the dataset at the end.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    vocabulary : Vocabulary
        The words of totals and notes, and of headings where the mapping names no rows.
    spellings : Spellings
        What spellings there are, and what a person has said of them.
    """

    def __init__(self, mapping: Mapping, vocabulary: Vocabulary, spellings: Spellings) -> None:
        self._mapping, self._vocabulary, self.spellings = mapping, vocabulary, spellings
        self.account = Account()
        self._indicator_tier = next((tier.word for tier in mapping.tiers if tier.kind == "Indicator"), "指標")
        self._registry = Registry([tier.word for tier in mapping.tiers], self._indicator_tier, self.account)
        self._registry.take_key(TOP)
        self._grades = _choices(mapping.grades)
        self._directions = _choices(mapping.directions)
        self._figures: dict[tuple[int, str, int], dict[str, Any]] = {}
        self._evaluations: dict[tuple[int, int], dict[str, Any]] = {}
        self._sdgs: dict[tuple[int, str], tuple[Element, str]] = {}

    def carry(self, sheets: Sequence[Sheet]) -> Content:
        """Carry sheets into a dataset.

        Raises
        ------
        SheetError
            If the mapping does not fit the sheets, or nothing is found to carry.
        """
        chosen = list(self._chosen(sheets))
        for of, _, places, lines in chosen:
            self._count_names(of, places, lines)
        self.spellings.cluster()
        for of, block, places, lines in chosen:
            self._carry(of, block, places, lines)
        if not self._registry.elements:
            raise SheetError([Problem(sheet.place, 0, "", EMPTY_HANDED) for sheet in sheets])
        self._registry.settle_codes()
        return Content(self._settings(), dict(self._tables()))

    def _chosen(self, sheets: Sequence[Sheet]) -> Iterator[tuple[SheetOf, Block, list[_Place], list[Line]]]:
        problems, used = list[Problem](), set[tuple[str, int]]()
        for number, of in enumerate(self._mapping.sheets, 1):
            if of.skip:
                continue
            fitting = [s for s in sheets if of.file in {"", s.file} and of.sheet in {"", s.name}]
            blocks = [block for sheet in fitting for block in self._blocks(of, sheet)]
            blocks = [block for block in blocks if (block.sheet.place, block.header.start) not in used]
            if not blocks:
                name = ":".join(filter(None, (of.file, of.sheet))) or "*"
                meant = did_you_mean(of.sheet or of.file, [s.name if of.sheet else s.file for s in sheets])
                said = Words(f"「{name}」", f"'{name}'").then(NOTHING).then(meant)
                problems.append(Problem("mapping.toml", 0, f"sheets[{number}]", said))
            for block in blocks:
                used.add((block.sheet.place, block.header.start))
                places, wrong = self._places(of, block, number)
                problems += wrong
                names = [place.at for place in places if place.column.field in {"label", "above", "code"}]
                yield of, block, places, lines_of(block, self._vocabulary, names)
        if problems:
            raise SheetError(problems)

    def _blocks(self, of: SheetOf, sheet: Sheet) -> list[Block]:
        if of.header_rows:
            first, last = min(of.header_rows) - 1, max(of.header_rows)
            if last >= len(sheet.rows):
                return []
            return [block_at(sheet, range(first, last), of.last_row or None)]
        wanted = {plain(column.heading) for column in of.columns if column.heading}
        blocks = find_tables(sheet, self._vocabulary)
        return [b for b in blocks if not wanted or wanted & {plain(heading.text) for heading in b.headings}]

    def _places(self, of: SheetOf, block: Block, number: int) -> tuple[list[_Place], list[Problem]]:
        places, problems = list[_Place](), list[Problem]()
        for at, column in enumerate(of.columns, 1):
            index = _index_of(column, block)
            if index is None:
                if not column.column:
                    continue  # a mapping for a kind of sheets names columns that not every one of them has
                name = column.column or column.heading
                said = Words(f"列「{name}」はこの表にありません", f"the table has no column '{name}'")
                said = said.then(did_you_mean(column.heading, [heading.text for heading in block.headings]))
                problems.append(Problem("mapping.toml", 0, f"sheets[{number}].columns[{at}]", said))
                continue
            if column.field == "above" and column.tier not in {tier.word for tier in self._mapping.tiers}:
                said = Words(f"層「{column.tier}」が [[tiers]] にありません", f"[[tiers]] has no '{column.tier}'")
                problems.append(Problem("mapping.toml", 0, f"sheets[{number}].columns[{at}].tier", said))
                continue
            told = OfColumn(block.sheet.place, _letter(index), block.headings[index].text, self._read_as(column, of))
            places.append(_Place(column, index, _letter(index), told))
        if of.tier not in {tier.word for tier in self._mapping.tiers}:
            said = Words(f"層「{of.tier}」が [[tiers]] にありません", f"[[tiers]] has no '{of.tier}'")
            problems.append(Problem("mapping.toml", 0, f"sheets[{number}].tier", said))
        return places, problems

    def _read_as(self, column: Column, of: SheetOf) -> str:
        year = column.fiscal_year or (of.fiscal_year if column.field in {"figure", "grade", "direction"} else None)
        more = [column.tier, column.part, column.kind, str(year or ""), column.unit]
        more.append(f"level {column.level}" if column.level else "")
        more.append(f"#{column.indicator}" if column.indicator else "")
        return f"{column.field} {FIELDS[column.field].ja}" + (
            f"（{' '.join(filter(None, more))}）" if any(more) else ""
        )

    # names and their spellings

    def _count_names(self, of: SheetOf, places: Sequence[_Place], lines: Sequence[Line]) -> None:
        for line, cells in _filled(lines, places):
            if line.sort == "section" and of.section and of.section != "office":
                self.spellings.count(of.section, _parted(joined(line.text), "", of.section)[1])
            if line.sort != "data":
                continue
            for place in places:
                column, cell = place.column, cells.get(place.at)
                if cell is None or is_gap(text_of(cell)):
                    continue
                if column.field == "above" and column.part != "code":
                    self.spellings.count(column.tier, _parted(joined(cell), column.part, column.tier)[1])
                elif column.field == "office":
                    for path in offices_in(cell, column.separators):
                        for name in path:
                            self.spellings.count(OFFICE, name)

    # rows

    def _carry(self, of: SheetOf, block: Block, places: Sequence[_Place], lines: Sequence[Line]) -> None:
        told = OfSheet(block.sheet.place)
        self.account.sheets.append(told)
        self.account.columns += [place.told for place in places]
        mapped = {place.at for place in places}
        section: tuple[str, str] | None = None
        before: Element | None = None
        for line, cells in _filled(lines, places):
            told.rows[line.sort] += 1
            own = {at: cell for at, cell in enumerate(line.cells) if cell is not None and text_of(cell)}
            told.cells += len(own)
            for place in places:
                place.told.filled += place.at in own
            if line.sort == "section" and of.section:
                section = (of.section, line.text)
                told.carried += len(own)
                continue
            if line.sort != "data":
                if own:
                    self.account.reasons[line.sort] += len(own)
                    for at, cell in own.items():
                        self.account.left.append(
                            LeftOut(told.sheet, line.row, _letter(at), line.sort, text_of(cell)[:200])
                        )
                continue
            for at, cell in list(own.items()):
                if isinstance(cell, str) and FORMULA.match(cell):
                    self.account.leave(told.sheet, line.row, _letter(at), "formula", text_of(own.pop(at)))
                    cells.pop(at, None)
            row = _Row(of, told.sheet, line, of.fiscal_year, places)
            unmapped = [at for at in own if at not in mapped]
            if unmapped:
                self.account.reasons["unmapped"] += len(unmapped)
            before = self._row(row, places, cells, own, section, before)
            told.carried_rows += before is not None
        told.carried += sum(place.told.carried for place in places if place.told.sheet == told.sheet)

    def _row(
        self,
        row: _Row,
        places: Sequence[_Place],
        cells: dict[int, object],
        own: dict[int, object],
        section: tuple[str, str] | None,
        before: Element | None,
    ) -> Element | None:
        by_field: dict[str, list[_Place]] = {}
        for place in places:
            by_field.setdefault(place.column.field, []).append(place)
        for place in by_field.get("year", []):
            years = years_in(text_of(cells.get(place.at)))
            row.year = years[0] if years else row.year
        row.about = self._about(row, by_field, cells, section, before)
        if row.about is None:
            for at, cell in own.items():
                self.account.leave(row.place, row.line.row, _letter(at), "no name", text_of(cell))
            return None
        for place in sorted(places, key=lambda place: ORDER.get(place.column.field, len(ORDER))):
            cell = cells.get(place.at)
            if cell is None or not text_of(cell):
                continue
            taken = self._cell(row, place, cell)
            if place.at in own:
                place.told.carried += taken
        return row.about

    def _about(
        self,
        row: _Row,
        by_field: Places,
        cells: Cells,
        section: tuple[str, str] | None,
        before: Element | None,
    ) -> Element | None:
        own = self._tier_of(row, by_field, cells)
        if own is None:
            return None
        code, label = self._name_of(by_field, cells)
        if not label and not code:
            return before if before is not None and self._continues(by_field, cells) else None
        parts = self._above(by_field, cells, section)
        parent: Element | None = None
        for tier in self._mapping.tiers:
            if tier.word == own:
                break
            if any(parts.get(tier.word, ())):
                parent = self._named(tier.word, parent, *parts[tier.word])
        element = self._registry.element(own, parent, code, label)
        if row.sheet.office and not by_field.get("office"):
            self._add_offices(element, [[row.sheet.office]])
        if section and section[0] == "office":
            self._add_offices(element, offices_in(section[1], ""))
        return element

    def _tier_of(self, row: _Row, by_field: Places, cells: Cells) -> str | None:
        own: str | None = row.sheet.tier
        for place in by_field.get("tier", []):
            said = text_of(cells.get(place.at))
            own = next((tier.word for tier in self._mapping.tiers if plain(tier.word) == plain(said)), None)
            if own is None:
                self.account.leave(row.place, row.line.row, place.letter, "tier", said)
        return own

    def _above(self, by_field: Places, cells: Cells, section: tuple[str, str] | None) -> dict[str, list[str]]:
        """Give the code and name of what a row stands under, by tier."""
        parts: dict[str, list[str]] = {}
        if section and section[0] != "office":
            parts[section[0]] = list(_parted(joined(section[1]), "", section[0]))
        for place in by_field.get("above", []):
            cell = joined(cells.get(place.at))
            if not is_gap(cell):
                code, name = _parted(cell, place.column.part, place.column.tier)
                held = parts.setdefault(place.column.tier, ["", ""])
                held[0], held[1] = held[0] or code, held[1] or name
        return parts

    def _name_of(self, by_field: Places, cells: Cells) -> tuple[str, str]:
        code, label = "", ""
        for place in [*by_field.get("code", []), *by_field.get("label", [])]:
            cell = joined(cells.get(place.at))
            if is_gap(cell):
                continue
            part = "code" if place.column.field == "code" else place.column.part
            given, name = _parted(cell, part)
            code, label = code or given, label or name
        return code, label

    def _continues(self, by_field: Places, cells: Cells) -> bool:
        """Tell whether a row without a name goes on about the one above it: one more indicator."""
        return any(text_of(cells.get(place.at)) for place in by_field.get("indicator", []))

    def _named(self, tier: str, parent: Element | None, code: str, name: str) -> Element:
        taken = self.spellings.taken(tier, name)
        element = self._registry.element(tier, parent, code, taken)
        for other in self.spellings.others(tier, taken):
            element.spellings[other] = None
        return element

    # cells

    def _cell(self, row: _Row, place: _Place, cell: object) -> bool:
        """Carry a cell; tell whether it was."""
        column, text = place.column, text_of(cell)
        if column.field in {"person", "none"}:
            self.account.reasons[column.field] += 1
            return False
        if is_gap(text):
            self.account.reasons["gap"] += 1
            return False
        carried = getattr(self, f"_carry_{column.field}", None)
        if carried is None:  # what names the row, and is carried with it
            return True
        why = carried(row, column, cell)
        if why:
            self.account.leave(row.place, row.line.row, place.letter, why, text)
        return not why

    def _cells(self, row: _Row, column: Column, cell: object) -> str:
        assert row.about is not None  # noqa: S101 - for the type checker
        text = joined(cell)
        if row.about.cells.setdefault(column.field, text) != text:
            return "twice"
        return ""

    _carry_label_en = _carry_alt_ja = _carry_legal_basis = _cells

    def _carry_start(self, row: _Row, column: Column, cell: object) -> str:
        years = years_in(text_of(cell)) or _year_alone(cell)
        return self._cells(row, column, str(years[0])) if years else "year text"

    _carry_end = _carry_start

    def _carry_page(self, row: _Row, column: Column, cell: object) -> str:
        found = re.search(r"[0-9]+", unicodedata.normalize("NFKC", text_of(cell)))
        return self._cells(row, column, str(int(found[0]))) if found and int(found[0]) else "page"

    def _carry_note(self, row: _Row, column: Column, cell: object) -> str:
        assert row.about is not None  # noqa: S101 - for the type checker
        text, contacts = without_contacts(text_of(cell))
        if contacts:
            self.account.reasons["contact"] += 1
        heading = column.heading or column.field
        if row.about.notes.get(heading, text) != text:
            return "twice"
        row.about.notes[heading] = text
        return ""

    def _carry_office(self, row: _Row, column: Column, cell: object) -> str:
        assert row.about is not None  # noqa: S101 - for the type checker
        paths = offices_in(cell, column.separators)
        above = _levels(row, column) or ([row.sheet.office] if row.sheet.office else [])
        if above:
            paths = [[*above, *[name for name in path if name not in above]] for path in paths]
        self._add_offices(row.about, paths)
        return ""

    def _add_offices(self, element: Element, paths: Sequence[Sequence[str]]) -> None:
        for path in paths:
            taken = [self.spellings.taken(OFFICE, name) for name in path]
            whole = self._registry.known_office(taken[0]) if len(taken) == 1 else None
            key = self._registry.office(whole or taken)
            for at in range(1, len(taken)):  # the bureau alone says no more than its division
                element.offices.pop(self._registry.office(taken[:at]), None)
            element.offices[key] = None

    def _carry_sdg(self, row: _Row, column: Column, cell: object) -> str:
        assert row.about is not None  # noqa: S101 - for the type checker
        text = unicodedata.normalize("NFKC", text_of(cell))
        if column.goal:
            if plain(text) not in MARKS and text_of(cell) not in MARKS:
                return "sdg"
            codes = [str(column.goal)]
        else:
            bare = re.sub(r"SDGs?", "", text, flags=re.IGNORECASE)
            codes = [goal + (f".{target}" if target else "") for goal, target in SDG.findall(bare)]
        for code in codes:
            self._sdgs[id(row.about), code] = (row.about, code)
        return "" if codes else "sdg"

    def _carry_indicator(self, row: _Row, column: Column, cell: object) -> str:
        assert row.about is not None  # noqa: S101 - for the type checker
        row.indicators[column.indicator] = self._registry.element(self._indicator_tier, row.about, "", joined(cell))
        return ""

    def _carry_unit(self, row: _Row, column: Column, cell: object) -> str:
        about = row.indicators.get(column.indicator)
        if about is None:
            return "no indicator"
        unit = text_of(cell).strip("()（）")
        return "" if about.cells.setdefault("unit", unit) == unit else "twice"

    def _carry_figure(self, row: _Row, column: Column, cell: object) -> str:
        about = row.indicators.get(column.indicator) if column.indicator else row.about
        if about is None:
            return "no indicator"
        number = figure(cell)
        if number is None:
            return "no number"
        year = column.fiscal_year or row.year
        if not year:
            return "no year"
        unit = number.unit or column.unit or ("" if column.indicator else row.sheet.unit)
        if not unit and not about.cells.get("unit"):
            return "no unit"
        value, unit = _in_yen(number.value, unit)
        said = {"about": about, "kind": column.kind, "fiscal_year": year, "value": value, "unit": unit}
        said |= {"comparator": number.comparator, "note_ja": f"（{number.aside}）" if number.aside else ""}
        key = (id(about), column.kind, year)
        return "" if self._figures.setdefault(key, said) == said else "twice"

    def _carry_grade(self, row: _Row, column: Column, cell: object) -> str:
        return self._judged(row, column, cell, "grade", self._grades)

    def _carry_direction(self, row: _Row, column: Column, cell: object) -> str:
        return self._judged(row, column, cell, "direction", self._directions)

    def _judged(
        self, row: _Row, column: Column, cell: object, name: str, choices: dict[str, GradeOf | DirectionOf]
    ) -> str:
        choice = choices.get(plain(text_of(cell)))
        if choice is None:
            return name
        year = column.fiscal_year or row.year
        if not year:
            return "no year"
        if not (choice.standing if hasattr(choice, "standing") else choice.course):
            heading = column.heading or column.field
            return self._said(
                row, year, heading, choice.word if choice.word == choice.code else f"{choice.code} {choice.word}"
            )
        evaluation = self._evaluation(row, year)
        return "" if evaluation.setdefault(name, choice.code) == choice.code else "twice"

    def _carry_evaluation_note(self, row: _Row, column: Column, cell: object) -> str:
        year = column.fiscal_year or row.year
        if not year:
            return "no year"
        text, contacts = without_contacts(text_of(cell))
        if contacts:
            self.account.reasons["contact"] += 1
        return self._said(row, year, column.heading or column.field, text)

    def _said(self, row: _Row, year: int, heading: str, text: str) -> str:
        notes = self._evaluation(row, year).setdefault("notes", {})
        return "" if notes.setdefault(heading, text) == text else "twice"

    def _evaluation(self, row: _Row, year: int) -> dict[str, Any]:
        return self._evaluations.setdefault((id(row.about), year), {"about": row.about, "fiscal_year": year})

    # the dataset

    def _settings(self) -> dict[str, Any]:
        of = self._mapping.dataset
        used = {element.tier for element in self._registry.elements}
        tiers = [
            tier.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
            for tier in self._mapping.tiers
            if tier.word in used
        ]
        city = {"key": of.key, "label_ja": of.label_ja, "place": of.key, "plan": of.plan, "source": SOURCE}
        told: dict[str, Any] = {"city": city, "tiers": tiers}
        for name, rows, last in (
            ("grades", self._mapping.grades, "standing"),
            ("directions", self._mapping.directions, "course"),
        ):
            whole = [{"code": r.code, "word": r.word, last: getattr(r, last)} for r in rows if getattr(r, last)]
            if whole:
                told[name] = whole
        return told

    def _tables(self) -> Iterator[tuple[str, list[dict[str, str]]]]:
        of = self._mapping.dataset
        yield (
            "sources",
            [
                _row(
                    key=SOURCE,
                    kind="CityDocument" if of.source_of_city else "SourceDocument",
                    title_ja=of.source,
                    publisher=of.city if of.source_of_city else "",
                    date=of.source_date,
                    url=of.source_url,
                )
            ],
        )
        area = CODE_OF_CITY.match(unicodedata.normalize("NFKC", of.area_code).strip())
        named = of.city or of.key
        if area:
            yield "places", [_row(key=of.key, kind="City", label_ja=named, area_code=f"C{area[1]}")]
        yield (
            "organizations",
            [
                _row(key=TOP, kind="Municipality", label_ja=named, place=of.key if area else ""),
                *(
                    {**row, "alt_ja": "|".join(self.spellings.others(OFFICE, row["label_ja"]))}
                    for row in self._registry.office_rows
                ),
            ],
        )
        yield "plans", [_row(key=of.plan, kind=of.plan_kind, label_ja=of.plan_label, start=of.start, end=of.end)]
        elements = [one for one in self._registry.elements if one.tier != self._indicator_tier]
        yield "elements", [self._element_row(element) for element in elements]
        yield (
            "indicators",
            [
                _row(
                    tier=one.tier,
                    code=one.code,
                    element=self._registry.reference(one.parent) if one.parent else "",
                    label_ja=one.label,
                    unit=one.cells.get("unit"),
                )
                for one in self._registry.elements
                if one.tier == self._indicator_tier
            ],
        )
        yield (
            "links",
            [
                _row(
                    plan=of.plan,
                    subject=self._registry.reference(about),
                    relation="contributesToTarget" if "." in code else "contributesToGoal",
                    object=f"sdg:{code}",
                    basis="Official" if of.source_of_city else "Reported",
                    source=SOURCE,
                )
                for about, code in self._sdgs.values()
            ],
        )
        yield (
            "observations",
            [
                _row(**{**said, "plan": of.plan, "about": self._registry.reference(said["about"])})
                for said in self._figures.values()
            ],
        )
        yield (
            "evaluations",
            [
                _row(
                    plan=of.plan,
                    element=self._registry.reference(said["about"]),
                    fiscal_year=said["fiscal_year"],
                    grade=said.get("grade"),
                    direction=said.get("direction"),
                    note_ja=" ".join(f"{heading}: {text}" for heading, text in said.get("notes", {}).items()),
                )
                for said in self._evaluations.values()
            ],
        )

    def _element_row(self, element: Element) -> dict[str, str]:
        also = [self._registry.reference(other) for other in element.also.values() if other is not element.parent]
        return _row(
            tier=element.tier,
            code=element.code,
            parent=self._registry.reference(element.parent) if element.parent else "",
            also_part_of="|".join(also),
            label_ja=element.label,
            alt_ja="|".join(dict.fromkeys([*filter(None, [element.cells.get("alt_ja")]), *element.spellings])),
            responsible="|".join(element.offices),
            note_ja=" ".join(f"{heading}: {text}" for heading, text in element.notes.items()),
            **{name: element.cells.get(name) for name in ("label_en", "start", "end", "legal_basis", "page")},
        )


EMPTY_HANDED = Words(
    "運べる行がありません。mapping.toml の header_rows と columns を確かめてください",
    "has no row that can be carried: look at header_rows and columns in mapping.toml",
)


def _row(**cells: object) -> dict[str, str]:
    return {name: str(value) for name, value in cells.items() if value not in {None, ""}}


def _choices(rows: Sequence[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        for value in (row.code, row.word, f"{row.code}{row.word}", *row.values):
            found.setdefault(plain(value), row)
    return found


def _filled(lines: Sequence[Line], places: Sequence[_Place]) -> Iterator[tuple[Line, dict[int, object]]]:
    """Go through rows with their cells by column, blank ones filled down where the mapping says so."""
    last: dict[int, object] = {}
    down = [place.at for place in places if place.column.fill_down]
    for line in lines:
        cells: dict[int, object] = {at: cell for at, cell in enumerate(line.cells) if cell is not None}
        if line.sort == "section":
            last = {}
        if line.sort == "data":
            for at, cell in list(cells.items()):
                if text_of(cell) in DITTO and at in last:
                    cells[at] = last[at]
            changed = False
            for at in sorted(down):
                if text_of(cells.get(at)):
                    changed |= at in last and text_of(last[at]) != text_of(cells[at])
                elif at in last and not changed:
                    cells[at] = last[at]
            last = {at: cell for at, cell in cells.items() if text_of(cell)} | {
                at: cell for at, cell in last.items() if at not in cells and at in down and not changed
            }
        yield line, cells


def _parted(text: str, part: str, tier: str = "") -> tuple[str, str]:
    """Take a cell apart into code and name; the word of its tier may stand before the code, as in ``政策１　安全``."""
    if part == "code":
        return text, ""
    if part == "name":
        return "", text
    bare = text.removeprefix(tier).strip() if tier else text
    found = CODE_FIRST.match(unicodedata.normalize("NFKC", bare))
    if not found:
        return "", text
    text = bare
    name = (
        unicodedata.normalize("NFKC", text)[found.end() :]
        if len(unicodedata.normalize("NFKC", text)) != len(text)
        else text[found.end() :]
    )
    return found[1] or found[2], name.strip()


def _levels(row: _Row, column: Column) -> list[str]:
    """Give the names of the levels above an office's own, from the columns of the row."""
    found = []
    higher = [place for place in row.places if place.column.field == "office" and 0 < place.column.level < column.level]
    for place in sorted(higher, key=lambda place: place.column.level):
        cell = row.line.cells[place.at]
        if cell is not None and not is_gap(text_of(cell)):
            found += offices_in(cell, "")[0][:1]
    return list(dict.fromkeys(found))


def _in_yen(value: str, unit: str) -> tuple[str, str]:
    """Return an amount in a unit that the tables know: 万円 is told in yen."""
    if unit != "万円":
        return value, unit
    from decimal import Decimal

    return f"{Decimal(value) * 10_000:f}", "円"


def _year_alone(cell: object) -> list[int]:
    found = re.fullmatch(r"\s*((?:19|20)[0-9]{2})\s*", text_of(cell)) or re.match(
        r"((?:19|20)[0-9]{2})-", text_of(cell)
    )
    return [int(found[1])] if found else []


def _index_of(column: Column, block: Block) -> int | None:
    if column.column:
        index = _index(column.column)
        return index if index is not None and index < len(block.headings) else None
    wanted = plain(column.heading)
    return next((h.index for h in block.headings if plain(h.text) == wanted), None) if wanted else None


def _index(letters: str) -> int | None:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1 if number else None


def _letter(index: int) -> str:
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
