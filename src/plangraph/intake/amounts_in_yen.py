"""Amounts of money in the units that Japanese sheets have and the tables do not."""

from __future__ import annotations

import re
from decimal import Decimal

from plangraph.intake.kinds_of_figures import MONEY


def unit_of_amount(text: str, unit: str, kind: str) -> str:
    """Return the unit of a figure that says none: an amount with 兆, 億 or 万 is in yen, under 千円 too."""
    of_yen = unit in {"千円", "百万円", "万円", "億円"} or (not unit and kind in MONEY)
    return "円" if of_yen and re.search(r"[兆億万]", text) else unit


def in_yen(value: str, unit: str) -> tuple[str, str]:
    """Return an amount in a unit that the tables know: 万円 is told in yen."""
    if unit != "万円":
        return value, unit
    return f"{Decimal(value) * 10_000:f}", "円"
