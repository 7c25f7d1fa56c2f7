"""What the tests share: Kawasaki's plan, built once."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import plangraph
from plangraph import resources
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

os.environ["LC_ALL"] = "C.UTF-8"  # what is said to a developer in Japan is not what the tests expect


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse tests of one name: pytest-xdist would run but one of them, and count all as passed."""
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, number in names.items() if number > 1]:
        raise pytest.UsageError(f"more than one test is called {', '.join(twice[:5])}")


@pytest.fixture(scope="session")
def kawasaki_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the bundled dataset was built into."""
    folder = tmp_path_factory.mktemp("kawasaki")
    build([resources.DATA / "kawasaki"], folder)
    return folder


@pytest.fixture(scope="session")
def kawasaki(kawasaki_folder: Path) -> plangraph.Graph:
    """The bundled dataset, in memory."""
    return plangraph.open(kawasaki_folder, in_memory=True)
