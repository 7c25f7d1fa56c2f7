"""Tests for which the system lacks something are left out, and one line says so; in CI that is an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAID = "missing: chromium-headless-shell; so the tests of browser do not run"


def run(*words: str, ci: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CI": ci, "PLANGRAPH_CHROMIUM": "/nowhere/chromium"}
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_tests_for_which_a_part_is_missing_are_left_out() -> None:
    done = run("pytest", "--collect-only", "tests/browser/test_plans.py", ci="")
    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
    assert SAID in done.stdout
    assert "test_plans.py::" not in done.stdout


def test_in_ci_a_missing_part_is_an_error() -> None:
    done = run("pytest", "--collect-only", "tests/browser/test_plans.py", ci="true")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert SAID in done.stderr
