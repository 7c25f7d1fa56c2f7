"""What a column of an answer is called, and what it holds; and what a table is to those who write it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.store.terms import Row

Holds = Literal[
    "thing", "code", "label", "text", "count", "number", "money", "millions", "percent", "year", "date", "order",
    "grade", "basis", "flag", "colour", "remark",
]  # fmt: skip
"""What a column may hold; ``queries/words.toml`` says what each of them means. Sheets show ``millions`` of money."""

YEN = Words("円", "yen")


def called(currency: str) -> Words:
    """Return what a currency is called, from its code (ISO 4217)."""
    return YEN if currency == "JPY" else Words(currency, currency)


@dataclass(frozen=True)
class Heading:
    """What a column is called, what it holds, and what its values are called, if they are of a few words."""

    words: Words
    holds: Holds
    values: Mapping[str, Words] = field(default_factory=dict, hash=False)


class Table(Protocol):
    """Rows under named columns; :class:`plangraph.store.answers.Rows` is one."""

    @property
    def variables(self) -> Sequence[str]:
        """The names of the columns."""

    @property
    def rows(self) -> Sequence[Row]:
        """The terms, None where a variable is unbound."""

    @property
    def headings(self) -> Mapping[str, Heading]:
        """What columns are called and what they hold, by name, as far as it is known."""

    @property
    def currency(self) -> str:
        """The code (ISO 4217) of the currency of its sums of money, or an empty string if it has none."""

    def __len__(self) -> int:
        """Return the number of rows."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Iterate over the rows as Python values."""
