"""Sheets as cities send them, made in code: small, and each ugly in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write_workbook(
    path: Path,
    rows: Sequence[Sequence[Any]],
    merged: Sequence[str] = (),
    title: str = "Sheet1",
    book: Workbook | None = None,
) -> Path:
    """Write rows as a sheet, and merge ranges such as ``A1:C1``."""
    whole = book or Workbook()
    sheet = whole.active if book is None else whole.create_sheet()
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    whole.save(path)
    return path
