"""Which function writes the rows of which table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.build.writing.writer import Writer
    from plangraph.tables.row import Row

    RowT = TypeVar("RowT", bound=Row)

WRITERS: dict[type[Row], Callable[[Writer, Any], None]] = {}


def writes(model: type[RowT]) -> Callable[[Callable[[Writer, RowT], None]], Callable[[Writer, RowT], None]]:
    """Register a function as the one that writes the rows of a table."""

    def register(function: Callable[[Writer, RowT], None]) -> Callable[[Writer, RowT], None]:
        WRITERS[model] = function
        return function

    return register


def write(writer: Writer, row: Row) -> None:
    """Write what a row says."""
    WRITERS[type(row)](writer, row)
