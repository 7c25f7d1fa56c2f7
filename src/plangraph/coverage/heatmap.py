"""The coverage matrix laid out as a heat map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.coverage.report import Report

LABELS, CELL_WIDTH, CELL_HEIGHT, HEAD = 300, 36, 28, 34
SUM_WIDTH = 52
FAINTEST, FULLEST = 0.2, 0.6  # at which letters on a cell keep their contrast
LABEL_LETTERS = 23
BRIGHT = 150
WORDS = {
    "ja": {
        "sum": "計",
        "cell": "{row}・ゴール{goal}: 貢献{links}件（公式{official}・想定{assumed}・提案{suggested}）、"
        "施策{measures}、事務事業{projects}、予算額{budget:,}円",
        "hole": "どの要素からも貢献のないゴール",
    },
    "en": {
        "sum": "Sum",
        "cell": "{row}, goal {goal}: {links} contributions (official {official}, assumed {assumed}, "
        "suggested {suggested}), {measures} measures, {projects} projects, {budget:,} yen",
        "hole": "A goal that nothing serves",
    },
}


def heat_map(report: Report) -> dict[str, Any]:
    """Lay out a report's matrix.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    dict of str to object
        What ``heatmap.svg`` shows: one column a goal in its official colour, one row an element, and the number of
        contributions in each cell, the fuller the colour the more; each cell leads to its contributions.
    """
    goals = report.part("goals")
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    rows: dict[str, dict[str, Any]] = {}
    for cell in report.cells():
        cells[row_key(cell), cell["goal_code"]] = cell
        rows.setdefault(row_key(cell), cell)
    highest = max((c["links"] for c in cells.values() if c["part"] == "cell"), default=1)
    width = LABELS + len(goals) * CELL_WIDTH + SUM_WIDTH
    lefts = {goal["code"]: LABELS + place * CELL_WIDTH for place, goal in enumerate(goals)}
    return {
        "title": f"SDGs × {report.tier}",
        "width": width,
        "height": HEAD + len(rows) * CELL_HEIGHT + 4,
        "labels": LABELS,
        "head": HEAD,
        "cell_width": CELL_WIDTH,
        "cell_height": CELL_HEIGHT,
        "sum": WORDS[report.lang]["sum"],
        "sum_at": width - SUM_WIDTH / 2,
        "goals": [{**goal, "left": lefts[goal["code"]], "ink": ink_on(goal["colour"])} for goal in goals],
        "rows": [
            {
                **_label(row),
                "top": HEAD + line * CELL_HEIGHT,
                "total": cells.get((key, "total"), {}).get("links", 0),
                "cells": [
                    {"left": lefts[goal["code"]], **_square(cells.get((key, goal["code"])), goal, highest, report.lang)}
                    for goal in goals
                ],
            }
            for line, (key, row) in enumerate(rows.items())
        ],
    }


def row_key(cell: Mapping[str, Any]) -> str:
    """Tell the rows of a matrix apart."""
    return str(cell["row"] or cell["code"])


def anchor(cell: Mapping[str, Any], lang: str) -> str:
    """Name the place in the page where a row's contributions stand."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in str(cell["code"]))
    return f"{lang}-{letters}"


def ink_on(colour: str) -> str:
    """Choose light or dark letters on a colour (``#RRGGBB``) by its brightness (ITU-R BT.601)."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "dark" if 0.299 * red + 0.587 * green + 0.114 * blue > BRIGHT else "light"


def _label(row: Mapping[str, Any]) -> dict[str, Any]:
    whole = f"{row['code']} {row['label']}" if row["part"] in {"cell", "row"} and row["row"] else str(row["label"])
    wide = sum(1 if ord(letter) > 0xFF else 0.55 for letter in whole)  # noqa: PLR2004 - beyond Latin-1, letters are wide
    return {
        "whole": whole,
        "shown": whole if wide <= LABEL_LETTERS else whole[: int(LABEL_LETTERS * len(whole) / wide) - 1] + "…",
        "brief": row["code"] if row["row"] else row["label"],
        "heavy": row["part"] in {"column", "total"},
    }


def _square(cell: Mapping[str, Any] | None, goal: Mapping[str, Any], highest: int, lang: str) -> dict[str, Any]:
    words = WORDS[lang]
    if cell is None or not cell["links"]:
        served = bool(goal["links"])
        kind, title = ("none", "") if served else ("hatched", words["hole"])
        return {"kind": kind, "title": title, "place": "", "links": 0}
    within = cell["part"] != "column"
    return {
        "kind": "" if within else "none",
        "title": words["cell"].format(**{**cell, "row": cell["label"], "goal": cell["goal_code"]}),
        "place": f"{anchor(cell, lang)}-{goal['code']}" if within else "",
        "links": cell["links"],
        "colour": goal["colour"],
        "share": FAINTEST + (FULLEST - FAINTEST) * min(cell["links"] / highest, 1),
    }
