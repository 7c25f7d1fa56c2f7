"""Outlines of places (GeoJSON, RFC 7946) as paths in a box, true to their form at their latitude."""

from __future__ import annotations

import json
from itertools import pairwise
from math import cos, radians
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Ring = Sequence[tuple[float, float]]

LEVELS = 24
"""Level lines along which the widest stretch of a place is looked for."""
TO_MIDDLE = 0.8
"""How much a level line loses that lies at the top or the foot of its place."""


class Outline(NamedTuple):
    """A place: SVG path data whose holes are cut by the rule ``evenodd``, and where its name has most room."""

    path: str
    x: float
    y: float


def outlines(shapes: Mapping[str, str], width: float) -> tuple[dict[str, Outline], float]:
    """Return places as they lie in a box of some width, by their names, and how high the box is.

    Parameters
    ----------
    shapes : mapping of str to str
        A Polygon or MultiPolygon of each place, as GeoJSON.
    width : float
        How wide the box is, in units of the picture.
    """
    rings = {name: _rings(shape) for name, shape in shapes.items()}
    points = [point for own in rings.values() for ring in own for point in ring]
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    narrower = cos(radians((south + north) / 2))
    scale = width / max((east - west) * narrower, 1e-9)
    drawn = {
        name: [[((x - west) * narrower * scale, (north - y) * scale) for x, y in ring] for ring in own]
        for name, own in rings.items()
    }
    return {name: Outline("".join(map(_path, own)), *_roomiest(own)) for name, own in drawn.items()}, (
        north - south
    ) * scale


def _rings(shape: str) -> list[Ring]:
    read = json.loads(shape)
    areas = [read["coordinates"]] if read["type"] == "Polygon" else read["coordinates"]
    return [[(point[0], point[1]) for point in ring] for area in areas for ring in area]


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _roomiest(rings: Sequence[Ring]) -> tuple[float, float]:
    """Return the middle of the widest stretch inside some rings; of like ones, that which is nearer to the middle."""
    heights = [y for ring in rings for _, y in ring]
    top, bottom = min(heights), max(heights)
    stretches = []
    for level in range(1, LEVELS):
        y = top + (bottom - top) * level / LEVELS
        crossings = sorted(x for ring in rings for x in _crossings(ring, y))
        worth = 1 - TO_MIDDLE * abs(2 * level / LEVELS - 1)
        stretches += [
            ((right - left) * worth, (left + right) / 2, y)
            for left, right in zip(crossings[::2], crossings[1::2], strict=True)
        ]
    _, x, y = max(stretches)
    return x, y


def _crossings(ring: Ring, y: float) -> list[float]:
    return [x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in pairwise(ring) if (y1 <= y) != (y2 <= y)]
