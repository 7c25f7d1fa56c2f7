"""The commands, typed about a city that is unlike Kawasaki in every respect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    ("info",),
    ("query", "offices"),
    ("query", "children", "--element", "あ-1"),
    ("query", "directions", "--year", "2025"),
    ("sparql", "SELECT ?p WHERE { ?p a pg:Project }"),
    ("coverage",),
    ("trace", "0086", "安心して暮らす"),
    ("suggest",),
    ("explain", "minato/second/project/0086", "pg:within", "minato/second/policy/01"),
    ("network", "measures", "bridges"),
    ("network", "measures", "offices"),
    ("network", "draw", "-o", "OUT/plan.svg"),
    ("network", "draw", "-o", "OUT/plan.html"),
    ("export", "-o", "OUT/plan.nq"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_answers_about_it(
    capsys: pytest.CaptureFixture[str], minato_folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    typed = [word.replace("OUT", str(tmp_path)) for word in words]
    try:
        main([*typed, "--store", str(minato_folder)])
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)

    said = capsys.readouterr()
    assert code == 0, said.err
    assert said.out or list(tmp_path.iterdir())
