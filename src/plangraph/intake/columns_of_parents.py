"""Which columns say something of what a row stands under: SDGs beside 施策, once for all its projects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph.intake.values import text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_meanings import Meanings

    Column = dict[str, Any]
    Group = list[int]

OF_PARENTS = frozenset(("sdg", "note", "grade", "direction", "evaluation_note", "figure"))
"""The fields that a column may have which is of what its rows stand under."""
BY_HEADING = Words("。見出しから「{tier}」のもの", "; by its heading, of '{tier}'")
BY_CELLS = Words("。「{tier}」ごとに一度書かれているので、その層のもの", "; said once for each '{tier}', and so of it")


def tell_what_is_of_parents(
    columns: Sequence[Column], block: Block, data: Sequence[int], meanings: Meanings, lang: str
) -> None:
    """Assign to columns the tier that they are about, where it is not that of the row.

    Parameters
    ----------
    columns : sequence of Column
        The columns, as ``mapping.toml`` is to say them; they are changed.
    block : Block
        The table.
    data : sequence of int
        Its rows of data, from 0.
    meanings : dict
        What its headings mean.
    lang : str
        The language of the reasons.
    """
    parents = [column for column in columns if column["field"] == "above" and column.get("part") != "code"]
    named = min((column["at"] for column in columns if column["field"] == "label"), default=len(block.headings))
    for together in _candidates(columns):
        if tier := _tier_in_heading(together[0], parents, block, meanings):
            _tell(together, tier, BY_HEADING, lang)
            continue
        at = together[0]["at"]
        for parent in sorted(parents, key=lambda one: (one["at"] > at, abs(one["at"] - at))):
            inside = parent["at"] < at < named
            if _is_of(together, _groups(parent["at"], block, data), block, inside=inside):
                _tell(together, parent["tier"], BY_CELLS, lang)
                break


def _candidates(columns: Sequence[Column]) -> list[list[Column]]:
    """List what may be of a parent, column by column; those of SDGs, with a mark for each goal, are one.

    Of an indicator it is its name: what else is said of it follows.
    """
    names = [[c] for c in columns if c["field"] == "indicator"]
    each = [c for c in columns if c["field"] in OF_PARENTS and not c.get("indicator") and not c.get("tier")]
    goals = [column for column in each if column["field"] == "sdg"]
    return [*([goals] if goals else []), *([column] for column in each if column["field"] != "sdg"), *names]


def _tell(columns: Sequence[Column], tier: str, why: Words, lang: str) -> None:
    for column in columns:
        column["tier"] = tier
        column["reason"] += why.of(lang).format(tier=tier)


def _tier_in_heading(column: Column, parents: Sequence[Column], block: Block, meanings: Meanings) -> str:
    """Return the tier of a parent that a heading names first, as 施策の概要 does; empty if it names none."""
    meaning, tiers = meanings.get(column["at"]), [parent["tier"] for parent in parents]
    if meaning and meaning.part == "text" and meaning.tier in tiers:
        return meaning.tier
    heading = next(heading.text for heading in block.headings if heading.index == column["at"])
    return next((tier for tier in tiers if re.match(rf"{re.escape(tier)}(?:の|\s)", heading)), "")


def _groups(at: int, block: Block, data: Sequence[int]) -> list[Group]:
    """Part the rows of data by what one column says, a blank cell going on with what stands above it."""
    groups, said = list[list[int]](), ""
    for row in data:
        text = text_of(block.grid[row][at])
        if not groups or (text and text != said):
            groups.append([])
        said = text or said
        groups[-1].append(row)
    return groups


def _is_of(columns: Sequence[Column], groups: Sequence[Group], block: Block, *, inside: bool) -> bool:
    """Check whether columns say one thing for each group of rows that have one parent.

    A cell is merged over all of them, or the first alone is filled; the same in each row says so only between the
    names of parent and row.
    """
    ways = [way for group in groups if len(group) > 1 and (way := _way(columns, group, block))]
    if not ways or "other" in ways:
        return False
    if set(ways) == {"merged"} or columns[0]["field"] == "indicator":
        return set(ways) == {"merged"}
    if set(ways) == {"first"} and columns[0]["field"] == "sdg":
        return inside or len(ways) > 1
    return inside and len(ways) > 1


def _way(columns: Sequence[Column], group: Group, block: Block) -> str:
    """Return how rows of one parent hold what is about it: ``merged``, ``first`` or ``each``; else ``other``."""
    said = [tuple(text_of(block.grid[row][column["at"]]) for column in columns) for row in group]
    if not any(map(any, said)):
        return ""
    if any(said[0]) and not any(map(any, said[1:])):
        return "first"
    if len(set(said)) > 1:
        return "other"
    places = {column["at"] for column in columns}
    merged = {(top, bottom) for (top, left), (bottom, _) in block.sheet.merged if left in places and top in group}
    return "merged" if merged == {(group[0], group[-1])} else "each"
