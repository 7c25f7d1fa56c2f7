"""The account of the import from which a dataset was made, as a file in its folder."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from plangraph.tables.strange_sheets import NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ACCOUNT = f"{NOTES}/import-account.csv"
"""The file, within the folder."""
FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that programs for sheets would compute; a quotation mark before it keeps them from it."""


def read_account(folder: Path) -> list[list[str]]:
    """List the rows of the account, its headings first; none if the folder has no such file."""
    file = folder / ACCOUNT
    rows = csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")) if file.is_file() else ()
    return [[cell.removeprefix("'") if cell[1:].startswith(FORMULA) else cell for cell in row] for row in rows]


def write_account(account: Sequence[Sequence[str]], folder: Path) -> None:
    """Write the rows of an account, its headings first, into a folder."""
    out = io.StringIO()
    rows = [[f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in account]
    csv.writer(out, lineterminator="\n").writerows(rows)
    (folder / ACCOUNT).parent.mkdir()
    (folder / ACCOUNT).write_text(out.getvalue(), "utf-8-sig")
