"""A store in memory is that of a file if it has as many quads, and each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.store import Memory

if TYPE_CHECKING:
    from pathlib import Path

QUADS = [f"<x:s> <x:p> <x:o{number}> <x:g> .\n" for number in range(3)]


@pytest.mark.parametrize(
    ("others", "same"), [(QUADS, True), (QUADS[:2], False), ([*QUADS[:2], "<x:s> <x:q> _:b <x:g> .\n"], False)]
)
def test_a_store_is_that_of_a_file_with_its_quads_and_no_more(tmp_path: Path, others: list[str], same: bool) -> None:
    kept, other = tmp_path / "kept.nq", tmp_path / "other.nq"
    kept.write_text("".join(QUADS), "utf-8")
    other.write_text("".join(others), "utf-8")

    assert Memory.of_file(kept).is_of(other) is same
    assert Memory.of_file(other).is_of(kept) is same
