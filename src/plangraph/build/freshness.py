"""Whether a build is of what a dataset, the ontology and the program are now, and need not be made again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.build import layout
from plangraph.errors import StoreNotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "INPUTS"
IGNORED = {"__pycache__", "static", "explorer", "node_modules"}


def is_fresh(out: Path, dataset: Path) -> bool:
    """Tell whether the current build in a folder is of a dataset as it is now."""
    try:
        return (out / FILE).read_text("utf-8") == _stamp(out, dataset)
    except (OSError, UnicodeDecodeError, StoreNotFound):
        return False


def mark_fresh(out: Path, dataset: Path) -> None:
    """Note of what the current build in a folder was made."""
    (out / FILE).write_text(_stamp(out, dataset), "utf-8")


def _stamp(out: Path, dataset: Path) -> str:
    """Return the name of the current build with a digest of all files that it may be made of: names, sizes, times."""
    digest = hashlib.sha256()
    package = Path(resources.__file__).parent
    for folder in (dataset, resources.DATA / "sdg", resources.ONTOLOGY, package):
        for path, size, time in _files(folder):
            digest.update(f"{path}\0{size}\0{time}\n".encode())
    return f"{layout.current(out).name} {digest.hexdigest()}"


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in IGNORED)
        for name in sorted(names):
            path = Path(place, name)
            told = path.stat()
            yield str(path), told.st_size, told.st_mtime_ns
