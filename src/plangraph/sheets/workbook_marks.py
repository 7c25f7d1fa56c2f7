"""What a workbook (``.xlsx``) says of its sheets besides values: what is hidden, and which formulas failed."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from plangraph.sheets.faults import UNCOMPUTED
from plangraph.sheets.number_formats import shown_styles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from plangraph.sheets.number_formats import Shown

SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
FAILED = re.compile(r'<c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*>.*?<v>([^<]*)</v>', re.S)
FORMULA = re.compile(
    r'<c\s([^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*)>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
"""A formula without a value."""
STYLES = "xl/styles.xml"
NUMBER_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^>]*>")
CELL_STYLES = re.compile(r"<(?:\w+:)?cellXfs[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.S)
FONTS = re.compile(r"<(?:\w+:)?fonts[\s>].*?</(?:\w+:)?fonts>", re.S)
FONT = re.compile(r"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>.*?</(?:\w+:)?font>)", re.S)
STRUCK = re.compile(r"<(?:\w+:)?(?:strike|dstrike)(?:\s+val=\"(?:1|true)\")?\s*/>")
FILLS = re.compile(r"<(?:\w+:)?fills[\s>].*?</(?:\w+:)?fills>", re.S)
FILL = re.compile(r"<(?:\w+:)?fill>.*?</(?:\w+:)?fill>|<(?:\w+:)?fill\s*/>", re.S)
SOLID = re.compile(
    r'patternType="solid"[^>]*>\s*<(?:\w+:)?fgColor\s(?!rgb="(?:FF|00)?FFFFFF"|theme="0"\s*/|indexed="(?:1|9|65)")'
)
"""A fill of one colour that is not white (ECMA-376 part 1, 18.8.20 to 18.8.32)."""
STYLE = re.compile(r"<(?:\w+:)?xf\s[^>]*>")
INDENT = re.compile(r'<(?:\w+:)?alignment\s[^>]*\bindent="([1-9][0-9]{0,2})"')
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
ROW = re.compile(r"<row\s[^>]*>")
COLUMN = re.compile(r"<col\s[^>]*>")
SHEETS_OF_DATA = "xl/worksheets/"
LAST_COLUMN = 16_384


@dataclass(frozen=True)
class SheetMarks:
    """What is said of a sheet; rows and columns from 0.

    Attributes
    ----------
    failed : mapping of (int, int) to str
        What cells show whose formula failed, such as ``#REF!``, or was never computed, by row and column.
    hidden_rows, hidden_columns : frozenset of int
        What is hidden.
    shown : mapping of (int, int) to Shown
        The cells whose numbers are not shown as they are: in percent, in thousands, with zeros before them.
    struck : frozenset of (int, int)
        The cells that are struck out.
    indents : mapping of (int, int) to int
        How far the text of cells is set in by their format, by row and column.
    coloured : frozenset of (int, int)
        The cells that are filled with a colour.
    """

    failed: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    shown: Mapping[tuple[int, int], Shown] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    indents: Mapping[tuple[int, int], int] = field(default_factory=dict)
    coloured: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class _Styles:
    """What the cell styles of a workbook say, by their number."""

    shown: Mapping[str, Shown]
    struck: frozenset[str]
    indents: Mapping[str, int]
    coloured: frozenset[str]


def read_marks(content: bytes) -> dict[str, SheetMarks]:
    """Read the marks of each sheet by its name; of a file that is no ``.xlsx`` there are none.

    Parameters
    ----------
    content : bytes
        The file, whose archive was checked.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        parts = dict(_parts(archive))
        styles = _text(archive, STYLES) if STYLES in names else ""
        told = _Styles(
            _shown_styles(styles), _struck_styles(styles), _indents_of_styles(styles), _coloured_styles(styles)
        )
        return {name: _marks(_text(archive, part), told) for name, part in parts.items() if part in names}


def _indents_of_styles(xml: str) -> dict[str, int]:
    """Return how far cell styles set a text in, by their number (ECMA-376 part 1, 18.8.1)."""
    cells = CELL_STYLES.search(xml)
    found = map(INDENT.search, STYLE.split(cells[1])[1:] if cells else ())
    return {str(number): int(one[1]) for number, one in enumerate(found) if one}


