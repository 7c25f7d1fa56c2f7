"""``-o``: where a file cannot be written is told before the work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from tests.cli.running import run

from plangraph.cli import every_command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAKE_THE_FOLDER = {"build", "convert", "import", "new"}


def outs(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Parameter]]:
    """The options ``-o`` of a command and those below it, by the command's name."""
    yield from ((name, option) for option in command.params if "-o" in option.opts)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            assert below
            yield from outs(below, f"{name} {each}".strip())


def test_every_command_that_writes_a_file_wants_its_folder(tmp_path: Path) -> None:
    found = dict(outs(every_command()))

    for name in found.keys() - MAKE_THE_FOLDER:
        with pytest.raises(click.BadParameter, match="none"):
            found[name].type.convert(str(tmp_path / "none" / "a.html"), found[name], None)
        assert found[name].type.convert(str(tmp_path / "a.html"), found[name], None) == tmp_path / "a.html"
    assert {"suggest", "export", "coverage", "report", "network draw"} < found.keys()


def test_a_folder_that_is_not_there_is_told_in_words_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, _, said = run(capsys, "queries", "-o", str(tmp_path / "none" / "questions.csv"))

    assert status == 2
    assert f"There is no folder '{tmp_path / 'none'}': make it first." in said
    assert not (tmp_path / "none").exists()
