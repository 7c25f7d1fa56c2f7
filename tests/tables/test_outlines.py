"""The outlines of places: what is understood is written anew, what is not is refused with its feature."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from plangraph.tables.actor_rows import PlaceRow
from plangraph.tables.outlines import OUTLINES, Outline, read_outlines

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.errors import Problem

RING: list[list[float]] = [[139, 35], [139.5, 35], [139.5, 35.5], [139, 35]]
EAST = PlaceRow(file="places.csv", line=2, key="east", kind="Ward", area_code="C99201")


def feature(coordinates: Any, kind: str = "Polygon", **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def read(folder: Path, content: Any) -> tuple[list[Outline], list[Problem]]:
    problems: list[Problem] = []
    (folder / OUTLINES).write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_outlines(folder, [EAST], problems), problems


@pytest.mark.parametrize(
    ("coordinates", "kind"),
    [
        ([RING], "Polygon"),
        ([[*RING[:3], [139, 35.5], RING[0]]], "Polygon"),
        ([[RING], [RING]], "MultiPolygon"),
        ([[[x, y, 3] for x, y in RING]], "Polygon"),
        ([[[-180, -90], [180, -90], [180, 90], [-180, -90]]], "Polygon"),
    ],
)
@pytest.mark.parametrize("named", [{"key": "east"}, {"area_code": "C99201"}])
def test_a_place_is_named_by_its_key_or_area_code(
    tmp_path: Path, coordinates: Any, kind: str, named: dict[str, str]
) -> None:
    content = {"type": "FeatureCollection", "source": "book", "features": [feature(coordinates, kind, **named)]}
    [outline], problems = read(tmp_path, content)

    assert problems == []
    assert (outline.place, outline.source) == ("east", "book")
    assert json.loads(outline.shape) == {"type": kind, "coordinates": coordinates}


@pytest.mark.parametrize(
    ("coordinates", "kind"),
    [
        (RING[0], "Point"),
        ([RING[:3]], "Polygon"),
        ([[*RING[:2], RING[0]]], "Polygon"),
        ([[*RING[:3], [0, 0]]], "Polygon"),
        ([[[200, 35], *RING[1:3], [200, 35]]], "Polygon"),
        ([[[139, 91], *RING[1:3], [139, 91]]], "Polygon"),
        ([[[139, 35, 3, 4], *RING[1:3], [139, 35, 3, 4]]], "Polygon"),
        ([[[True, 35], *RING[1:3], [True, 35]]], "Polygon"),
        ([[["<script>", 1], *RING[1:3], ["<script>", 1]]], "Polygon"),
        ([RING], "MultiPolygon"),
        ([], "Polygon"),
        (None, "Polygon"),
    ],
)
def test_what_is_no_area_is_refused(tmp_path: Path, coordinates: Any, kind: str) -> None:
    outlines, [problem] = read(
        tmp_path, {"type": "FeatureCollection", "features": [feature(coordinates, kind, key="east")]}
    )

    assert outlines == []
    assert (problem.file, problem.row, problem.column) == (OUTLINES, 1, "geometry")


def test_a_place_that_there_is_not_is_told_with_its_feature(tmp_path: Path) -> None:
    features = [feature([RING], key="east"), feature([RING], area_code="C99999"), "no feature"]
    outlines, problems = read(tmp_path, {"type": "FeatureCollection", "features": features})

    assert [outline.place for outline in outlines] == ["east"]
    assert [(problem.row, problem.column) for problem in problems] == [(2, "area_code"), (3, "area_code")]


@pytest.mark.parametrize("content", ["{", "[]", '{"type": "Feature"}', '{"type": "FeatureCollection", "features": 1}'])
def test_what_is_no_collection_is_refused_as_a_whole(tmp_path: Path, content: str) -> None:
    outlines, [problem] = read(tmp_path, content)

    assert outlines == []
    assert (problem.file, problem.row) == (OUTLINES, 0)
