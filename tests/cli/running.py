"""How the tests run a command: as it is typed, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from plangraph.cli import main

if TYPE_CHECKING:
    import pytest


class Run(Protocol):
    """Runs a command; gives its exit code and what it wrote to standard output and error."""

    def __call__(self, *words: str, locale: str = "C.UTF-8") -> tuple[int, str, str]: ...


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run a command; give its exit code, and what it wrote to its output and to its errors."""
    try:
        main([str(word) for word in words])
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err
