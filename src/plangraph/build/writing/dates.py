"""Dates as precise as they are known."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from plangraph.namespaces import PG

PRECISIONS = (PG.YearPrecision, PG.MonthPrecision, PG.DayPrecision)


def year_within(date: datetime, first_month: int) -> int:
    """Return the fiscal year in which a date lies, where such years begin with a month.

    Examples
    --------
    >>> [year_within(datetime(2026, month, 1), 4) for month in (3, 4)]
    [2025, 2026]
    """
    return date.year - (date.month < first_month)


def span(date: str) -> tuple[datetime, datetime, str]:
    """Return the first and the last second of a year, month or day, and the precision (IRI).

    Parameters
    ----------
    date : str
        Such as ``2021``, ``2021-04`` or ``2021-04-11``.
    """
    parts = [int(part) for part in date.split("-")]
    year, month, day = [*parts, 1, 1][:3]
    last_month = month if len(parts) > 1 else 12
    last_day = day if len(parts) == len(PRECISIONS) else monthrange(year, last_month)[1]
    return datetime(year, month, day), datetime(year, last_month, last_day, 23, 59, 59), PRECISIONS[len(parts) - 1]
