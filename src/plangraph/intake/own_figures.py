"""Kinds of figures of the city's own, for columns of one kind of which a year has several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import without_years
from plangraph.intake.bare_headings import BRACKETS, bare_heading
from plangraph.intake.kinds_of_figures import MONEY, SUMS
from plangraph.intake.values import code_of, unit_of_money
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.drafted_columns import DraftedColumns
    from plangraph.intake.finding import Block

    Column = dict[str, Any]

OWN_KIND = Words(
    "。同じ種類の列がほかにあるので、市の種類とする", "; a kind of the city's own, since others are of that kind"
)


def own_figures(tables: Sequence[DraftedColumns], lang: str) -> list[dict[str, Any]]:
    """Make kinds of the city's own of sums that are of one: 国庫支出金 and 県支出金, or 総事業費 of two sums.

    Parameters
    ----------
    tables : sequence of DraftedColumns
        The tables; their columns are changed.
    lang : str
        The language of the reasons.

    Returns
    -------
    list of dict
        The kinds, as ``mapping.toml`` is to say them.
    """
    own: dict[str, dict[str, Any]] = {}
    for table in tables:
        for columns in _of_one_kind(table):
            for word, same in columns.items():
                code = code_of(word)
                own.setdefault(code, {"code": code, "word": word, "under": same[0]["kind"]})
                for column in same:
                    column["kind"] = code
                    column["reason"] += OWN_KIND.of(lang)
    return list(own.values())


def _of_one_kind(table: DraftedColumns) -> Iterator[dict[str, list[Column]]]:
    """Group the columns of a kind of money of which a fiscal year has several, by what tells them apart."""
    kinds: dict[str, list[Column]] = {}
    for column in table.columns:
        if column.get("kind") in MONEY - SUMS:
            kinds.setdefault(column["kind"], []).append(column)
    for columns in kinds.values():
        if _several_in_a_year(columns) and (told := _told_apart(columns, table.block)):
            yield told


def _told_apart(columns: Sequence[Column], block: Block) -> dict[str, list[Column]]:
    """Return columns by their innermost words, with those over them if need be; none if that is not enough."""
    words = {column["at"]: _words(column, block) for column in columns}
    for depth in (1, len(block.header) + 1):
        told: dict[str, list[Column]] = {}
        for column in columns:
            *over, word = words[column["at"]][-depth:]
            told.setdefault(f"{word}（{'・'.join(over)}）" if over else word, []).append(column)
        if not any(map(_several_in_a_year, told.values())):
            return told
    return {}


def _words(column: Column, block: Block) -> list[str]:
    """List the parts of a column's heading that are no unit and no year, from the outermost in."""
    parts = next(heading.parts for heading in block.headings if heading.index == column["at"])
    told = [part for part in parts if not unit_of_money(bare := bare_heading(part)) and bare]
    return [BRACKETS.sub("", without_years(part)).strip() or part for part in told]


def _several_in_a_year(columns: Sequence[Column]) -> bool:
    return max(Counter(column.get("fiscal_year", 0) for column in columns).values()) > 1
