"""Places as paths in a box; the explorer draws them by itself and is held to the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangraph.briefs.places_drawn import outlines

CASES = json.loads((Path(__file__).parents[1] / "outlines.json").read_text("utf-8"))


def test_places_are_drawn_true_to_form_with_all_their_areas_and_holes() -> None:
    places = CASES["places"]

    drawn, height = outlines({name: (own["shape"], own["along"]) for name, own in places.items()}, CASES["width"])

    assert height == pytest.approx(CASES["height"], abs=0.001)
    for name, own in places.items():
        assert drawn[name].path == own["path"]
        assert drawn[name][1:] == pytest.approx((own["x"], own["y"]), abs=0.001)
