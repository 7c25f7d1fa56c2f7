"""CONTRIBUTING draws the house as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DRAWING = TEXT.partition("## The house")[2].partition("\n## ")[0]
NAMED = sorted(set(re.findall(r"`((?:src|ontology|queries|data|tests|docs|benchmarks)/[^`<…*]*)`", TEXT)))


def rooms() -> list[str]:
    found = [path for path in (ROOT / "src" / "plangraph").iterdir() if not path.name.startswith(("__", "."))]
    return sorted(f"{path.name}/" if path.is_dir() else path.name for path in found if path.name != "py.typed")


@pytest.mark.parametrize("room", rooms())
def test_each_room_is_drawn(room: str) -> None:
    assert room in DRAWING


@pytest.mark.parametrize("path", NAMED)
def test_each_place_that_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()
