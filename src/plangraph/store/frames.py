"""Rows as data frames and Arrow tables, with the types that the values have."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from plangraph.errors import needing
from plangraph.store.readable import DATE_LENGTH
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from plangraph.store.columns import Table
    from plangraph.store.readable import Reading

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_pandas(rows: Table) -> pd.DataFrame:
    """Return rows as a data frame of pandas: whole numbers as ``Int64``, others as ``Float64``, dates as dates.

    Raises
    ------
    MissingExtra
        If pandas is not installed.
    """
    with needing("pandas", Words("to_pandas()", "to_pandas()")):
        import pandas as pd
    series = {name: pd.Series(values, dtype=PANDAS[kind]) for name, (kind, values) in _columns(rows).items()}
    return pd.DataFrame(series, columns=list(rows.variables))


def to_arrow(rows: Table) -> pa.Table:
    """Return rows as a table of Apache Arrow.

    Raises
    ------
    MissingExtra
        If pyarrow is not installed.
    """
    with needing("arrow", Words("Arrow と Parquet", "Arrow and Parquet")):
        import pyarrow as pa
    kinds = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
    columns = _columns(rows)
    return pa.table({name: pa.array(values, kinds.get(kind, pa.string())) for name, (kind, values) in columns.items()})


def to_polars(rows: Table) -> pl.DataFrame:
    """Return rows as a data frame of polars.

    Raises
    ------
    MissingExtra
        If polars is not installed.
    """
    with needing("polars", Words("to_polars()", "to_polars()")):
        import polars as pl
    kinds = {"integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}
    return pl.DataFrame(
        {name: pl.Series(name, values, kinds.get(kind, pl.String)) for name, (kind, values) in _columns(rows).items()}
    )


def to_parquet(reading: Reading) -> bytes:
    """Write rows as a Parquet file, by the names of the columns.

    Raises
    ------
    MissingExtra
        If pyarrow is not installed.
    """
    table = to_arrow(reading.rows)
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


PANDAS: Mapping[str, Any] = {
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "text": "string",
}
CONVERSIONS: Mapping[str, Callable[[Any], Any]] = {
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": lambda value: date.fromisoformat(str(value)[:DATE_LENGTH]),
    "text": str,
}
LARGEST = 2**63
"""Beyond which a whole number is no 64-bit integer; it is text then, as every digit counts."""


def _columns(rows: Table) -> dict[str, tuple[str, list[Any]]]:
    """Return the kind and the values of each column."""
    found = {}
    columns = list(zip(*rows, strict=True)) or [()] * len(rows.variables)
    for name, column in zip(rows.variables, columns, strict=True):
        heading = rows.headings.get(name)
        kind = _kind([value for value in column if value is not None], heading.holds if heading else "")
        found[name] = (kind, [None if value is None else CONVERSIONS[kind](value) for value in column])
    return found


def _kind(values: Sequence[Any], holds: str) -> str:
    if holds == "date" and values and all(FULL_DATE.match(str(value)) for value in values):
        return "date"
    if not values or any(isinstance(value, str) for value in values):
        return "text"
    if all(isinstance(value, bool) for value in values):
        return "boolean"
    if any(isinstance(value, bool) for value in values):
        return "text"
    if all(isinstance(value, int) for value in values):
        return "integer" if all(abs(value) < LARGEST for value in values) else "text"
    return "number"
