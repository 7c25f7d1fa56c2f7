"""Rows by goals, each cell as dark as it holds projects: what is drawn where; ``heat.svg`` draws it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from plangraph.briefs.picture import WIDTH, Picture, amount, cut, ink, row_name, tinted
from plangraph.store.terms import to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

ROW, HEAD, LEGEND, NAMES = 20, 24, 20, 260
"""Units of the picture: a row, the numbers of the goals, what the numbers are, the names of the rows."""
LATIN, OTHER = 46, 21
"""Letters of a row's name, of English and of Japanese."""
NOTE = Words(
    "数は資する事務事業の数。濃いほど多く、空欄は資するものがない。",
    "Projects that serve the goal: the darker, the more; a blank is none.",
)


def heat(
    rows: Rows,
    reading: Reading,
    title: str,
    note: str,
    colours: Mapping[str, str],
    hues: Mapping[str, str],
    only: str = "",
) -> Picture | None:
    """Draw the answer of ``coverage-matrix``.

    Parameters
    ----------
    rows : Rows
        The answer.
    reading : Reading
        How its values are written.
    title : str
        What the section is about.
    note : str
        What the numbers are.
    colours : mapping of str to str
        The colour of each goal (``#rrggbb``) by its number, in their order.
    hues : mapping of str to str
        The colour of what a row (its IRI) stands under; others have the accent.
    only : str
        The one row (its IRI) that is drawn.

    Returns
    -------
    Picture or None
        None if no project of the rows serves a goal.
    """
    at = {name: rows.variables.index(name) for name in ("part", "row", "code", "label", "goal_code", "projects")}
    lines: dict[str, dict[str, Any]] = {}
    for row in rows.rows:
        iri, goal = str(to_python(row[at["row"]]) or ""), to_python(row[at["goal_code"]])
        if to_python(row[at["part"]]) != "cell" or not iri or (only and iri != only):
            continue
        name = row_name((row[at["code"]], row[at["label"]]), reading)
        line = lines.setdefault(iri, {"name": name, "colour": hues.get(iri, ink()["accent"]), "cells": {}})
        if goal in colours:
            line["cells"][str(goal)] = amount(row[at["projects"]]) or Decimal(0)
    most = max((value for line in lines.values() for value in line["cells"].values()), default=Decimal(0))
    if not most:
        return None
    left = 0 if only else NAMES
    cell = (WIDTH - left) / len(colours)
    place = {code: left + at * cell for at, code in enumerate(colours)}
    drawn = [
        {
            "name": "" if only else cut(line["name"], LATIN, OTHER),
            "top": LEGEND + HEAD + number * ROW,
            "cells": [
                {"x": place[code], "fill": tinted(line["colour"], value, most), "text": f"{value:,}" if value else ""}
                for code, value in line["cells"].items()
                if value
            ],
        }
        for number, line in enumerate(lines.values())
    ]
    told = [
        f"{line['name']}: " + ", ".join(f"{code} ({value:,})" for code, value in line["cells"].items() if value)
        for line in lines.values()
    ]
    values: dict[str, Any] = {
        "width": WIDTH,
        "height": LEGEND + HEAD + len(lines) * ROW + 2,
        "ink": ink(),
        "text": f"{title}. {'; '.join(told)}",
        "note": note,
        "names": left,
        "cell": cell,
        "row": ROW,
        "legend": LEGEND,
        "goals": [{"x": place[code], "code": code, "colour": colour} for code, colour in colours.items()],
        "rows": drawn,
    }
    return Picture(values, values["text"], "briefs/heat.svg")
