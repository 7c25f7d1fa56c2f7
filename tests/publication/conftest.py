"""A small city, published once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.publication import publish

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Minato's site."""
    folder = tmp_path_factory.mktemp("site") / "city"
    publish(minato_folder, folder)
    return folder
