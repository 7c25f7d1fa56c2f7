"""The few rows of an answer that a review of many things has room for, and how to list all."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from plangraph.namespaces import THINGS
from plangraph.store.terms import NamedNode, shown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.store.answers import Rows


def shortened(rows: Rows, most: int | None, first: str | None = None) -> Rows:
    """Return so many rows of an answer, in its order.

    Parameters
    ----------
    rows : Rows
        The answer.
    most : int or None
        How many at most; all if not given.
    first : str or None
        A column: one row for each of its values is taken before a second one of any.
    """
    if most is None or len(rows.rows) <= most:
        return rows
    turns: dict[object, int] = {}
    ranked = []
    for index, row in enumerate(rows.rows):
        value = row[rows.variables.index(first)] if first else None
        turns[value] = turns.get(value, 0) + 1
        ranked.append((turns[value], index))
    return replace(rows, rows=[rows.rows[index] for index in sorted(index for _, index in sorted(ranked)[:most])])


def left_out(some: Rows, rows: Rows, question: str, values: Mapping[str, str]) -> Words:
    """Describe how many rows there are in all, and how to list them; nothing if none is left out."""
    if len(some.rows) == len(rows.rows):
        return Words("", "")
    asked = {name: _short(value) for name, value in values.items() if name != "lang"}
    command = shlex.join(
        ["plangraph", "query", question, *(part for name, value in asked.items() for part in (f"--{name}", value))]
    )
    there = f"query/{question}?{urlencode(asked, safe=':/')}"
    few, many = len(some.rows), len(rows.rows)
    return Words(
        f"全 {many:,} 件のうち {few} 件です。すべては {command}、エクスプローラーでは /ja/{there} で見られます",
        f"{few} of {many:,} rows. All: {command}; in the explorer: /en/{there}",
    )


def _short(value: str) -> str:
    """Return a value as a person would type it."""
    return shown(NamedNode(value)).removeprefix(THINGS) if "://" in value else value
