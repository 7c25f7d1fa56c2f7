"""The generated files say what is true now."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docs.pages import WRITTEN

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    environment = {**os.environ, "PLANGRAPH_STORE": str(kawasaki_folder)}
    subprocess.run([sys.executable, "-m", "docs", str(folder)], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", WRITTEN)
def test_a_generated_file_has_not_drifted(written: Path, name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == (written / name).read_text("utf-8"), "run 'make docs'"
