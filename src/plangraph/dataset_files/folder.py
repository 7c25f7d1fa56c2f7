"""A dataset written as a folder: ``plan.toml`` and a CSV file a table."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.dataset_files.account_file import write_account
from plangraph.errors import StoreError
from plangraph.tables.decimal_signs import certain, with_commas
from plangraph.tables.outlines import outlines_of
from plangraph.tables.plan_file import SETTINGS
from plangraph.tables.rows import TABLES
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.dataset_files.content import Content


def write_folder(content: Content, folder: Path, *, overwrite: bool = False) -> None:
    """Write a dataset as a folder, whole or not at all.

    Parameters
    ----------
    content : Content
        The dataset.
    folder : Path
        The folder.
    overwrite : bool
        Whether what stands there may go.

    Raises
    ------
    StoreError
        If something stands there that may not go.
    """
    if folder.exists() and any(folder.iterdir()) and not overwrite:
        raise StoreError(
            Words(
                f"{folder} にはすでにファイルがあります。別の名前にするか、置き換えるなら --overwrite を付けてください",
                f"{folder} holds files already: choose another name, or replace them with --overwrite",
            )
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error
    city = content.settings.get("city", {})
    doubtful = with_commas(city.get("language", ""), city.get("currency", ""))
    try:
        partial.chmod(0o755)
        (partial / SETTINGS).write_text(as_toml(content.settings), "utf-8")
        for name, rows in content.tables.items():
            if rows:
                (partial / f"{name}.csv").write_text(
                    as_csv(name, [_certain(row) for row in rows] if doubtful else rows), "utf-8-sig"
                )
        if content.outlines:
            outlines_of(partial).write_bytes(content.outlines)
        if content.account:
            write_account(content.account, partial)
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _certain(row: Mapping[str, str]) -> Mapping[str, str]:
    return {**row, "value": certain(row["value"])} if row.get("value") else row


def as_toml(tables: Mapping[str, Any], within: str = "") -> str:
    """Return tables as TOML that a person can edit: each under a heading of its own, lists on one line."""
    lines, inner = list[str](), list[str]()
    for name, value in tables.items():
        whole = f"{within}.{name}".removeprefix(".")
        if isinstance(value, dict):
            inner.append(f"[{whole}]\n{as_toml(value, whole)}")
        elif value == [] and not within:
            continue  # a person may add such a table below
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            inner += [f"[[{whole}]]\n{as_toml(row, whole)}" for row in value]
        else:
            lines.append(_entry(name, value))
    return "\n".join(["".join(lines), *inner]) if lines else "\n".join(inner)


def _entry(name: str, value: Any) -> str:
    import tomli_w

    if isinstance(value, list):
        cells = [tomli_w.dumps({"x": cell}).removeprefix("x = ").strip() for cell in value]
        return f"{name} = [{', '.join(cells)}]\n"
    return tomli_w.dumps({name: value})


def as_csv(table: str, rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as CSV, with the columns that one of them fills or that none may leave out."""
    model = TABLES[table]
    columns = [name for name in model.columns() if any(row.get(name) for row in rows)]
    needed = [name for name in model.columns() if model.must_have(name) and name not in model.inherits]
    header = [name for name in model.columns() if name in columns or name in needed]
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(header)
    lines.writerows([[row.get(name, "") for name in header] for row in rows])
    return out.getvalue()
