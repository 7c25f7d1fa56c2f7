"""Shells complete questions and their parameters."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("shell", "line", "typed", "candidate"),
    [
        ("powershell", "plangraph query childr", "childr", "children\t"),
        ("powershell", "plangraph query children --el", "--el", "--element\t"),
        ("powershell", "plangraph query children --lang ", "", "ja\t"),
        ("fish", "plangraph query childr", "childr", "plain,children\t"),
        ("fish", "plangraph cov", "cov", "plain,coverage\t"),
    ],
)
def test_shells_complete_questions_and_their_parameters(shell: str, line: str, typed: str, candidate: str) -> None:
    told = {"_PLANGRAPH_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": typed}
    words = [sys.executable, "-c", "from plangraph.cli import main; main()"]
    done = subprocess.run(words, env=os.environ | told, capture_output=True, text=True, check=False)

    assert candidate in done.stdout


def test_powershell_is_told_how_to_ask() -> None:
    words = [sys.executable, "-c", "from plangraph.cli import main; main()"]
    environment = os.environ | {"_PLANGRAPH_COMPLETE": "powershell_source"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)

    assert "Register-ArgumentCompleter -Native -CommandName plangraph" in done.stdout
