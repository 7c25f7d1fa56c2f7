"""Bars beside a section's table, of money or of how many: what is drawn where; ``bars.svg`` draws it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from plangraph.briefs.picture import WIDTH, Picture, amount, cut, ink, row_name
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.store.answers import Rows
    from plangraph.store.columns import Holds
    from plangraph.store.readable import Reading

MOST = 10
"""How many rows are drawn if nothing else is said."""
LABELS, FIGURES, ROW, GAP, HEAD = 250, 90, 17, 9, 26
"""Units of the picture: the names at most, the figures, a bar, between two rows, the legend."""
LETTER, FIRST_BAR = 12, 110
"""Units: a letter of a name, and where the bars begin at the least, that the legend has room beside what is cut."""
FIRST = Words("初めの {most} 件（全 {count:,} 件）", "the first {most} of {count:,}")


class Bar(NamedTuple):
    """A bar, and what is written at its end; a value that is not known has none."""

    value: Decimal | None
    text: str


def bars(
    rows: Rows, reading: Reading, title: str, named: Sequence[str], figures: Sequence[str], most: int = MOST
) -> Picture | None:
    """Draw sums of money, or how many, of a section's rows.

    Parameters
    ----------
    rows : Rows
        The answer.
    reading : Reading
        How its values are written and its columns are called.
    title : str
        What the section is about.
    named : sequence of str
        The columns that together name a row.
    figures : sequence of str
        The columns that are drawn, a bar each.
    most : int
        How many rows are drawn at most, the first ones.

    Returns
    -------
    Picture or None
        None if no more than one row has a sum. What is not known has no bar.
    """
    at = {name: rows.variables.index(name) for name in (*named, *figures)}
    holds: dict[str, Holds] = {
        name: rows.headings[name].holds if name in rows.headings else "money" for name in figures
    }
    drawn = [row for row in rows.rows if any(row[at[name]] is not None for name in figures)][:most]
    if len(drawn) < 2:  # noqa: PLR2004 - one bar compares nothing
        return None
    lines = [
        (
            row_name((row[at[name]] for name in named), reading),
            [Bar(amount(row[at[name]]), reading.text(row[at[name]], holds[name])) for name in figures],
        )
        for row in drawn
    ]
    heads = list(map(reading.heading_of, figures))
    left_out = FIRST.of(reading.lang).format(most=most, count=len(rows)) if len(rows) > most else ""
    said = "、".join(heads) if reading.lang == "ja" else ", ".join(heads)
    return _drawn(lines, heads, f"{title}: {said} {left_out}".strip(), left_out)


def counts(rows: Rows, reading: Reading, title: str, named: Sequence[str]) -> Picture | None:
    """Draw how many rows there are of each name, in the order in which the names come; None if there is none."""
    at = [rows.variables.index(name) for name in named]
    names = [row_name((row[index] for index in at), reading) for row in rows.rows]
    found = Counter(filter(None, names))
    lines = [(name, [Bar(Decimal(number), f"{number:,}")]) for name, number in found.items()]
    said = ("、" if reading.lang == "ja" else ", ").join(f"{name} {number}" for name, number in found.items())
    return _drawn(lines, [title], f"{title}: {said}", "") if lines else None


def _drawn(lines: Sequence[tuple[str, Sequence[Bar]]], heads: Sequence[str], text: str, left_out: str) -> Picture:
    most = max((bar.value for _, own in lines for bar in own if bar.value is not None), default=Decimal(0)) or Decimal(
        1
    )
    labels = min(LABELS, max(len(name) for name, _ in lines) * LETTER + FIRST_BAR)
    room = WIDTH - labels - FIGURES
    step = len(heads) * ROW + GAP
    rows = [
        {
            "name": cut(name),
            "top": HEAD + place * step,
            "bars": [
                {
                    "top": HEAD + place * step + line * ROW,
                    "length": float(max(bar.value, Decimal(0)) / most) * room,
                    "text": bar.text,
                    "first": line == 0,
                }
                for line, bar in enumerate(own)
                if bar.value is not None
            ],
        }
        for place, (name, own) in enumerate(lines)
    ]
    values = {
        "width": WIDTH,
        "height": HEAD + len(lines) * step,
        "labels": labels,
        "bar": ROW - 3,
        "ink": ink(),
        "text": text,
        "heads": heads,
        "cut": left_out,
        "rows": rows,
    }
    return Picture(values, text)
