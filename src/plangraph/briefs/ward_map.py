"""A ward among the others, each as dark as it holds projects: what is drawn where; ``ward_map.svg`` draws it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from plangraph.briefs.picture import WIDTH, Picture, amount, ink, tinted
from plangraph.briefs.places_drawn import outlines
from plangraph.store.terms import to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

MAP, EDGE, LEGEND, FOOT = 560, 4, 20, 20
"""Units of the picture: the map's width, around it, above it, below it."""
NOTE = Words(
    "数は区に関わる事務事業の数。太い線の区がこの資料の区。",
    "Projects that concern each ward; this brief's has the heavy line.",
)
OUTLINES = Words("区の形の出典: {source}", "Outlines: {source}")
NOT_KNOWN = Words("— 不明", "— not known")


def ward_map(places: Rows, wards: Rows, reading: Reading, title: str, ward: str) -> Picture | None:
    """Draw the answers of ``ward-map`` and ``wards``.

    Parameters
    ----------
    places : Rows
        The wards with their outlines and whom these are from.
    wards : Rows
        The wards with the number of their projects.
    reading : Reading
        How values are written.
    title : str
        What the section is about.
    ward : str
        The ward (its IRI) that the brief is of.

    Returns
    -------
    Picture or None
        None if its outline is not known.
    """
    found = {str(row["ward"]): row for row in places.to_dicts()}
    if ward not in found:
        return None
    at = {name: wards.variables.index(name) for name in ("ward", "projects")}
    projects = {str(to_python(row[at["ward"]])): amount(row[at["projects"]]) for row in wards.rows}
    most = max((number for number in projects.values() if number is not None), default=Decimal(0))
    drawn, height = outlines({iri: (row["geometry"], row["name_along"]) for iri, row in found.items()}, MAP - 2 * EDGE)
    told = {
        iri: f"{number:,}" if (number := projects.get(iri)) is not None else NOT_KNOWN.of(reading.lang) for iri in found
    }
    sources = dict.fromkeys(row["source_label"] for row in found.values() if row["source_label"])
    values: dict[str, Any] = {
        "width": WIDTH,
        "height": LEGEND + height + 2 * EDGE + FOOT,
        "ink": ink(),
        "text": f"{title}. " + "; ".join(f"{row['label']}: {told[iri]}" for iri, row in found.items()),
        "note": NOTE.of(reading.lang),
        "sources": OUTLINES.of(reading.lang).format(source=", ".join(sources)) if sources else "",
        "foot": LEGEND + height + 2 * EDGE + FOOT - 6,
        "left": (WIDTH - MAP) / 2 + EDGE,
        "top": LEGEND + EDGE,
        "places": [
            {
                "path": drawn[iri].path,
                "x": drawn[iri].x,
                "y": drawn[iri].y,
                "fill": tinted(ink()["accent"], number, most) if (number := projects.get(iri)) is not None else "",
                "name": row["label"],
                "figure": told[iri],
                "chosen": iri == ward,
            }
            for iri, row in found.items()
        ],
    }
    return Picture(values, values["text"], "briefs/ward_map.svg")
