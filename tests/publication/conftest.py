"""A small city, published once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.publishing import FOLDER, published_once

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Minato's site."""
    return published_once(tmp_path_factory, minato_folder) / FOLDER
