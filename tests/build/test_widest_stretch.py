"""Where the name of a place stands on the map: inside its outline, where there is most room."""

from __future__ import annotations

import json

import pytest

from plangraph.build.writing.widest_stretch import widest_stretch

SQUARE = [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]
HOLE = [[20, 20], [80, 20], [80, 80], [20, 80], [20, 20]]
NARROW = [[200, 0], [210, 0], [210, 100], [200, 100], [200, 0]]


@pytest.mark.parametrize(
    ("kind", "coordinates", "west", "east"),
    [
        ("Polygon", [SQUARE], 0, 100),
        ("Polygon", [SQUARE, HOLE], 0, 100),
        ("MultiPolygon", [[NARROW], [SQUARE]], 0, 100),
        ("Polygon", [[[0, 0], [5, 0], [0, 0], [0, 0]]], 0, 5),
    ],
)
def test_a_name_stands_on_the_widest_stretch(kind: str, coordinates: list[object], west: float, east: float) -> None:
    line = json.loads(widest_stretch(json.dumps({"type": kind, "coordinates": coordinates})))

    (left, height), (right, other) = line["coordinates"]
    assert (line["type"], left, right) == ("LineString", west, east)
    assert height == other


def test_a_name_stands_in_no_hole_and_else_in_the_middle() -> None:
    heights = {
        name: json.loads(widest_stretch(json.dumps({"type": "Polygon", "coordinates": rings})))["coordinates"][0][1]
        for name, rings in {"whole": [SQUARE], "with a hole": [SQUARE, HOLE]}.items()
    }

    assert heights["whole"] == 50
    assert not 20 < heights["with a hole"] < 80
