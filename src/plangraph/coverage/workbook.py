"""A coverage report as an Excel workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from plangraph.coverage.report import Report

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767
WIDEST = 60
SHEETS = {
    "matrix": ("対応表", "Matrix"),
    "budget": ("予算額", "Budget"),
    "cells": ("セル", "Cells"),
    "links": ("貢献", "Links"),
    "goals": ("ゴール", "Goals"),
    "targets": ("ターゲット", "Targets"),
    "holes": ("空白", "Holes"),
    "fragile": ("一事業のみ", "One project only"),
    "unlinked": ("貢献のない施策", "Without SDG"),
    "synergies": ("ともに資する", "Synergies"),
    "sources": ("出典", "Sources"),
    "about": ("説明", "About"),
}
ABOUT = {
    "ja": (
        "対応表の数は、根拠の区分を問わず、公式の貢献に置き換えられたものを除いた貢献の数です。区分別の数はセルのシートにあります。",
        "予算額は円。事務事業の予算額を、資するゴールに1円単位で均等に割り振ったもので、行の計と列の計はそれぞれ総計に一致します。",
        "貢献の数は、戦略・区・局の間では重なることがあり、列の計は重なりを除いた数です。",
        "想定の貢献は人が理由を添えて置いたもので、市の公式の見解ではありません。",
    ),
    "en": (
        "The matrix counts contributions of every basis, without those that an official one supersedes; "
        "the sheet of cells counts them by basis.",
        "Budgets are in yen: each project's budget, split in whole yen evenly over the goals that it serves; "
        "rows and columns add up to the total.",
        "A contribution can belong to several strategies, wards or bureaus; the sum of a column counts it once.",
        "Assumed contributions were set by a person, with a rationale; they are not the city's official view.",
    ),
}


def write_workbook(report: Report, path: Path) -> None:
    """Write a report as a workbook, numbers as numbers and text never as formulas.

    Parameters
    ----------
    report : Report
        The report.
    path : Path
        The file, which is replaced.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for key, (header, rows) in _sheets(report).items():
        sheet = book.create_sheet(SHEETS[key][report.lang == "en"])
        _fill(sheet, header, rows)
    book.save(path)


def _sheets(report: Report) -> dict[str, tuple[list[str], list[list[Any]]]]:
    holes = [row for row in report.part("targets") if row["status"] != "served"]
    about = [
        [report.plan],
        [f"{report.tier} / {report.year}"],
        [report.identity],
        *([line] for line in ABOUT[report.lang]),
    ]
    return {
        "matrix": _matrix(report, "links"),
        "budget": _matrix(report, "budget"),
        "cells": _table(report.cells(), report.matrix.variables),
        "links": _table(report.part("links"), report.parts["links"].variables),
        "goals": _table(report.part("goals"), report.parts["goals"].variables),
        "targets": _table(report.part("targets"), report.parts["targets"].variables),
        "holes": _table(
            holes, ["status", "target", "code", "label", "goal_code", "reason_label", "rationale", "suggested"]
        ),
        **{
            name: _table(report.part(name), report.parts[name].variables)
            for name in ("fragile", "unlinked", "synergies", "sources")
        },
        "about": ([SHEETS["about"][report.lang == "en"]], about),
    }


def _matrix(report: Report, value: str) -> tuple[list[str], list[list[Any]]]:
    goals = [row["code"] for row in report.part("goals")]
    columns = [*goals, "none", "total"]
    words = {"none": ("なし", "none"), "total": ("計", "total")}
    rows: dict[str, list[Any]] = {}
    for cell in report.cells():
        row = rows.setdefault(cell["row"] or cell["code"], [cell["code"], cell["label"], *([0] * len(columns))])
        row[2 + columns.index(cell["goal_code"])] = cell[value]
    names = [words[code][report.lang == "en"] if code in words else int(code) for code in columns]
    return ["code", report.tier, *map(str, names)], list(rows.values())


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> tuple[list[str], list[list[Any]]]:
    return list(columns), [[row[name] for name in columns] for row in rows]


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widths = [len(name) for name in header]
    for number, row in enumerate([header, *rows], start=1):
        for place, value in enumerate(row, start=1):
            _put(cast("Cell", sheet.cell(number, place)), value)
            widths[place - 1] = max(widths[place - 1], _width(value))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = min(width, WIDEST) + 2
    sheet.freeze_panes = "C2" if len(header) > 2 else "A2"  # noqa: PLR2004 - code and label stay in sight
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Cell, value: Any) -> None:
    """Write a value: a number as a number, and any text as text, whatever it begins with."""
    if isinstance(value, int) and not isinstance(value, bool):
        cell.value = value
        cell.number_format = "#,##0"
    elif value is not None:
        cell.value = NOT_IN_XML.sub("", str(value))[:LONGEST_CELL]
        cell.data_type = "s"


def _width(value: Any) -> int:
    words = f"{value:,}" if isinstance(value, int) else str(value or "")
    return sum(2 if ord(letter) > 0xFF else 1 for letter in words)  # noqa: PLR2004 - beyond Latin-1, letters are wide
