"""What a column of an answer is called, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from plangraph.words import Words

Holds = Literal[
    "thing", "code", "label", "text", "count", "number", "money", "percent", "year", "date", "order", "grade", "basis",
    "flag", "colour",
]  # fmt: skip
"""What a column may hold; ``queries/words.toml`` says what each of them means."""


@dataclass(frozen=True)
class Heading:
    """What a column is called, and what it holds."""

    words: Words
    holds: Holds
