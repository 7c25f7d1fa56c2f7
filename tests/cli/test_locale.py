"""The command line speaks Japanese in a Japanese locale, and English in any other."""

from __future__ import annotations

import gettext
import os
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len
from tests.cli.running import run as called

from plangraph.cli import COMMANDS
from plangraph.cli.help_text import HelpText
from plangraph.cli.locale import MESSAGES, language

JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
ENTRY = re.compile(r'msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.+)"')


def run(locale: str, *words: str) -> tuple[int, str, str]:
    environment = os.environ | {"LC_ALL": locale, "PYTHONIOENCODING": "utf-8"}
    program = [sys.executable, "-m", "plangraph", *words]
    done = subprocess.run(program, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_help_is_in_the_language_of_the_terminal() -> None:
    code, out, _ = run("ja_JP.UTF-8", "--help")
    lines = {line.split()[0]: line for line in out.splitlines() if line.strip()}
    assert code == 0
    assert out.startswith("使い方: plangraph")
    assert all(JAPANESE.search(lines[command]) for command in COMMANDS)
    assert not JAPANESE.search(run("C.UTF-8", "--help")[1])


def test_the_help_fits_the_terminal_in_japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for words in (["--help"], ["import", "--help"]):
        code, out, _ = run("ja_JP.UTF-8", *words)
        assert code == 0
        assert [line for line in out.splitlines() if cell_len(line) > 60] == []
        assert "..." not in out.partition("COMMAND [ARGS]...")[2], "what a command is for is told whole"


def test_definitions_stand_in_one_column_however_wide_their_letters_are() -> None:
    help_text = HelpText(width=44)
    help_text.write_dl([("--year 整数", "年度"), ("--plan 名称・コード", "尋ねる計画のキーまたは名称（必要）")])
    assert help_text.getvalue().splitlines() == [
        "--year 整数          年度",
        "--plan 名称・コード  尋ねる計画のキーまたは",
        "                     名称（必要）",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["buidl"], "「buidl」というコマンドはありません（「build」のことですか）。"),
        (["projects"], "（問いです: plangraph query projects）"),
        (["trace"], "引数が足りません: 'FROM'"),
        (["serve", "--hots", "x"], "'--hots' というオプションはありません。"),
        (["info", "--format", "doc"], "'--format' に使えない値です: 'doc' は選べません。選べるもの: 'table'"),
        (["serve", "--port", "99999"], "99999 は範囲 0<=x<=65535 の外です。"),
        (["push", "localhost"], "エンドポイントの URL は http:// か https:// で始まります"),
    ],
)
def test_a_wrong_command_line_is_told_in_japanese(words: list[str], message: str) -> None:
    code, out, err = run("ja_JP.UTF-8", *words)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["trace", "--lang", "ja", "1-1"], "引数が足りません: 'TO'"),
        (["report", "1-1", "--lang", "ja", "-o", "x.txt"], "書けるのは"),
        (["info", "--format", "doc", "--lang", "ja"], "に使えない値です"),
        (["query", "children", "--elment", "1", "--lang=ja"], "'--element' のことですか"),
        (["query", "children", "--help", "--lang", "ja"], "すぐ下にある要素"),
        (["queries", "zzzzzz", "--lang", "ja"], "問いはありません"),
        (["--lang", "ja", "queries", "zzzzzz"], "問いはありません"),
        (["--lang=ja", "--help"], "問いに答えます"),
        (["--lang", "ja", "--help"], "メッセージの言語"),
    ],
)
def test_what_is_asked_in_a_language_is_told_in_it(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert told in "".join(called(capsys, *words)[1:])
    assert not JAPANESE.search(called(capsys, "queries", "--yer")[2]), "the next command is told as the terminal says"


def test_the_compiled_messages_are_those_of_the_source() -> None:
    folder = MESSAGES / "ja" / "LC_MESSAGES"
    with (folder / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    written = ENTRY.findall((folder / "messages.po").read_text("utf-8").replace("\\n", "\n").replace("\\t", "\t"))
    assert len(written) > 30
    for english, japanese in written:
        assert {compiled.gettext(english), compiled.ngettext(english, english, 1)} - {english} == {japanese}


def test_where_no_variable_tells_the_language_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: ("Japanese_Japan", "932"))
    assert language() == "ja"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_takes_the_language_behind_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    code, out, _ = called(capsys, command, "--lang", "ja", "--help")
    assert (code, out[:4]) == (0, "使い方:")
