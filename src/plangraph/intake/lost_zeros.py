"""Codes of which Excel has lost the last zero, 1.10 that has become 1.1: told by the codes around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.intake.values import text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.table_lines import Line

DECIMAL = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")


def lost_zeros(lines: Sequence[Line], places: Sequence[Place]) -> dict[tuple[int, int], str]:
    """Return what codes seem to have been, by row and column: what reads 1.1 and follows 1.9 was 1.10.

    Parameters
    ----------
    lines : sequence of Line
        The rows of a table.
    places : sequence of Place
        Its columns.
    """
    return {
        (row, place.at): whole
        for place in places
        if "code" in {place.column.field, place.column.part}
        for row, whole in _lost(lines, place.at)
    }


def _lost(lines: Sequence[Line], at: int) -> Iterator[tuple[int, str]]:
    before = ""
    for line in lines:
        text = text_of(line.cells[at]) if line.sort == "data" and line.cells else ""
        if not text or text == before:
            continue
        following = _following(before)
        if following.endswith("0") and text == following.rstrip("0"):
            yield line.row, following
            text = following
        before = text


def _following(code: str) -> str:
    """Return the code after one with a number behind a point; empty if it is none."""
    found = DECIMAL.fullmatch(code)
    return f"{found[1]}.{int(found[2]) + 1}" if found else ""


def missing_tenths(lines: Sequence[Line], places: Sequence[Place]) -> list[Words]:
    """List codes that are missing between others, 1.10 between 1.9 and 1.11, while 1.1 is there: it may be that one."""
    lost, told = lost_zeros(lines, places), list[Words]()
    for place in [place for place in places if "code" in {place.column.field, place.column.part}]:
        said = {text_of(line.cells[place.at]) for line in lines if line.sort == "data" and line.cells}
        said.update(whole for (_, at), whole in lost.items() if at == place.at)
        for code in sorted(said):
            whole = _following(code)
            if whole.endswith("0") and whole not in said and {whole.rstrip("0"), _following(whole)} <= said:
                told.append(
                    Words(
                        f"{place.letter} 列に {code} と {_following(whole)} があるのに {whole} がない。"
                        f"Excel が {whole.rstrip('0')} にしたかもしれないので確かめてください",
                        f"column {place.letter} has {code} and {_following(whole)} but no {whole}: "
                        f"Excel may have made it {whole.rstrip('0')}",
                    )
                )
    return told
