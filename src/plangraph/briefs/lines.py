"""Lines over the fiscal years beside a section's table: what is drawn where; ``lines.svg`` draws it.

Which figures make a line the explorer says by itself (``lib/lines.ts``): ``tests/figures_over_years.json`` holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.briefs.picture import WIDTH, Picture, amount, ink
from plangraph.namespaces import expand
from plangraph.pages.line_charts import AIM, LOOKS
from plangraph.store.columns import called
from plangraph.store.terms import NamedNode
from plangraph.store.written_figures import with_unit
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading
    from plangraph.store.terms import Row, Term

HEIGHT, LEFT, TOP, BOTTOM, LEGEND = 170, 8, 26, 24, 22
"""Units of the picture, but for its legend: whole, beside the lines, above them, below them; the legend."""
EDGE = 50
"""Units from either side within which a text stands to the inside of its place."""
NEAR = 16
"""Units: an amount is written where no other point of its year is as near."""
MOST_CHARTS = 6
"""How many pictures there are at most of a section, a unit or an indicator each."""
DOUBTED = "※"
NONE: Mapping[str, str] = {}
YEAR = Words("{year}年度", "FY{year}")
OF_AIM = [NamedNode(str(expand(f"pg:{name}"))) for name in AIM]


class Point(NamedTuple):
    """A value of a year, as a number and as it is written."""

    year: int
    value: Decimal
    text: str


@dataclass(frozen=True)
class Line:
    """A line, by the years of its points."""

    name: str
    points: Sequence[Point]


def over_years(
    rows: Rows, reading: Reading, title: str, year: str, figures: Sequence[str], doubted: Mapping[str, str] = NONE
) -> Picture | None:
    """Draw columns of money over the years, a line each; None if no column has two years.

    Parameters are those of :func:`plangraph.briefs.bars.bars`, with the column of the years, and by the names of
    columns those that say what is to be known before their values are read as facts: these get a mark.
    """
    at = {name: rows.variables.index(name) for name in (year, *figures, *doubted.values())}

    def doubts(row: Row, name: str) -> bool:
        return name in doubted and row[at[doubted[name]]] is not None

    found = []
    for name in figures:
        points = [
            Point(int(when), value, reading.text(row[at[name]], "money") + (DOUBTED if doubts(row, name) else ""))
            for row in rows.rows
            if (when := amount(row[at[year]])) is not None and (value := amount(row[at[name]])) is not None
        ]
        found.append(Line(reading.heading_of(name), points))
    return _drawn(found, title, reading.lang)


def by_kind(rows: Rows, reading: Reading, title: str) -> list[Picture]:
    """Draw figures over the years, a picture for each unit and a line for each kind of which there are two years."""
    at = {
        name: rows.variables.index(name)
        for name in ("kind", "kind_label", "year", "within_year", "value", "unit", "unit_label")
    }
    units: dict[Any, dict[Any, tuple[dict[str, None], dict[int, Point]]]] = {}
    whole = [row for row in rows.rows if row[at["year"]] is not None]
    dated = [row for row in rows.rows if row[at["year"]] is None]
    for row in (*whole, *reversed(dated)):  # the latest of a year stands for it where nothing is of the whole year
        when, value = amount(row[at["year"]] or row[at["within_year"]]), amount(row[at["value"]])
        if when is None or value is None:
            continue
        kind = OF_AIM[0] if row[at["kind"]] in OF_AIM else row[at["kind"]]
        names, points = units.setdefault(row[at["unit"]], {}).setdefault(kind, ({}, {}))
        names[reading.text(row[at["kind_label"]], "label")] = None
        points.setdefault(
            int(when), Point(int(when), value, _written(row[at["value"]], row[at["unit_label"]], reading))
        )
    charts = [
        [Line(" → ".join(names), sorted(points.values())) for names, points in kinds.values()]
        for kinds in units.values()
    ]
    return _all(charts, [title] * len(charts), reading.lang)


def _written(value: Term | None, unit: Term | None, reading: Reading) -> str:
    """Write a figure with its unit; a sum of money as everywhere."""
    label = reading.text(unit, "label")
    if label in (reading.rows.currency, called(reading.rows.currency).of(reading.lang)):
        return reading.text(value, "money") + ("" if reading.lang == "ja" else f" {label}")
    return with_unit(reading.text(value, "number"), label)


def of_indicators(rows: Rows, reading: Reading, title: str) -> list[Picture]:
    """Draw the way of each indicator from its baseline to its targets, one a year, and where it stands."""
    stages = ("baseline", "target"), ("actual",)
    at = {
        name: rows.variables.index(name)
        for name in ("label", "unit", *(f"{s}{y}" for g in stages for s in g for y in ("", "_year")))
    }
    charts, titles = [], []
    of_one: dict[tuple[Term | None, ...], list[Row]] = {}
    for row in rows.rows:
        of_one.setdefault((row[at["label"]], row[at["unit"]]), []).append(row)
    for (name_of_it, unit), several in of_one.items():
        lines, label = [], reading.text(name_of_it, "label")
        for stage in stages:
            points = {
                Point(int(when), value, _written(row[at[name]], unit, reading))
                for row in several
                for name in stage
                if (when := amount(row[at[f"{name}_year"]])) is not None
                and (value := amount(row[at[name]])) is not None
            }
            of = f"{label}: " if stage is stages[0] else ""
            lines.append(Line(of + " → ".join(map(reading.heading_of, stage)), sorted(points)))
        charts.append([line for line in lines if line.points])
        titles.append(f"{title}: {label}")
    return _all(charts, titles, reading.lang)


def _all(charts: Iterable[Sequence[Line]], titles: Iterable[str], lang: str) -> list[Picture]:
    drawn = (_drawn(lines, title, lang) for lines, title in zip(charts, titles, strict=True))
    return [picture for picture in drawn if picture][:MOST_CHARTS]


def _drawn(lines: Sequence[Line], title: str, lang: str) -> Picture | None:
    if not any(len(line.points) > 1 for line in lines):
        return None
    known = [point for line in lines for point in line.points]
    first, last = min(point.year for point in known), max(point.year for point in known)
    least, most = min(*(point.value for point in known), Decimal(0)), max(*(point.value for point in known), Decimal(0))
    spot = (WIDTH - 2 * LEFT) / (last - first + 1)
    high = HEIGHT - TOP - BOTTOM

    def x(year: int) -> float:
        return LEFT + (year - first + 0.5) * spot

    def y(value: Decimal) -> float:
        return LEGEND + TOP + high * float((most - value) / ((most - least) or Decimal(1)))

    drawn = [
        {
            "name": line.name,
            "legend": LEFT + sum(_legend(other.name) for other in lines[:at]),
            "colour": ink()[LOOKS[at % len(LOOKS)][0]],
            "dash": LOOKS[at % len(LOOKS)][1],
            "square": LOOKS[at % len(LOOKS)][2],
            "path": "M" + "L".join(f"{x(point.year):.1f} {y(point.value):.1f}" for point in line.points),
            "points": [
                {
                    "x": x(point.year),
                    "y": y(point.value),
                    "anchor": _anchor(x(point.year)),
                    "text": point.text,
                    **_beside(point, line, lines, y),
                }
                for point in line.points
            ],
        }
        for at, line in enumerate(lines)
        if line.points
    ]
    told = [
        f"{line.name}: " + ", ".join(f"{point.year} {point.text}" for point in line.points)
        for line in lines
        if line.points
    ]
    every = max(1, -(-(last - first + 1) // 10))
    values: dict[str, Any] = {
        "width": WIDTH,
        "height": LEGEND + HEIGHT,
        "ink": ink(),
        "text": f"{title}. {'; '.join(told)}",
        "title": title,
        "zero": y(Decimal(0)),
        "left": LEFT,
        "foot": LEGEND + HEIGHT - 6,
        "lines": drawn,
        "years": [
            {"x": x(year), "anchor": _anchor(x(year)), "text": YEAR.of(lang).format(year=year)}
            for year in range(first, last + 1, every)
        ],
    }
    return Picture(values, values["text"], "briefs/lines.svg")


def _legend(name: str) -> float:
    """Return how wide the mark and the name of a line are, with the room to the next."""
    return max(180, 34 + sum(6.5 if letter.isascii() else 11 for letter in name) + 24)


def _anchor(x: float) -> str:
    """Return how a text stands at a place, so that it is inside the picture."""
    return "start" if x < EDGE else "end" if x > WIDTH - EDGE else "middle"


def _beside(point: Point, line: Line, lines: Sequence[Line], y: Any) -> Mapping[str, Any]:
    """Return whether an amount is written, and whether above its point: away from the other lines' points."""
    others = [y(each.value) for other in lines if other is not line for each in other.points if each.year == point.year]
    here = y(point.value)
    above = [here - each for each in others if each <= here]
    below = [each - here for each in others if each > here]
    up = not above or min(above) > 2 * NEAR
    down = (not below or min(below) > 2 * NEAR) and here + 2 * NEAR < LEGEND + HEIGHT - BOTTOM
    return {"written": up or down, "above": up}
