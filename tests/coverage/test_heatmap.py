"""The heat map of a report: squares the fuller the more they hold, side by side between labels and sums."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.coverage.reports import report_of

from plangraph.coverage import heatmap
from plangraph.coverage.heatmap import arranged
from plangraph.pages.contrast import ink_on
from plangraph.store.terms import text

if TYPE_CHECKING:
    import plangraph


@pytest.mark.parametrize(("letters", "whole"), [(5, False), (40, True)])
def test_a_label_of_the_heat_map_ends_before_its_cells(
    letters: int, whole: bool, oddtown: plangraph.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heatmap, "LABEL_LETTERS", letters)
    rows = [row for row in arranged(report_of(oddtown, "measure", "ja"))["rows"] if row["brief"] != row["whole"]]

    for row in rows:
        wide = sum(2 if ord(letter) > 0xFF else 1 for letter in row["shown"]) / 2
        assert (row["shown"] == row["whole"]) == whole
        assert wide <= letters
        assert row["whole"].startswith(row["shown"].removesuffix("…"))
        assert whole or letters - wide < 2
    assert rows


def test_a_square_of_the_heat_map_is_the_fuller_the_more_it_has(oddtown: plangraph.Graph) -> None:
    squares = [square for row in arranged(report_of(oddtown, "office"))["rows"] for square in row["squares"]]

    assert {square["count"]: square["share"] for square in squares if "share" in square} == {1: "0.40", 2: "0.60"}
    assert {square["kind"] for square in squares if not square["count"]} == {"none", "hatched"}


def test_the_heat_map_sets_its_cells_side_by_side_between_labels_and_sums(oddtown: plangraph.Graph) -> None:
    drawn = arranged(report_of(oddtown))
    wide, high = drawn["cell"]["width"] + 1, drawn["cell"]["height"] + 1
    lefts = [goal["left"] for goal in drawn["goals"]]
    tops = [row["top"] for row in drawn["rows"]]

    assert [right - left for left, right in itertools.pairwise(lefts)] == [wide] * 16
    assert [lower - upper for upper, lower in itertools.pairwise(tops)] == [high] * (len(tops) - 1)
    assert all(goal["middle"] - goal["left"] == wide / 2 for goal in drawn["goals"])
    assert all(row["middle"] - row["top"] == high / 2 for row in drawn["rows"])
    assert (tops[0], drawn["height"] - tops[-1] - high) == (drawn["head"], 4)
    assert 0 < lefts[0] - drawn["label_end"] < wide
    assert lefts[-1] + wide < drawn["sums"] < drawn["width"]
    assert drawn["width"] - drawn["sums"] == drawn["sums"] - lefts[-1] - wide
    assert (drawn["width"], wide, high, drawn["head"], drawn["label_end"]) == (300 + 17 * 36 + 52, 36, 28, 34, 292)


def test_a_label_of_the_heat_map_is_as_wide_as_23_full_width_letters(oddtown: plangraph.Graph) -> None:
    report = report_of(oddtown, "office", "ja")
    label = report.matrix.variables.index("label")
    for name, shown in (
        ("あ" * 23, "あ" * 23),
        ("あ" * 24, "あ" * 22 + "…"),
        ("a" * 41, "a" * 41),
        ("a" * 42, "a" * 40 + "…"),
    ):
        rows = [(*row[:label], text(name, "ja"), *row[label + 1 :]) for row in report.matrix.rows]
        drawn = arranged(replace(report, matrix=replace(report.matrix, rows=rows)))["rows"][0]
        assert (drawn["whole"], drawn["shown"]) == (name, shown)


def test_sums_of_the_heat_map_are_heavy_and_lead_nowhere(oddtown: plangraph.Graph) -> None:
    rows = arranged(report_of(oddtown))["rows"]

    assert [row["heavy"] for row in rows] == [*[""] * (len(rows) - 1), " sum"]
    assert {square["place"] for square in rows[-1]["squares"]} == {""}
    assert all(square["place"] for row in rows[:-1] for square in row["squares"] if square["count"])
    assert [row["total"] for row in rows] == [sum(square["count"] for square in row["squares"]) for row in rows]


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        *[("#FFFFFF", "dark"), ("#000000", "light"), ("#FF00FF", "dark"), ("#90C090", "dark"), ("#FF9000", "dark")],
        *[("#767676", "light"), ("#777777", "dark")],
    ],
)
def test_letters_are_dark_on_what_is_bright(colour: str, ink: str) -> None:
    assert ink_on(colour) == ink
