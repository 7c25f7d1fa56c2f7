"""Outlines of places (GeoJSON, RFC 7946) as paths in a box, true to their form at their latitude.

The explorer draws them by itself (``lib/geo.ts``); both are held to ``tests/outlines.json``.
"""

from __future__ import annotations

import json
from math import cos, radians
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Ring = Sequence[tuple[float, float]]


class Outline(NamedTuple):
    """A place: SVG path data whose holes are cut by the rule ``evenodd``, and where its name has most room."""

    path: str
    x: float
    y: float


def outlines(shapes: Mapping[str, tuple[str, str]], width: float) -> tuple[dict[str, Outline], float]:
    """Return places as they lie in a box of some width, by their names, and how high the box is.

    Parameters
    ----------
    shapes : mapping of str to tuple of str
        Of each place a Polygon or MultiPolygon, and the LineString along which its name has most room, as GeoJSON.
    width : float
        How wide the box is, in units of the picture.
    """
    rings = {name: _rings(shape) for name, (shape, _) in shapes.items()}
    points = [point for own in rings.values() for ring in own for point in ring]
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    narrower = cos(radians((south + north) / 2))
    scale = width / max((east - west) * narrower, 1e-9)

    def placed(longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - west) * narrower * scale, (north - latitude) * scale

    def outline(name: str) -> Outline:
        (left, y), (right, _) = (placed(*end) for end in json.loads(shapes[name][1])["coordinates"])
        path = "".join(_path([placed(*point) for point in ring]) for ring in rings[name])
        return Outline(path, (left + right) / 2, y)

    return {name: outline(name) for name in shapes}, (north - south) * scale


def _rings(shape: str) -> list[Ring]:
    read = json.loads(shape)
    areas = [read["coordinates"]] if read["type"] == "Polygon" else read["coordinates"]
    return [[(point[0], point[1]) for point in ring] for area in areas for ring in area]


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"
