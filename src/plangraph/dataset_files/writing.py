"""A dataset written as a folder or as a workbook, as its name tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import ontology, resources
from plangraph.dataset_files.content import read_content
from plangraph.dataset_files.folder import write_folder
from plangraph.tables import read_sdgs
from plangraph.tables.reading import WORKBOOK

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.dataset_files.content import Content


def write_dataset(
    content: Content,
    out: Path,
    *,
    lang: str = "ja",
    overwrite: bool = False,
) -> None:
    """Write a dataset.

    Parameters
    ----------
    content : Content
        The dataset.
    out : Path
        A folder, or a workbook whose name ends with ``.xlsx``.
    lang : str
        The language (``ja`` or ``en``) of the notes in a workbook.
    overwrite : bool
        Whether what stands there may go.

    Raises
    ------
    StoreError
        If something stands there that may not go.
    """
    if out.suffix.lower() == WORKBOOK:
        from plangraph.dataset_files.book_writing import write_book
        from plangraph.dataset_files.choices import choices_of

        choices = choices_of(content, ontology.load(), read_sdgs(resources.DATA / "sdg", []))
        write_book(content, out, choices, lang=lang, overwrite=overwrite)
        return
    write_folder(content, out, overwrite=overwrite)


def convert(dataset: Path, out: Path, *, lang: str = "ja", overwrite: bool = False) -> Content:
    """Write a dataset in its other form: a folder as a workbook, or a workbook as a folder.

    Parameters
    ----------
    dataset : Path
        The dataset's folder, or its workbook.
    out : Path
        A workbook whose name ends with ``.xlsx``, or a folder.
    lang : str
        The language (``ja`` or ``en``) of the notes in a workbook.
    overwrite : bool
        Whether what stands there may go.

    Returns
    -------
    Content
        What was written.

    Raises
    ------
    TableError
        If the dataset cannot be read as it is.
    StoreError
        If something stands there that may not go.
    """
    content = read_content(dataset, ontology.load(), read_sdgs(resources.DATA / "sdg", []).codes())
    write_dataset(content, out, lang=lang, overwrite=overwrite)
    return content
