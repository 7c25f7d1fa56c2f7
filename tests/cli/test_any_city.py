"""The commands, typed about a city that is unlike Kawasaki in every respect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.shared import built_once

from plangraph.cli import main

CITIES = ("riverton", "hoshino")
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


def test_a_question_is_found_by_the_citys_own_word_for_a_tier(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = built_once(tmp_path_factory, *(Path(__file__).parents[1] / "queries" / "data" / c for c in CITIES))
    main(["queries", "how", "many", "actions", "does", "Hoshino", "have", "--store", str(store), "--format", "records"])
    assert "tiers" in [row["name"] for row in json.loads(capsys.readouterr().out)]
