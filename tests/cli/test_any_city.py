"""Every command, typed about two unlike cities: one that plans as Kawasaki does, and one in no respect."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from tests.cli.running import run
from tests.server.test_any_city import STARTED
from tests.shared import built_once
from tests.store import endpoints

from plangraph.cli import every_command
from plangraph.network import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "queries" / "data"
CITIES = {
    "testville": {
        "project": "10101010",
        "top": "命を守る",
        "iri": "testville/2/project/10101010",
        "above": "testville/concept/basic-policy/1",
        "year": "2024",
        "sheet": """施策番号,施策,事務事業番号,事務事業名,所管,予算額（円）
1-1-1,防災,10101010,防災訓練事業,防災部,1000
""",
    },
    "minato": {
        "project": "0086",
        "top": "安心して暮らす",
        "iri": "minato/second/project/0086",
        "above": "minato/second/policy/01",
        "year": "2025",
        "sheet": """基本事業,基本事業名,整理番号,事務事業,担当課,当初予算（千円）
あ-1,見守り,0086,見守り事業,市民課,1200
""",
    },
}
"""What each goes by, and a row as it stands in a sheet of its own."""

CALLS: dict[str, tuple[str, ...]] = {
    "build": ("{tables}", "-o", "{out}/store"),
    "changes": ("{store}", "{store}", "-o", "{out}/changes.txt", "--format", "table"),
    "check": ("{tables}", "-o", "{out}/check.txt"),
    "convert": ("{tables}", "-o", "{out}/city.xlsx"),
    "coverage": ("--store", "{store}", "-o", "{out}/coverage.html"),
    "explain": ("{iri}", "pg:within", "{above}", "--store", "{store}", "-o", "{out}/why.txt"),
    "export": ("--store", "{store}", "-o", "{out}/plan.trig"),
    "import": ("{out}/sheet.csv", "--draft", "-m", "{out}/mapping.toml", "--key", "somewhere"),
    "info": ("--store", "{store}"),
    "network draw": ("--store", "{store}", "-o", "{out}/plan.html"),
    **{f"network measures {name}": ("--store", "{store}") for name in MEASURES},
    "new": ("newtown", "-o", "{out}/new.xlsx"),
    "push": ("{endpoint}", "--store", "{store}"),
    "queries": ("予算", "--store", "{store}"),
    "query": ("directions", "--year", "{year}", "--store", "{store}"),
    "report": ("{project}", "--store", "{store}", "-o", "{out}/brief.docx"),
    "search": ("{top}", "--store", "{store}"),
    "sparql": ("SELECT ?p {{ ?p a pg:Project }}", "--store", "{store}"),
    "suggest": ("--store", "{store}", "-o", "{out}/review.xlsx"),
    "trace": ("{project}", "{top}", "--store", "{store}"),
}
STRANGE = ("川崎", "Kawasaki", "None", "NaN", "Traceback", "undefined")
"""What no answer about these cities has in it."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield each command that can be typed by its words; the questions are one, `query`."""
    groups: list[tuple[str, click.Command]] = [("", every_command())]
    for words, command in groups:
        if isinstance(command, click.Group) and words != "query":
            names = command.list_commands(click.Context(command))
            found = ((f"{words} {name}".strip(), command.get_command(click.Context(command), name)) for name in names)
            groups += [(name, each) for name, each in found if each]
        else:
            yield words, command


COMMANDS = dict(commands())


def test_every_command_is_tried_on_both() -> None:
    assert {*CALLS, *STARTED} == {*COMMANDS}


@pytest.fixture
def endpoint() -> Iterator[str]:
    with endpoints.serving(endpoints.StoreEndpoint()) as address:
        yield address


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("command", CALLS)
def test_a_command_answers_about_it(
    command: str,
    city: str,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
) -> None:
    given = {
        **CITIES[city],
        "tables": str(DATA / city),
        "store": str(built_once(tmp_path_factory, DATA / city)),
        "endpoint": request.getfixturevalue("endpoint") if command == "push" else "",
    }
    languages = ("ja", "en") if any(each.name == "lang" for each in COMMANDS[command].params) else ("",)

    for lang in languages:
        place = tmp_path / f"in_{lang}"
        place.mkdir()
        (place / "sheet.csv").write_text(CITIES[city]["sheet"], "utf-8")
        given["out"] = str(place)
        typed = [*command.split(), *(word.format(**given) for word in CALLS[command]), *(["--lang", lang] * bool(lang))]
        code, out, err = run(capsys, *typed)
        assert code == 0, err
        written = {*place.iterdir()} - {place / "sheet.csv"}
        assert out or written
        told = [f"wrote {path}" if f"wrote {path}" in err else f"{path} を書きました" for path in written]
        assert [words for words in told if words not in err or words in out] == []
        read = "".join(path.read_text("utf-8") for path in written if path.suffix == ".txt")
        assert [word for word in STRANGE if word in read + out + err] == []


def test_a_question_is_found_by_the_citys_own_word_for_a_tier(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = built_once(tmp_path_factory, DATA / "riverton", DATA / "hoshino")
    words = ["how", "many", "actions", "does", "Hoshino", "have"]
    _, out, _ = run(capsys, "queries", *words, "--store", store, "--format", "records")
    assert "tiers" in [row["name"] for row in json.loads(out)]
