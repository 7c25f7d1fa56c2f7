"""What a person should look at in the rows of a table: hidden, struck out, coloured, set in place, of lost zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.coloured_cells import only_coloured
from plangraph.intake.column_letters import letters_of
from plangraph.intake.indentation import unread_outlines
from plangraph.intake.lost_zeros import missing_tenths
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.intake.mapped_tables import Placed


def told_of(table: Placed) -> Iterator[Words]:
    """Yield notes on what was read otherwise than it stands in a table, or may not be meant."""
    sheet, place = table.block.sheet, table.block.sheet.place
    data = [line for line in table.lines if line.sort == "data"]
    if hidden := Count(sum(line.row - 1 in sheet.hidden_rows for line in data)):
        yield Words(
            f"{place} の非表示の行 {hidden:,} も運んだ。よいか確かめてください",
            f"{place}: {hidden:,} hidden {hidden:row is|rows are} carried too: see whether that is right",
        )
    named = {one.at for one in table.places if one.column.field in {"label", "code"}}
    struck = [str(line.row) for line in data if any((line.row - 1, at) in sheet.struck for at in named)]
    if struck:
        lines = Count(len(struck))
        yield Words(
            f"{place} の取消線のある行 {'、'.join(struck[:MOST])} も運んだ。消したものなら、その行を削ってください",
            f"{place}: {lines:row|rows} {', '.join(struck[:MOST])} {lines:is|are} struck out, and carried too: delete "
            f"{lines:it if it is|those that are} gone",
        )
    for said in only_coloured(table.block, table.lines, named):
        yield Words(f"{place} の", f"{place}: ").then(said)
    for at, beside, many in table.block.displaced:
        count = Count(many)
        yield Words(
            f"{place} の {letters_of(at)} 列は見出しがなく、隣の列が空の行だけにあるので、"
            f"{letters_of(beside)} 列の値として読んだ（{count:,} セル）",
            f"{place}: column {letters_of(at)} has no heading, and is filled where the one beside it is blank: "
            f"read as column {letters_of(beside)} ({count:,} {count:cell|cells})",
        )
    for line in (line for line in data if line.begins):
        yield Words(
            f"{place} の {line.begins} 行目と {line.row} 行目は、名称が途中で切れているので、一つの行として読んだ",
            f"{place}: rows {line.begins} and {line.row} are read as one, since the name breaks off",
        )
    yield from missing_tenths(table.lines, table.places)
    if not any(one.column.field == "tier" or one.column.indented for one in table.places):
        names = [one.at for one in table.places if one.column.field == "label"]
        for said in unread_outlines(table.block, table.lines, names):
            yield Words(f"{place} の", f"{place}: ").then(said)


MOST = 20
"""How many rows are named."""
