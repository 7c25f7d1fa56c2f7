"""What is made once in a test run, by whichever of its processes needs it first."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from filelock import FileLock

from plangraph.build.freshness import sound_manifest
from plangraph.build.pipeline import build
from plangraph.opening import open_build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    import plangraph

SHARED = "shared-"
"""How the names of folders begin that nobody may change."""


def built_once(factory: pytest.TempPathFactory, *datasets: Path) -> Path:
    """Return the folder that datasets were built into; nobody may change it."""
    name = "-".join(dataset.name for dataset in datasets)
    with first_of_all(factory, name) as (folder, is_first):
        if is_first:
            build(list(datasets), folder)
    return folder


def opened_once(folder: Path, *, in_memory: bool = False, of_now: bool = True) -> plangraph.Graph:
    """Open a build; as long as it is what it was, it is read but once in a process, however many commands open it."""
    if not of_now:
        return open_build(folder, in_memory=in_memory, of_now=of_now)
    if not folder.parent.name.startswith(SHARED):
        sound_manifest(folder)  # it may have been built with another ontology, or been changed
    return _opened(folder, in_memory, *sorted((file.name, file.stat().st_mtime_ns) for file in folder.iterdir()))


@lru_cache(maxsize=6)  # the cities of the test that runs, and Kawasaki
def _opened(folder: Path, in_memory: bool, *_as_it_is: tuple[str, int]) -> plangraph.Graph:
    return open_build(folder, in_memory=in_memory)


@contextmanager
def first_of_all(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """Return a folder of the whole test run, and whether this process is the first to come there.

    The others wait until the first is done; if it fails, the next is the first.
    """
    folder = shared_by_all(factory, name)
    done = folder.with_suffix(".done")
    with FileLock(folder.with_suffix(".lock")):
        yield folder, not done.exists()
        done.touch()


def shared_by_all(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return the place of a folder of the whole test run."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"{SHARED}{name}"


@contextmanager
def first_alone(path: Path) -> Iterator[None]:
    """Let the first process of a test run do something by itself, and then the others, all at the same time."""
    done = path.with_suffix(".done")
    with FileLock(path.with_suffix(".lock")):
        if not done.exists():
            yield
            done.touch()
            return
    yield
