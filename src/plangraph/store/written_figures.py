"""Figures as people read them: in groups of three digits, and sums of money in their units, unless they are exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from plangraph.large_numbers import BESIDE_FIGURES, DIGITS_OF_SUMS, OF_SUMS
from plangraph.store.columns import called

if TYPE_CHECKING:
    from plangraph.store.columns import Holds

LARGEST: Final = 10**9
"""The largest unit in which sums of money are read: 億 and bn, so that no digit of a city's budgets is lost."""
MONEY: Final = {
    lang: (*((Decimal(size), word) for word, size in units.items() if size <= LARGEST), (Decimal(1), ""))
    for lang, units in OF_SUMS.items()
}
"""The units in which sums of money are read, the largest first."""


def with_unit(figure: str, unit: str) -> str:
    """Write a figure with its unit behind it, apart from it unless it is a sign or in Japanese: 15.6%, 388円."""
    apart = "" if re.match(BESIDE_FIGURES, unit) else " "
    return f"{figure}{apart}{unit}".rstrip()


@dataclass(frozen=True)
class Figures:
    """How figures are written.

    Attributes
    ----------
    lang : str
        The reader's language, ``ja`` or ``en``.
    currency : str
        The code (ISO 4217) of the currency of sums of money, or an empty string.
    exact : bool
        Whether sums of money are written in full.
    """

    lang: str
    currency: str
    exact: bool

    def of(self, value: float | Decimal, holds: Holds) -> str:
        """Write a figure by what its column holds: a year or a code as it is, and a share with one decimal."""
        if holds in {"year", "order", "code"}:
            return str(value)
        if holds == "money":
            return self._money(Decimal(str(value)))
        return f"{value:,.1f}" if holds == "percent" else f"{value:,}"

    def rounded(self, figure: object) -> str:
        """Write a figure in the largest unit of money's sums if that leaves two decimals at most, or else in full."""
        if isinstance(figure, bool) or not isinstance(figure, int | Decimal | float):
            return ""
        number = Decimal(str(figure))
        size, unit = MONEY[self.lang][0]
        amount = number / size
        if not self.exact and abs(amount) >= 1 and amount == round(amount, 2):
            return f"{amount.normalize():,f}{unit}"
        return f"{figure:,}"

    def _money(self, sum_: Decimal) -> str:
        if self.exact:
            return f"{sum_:,}"
        size, unit = next(((size, unit) for size, unit in MONEY[self.lang] if abs(sum_) >= size), (Decimal(1), ""))
        amount = sum_ / size
        unit += called(self.currency).ja if self.lang == "ja" and sum_ else ""
        is_whole = size == 1 or abs(amount) >= DIGITS_OF_SUMS["whole"]
        return f"{amount:,.{0 if is_whole else DIGITS_OF_SUMS['decimals']}f}{unit}"
