"""A dataset as plain cells, before anything is judged: what a folder and a workbook both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Content:
    """A dataset as plain cells.

    Attributes
    ----------
    settings : mapping of str to Any
        What ``plan.toml`` says.
    tables : mapping of str to sequence of (mapping of str to str)
        The rows of each table by column; a column that is not there is blank.
    """

    settings: Mapping[str, Any]
    tables: Mapping[str, Sequence[Mapping[str, str]]]
