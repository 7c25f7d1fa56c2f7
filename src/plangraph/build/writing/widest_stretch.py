"""Where an outline (GeoJSON, RFC 7946) has most room for the name of its place."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Ring = Sequence[Sequence[float]]

LEVELS = 24
"""Level lines along which the widest stretch of an outline is looked for."""
TO_MIDDLE = 0.8
"""How much a level line loses that lies at the top or the foot of its outline."""
PLACES = 6
"""Decimal places of a degree that are kept: some 0.1 m."""


def widest_stretch(shape: str) -> str:
    """Return the widest stretch inside an outline along a level line; of like ones, that which is nearer to the middle.

    Parameters
    ----------
    shape : str
        A Polygon or MultiPolygon of GeoJSON, whose holes are cut by the rule ``evenodd``.

    Returns
    -------
    str
        A LineString of GeoJSON from west to east, in degrees; the middle of the outline's extent if it has no area.

    Examples
    --------
    >>> widest_stretch('{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]}')
    '{"type":"LineString","coordinates":[[0.0,1.0],[4.0,1.0]]}'
    """
    rings = _rings(shape)
    heights = [point[1] for ring in rings for point in ring]
    foot, top = min(heights), max(heights)
    stretches = []
    for level in range(1, LEVELS):
        height = foot + (top - foot) * level / LEVELS
        crossings = sorted(at for ring in rings for at in _crossings(ring, height))
        worth = 1 - TO_MIDDLE * abs(2 * level / LEVELS - 1)
        for west, east in zip(crossings[::2], crossings[1::2], strict=True):
            stretches.append(((east - west) * worth, west, east, height))
    _, west, east, height = max(stretches, default=(0, *_extent(rings), foot))
    ends = [[round(at, PLACES), round(height, PLACES)] for at in (west, east)]
    return json.dumps({"type": "LineString", "coordinates": ends}, separators=(",", ":"))


def _rings(shape: str) -> list[Ring]:
    read = json.loads(shape)
    areas = [read["coordinates"]] if read["type"] == "Polygon" else read["coordinates"]
    return [ring for area in areas for ring in area]


def _extent(rings: Sequence[Ring]) -> tuple[float, float]:
    along = [point[0] for ring in rings for point in ring]
    return min(along), max(along)


def _crossings(ring: Ring, height: float) -> list[float]:
    return [
        x1 + (height - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in pairwise((point[0], point[1]) for point in ring)
        if (y1 <= height) != (y2 <= height)
    ]
