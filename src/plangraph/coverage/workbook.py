"""A coverage report as an Excel workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from plangraph.coverage.heatmap import FAINTEST, FULLEST
from plangraph.coverage.page_words import WORDS
from plangraph.pages.contrast import INKS, ink_on
from plangraph.store.readable import Column, Reading
from plangraph.store.spreadsheet import FORMATS, add_rows, add_table, add_text, font, saved
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from plangraph.coverage.report import Report
    from plangraph.store.answers import Rows
    from plangraph.store.columns import Holds

SHEETS = {
    "matrix": Words("対応表", "Matrix"),
    "budget": Words("予算額（{unit}）", "Budget ({unit})"),
    "cells": Words("セル", "Cells"),
    "links": Words("貢献", "Links"),
    "goals": Words("ゴール", "Goals"),
    "targets": Words("ターゲット", "Targets"),
    "holes": Words("空白", "Holes"),
    "fragile": Words("一事業のみ", "One project only"),
    "unlinked": Words("貢献のない施策", "Without SDG"),
    "synergies": Words("ともに資する", "Synergies"),
    "sources": Words("出典", "Sources"),
    "about": Words("説明", "About"),
}
NONE = '#,##0_0;-#,##0_0;"–"_0'
"""How a count is written that is none: it stays 0, and no field of zeros is read."""
HOLES: Mapping[str, Literal["solid", "lightUp"]] = {"open": "solid", "justified": "lightUp"}
"""How the status of a target that nothing serves is filled: an open hole is red, a justified one hatched."""
MILLIONS = Words("百万{currency}", "millions of {currency}")
LARGE = 10**9
"""From which sum on budgets are shown in millions."""
ABOUT = (
    Words(
        "対応表の数は、根拠の区分を問わず、公式の貢献に置き換えられたものを除いた貢献の数です。"
        "区分別の数はセルのシートにあります。",
        "The matrix counts contributions of every basis, without those that an official one supersedes; "
        "the sheet of cells counts them by basis.",
    ),
    Words(
        "予算額の単位は{currency}。事務事業の予算額を、資するゴールに均等に割り振ったもので、"
        "行の計と列の計はそれぞれ総計に一致します。",
        "Budgets are in {currency}: each project's budget, split evenly over the goals that it serves; "
        "rows and columns add up to the total.",
    ),
    Words(
        "予算額のシートは{unit}の単位で示します。セルの値は端数まで正確です。",
        "The sheet of budgets shows them in {unit}; the values of its cells are exact.",
    ),
    Words(
        "貢献の数は、戦略・区・組織の間では重なることがあり、列の計は重なりを除いた数です。",
        "A contribution can belong to several strategies, wards or offices; the sum of a column counts it once.",
    ),
    Words(
        "想定の貢献は人が理由を添えて置いたもので、自治体の公式の見解ではありません。",
        "Assumed contributions were set by a person, with a rationale; they are not the city's official view.",
    ),
)


def write_workbook(report: Report, path: Path) -> None:
    """Write a report as a workbook: the matrix as a heat map in the goals' colours, and its parts as tables.

    Parameters
    ----------
    report : Report
        The report.
    path : Path
        The file, which is replaced.
    """
    from openpyxl import Workbook

    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    for value in ("matrix", "budget"):
        _add_matrix(book, report, value)
    for name in ("cells", "links", "goals", "targets", "holes", "fragile", "unlinked", "synergies", "sources"):
        _add_part(book, report, name)
    about = [
        (report.text(SHEETS["about"]), report.plan),
        *([(report.tier, str(report.year))] if report.year else []),
        (Words("構築", "Build").of(report.lang), report.identity),
        *(("", report.text(words, currency=report.currency, unit=_unit(report))) for words in ABOUT),
    ]
    add_text(book, report.text(SHEETS["about"]), about)
    path.write_bytes(saved(book))


def _add_part(book: Workbook, report: Report, name: str) -> None:
    rows = report.matrix if name == "cells" else report.parts["targets" if name == "holes" else name]
    if name == "holes":
        rows = _holes_of(rows)
    title = report.text(SHEETS[name])
    if not len(rows):
        add_text(book, title, [(title, report.text(_why_empty(report, name)))])
        return
    sheet = add_rows(book, Reading(rows, report.lang, names={}, title=title))
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.number_format == FORMATS["count"]:
                cell.number_format = NONE
    if "status" in rows.variables:
        _mark_holes(sheet, rows.headings["status"].values, report.lang)


def _why_empty(report: Report, name: str) -> Words:
    """Explain why a part has no rows: there is none, or it is not known."""
    if not report.states_any:
        return WORDS["lead_none"]
    unknown = name in {"holes", "fragile"} and not report.states_targets
    return WORDS["lead_goals"] if unknown else Words("ありません", "none")


def _holes_of(targets: Rows) -> Rows:
    """Return the targets that nothing serves, without the numbers of what does."""
    status = targets.variables.index("status")
    kept = [at for at, name in enumerate(targets.variables) if targets.headings[name].holds != "count"]
    return replace(
        targets,
        variables=[targets.variables[at] for at in kept],
        rows=[tuple(row[at] for at in kept) for row in targets.rows if getattr(row[status], "value", "") in HOLES],
    )


def _mark_holes(sheet: Worksheet, words: Mapping[str, Words], lang: str) -> None:
    from openpyxl.styles import PatternFill

    fills = {words[status].of(lang): PatternFill(fill, fgColor="F6D5D5") for status, fill in HOLES.items()}
    for cells in sheet.iter_rows():
        for cell in cells:
            if fill := fills.get(str(cell.value)):
                cell.fill = fill


def _add_matrix(book: Workbook, report: Report, name: str) -> None:
    value = "links" if name == "matrix" else "budget"
    colours = {goal["code"]: goal["colour"].removeprefix("#") for goal in report.part("goals")}
    last = {"none": Words("ゴールなし", "No goal"), "total": Words("計", "total")}
    keys = [*colours, *last]
    rows: dict[str, dict[str, Any]] = {}
    for cell in report.cells():
        sums = cell["part"] in {"column", "total"}
        named = (
            {"label": last["total"].of(report.lang)}
            if sums
            else {"code": cell["row"] and cell["code"], "label": cell["label"]}
        )
        row = rows.setdefault(cell["row"] or cell["code"], named)
        row[cell["goal_code"]] = cell[value] or None  # nothing, rather than a field of zeros
    holds: Holds = "count" if value == "links" else "millions" if _in_millions(report) else "money"
    columns = [
        Column(Words("コード", "Code").of(report.lang), "code"),
        Column(report.tier, "label"),
        *(Column(last[key].of(report.lang) if key in last else key, holds) for key in keys),
    ]
    lines = [[row.get("code"), row["label"], *(row.get(key) for key in keys)] for row in rows.values()]
    sheet = add_table(book, report.text(SHEETS[name], unit=_unit(report)), columns, lines)
    _heat(sheet, colours, len(lines))


def _in_millions(report: Report) -> bool:
    """Check whether budgets are so large that a sheet of them is read in millions."""
    return any((cell["budget"] or 0) >= LARGE for cell in report.cells())


def _unit(report: Report) -> str:
    """Return the unit in which the sheet of budgets shows them."""
    words = MILLIONS if _in_millions(report) else Words("{currency}", "{currency}")
    return report.text(words, currency=report.currency)


def _heat(sheet: Worksheet, colours: Mapping[str, str], rows: int) -> None:
    """Colour the heads of the goals, and each cell the more, the more of the column's greatest value it has."""
    from openpyxl.styles import PatternFill

    for place, colour in enumerate(colours.values(), start=3):
        head = sheet.cell(1, place)
        head.fill, head.font = (
            PatternFill("solid", fgColor=colour),
            font(bold=True, color=INKS[ink_on(f"#{colour}")][1:]),
        )
        cells = [sheet.cell(number, place) for number in range(2, rows + 1)]  # the last row is the sum
        most = max((float(cell.value) for cell in cells if isinstance(cell.value, int | float)), default=0.0)
        for cell in cells:
            if isinstance(cell.value, int | float) and most:
                share = FAINTEST + (FULLEST - FAINTEST) * float(cell.value) / most
                cell.fill = PatternFill("solid", fgColor=_tint(colour, share))


def _tint(colour: str, share: float) -> str:
    """Mix a colour (``RRGGBB``) with white."""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
