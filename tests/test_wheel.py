"""The wheel carries everything, and works where nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_ontology_questions_data_and_explorer(unpacked: Path) -> None:
    package = unpacked / "plangraph"
    assert (package / "bundled" / "ontology" / "plangraph.ttl").is_file()
    assert (package / "bundled" / "queries" / "evaluation" / "policies-by-grade.rq").is_file()
    assert (package / "bundled" / "data" / "kawasaki" / "plan.toml").is_file()
    assert (package / "server" / "static" / "index.html").is_file()
    assert (package / "py.typed").is_file()
    assert not (package / "explorer").exists()


def test_the_wheel_answers_from_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    environment.pop("PLANGRAPH_STORE", None)
    words = [sys.executable, "-m", "plangraph", "query", "policies-by-grade", "--lang", "en", "--format", "csv"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "Protect lives from disasters" in done.stdout
    assert len(done.stdout.splitlines()) == 24
