"""How a workbook (``.xlsx``) shows the numbers of its cells: in percent, in thousands, with zeros before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    Cell = str | int | float | bool | date | None

PERCENT_FORMATS = frozenset(("9", "10"))
QUOTED = re.compile(r'"[^"]*"|\\.')
SCALED = re.compile(r"[0#?](?:\.[0#?]+)?(,+)(?![0#?,])")
"""Commas behind the last digit: each shows a thousandth of the number (ECMA-376 part 1, 18.8.31)."""
OF_CODES = re.compile(r'(?:0|"[^"0-9]{1,8}"|\\?-|\\.)*')
"""A format of zeros and what stands between them, as codes have: ``000``, ``00-000``."""
COUNTED = re.compile(r'(?:0|#,##0)(?:\.0+)?\\?\s?"([^"0-9]{1,6})"')
"""A number with its unit behind it: ``#,##0"千円"``."""


@dataclass(frozen=True)
class Shown:
    """How the numbers of a cell are shown.

    Attributes
    ----------
    percent : bool
        Whether in percent: 0.853 as 85.3%.
    thousands : int
        How many times a thousandth: 1234567 as 1,235.
    code : str
        The zeros in whose places its digits stand, with what stands between them: 001.
    unit : str
        The unit that stands behind it.
    """

    percent: bool = False
    thousands: int = 0
    code: str = ""
    unit: str = ""

    def of(self, value: Cell) -> Cell:
        """Return a value as it is shown; what is no number, as it is."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        if self.percent:
            return _plain(Decimal(f"{value:.12g}") * 100) + "%"
        if self.thousands:
            scaled = Decimal(f"{value:.15g}") / 1000**self.thousands
            return f"{_plain(scaled)}{self.unit}" if self.unit else float(scaled)
        if self.code and value >= 0 and float(value).is_integer():
            return _in_places(str(int(value)), self.code)
        return f"{_plain(Decimal(f'{value:.12g}'))}{self.unit}" if self.unit else value


def shown_by(format_code: str, number: str = "") -> Shown | None:
    """Return how a format shows numbers; None if just as they are, but for commas and decimals.

    Parameters
    ----------
    format_code : str
        The format, as the workbook writes it.
    number : str
        The number of a format that Excel knows by itself.

    Examples
    --------
    >>> shown_by("#,##0,").of(1234000), shown_by("000").of(7), shown_by('#,##0"千円"').of(1200)
    (1234.0, '007', '1200千円')
    """
    first = unescape(format_code).partition(";")[0]
    bare = QUOTED.sub("", first)
    if number in PERCENT_FORMATS or "%" in bare:
        return Shown(percent=True)
    unit = found[1] if (found := COUNTED.fullmatch(first)) else ""
    if scaled := SCALED.search(bare):
        tail = re.search(r'"([^"0-9]{1,6})"\s*$', first)
        return Shown(thousands=len(scaled[1]), unit=tail[1] if tail else "")
    if bare.count("0") > 1 and OF_CODES.fullmatch(first):
        return Shown(code=first)
    return Shown(unit=unit) if unit.strip() else None


def shown_styles(formats: Mapping[str, str], styles: list[dict[str, str]]) -> dict[str, Shown]:
    """Return how cell styles show numbers, by their number (ECMA-376 part 1, 18.8.30 and 18.8.10)."""
    found = {}
    for at, style in enumerate(styles):
        number = style.get("numFmtId", "")
        if shown := shown_by(formats.get(number, ""), number):
            found[str(at)] = shown
    return found


def _plain(value: Decimal) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".")


def _in_places(digits: str, code: str) -> str:
    """Set digits into the places of zeros, from the right; what is more stands before the first."""
    parts = re.findall(r'0|"[^"]*"|\\.|.', code)
    left, out = list(digits), list[str]()
    first = next(at for at, part in enumerate(parts) if part == "0")
    for at in range(len(parts) - 1, -1, -1):
        if parts[at] == "0":
            out.append(left.pop() if left else "0")
            if at == first:
                out.extend(reversed(left))
        else:
            out.append(parts[at].strip('"').removeprefix("\\"))
    return "".join(reversed(out))
