"""A dataset written as a folder or as a workbook, as its name tells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from plangraph.dataset_files.folder import write_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plangraph.dataset_files.content import Content

ACCOUNT = "import-account.csv"


def write_dataset(
    content: Content, out: Path, *, account: Sequence[Sequence[str]] = (), overwrite: bool = False
) -> None:
    """Write a dataset.

    Parameters
    ----------
    content : Content
        The dataset.
    out : Path
        A folder, or a workbook whose name ends with ``.xlsx``.
    account : sequence of sequence of str
        The rows of the account of an import, which stands beside the tables.
    overwrite : bool
        Whether what stands there may go.

    Raises
    ------
    StoreError
        If something stands there that may not go.
    """
    write_folder(content, out, overwrite=overwrite)
    if account:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([[_safe(cell) for cell in row] for row in account])
        (out / ACCOUNT).write_text(text.getvalue(), "utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
