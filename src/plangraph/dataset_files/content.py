"""A dataset as plain cells: what a folder and a workbook both hold, so that either is written from the other."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.dataset_files.account_file import read_account
from plangraph.errors import TableError
from plangraph.tables.city import opened, read_city
from plangraph.tables.outlines import outlines_of
from plangraph.tables.plan_file import SETTINGS
from plangraph.tables.plan_models import TABLES_OF_SETTINGS
from plangraph.tables.reading import files_of
from plangraph.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.errors import Problem
    from plangraph.ontology import Ontology
    from plangraph.tables.book import Book
    from plangraph.tables.row import Row


@dataclass(frozen=True)
class Content:
    """A dataset as plain cells.

    Attributes
    ----------
    settings : mapping of str to Any
        What ``plan.toml`` says.
    tables : mapping of str to sequence of (mapping of str to str)
        The rows of each table by column; a column that is not there is blank.
    outlines : bytes
        The file with the outlines of its places; empty if there is none.
    account : sequence of sequence of str
        The rows of the account of the import from which it was made, its headings first; empty if there is none.
    """

    settings: Mapping[str, Any]
    tables: Mapping[str, Sequence[Mapping[str, str]]]
    outlines: bytes = b""
    account: Sequence[Sequence[str]] = ()


def read_content(path: Path, ontology: Ontology, sdg_codes: frozenset[str]) -> Content:
    """Read a dataset's cells as they stand.

    Parameters
    ----------
    path : Path
        The dataset's folder, or its workbook.
    ontology : Ontology
        What classes and kinds there are.
    sdg_codes : frozenset of str
        The codes of goals and targets.

    Raises
    ------
    TableError
        If a table cannot be read as it is.
    """
    problems: list[Problem] = []
    read_city(path, ontology, sdg_codes, problems)
    if problems:
        raise TableError(problems)
    dataset = opened(path)
    settings = (
        tomllib.loads((dataset / SETTINGS).read_text("utf-8-sig"))
        if isinstance(dataset, Path)
        else dataset.settings(TABLES_OF_SETTINGS).content
    )
    tables = {name: list(_rows(dataset, model)) for name, model in TABLES.items() if not model.shared}
    outlines = outlines_of(path)
    account = read_account(dataset) if isinstance(dataset, Path) else dataset.account()
    return Content(settings, tables, outlines.read_bytes() if outlines.is_file() else b"", account)


def _rows(dataset: Path | Book, model: type[Row]) -> Iterator[dict[str, str]]:
    if isinstance(dataset, Path):
        for file in files_of(dataset, model):
            for cells in csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")):
                row = {name.strip(): value.strip() for name, value in cells.items() if value and value.strip()}
                if row:
                    yield row
        return
    if part := dataset.part(model):
        for _, values in part.rows:
            yield {name: value for name, value in zip(part.header, values, strict=True) if value}
