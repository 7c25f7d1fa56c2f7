"""The coverage matrix drawn as a heat map, in SVG."""

from __future__ import annotations

from html import escape
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


def heat_map(report: Report) -> str:
    """Draw a report's matrix.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    str
        An ``svg`` element: one column a goal in its official colour, one row an element, and the number of
        contributions in each cell, the fuller the colour the more; each cell leads to its contributions.
    """
    goals = report.part("goals")
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    rows: dict[str, dict[str, Any]] = {}
    for cell in report.cells():
        cells[row_key(cell), cell["goal_code"]] = cell
        rows.setdefault(row_key(cell), cell)
    highest = max((c["links"] for c in cells.values() if c["part"] == "cell"), default=1)
    words = WORDS[report.lang]
    width = LABELS + len(goals) * CELL_WIDTH + SUM_WIDTH
    height = HEAD + len(rows) * CELL_HEIGHT + 4
    title = escape(f"SDGs × {report.tier}")
    lines = [
        f'<svg class="heat" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">',
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path d="M0 0V6" stroke="var(--soft)" stroke-width="1.4"/></pattern></defs>',
        *(_head(goal, place) for place, goal in enumerate(goals)),
        f'<text class="count sum" x="{width - SUM_WIDTH / 2}" y="{HEAD / 2}">{words["sum"]}</text>',
    ]
    for line, (key, row) in enumerate(rows.items()):
        top = HEAD + line * CELL_HEIGHT
        lines.append(_label(row, top))
        for place, goal in enumerate(goals):
            left = LABELS + place * CELL_WIDTH
            lines.append(_square(cells.get((key, goal["code"])), goal, left, top, highest, words))
        total = cells.get((key, "total"), {}).get("links", 0)
        lines.append(
            f'<text class="count sum" x="{width - SUM_WIDTH / 2}" y="{top + CELL_HEIGHT / 2}">{total:,}</text>'
        )
    return "\n".join([*lines, "</svg>"])


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


def _head(goal: Mapping[str, Any], place: int) -> str:
    left = LABELS + place * CELL_WIDTH
    ink = " dark" if ink_on(goal["colour"]) == "dark" else ""
    return (
        f"<g><title>{escape(goal['code'])} {escape(goal['label'])}</title>"
        f'<rect x="{left}" y="2" width="{CELL_WIDTH - 1}" height="{HEAD - 4}" fill="{escape(goal["colour"])}"/>'
        f'<text class="head{ink}" x="{left + CELL_WIDTH / 2}" y="{HEAD / 2}">{escape(goal["code"])}</text></g>'
    )


def _label(row: Mapping[str, Any], top: int) -> str:
    whole = f"{row['code']} {row['label']}" if row["part"] in {"cell", "row"} and row["row"] else str(row["label"])
    wide = sum(1 if ord(letter) > 0xFF else 0.55 for letter in whole)  # noqa: PLR2004 - beyond Latin-1, letters are wide
    shown = whole if wide <= LABEL_LETTERS else whole[: int(LABEL_LETTERS * len(whole) / wide) - 1] + "…"
    heavy = " sum" if row["part"] in {"column", "total"} else ""
    middle = top + CELL_HEIGHT / 2
    brief = row["code"] if row["row"] else row["label"]
    return (
        f"<g><title>{escape(whole)}</title>"
        f'<text class="long{heavy}" x="4" y="{middle}">{escape(shown)}</text>'
        f'<text class="short{heavy}" x="{LABELS - 8}" y="{middle}">{escape(brief)}</text></g>'
    )


def _square(
    cell: Mapping[str, Any] | None,
    goal: Mapping[str, Any],
    left: int,
    top: int,
    highest: int,
    words: Mapping[str, str],
) -> str:
    box = f'x="{left}" y="{top}" width="{CELL_WIDTH - 1}" height="{CELL_HEIGHT - 1}"'
    if cell is None or not cell["links"]:
        kind = "none" if goal["links"] else "hatched"
        title = f"<title>{words['hole']}</title>" if kind == "hatched" else ""
        return f'<g>{title}<rect class="square {kind}" {box}/></g>'
    share = FAINTEST + (FULLEST - FAINTEST) * min(cell["links"] / highest, 1)
    count = f'<text class="count" x="{left + CELL_WIDTH / 2}" y="{top + CELL_HEIGHT / 2}">{cell["links"]}</text>'
    title = words["cell"].format(**{**cell, "row": cell["label"], "goal": cell["goal_code"]})
    if cell["part"] == "column":
        return f'<g><title>{escape(title)}</title><rect class="square none" {box}/>{count}</g>'
    lang = "ja" if words is WORDS["ja"] else "en"
    return (
        f'<a href="#{anchor(cell, lang)}-{goal["code"]}"><title>{escape(title)}</title>'
        f'<rect class="square" {box} fill="{escape(goal["colour"])}" fill-opacity="{share:.2f}"/>{count}</a>'
    )
