"""The help of commands in lines that fit the terminal, where East Asian characters are two cells wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.cells import cell_len

from plangraph.cli.table import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = "\b"
"""What stands over a paragraph whose lines are kept (see click's documentation)."""
NARROWEST = 10  # columns of the terminal


class HelpText(click.HelpFormatter):
    """Help, written in lines of so many cells."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, indented; parameters are those of click."""
        self._write_lines(_lines(text, self.width - self.current_indent), self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write what is defined and its definition beside it; parameters are those of click."""
        told = list(rows)
        aside = min(max((cell_len(first) for first, _ in told), default=0), col_max) + col_spacing
        aside = min(aside, self.width // 2)
        for first, second in told:
            lines = _lines(second, max(self.width - aside - self.current_indent, NARROWEST))
            beside = cell_len(first) + col_spacing <= aside and lines
            head = first + " " * (aside - cell_len(first)) + lines.pop(0) if beside else first
            self._write_lines([head], self.current_indent)
            self._write_lines(lines, self.current_indent + aside)

    def _write_lines(self, lines: Iterable[str], indent: int) -> None:
        for line in lines:
            self.write(f"{' ' * indent}{line}".rstrip() + "\n")


def _lines(text: str, width: int) -> list[str]:
    """Break paragraphs into lines of so many cells, with a blank one between them."""
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n\n"):
        first, *kept = paragraph.splitlines() or [""]
        parts = kept if first.strip() == KEPT else [" ".join(line.strip() for line in paragraph.splitlines())]
        lines += [""] * bool(lines)
        lines += [line for part in parts for line in wrapped(part, width, whole=True)]
    return lines
