"""Figures as lines over the years; the explorer draws them by itself and is held to the same."""

from __future__ import annotations

import json
from pathlib import Path

from plangraph.briefs.lines import by_kind
from plangraph.store.answers import expect_rows
from plangraph.store.readable import Reading
from plangraph.store.replies import read_results

CASES = Path(__file__).parents[1] / "figures_over_years.json"


def test_each_unit_has_its_picture_and_each_kind_of_figure_its_line() -> None:
    rows = expect_rows(read_results(CASES.read_bytes()))

    pictures = by_kind(rows, Reading(rows, "en"), "Figures")

    drawn = [
        [(line["name"], [point["text"] for point in line["points"]]) for line in picture.values["lines"]]
        for picture in pictures
    ]
    wanted = json.loads(CASES.read_text("utf-8"))["charts"]
    units = ("places", "people")
    assert drawn == [
        [(line["label"], [f"{value} {unit}" for _, value in line["points"]]) for line in lines]
        for unit, lines in zip(units, wanted, strict=True)
    ]
