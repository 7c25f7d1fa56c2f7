"""The Python example of the README, saved as a file, passes a strict type checker and runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module", params=["README.md", "README.ja.md"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / request.param).read_text("utf-8"), re.DOTALL)
    path = tmp_path_factory.mktemp("example") / "example.py"
    path.write_text(code, "utf-8")
    return path


def test_the_example_passes_a_strict_type_checker(example: Path) -> None:
    words = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", example.name]
    done = subprocess.run(words, cwd=example.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_example_runs(example: Path, kawasaki_folder: Path) -> None:
    environment = {**os.environ, "PLANGRAPH_STORE": str(kawasaki_folder)}
    done = subprocess.run(
        [sys.executable, example.name], cwd=example.parent, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "True" in done.stdout
