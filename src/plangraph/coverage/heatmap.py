"""The coverage matrix as a heat map: what is drawn where; ``heatmap.svg`` draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.coverage.page_words import WORDS
from plangraph.namespaces import THINGS
from plangraph.pages.contrast import ink_on
from plangraph.words import coded_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.coverage.report import Report

LABELS, CELL_WIDTH, CELL_HEIGHT, HEAD = 300, 36, 28, 34  # units of the picture, which is as wide as its place
SUM_WIDTH = 52  # units of the picture
FAINTEST, FULLEST = 0.2, 0.6  # at which letters on a cell keep their contrast
LABEL_LETTERS = 23  # full-width letters


def arranged(report: Report) -> dict[str, Any]:
    """Return what the heat map of a report's matrix is drawn from.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    dict
        Its size, and for each goal and row what stands where: the number of contributions in each cell, the fuller the
        goal's official colour the more; each cell leads to its contributions.
    """
    goals = report.part("goals")
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    rows: dict[str, dict[str, Any]] = {}
    for cell in report.cells():
        cells[row_key(cell), cell["goal_code"]] = cell
        rows.setdefault(row_key(cell), cell)
    highest = max((c["links"] for c in cells.values() if c["part"] == "cell" and c["links"]), default=1)
    width = LABELS + len(goals) * CELL_WIDTH + SUM_WIDTH
    return {
        "width": width,
        "height": HEAD + len(rows) * CELL_HEIGHT + 4,
        "title": f"SDGs × {report.tier}",
        "cell": {"width": CELL_WIDTH - 1, "height": CELL_HEIGHT - 1},
        "head": HEAD,
        "label_end": LABELS - 8,
        "sums": width - SUM_WIDTH / 2,
        "goals": [{**goal, "ink": ink_on(goal["colour"]), **_column(place)} for place, goal in enumerate(goals)],
        "rows": [
            {
                **_label(row),
                "top": HEAD + line * CELL_HEIGHT,
                "middle": HEAD + (line + 0.5) * CELL_HEIGHT,
                "total": cells[key, "total"]["links"],
                "squares": [
                    {**_square(report, cells.get((key, goal["code"])), goal, highest), **_column(place)}
                    for place, goal in enumerate(goals)
                ],
            }
            for line, (key, row) in enumerate(rows.items())
        ],
    }


def money_of(report: Report, cell: Mapping[str, Any]) -> str:
    """Return the budget of a cell in words; nothing where it is not known."""
    if cell["budget"] is None:
        return ""
    return report.text(WORDS["money"], budget=cell["budget"], currency=report.currency)


def row_key(cell: Mapping[str, Any]) -> str:
    """Return what tells a row of a matrix from the others."""
    return str(cell["row"] or cell["code"])


def name_of_row(cell: Mapping[str, Any]) -> str:
    """Return what a row of a matrix is called: its code, if it has one, and its label."""
    return coded_name(cell["code"] if cell["row"] else "", cell["label"])


def anchor(cell: Mapping[str, Any], lang: str) -> str:
    """Name the place in the page where the contributions of a cell stand."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in row_key(cell).removeprefix(THINGS))
    return f"{lang}-{letters}-{cell['goal_code']}"


def _column(place: int) -> dict[str, float]:
    left = LABELS + place * CELL_WIDTH
    return {"left": left, "middle": left + CELL_WIDTH / 2}


def _label(row: Mapping[str, Any]) -> dict[str, str]:
    whole = name_of_row(row)
    wide = sum(1 if ord(letter) > 0xFF else 0.55 for letter in whole)  # noqa: PLR2004 - beyond Latin-1, letters are wide
    return {
        "whole": whole,
        "shown": whole if wide <= LABEL_LETTERS else whole[: int(LABEL_LETTERS * len(whole) / wide) - 1] + "…",
        "brief": row["code"] if row["row"] and row["code"] else row["label"],
        "heavy": " sum" if row["part"] in {"column", "total"} else "",
    }


def _square(report: Report, cell: Mapping[str, Any] | None, goal: Mapping[str, Any], highest: int) -> dict[str, Any]:
    if cell is None or not cell["links"]:
        hole = report.states_any and not goal["links"]
        title = report.text(WORDS["hole" if hole else "unrecorded"]) if hole or not report.states_any else ""
        return {"kind": "hatched" if hole else "none", "title": title, "count": 0, "place": ""}
    told = {**cell, "row": cell["label"], "goal": cell["goal_code"], "money": money_of(report, cell)}
    title = report.text(WORDS["square"], **told)
    square = {"kind": "none", "title": title, "count": cell["links"], "place": ""}
    if cell["part"] == "column":
        return square
    share = FAINTEST + (FULLEST - FAINTEST) * cell["links"] / highest
    return {**square, "place": anchor(cell, report.lang), "colour": goal["colour"], "share": f"{share:.2f}"}
