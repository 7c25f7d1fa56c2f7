"""Times, what is said of many of them, and tables."""

from __future__ import annotations

import math
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = dict[str, Any]
WHOLE = 1_000  # from which on figures are shown without decimals


def seconds(call: Callable[[], object]) -> float:
    """Time one call."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def best(call: Callable[[], object], repeats: int = 3) -> float:
    """Return the median time of some calls, after one that warms up."""
    call()
    return statistics.median(seconds(call) for _ in range(repeats))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that so large a share of the values does not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def show(title: str, rows: Iterable[Row]) -> list[Row]:
    """Print rows as a Markdown table, and give them back."""
    rows = list(rows)
    print(f"\n### {title}\n", flush=True)
    if rows:
        names = list(rows[0])
        print("| " + " | ".join(names) + " |")
        print("|" + "|".join(" --- " for _ in names) + "|")
        for row in rows:
            print("| " + " | ".join(_cell(row.get(name)) for name in names) + " |", flush=True)
    return rows


def note(text: str) -> None:
    """Write to standard error what is being measured."""
    print(f"… {text}", file=sys.stderr, flush=True)


def geometric_mean(values: Iterable[float]) -> float:
    return statistics.geometric_mean(values)


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= WHOLE else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else "–" if value is None else str(value)
