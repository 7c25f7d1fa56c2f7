"""What the cookbook says is found, answered and saved, on a terminal of 80 columns."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from docs.cookbook import PAGE, RECIPES
from openpyxl import load_workbook
from rich.cells import cell_len
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

SECTION = re.compile(r"^## \d+\. [^\n]+\n\n((?:    [^\n]+\n)+)\n```text\n(.+?)\n```$", re.MULTILINE | re.DOTALL)
SECTIONS = [(commands.split("\n"), answer) for commands, answer in SECTION.findall(PAGE.read_text("utf-8"))]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, kawasaki_folder: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", str(kawasaki_folder))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.chdir(tmp_path)


def test_the_page_has_every_recipe() -> None:
    assert [commands[1].strip() for commands, _ in SECTIONS] == [f"plangraph query {each.question}" for each in RECIPES]
    assert len(RECIPES) == 12


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("commands", [commands for commands, _ in SECTIONS], ids=[each.file for each in RECIPES])
def test_a_question_is_found_answered_and_saved(
    commands: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    search, ask, save = (shlex.split(command)[1:] for command in commands if command)
    code, found, _ = run(capsys, *search)
    assert code == 0
    assert ask[1] in found

    code, answer, said = run(capsys, *ask)
    assert (code, said) == (0, "")
    assert re.search(r"^\d+ 行|^── 1/", answer, re.MULTILINE)
    assert max(map(cell_len, answer.splitlines())) <= 80

    assert run(capsys, *save)[0] == 0
    table, about = load_workbook(tmp_path / save[-1]).worksheets
    assert table.max_row > 1
    assert about["B1"].value == ask[1]


def test_what_the_page_shows_fits_the_terminal() -> None:
    assert max(cell_len(line) for _, answer in SECTIONS for line in answer.splitlines()) <= 80