def _coloured_styles(xml: str) -> frozenset[str]:
    """Return the numbers of the cell styles that fill the cell with a colour."""
    fills = FILLS.search(xml)
    solid = {str(number) for number, fill in enumerate(FILL.findall(fills[0])) if SOLID.search(fill)} if fills else ()
    return frozenset(str(number) for number, style in enumerate(_cell_styles(xml)) if style.get("fillId") in solid)


def _struck_styles(xml: str) -> frozenset[str]:
    """Return the numbers of the cell styles whose font is struck out (ECMA-376 part 1, 18.8.22 and 18.4.10)."""
    fonts = FONTS.search(xml)
    struck = {str(number) for number, font in enumerate(FONT.findall(fonts[0])) if STRUCK.search(font)} if fonts else ()
    return frozenset(str(number) for number, style in enumerate(_cell_styles(xml)) if style.get("fontId") in struck)


def _cell_styles(xml: str) -> list[dict[str, str]]:
    cells = CELL_STYLES.search(xml)
    return list(map(_attributes, STYLE.findall(cells[1]))) if cells else []


def _shown_styles(xml: str) -> dict[str, Shown]:
    """Return how the cell styles show numbers, by their number."""
    own = (_attributes(found) for found in NUMBER_FORMAT.findall(xml))
    return shown_styles({each.get("numFmtId", ""): each.get("formatCode", "") for each in own}, _cell_styles(xml))


def _text(archive: zipfile.ZipFile, part: str) -> str:
    return archive.read(part).decode("utf-8", "replace")


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Return the name of each sheet and the part in which it stands."""
    relations = [_attributes(found) for found in RELATION.findall(_text(archive, "xl/_rels/workbook.xml.rels"))]
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    for found in SHEET.findall(_text(archive, "xl/workbook.xml")):
        sheet = _attributes(found)
        target = targets.get(next((value for key, value in sheet.items() if key.endswith(":id")), ""), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if part.startswith(SHEETS_OF_DATA):
            yield sheet.get("name", ""), part


def _attributes(tag: str) -> dict[str, str]:
    return {key: unescape(value) for key, value in ATTRIBUTE.findall(tag)}


def _marks(xml: str, styles: _Styles) -> SheetMarks:
    failed = {}
    if ' t="e"' in xml:
        failed = {(int(row) - 1, _index(letters)): text for letters, row, text in FAILED.findall(xml)}
    if "<f" in xml:
        never = (found for found in FORMULA.finditer(xml) if ' t="str"' not in found[1])
        failed |= {(int(found[3]) - 1, _index(found[2])): UNCOMPUTED for found in never}
    rows, columns = set[int](), set[int]()
    if "hidden=" in xml:
        rows = {int(row["r"]) - 1 for row in map(_attributes, ROW.findall(xml)) if _hidden(row) and row["r"].isdigit()}
        for column in map(_attributes, COLUMN.findall(xml)):
            if _hidden(column) and column.get("min", "").isdigit() and column.get("max", "").isdigit():
                columns.update(range(int(column["min"]) - 1, min(int(column["max"]), LAST_COLUMN)))
    return SheetMarks(
        failed,
        frozenset(rows),
        frozenset(columns),
        {place: styles.shown[style] for place, style in _styled(xml, styles.shown).items()},
        frozenset(_styled(xml, styles.struck)),
        {place: styles.indents[style] for place, style in _styled(xml, styles.indents).items()},
        frozenset(_styled(xml, styles.coloured)),
    )


def _styled(xml: str, styles: Collection[str]) -> dict[tuple[int, int], str]:
    """Return the rows and columns of the cells in one of some styles, each with its style."""
    if not styles:
        return {}
    cell = re.compile(rf'<c\s[^>]*?\bs="(?:{"|".join(sorted(styles))})"[^>]*>')
    found = ((PLACE.fullmatch(tag.get("r", "")), tag["s"]) for tag in map(_attributes, cell.findall(xml)))
    return {(int(place[2]) - 1, _index(place[1])): style for place, style in found if place}


def _hidden(tag: Mapping[str, str]) -> bool:
    return tag.get("hidden") in {"1", "true"} and ("r" in tag or "min" in tag)


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
