"""What is made once in a test run, by whichever of its processes needs it first."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock

from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


def built_once(factory: pytest.TempPathFactory, *datasets: Path) -> Path:
    """Return the folder that datasets were built into; nobody may change it."""
    name = "-".join(dataset.name for dataset in datasets)
    with first_of_all(factory, name) as (folder, is_first):
        if is_first:
            build(list(datasets), folder)
    return folder


@contextmanager
def first_of_all(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """Return a folder of the whole test run, and whether this process is the first to come there.

    The others wait until the first is done; if it fails, the next is the first.
    """
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"shared-{name}"
    done = folder.with_suffix(".done")
    with FileLock(folder.with_suffix(".lock")):
        yield folder, not done.exists()
        done.touch()


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
