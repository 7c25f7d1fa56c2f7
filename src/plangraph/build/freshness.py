"""Whether a build is of what a dataset, the ontology and the program are now, and need not be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build import layout
from plangraph.build.segments import Earlier, fingerprint, of_machinery
from plangraph.errors import StoreNotFound

if TYPE_CHECKING:
    from pathlib import Path


def is_fresh(out: Path, dataset: Path) -> bool:
    """Check whether the current build in a folder is of one dataset, as it and its own questions are now."""
    try:
        brought = layout.current(out) / layout.QUESTIONS / dataset.name
    except StoreNotFound:
        return False
    made_from = Earlier(out).fingerprints()
    return made_from == {fingerprint(dataset, of_machinery())} and _files(brought) == _files(dataset / layout.QUESTIONS)


def _files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
