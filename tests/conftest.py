"""What the tests share: Kawasaki's plan, built once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import plangraph
from plangraph import resources
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

os.environ["LC_ALL"] = "C.UTF-8"  # what is said to a developer in Japan is not what the tests expect


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
