"""``geometry.geojson``: the outlines of a dataset's places (GeoJSON, RFC 7946), which a dataset may leave out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from plangraph.errors import Problem
from plangraph.tables.row import Sourced
from plangraph.tables.wording import unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plangraph.tables.actor_rows import PlaceRow

OUTLINES = "geometry.geojson"
NO_COLLECTION = Words(
    "UTF-8 で書いた GeoJSON の FeatureCollection ではありません",
    "not a FeatureCollection of GeoJSON, written in UTF-8",
)
NO_POLYGON = Words(
    "面（Polygon か MultiPolygon）ではありません。輪は四つ以上の [経度, 緯度] からなり、はじめの点で終わります",
    "not a Polygon or MultiPolygon: a ring has four or more [longitude, latitude] and ends where it begins",
)
DEPTHS = {"Polygon": 1, "MultiPolygon": 2}
"""In how many lists a ring stands (RFC 7946, sections 3.1.6 and 3.1.7)."""
FEWEST = 4  # positions of a ring
FURTHEST = (180, 90)  # degrees of longitude and latitude


class Outline(Sourced):
    """The outline of a place; its line is the number of the feature.

    Attributes
    ----------
    place : str
        The key of the place.
    shape : str
        A Polygon or MultiPolygon of GeoJSON, in degrees of longitude and latitude (WGS 84).
    """

    table = "geometry"
    identity = ("place",)
    what = Words("区域の形", "outline")
    place: str
    shape: str


def outlines_of(dataset: Path) -> Path:
    """Return where a dataset's outlines stand: in its folder, or beside its workbook and named after it."""
    return dataset / OUTLINES if dataset.is_dir() else dataset.with_suffix(f".{OUTLINES}")


def read_outlines(dataset: Path, places: Sequence[PlaceRow], problems: list[Problem]) -> list[Outline]:
    """Read the outlines of a dataset's places.

    Parameters
    ----------
    dataset : Path
        The dataset's folder or workbook. The file names the source of all outlines by ``source`` beside ``features``.
    places : sequence of PlaceRow
        The places; the properties of a feature name one by its ``key`` or its ``area_code``.
    problems : list of Problem
        To which each problem is added.

    Returns
    -------
    list of Outline
        In the order of the file; none if there is no file.
    """
    path = outlines_of(dataset)
    if not path.is_file():
        return []
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        features = content["features"]
        if content["type"] != "FeatureCollection" or not isinstance(features, list):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.append(Problem.of_file(path.name, NO_COLLECTION))
        return []
    return list(_outlines(path.name, features, str(content.get("source", "")), places, problems))


def _outlines(
    file: str, features: list[Any], source: str, places: Sequence[PlaceRow], problems: list[Problem]
) -> Iterator[Outline]:
    keys = {row.area_code: row.key for row in places if row.area_code} | {row.key: row.key for row in places}
    for number, feature in enumerate(features, 1):
        said, geometry = (_member(feature, name) for name in ("properties", "geometry"))
        column = "key" if "key" in said else "area_code"
        name, shape = str(said.get(column, "")), _shape(geometry)
        if name not in keys:
            problems.append(Problem(file, number, column, unknown(Words("場所", "place"), name, keys)))
        elif shape is None:
            problems.append(Problem(file, number, "geometry", NO_POLYGON))
        else:
            yield Outline(file=file, line=number, place=keys[name], shape=shape, source=source)


def _member(feature: object, name: str) -> dict[str, Any]:
    member = feature.get(name) if isinstance(feature, dict) else None
    return member if isinstance(member, dict) else {}


def _shape(geometry: dict[str, Any]) -> str | None:
    """Write a geometry anew from what was understood of it; None if that is no area."""
    kind, coordinates = str(geometry.get("type")), geometry.get("coordinates")
    if kind not in DEPTHS or not _is_area(coordinates, DEPTHS[kind]):
        return None
    return json.dumps({"type": kind, "coordinates": coordinates}, separators=(",", ":"))


def _is_area(value: object, depth: int) -> bool:
    if not isinstance(value, list) or not value:
        return False
    if depth:
        return all(_is_area(part, depth - 1) for part in value)
    return len(value) >= FEWEST and value[0] == value[-1] and all(map(_is_position, value))


def _is_position(value: object) -> bool:
    """Check whether a value is a longitude and latitude; a height may follow."""
    return (
        isinstance(value, list)
        and len(value) in {2, 3}
        and all(isinstance(part, int | float) and not isinstance(part, bool) for part in value)
        and all(abs(part) <= most for part, most in zip(value, FURTHEST, strict=False))
    )
