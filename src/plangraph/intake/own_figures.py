"""Kinds of figures of the city's own, for columns of one kind of which a year has several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import without_years
from plangraph.intake.bare_headings import BRACKETS, bare_heading
from plangraph.intake.kinds_of_figures import MONEY, SUMS
from plangraph.intake.values import code_of, plain, unit_of_money
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.drafted_columns import DraftedColumns
    from plangraph.intake.finding import Block
    from plangraph.intake.heading_words import Vocabulary

    Column = dict[str, Any]

OWN_KIND = Words(
    "。同じ種類の列がほかにあるので、市の種類とする", "; a kind of the city's own, since others are of that kind"
)


def own_figures(tables: Sequence[DraftedColumns], vocabulary: Vocabulary, lang: str) -> list[dict[str, Any]]:
    """Make kinds of the city's own of sums that are of one: 国庫支出金 and 県支出金, or revenue and capital.

    Parameters
    ----------
    tables : sequence of DraftedColumns
        The tables; their columns are changed.
    vocabulary : Vocabulary
        The words for shares of a budget.
    lang : str
        The language of the reasons.

    Returns
    -------
    list of dict
        The kinds, as ``mapping.toml`` is to say them.
    """
    own: dict[str, dict[str, Any]] = {}
    for table in tables:
        for columns in _of_one_kind(table, vocabulary):
            for word, same in columns.items():
                code = code_of(word)
                own.setdefault(code, {"code": code, "word": word, "under": same[0]["kind"]})
                for column in same:
                    column["kind"] = code
                    column["reason"] += OWN_KIND.of(lang)
    return list(own.values())


def _of_one_kind(table: DraftedColumns, vocabulary: Vocabulary) -> Iterator[dict[str, list[Column]]]:
    """Group the columns of a kind of money of which a fiscal year has several, by what tells them apart."""
    kinds: dict[str, list[Column]] = {}
    for column in table.columns:
        if column.get("kind") in MONEY:
            kinds.setdefault(column["kind"], []).append(column)
    for kind, columns in kinds.items():
        if not _several_in_a_year(columns):
            continue
        words = {column["at"]: _words(column, table.block) for column in columns}
        if kind in SUMS and not all(told and plain(told[-1]) in vocabulary.shares for told in words.values()):
            continue  # one of them may be the sum of the others
        if told := _told_apart(columns, words, alone=kind not in SUMS):
            yield told


def _told_apart(columns: Sequence[Column], words: dict[int, list[str]], *, alone: bool) -> dict[str, list[Column]]:
    """Return columns by their innermost words (alone, if these may be enough) or with those over them; or none."""
    for whole in (False, True) if alone else (True,):
        told: dict[str, list[Column]] = {}
        for column in columns:
            *over, word = words[column["at"]] if whole else words[column["at"]][-1:]
            around = Words(f"（{'・'.join(over)}）", f" ({', '.join(over)})").of("ja" if is_japanese(word) else "en")
            told.setdefault(f"{word}{around}" if over else word, []).append(column)
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
