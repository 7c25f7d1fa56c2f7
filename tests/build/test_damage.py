"""A build that was changed since is told, and not answered from."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.build.counted import projects
from tests.small_city import write_city

import plangraph
from plangraph import opening
from plangraph.build import layout
from plangraph.build.pipeline import build
from plangraph.errors import StoreError, StoreNotFound
from plangraph.store.embedded import write_disk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_damaged_build_is_told(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    (layout.current(tmp_path / "out") / layout.MANIFEST).unlink()
    with pytest.raises(StoreNotFound, match="damaged"):
        plangraph.open(tmp_path / "out")


def test_a_damaged_part_of_the_build_before_is_built_anew(tmp_path: Path) -> None:
    mini, out = write_city(tmp_path / "mini"), tmp_path / "out"
    first = build([mini], out)
    file = layout.current(out) / layout.NQUADS
    file.write_bytes(file.read_bytes().replace("堤防".encode(), "提防".encode()))

    assert build([mini], out) == first
    assert "堤防".encode() in (layout.current(out) / layout.NQUADS).read_bytes()


def test_quads_that_changed_since_they_were_built_are_refused_wherever_the_change_shows(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    quads = layout.current(tmp_path / "out") / layout.NQUADS
    opening.verify(tmp_path / "out")
    os.utime(quads)  # as a copy has it
    assert projects(tmp_path / "out") == 2
    status, text = quads.stat(), quads.read_text("utf-8")
    quads.write_text(text.replace("Drills", "Frills"), "utf-8")  # of the same size
    with pytest.raises(StoreError, match="has changed since it was built"):
        plangraph.open(tmp_path / "out")
    os.utime(quads, ns=(status.st_atime_ns, status.st_mtime_ns))
    manifest = layout.read_manifest(quads.parent)
    (quads.parent / layout.MANIFEST).write_text(
        json.dumps({**vars(manifest), "stamp": [status.st_size, status.st_mtime_ns]}), "utf-8"
    )
    assert projects(tmp_path / "out") == 2  # nothing shows
    with pytest.raises(StoreError, match="has changed since it was built"):
        opening.verify(tmp_path / "out")


def test_tables_that_changed_since_they_were_built_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = write_city(tmp_path / "city")
    build([city], tmp_path / "out")
    monkeypatch.chdir(city)
    assert opening.compared_with_datasets(tmp_path / "out") == {city: True}
    table = city / "elements.csv"
    table.write_text(table.read_text("utf-8").replace("Levees", "Dykes"), "utf-8")
    assert opening.compared_with_datasets(tmp_path / "out") == {city: False}


def test_a_store_on_disk_that_differs_from_its_quads_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "IN_MEMORY", 0)
    build([write_city(tmp_path / "city")], tmp_path / "out")
    folder = layout.current(tmp_path / "out")
    opening.verify(tmp_path / "out")
    lines = (folder / layout.NQUADS).read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "fewer.nq").write_text("".join(lines[1:]), "utf-8")
    shutil.rmtree(folder / layout.STORE)
    write_disk(folder / layout.STORE, tmp_path / "fewer.nq")
    with pytest.raises(StoreError, match="does not hold what"):
        opening.verify(tmp_path / "out")
