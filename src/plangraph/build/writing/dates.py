"""Dates as precise as they are known."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime
from typing import TYPE_CHECKING

from plangraph.fiscal_years import year_within
from plangraph.namespaces import PG

if TYPE_CHECKING:
    from plangraph.tables.plan_models import Settings

PRECISIONS = (PG.YearPrecision, PG.MonthPrecision, PG.DayPrecision)


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


def year_of(moment: datetime, settings: Settings) -> int:
    """Return the city's fiscal year in which a moment lies."""
    return year_within(moment.year, moment.month, settings.first_month)
