"""What is known of a table while its columns are guessed, from the left to the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plangraph.intake.kinds_of_figures import COSTS_OF_YEARS
from plangraph.intake.marks import is_mark
from plangraph.intake.values import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.words import Words

    Guessed = tuple[dict[str, Any], Words]
    Guess = tuple[dict[str, Any], Words | None]

LONG_TEXT = 40  # letters
MOSTLY = 0.6  # share of cells
MOST_GRADES = 12  # different cells
DONE = ("実績", "進捗", "進行管理", "達成状況")
"""What stands over tables whose values have been reached."""


@dataclass
class TableSoFar:
    """What is known of a table.

    Attributes
    ----------
    own : str
        The tier of what a row is about.
    year : int or None
        The fiscal year of the table.
    unit : str
        The unit of money that is said once for the table.
    above : str
        What stands over the table.
    vocabulary : Vocabulary
        The words of tiers and kinds of figures.
    money : set of str
        The kinds of amounts of money that the headings of columns name.
    indicators : int
        How many columns of indicators there have been.
    kind_of_rows, sum_in_rows : bool
        Whether a column says of which kind the figures of each row are, and whether some row is their sum.
    """

    own: str
    year: int | None
    unit: str
    above: str
    vocabulary: Vocabulary
    money: Set[str]
    indicators: int = 0
    kind_of_rows: bool = False
    sum_in_rows: bool = False

    @property
    def planned(self) -> str:
        """Return of which kind the costs of years are, as the text above says; empty if it does not."""
        return next((kind for word, kind in COSTS_OF_YEARS.items() if word in self.above), "")

    @property
    def done(self) -> str:
        """Return of which kind the values of years are, as the text above says; empty if it does not."""
        done = any(word in self.above for word in DONE) and "目標" not in self.above
        return "ActualValue" if done else ""


def numeric(texts: Sequence[str]) -> float:
    """Return the share of the texts that are numbers."""
    return sum(figure(text) is not None for text in texts) / len(texts) if texts else 0.0


def marked(texts: Iterable[str]) -> bool:
    """Check whether texts are marks, such as ○."""
    return all(map(is_mark, texts))
