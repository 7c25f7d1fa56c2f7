"""The account of the import from which a dataset was made, as a file in its folder."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from plangraph.store.documents import plain_cell, safe_csv
from plangraph.tables.strange_sheets import NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ACCOUNT = f"{NOTES}/import-account.csv"
"""The file, within the folder."""


def read_account(folder: Path) -> list[list[str]]:
    """List the rows of the account, its headings first; none if the folder has no such file."""
    file = folder / ACCOUNT
    rows = csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")) if file.is_file() else ()
    return [list(map(plain_cell, row)) for row in rows]


def write_account(account: Sequence[Sequence[str]], folder: Path) -> None:
    """Write the rows of an account, its headings first, into a folder."""
    (folder / ACCOUNT).parent.mkdir()
    (folder / ACCOUNT).write_text(safe_csv(account[0], account[1:]), "utf-8-sig")
