"""Sheets as cities send them, made in code: small, and each ugly in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Sent(NamedTuple):
    """A sheet: its rows, its merged ranges such as ``A1:C1``, and its name."""

    rows: Sequence[Sequence[Any]]
    merged: Sequence[str] = ()
    title: str = "Sheet1"


Case = tuple[Sent, list[str], list[str]]
"""A sheet, and the elements and figures that it says."""


def write_workbook(path: Path, sent: Sent, book: Workbook | None = None) -> Path:
    """Write a sheet into a new workbook, or add it to one."""
    whole = book or Workbook()
    sheet = whole.active if book is None or whole.sheetnames == ["Sheet"] else whole.create_sheet()
    assert sheet is not None
    sheet.title = sent.title
    for row in sent.rows:
        sheet.append(list(row))
    for area in sent.merged:
        sheet.merge_cells(area)
    whole.save(path)
    return path
