"""What the tests of commands share: a command run on the bundled dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli import running

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kawasaki_folder: Path) -> Run:
    monkeypatch.setenv("PLANGRAPH_STORE", str(kawasaki_folder))
    monkeypatch.setenv("COLUMNS", "80")

    def answer(*words: str, locale: str = "C.UTF-8") -> tuple[int, str, str]:
        monkeypatch.setenv("LC_ALL", locale)
        return running.run(capsys, *words)

    return answer
