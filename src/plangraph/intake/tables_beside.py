"""Tables that stand beside each other on the same rows of a sheet."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from plangraph.intake.finding import Heading, find_tables
from plangraph.intake.values import text_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.sheets import Sheet

LEAST_COLUMNS = 2
"""How many headings each of several tables beside each other has at least."""
APART = 3
"""How far columns stand from each other that may be of two tables: two blank ones are between them."""
NAMING = frozenset(("label", "tier_name"))
"""What headings mean over the names of what rows are about."""
LOWEST = "事業"
"""Of which tier names are that say none."""


def tables_of(sheet: Sheet, vocabulary: Vocabulary) -> list[Block]:
    """Find the tables of a sheet, from the top down and from the left to the right."""
    return [part for block in find_tables(sheet, vocabulary) for part in side_by_side(block, vocabulary)]


def side_by_side(block: Block, vocabulary: Vocabulary, wanted: Collection[int] = ()) -> list[Block]:
    """Split a block that is tables beside each other: their headings are the same, or each names its own rows.

    Each part has the headings and cells of its own columns only.

    Parameters
    ----------
    block : Block
        What stands below rows of headings.
    vocabulary : Vocabulary
        The words of headings.
    wanted : collection of int
        The columns that a mapping names for one table; it is not taken apart between them.
    """
    ranges = _of_same_headings(block)
    if not ranges and (gap := gap_in(block)) and _are_two(block, gap, vocabulary):
        ranges = [range(gap.start), range(gap.stop, len(block.headings))]
        if wanted and not any(all(at in part for at in wanted) for part in ranges):
            ranges = []
    return [_part(block, columns) for columns in ranges] or [block]


def _of_same_headings(block: Block) -> list[range]:
    """List the columns of each table, if the headings stand twice or more from the left to the right."""
    named = [heading for heading in block.headings if heading.parts]
    starts = [heading.index for heading in named if heading.parts[-1:] == named[0].parts[-1:]]
    ranges = [range(begin, end) for begin, end in pairwise([*starts, len(block.headings)])]
    sets = [[heading.parts[-1] for heading in named if heading.index in columns] for columns in ranges]
    alike = len(ranges) > 1 and len(sets[0]) >= LEAST_COLUMNS and all(parts == sets[0] for parts in sets)
    return ranges if alike else []


def gap_in(block: Block) -> range | None:
    """Return the blank columns in a block that alone are between two groups of headings; None if there are none."""
    named = [heading.index for heading in block.headings if heading.parts]
    gaps = [range(left + 1, right) for left, right in pairwise(named) if right > left + 1]
    if len(gaps) != 1 or any(text_of(cell) for at in gaps[0] for cell in block.column(at)):
        return None
    before = sum(at < gaps[0].start for at in named)
    return gaps[0] if min(before, len(named) - before) >= LEAST_COLUMNS else None


def of_another(block: Block, vocabulary: Vocabulary) -> range:
    """Return the columns behind a wide gap that begin with indicators and name nothing else.

    Whether those are of the rows to the left, or of another table, nobody can say.
    """
    gap = gap_in(block)
    if not gap or len(gap) + 1 < APART:
        return range(0)
    right = range(gap.stop, len(block.headings))
    meanings = [vocabulary.meaning(h.parts[-1]) for h in block.headings if h.parts and h.index in right]
    begins = meanings[0] is not None and meanings[0].field == "indicator"
    return right if begins and not _names(block, right, vocabulary) else range(0)


def _are_two(block: Block, gap: range, vocabulary: Vocabulary) -> bool:
    """Check whether there are names of their own on both sides of a gap, and more that tells two tables.

    Each has a title, or both have one heading of names, or the gap is wide and what is to the right is not below what
    is to the left of it.
    """
    left = _names(block, range(gap.start), vocabulary)
    right = _names(block, range(gap.stop, len(block.headings)), vocabulary)
    if not left or not right:
        return False
    lower = min(right.values()) > min(left.values())
    return _titled(block, gap) or bool(left.keys() & right.keys()) or (len(gap) + 1 >= APART and not lower)


def _names(block: Block, columns: range, vocabulary: Vocabulary) -> dict[str, int]:
    """Return the headings of names in some columns, with the place of their tier among all."""
    headings = (h.parts[-1] for h in block.headings if h.parts and h.index in columns)
    told = ((text, meaning) for text in headings if (meaning := vocabulary.meaning(text)))
    return {
        text: vocabulary.rank(meaning.tier or LOWEST)
        for text, meaning in told
        if meaning.field in NAMING and meaning.part not in {"code", "text"}
    }


def _titled(block: Block, gap: range) -> bool:
    """Check whether the row over the headings has one text on each side of a gap, and no other."""
    over = block.grid[block.header.start - 1] if block.header.start else []
    at = [at for at, cell in enumerate(over) if text_of(cell)]
    return len(at) == 2 and at[0] < gap.start < at[1]  # noqa: PLR2004 - one on each side


def _part(block: Block, columns: range) -> Block:
    grid = [[cell if at in columns else None for at, cell in enumerate(row)] for row in block.grid]
    heads = [heading if heading.index in columns else Heading(heading.index, ()) for heading in block.headings]
    over = block.grid[block.header.start - 1] if block.header.start else []
    title = [text_of(cell) for at, cell in enumerate(over) if at in columns and cell is not None]
    above = [text for text in block.above if text not in {text_of(cell) for cell in over}]
    return replace(block, grid=grid, headings=heads, above=[*above, *title], columns=columns)
