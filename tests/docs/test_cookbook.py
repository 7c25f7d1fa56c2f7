"""What the cookbook says is found, answered and saved in either language, on a terminal of 80 columns."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from docs.cookbook import LOCALES, PAGES, RECIPES, shortened
from openpyxl import load_workbook
from rich.cells import cell_len
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

SECTION = re.compile(r"^## \d+\. [^\n]+\n\n((?:    [^\n]+\n)+)\n```text\n(.+?)\n```$", re.MULTILINE | re.DOTALL)
SECTIONS = {
    lang: [(commands.split("\n"), answer) for commands, answer in SECTION.findall(path.read_text("utf-8"))]
    for lang, path in PAGES.items()
}


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, kawasaki_folder: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", str(kawasaki_folder))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_has_every_recipe(lang: str) -> None:
    asked = [commands[1].strip() for commands, _ in SECTIONS[lang]]
    assert asked == [f"plangraph query {each.question.of(lang)}" for each in RECIPES]
    assert len(RECIPES) == 12


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize("number", range(len(RECIPES)), ids=[each.file for each in RECIPES])
def test_a_question_is_found_answered_and_saved(
    lang: str, number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[lang])
    commands, shown = SECTIONS[lang][number]
    search, ask, save = (shlex.split(command)[1:] for command in commands if command)
    code, found, _ = run(capsys, *search)
    assert code == 0
    assert ask[1] in found

    code, answer, said = run(capsys, *ask)
    assert (code, said) == (0, "")
    assert re.search(r"^\d+ (?:行|rows?)|^── 1/", answer, re.MULTILINE)
    assert max(map(cell_len, answer.splitlines())) <= 80
    assert shortened(answer) == shown, "the page is to be written anew"

    assert run(capsys, *save)[0] == 0
    table, about = load_workbook(tmp_path / save[-1]).worksheets
    assert table.max_row > 1
    assert about["B1"].value == ask[1]


@pytest.mark.parametrize("lang", PAGES)
def test_what_the_page_shows_fits_the_terminal(lang: str) -> None:
    assert max(cell_len(line) for _, answer in SECTIONS[lang] for line in answer.splitlines()) <= 80
