"""The Python example of the README, saved as a file, passes a strict type checker and runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import run

ROOT = Path(__file__).parents[1]
READMES = {"README.md": "example.py", "README.ja.md": "example_ja.py"}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example of each README."""
    folder = tmp_path_factory.mktemp("examples")
    for readme, name in READMES.items():
        (code,) = re.findall(r"```python\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
        (folder / name).write_text(code, "utf-8")
    return folder


def test_the_examples_pass_a_strict_type_checker(examples: Path) -> None:
    # with the options of the repository, which are strict, what it has checked of the package is not checked again
    words = [sys.executable, "-m", "mypy", "--strict", *(str(examples / name) for name in READMES.values())]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_examples_are_one_but_for_what_is_said_and_in_which_language(examples: Path) -> None:
    english, japanese = (re.sub("  # .*", "", (examples / name).read_text("utf-8")) for name in READMES.values())
    assert english.replace('lang="en"', 'lang="ja"') == japanese


def test_the_example_runs(examples: Path, kawasaki_folder: Path) -> None:
    environment = {**os.environ, "PLANGRAPH_STORE": str(kawasaki_folder)}
    done = subprocess.run(
        [sys.executable, READMES["README.md"]],
        cwd=examples,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "True" in done.stdout


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.ja.md", "ja")])
def test_the_answer_that_is_shown_is_the_answer(
    readme: str,
    lang: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kawasaki_folder: Path,
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    _, told, _ = run(capsys, "query", "standing-counts", "--lang", lang, "--store", kawasaki_folder)
    (shown,) = re.findall(r"```text\n(.*?)…\n```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
    head, rule, *rows = (re.split(r"\s{2,}", line) for line in shown.splitlines())
    assert len(head) == len(rule)
    answer = [re.split(r"\s{2,}", line) for line in told.splitlines()]
    assert [head, *rows] == [line for line in answer if line in (head, *rows)]
