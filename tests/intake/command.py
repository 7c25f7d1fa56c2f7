"""A command, typed."""

from __future__ import annotations

from plangraph.cli import main


def run(*words: str) -> int:
    """Run a command and return its exit code."""
    try:
        main(list(words))
    except SystemExit as end:
        return int(end.code or 0)
    return 0
