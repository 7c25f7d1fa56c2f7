"""What a command says of a file or folder that it wrote: one line on standard error; standard output is for data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import language
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path


def tell_written(path: Path, holds: Words | None = None, then: Words | None = None) -> None:
    """Report that a file or folder has been written.

    Parameters
    ----------
    path : Path
        The file or folder.
    holds : Words, optional
        What it holds, or how much.
    then : Words, optional
        What is to be done with it.
    """
    told = Words(f"{path} を書きました", f"wrote {path}")
    if holds:
        told = told.then(Words(f": {holds.ja}", f": {holds.en}"))
    if then:
        told = told.then(Words(f"。{then.ja}", f"; {then.en}"))
    click.echo(told.of(language()), err=True)
