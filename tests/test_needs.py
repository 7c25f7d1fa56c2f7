"""Tests for which the system lacks something are left out, and one line says so; in CI that is an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import needs

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


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What Debian's installer is called with, where Python has no ensurepip: the programs that are here note it."""
    apt, calls = tmp_path / "apt-get", tmp_path / "calls"
    apt.write_text(f'#!/bin/sh\necho "$*" >> {calls}\n', "utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(needs, "DEBIAN", apt)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    return calls


def test_as_root_debian_gets_what_its_python_lacks_to_make_an_environment(
    called: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    needs.install([needs.VENV])
    assert called.read_text("utf-8").splitlines() == [
        "--quiet=2 update",
        "--quiet=2 install --no-install-recommends python3-venv",
    ]


def test_nobody_else_installs_anything(called: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    needs.install([needs.VENV])
    assert not called.exists()


def test_the_environment_is_made_once_python_has_what_it_needs_for_it() -> None:
    words = ["make", "--dry-run", "--always-make", "--no-print-directory", "PYTHON=python3", ".venv/.ready"]
    alone = {**os.environ, "MAKEFLAGS": ""}  # also where another make runs the tests
    lines = subprocess.run(words, cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[:2] == ["python3 -m tests.needs venv", "python3 -m venv .venv"]
