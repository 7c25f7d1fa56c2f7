"""A small city in which an official contribution supersedes an assumed one, and budgets do not split evenly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import plangraph
from plangraph.build.pipeline import build

TESTVILLE = Path(__file__).parents[1] / "queries" / "data" / "testville"
LINKS = (
    "2,1-1-1,contributesToTarget,sdg:11.5,Assumed,死者を減らす,It reduces deaths,,,\n"
    "2,1-1-1,contributesToTarget,sdg:1.5,Assumed,=1+1で始まる理由<b>,=cmd|' /C calc'!A0 <script>,,,\n"
    "2,10101010,advances,S2,Assumed,同じ内容である,The matter is the same,,,\n"
)
BUDGET, A_YEN_MORE = (f"2,10101010,Budget,2024,,{each},Yen,,sheets,1,,\n" for each in (1000000, 1000001))


@pytest.fixture(scope="session")
def oddtown_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the city."""
    folder = tmp_path_factory.mktemp("tables") / "oddtown"
    shutil.copytree(TESTVILLE, folder)
    _append(folder / "links.csv", LINKS)
    _append(folder / "elements.csv", "2,戦略,S2,,賢いまち,A wise town,,,plan-book-1,\n")
    figures = (folder / "observations.csv").read_text("utf-8")
    assert figures.count(BUDGET) == 1
    (folder / "observations.csv").write_text(figures.replace(BUDGET, A_YEN_MORE), "utf-8")
    return folder


@pytest.fixture(scope="session")
def oddtown_folder(oddtown_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the city was built into."""
    folder = tmp_path_factory.mktemp("oddtown")
    build([oddtown_tables], folder)
    return folder


@pytest.fixture(scope="session")
def oddtown(oddtown_folder: Path) -> plangraph.Graph:
    """The city, in memory."""
    return plangraph.open(oddtown_folder, in_memory=True)


def _append(path: Path, lines: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(lines)
