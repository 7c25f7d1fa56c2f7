"""What stands where a formula failed, nothing has computed it yet, or a column is too narrow."""

from __future__ import annotations

import re

FAULT = re.compile(r"#{3,}|#(?:REF|NAME|VALUE|DIV/0|N/A|NUM|NULL|SPILL|CALC|UNCOMPUTED)[!?]?")
UNCOMPUTED = "#UNCOMPUTED!"
"""What stands for a formula that no program has computed: Excel saves a value beside it, others may not."""


def is_fault(text: str) -> bool:
    """Check whether a cell shows a failed formula or lack of width instead of a value: ``#REF!``, ``###``."""
    return bool(FAULT.fullmatch(text.strip().upper()))
