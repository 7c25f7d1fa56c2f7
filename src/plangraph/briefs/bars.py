"""Bars of money beside a section's table: what is drawn where; ``bars.svg`` draws it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.pages import render
from plangraph.pages.tokens import colours
from plangraph.store.terms import to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

MOST = 10
"""How many rows are drawn at most, the first ones."""
WIDTH, LABELS, FIGURES, ROW, GAP, HEAD = 720, 250, 90, 17, 9, 26
"""Units of the picture: as wide as its place; the names at most, the figures, a bar, between two rows, the legend."""
LETTER, FIRST_BAR = 12, 110
"""Units: a letter of a name, and where the bars begin at the least, that the legend has room beside what is cut."""
LETTERS, LATIN_LETTERS = 19, 42
"""Letters that a name may have, of Japanese and of English."""
SHARPNESS = 2
"""Pixels of a PNG for a unit."""
FIRST = Words("初めの {most} 件（全 {count:,} 件）", "the first {most} of {count:,}")


class Picture(NamedTuple):
    """A picture of a section.

    Attributes
    ----------
    values : mapping of str to object
        What ``bars.svg`` draws.
    text : str
        What it shows, for who does not see it.
    """

    values: Mapping[str, Any]
    text: str

    @property
    def svg(self) -> str:
        """The picture."""
        return render("briefs/bars.svg", picture=self.values)

    def png(self) -> bytes:
        """Return the picture as pixels, with the fonts of the system."""
        from resvg_py import svg_to_bytes

        return bytes(svg_to_bytes(svg_string=self.svg, zoom=SHARPNESS))


def bars(rows: Rows, reading: Reading, title: str, named: Sequence[str], figures: Sequence[str]) -> Picture | None:
    """Draw the sums of money of a section's rows.

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
        The columns of money, a bar each.

    Returns
    -------
    Picture or None
        None if no more than one row has a sum. What is not known has no bar.
    """
    at = {name: rows.variables.index(name) for name in (*named, *figures)}
    drawn = [row for row in rows.rows if any(row[at[name]] is not None for name in figures)][:MOST]
    if len(drawn) < 2:  # noqa: PLR2004 - one bar compares nothing
        return None
    sums = [[_sum(row[at[name]]) for name in figures] for row in drawn]
    largest = max((each for line in sums for each in line if each is not None), default=Decimal(0)) or Decimal(1)
    names = [" ".join(filter(None, (reading.text(row[at[name]], "code") for name in named))) for row in drawn]
    texts = [[reading.text(row[at[name]], "money") for name in figures] for row in drawn]
    labels = min(LABELS, max(map(len, names)) * LETTER + FIRST_BAR)
    room = WIDTH - labels - FIGURES
    step = len(figures) * ROW + GAP
    heads = [rows.headings[name].words.of(reading.lang) if name in rows.headings else name for name in figures]
    cut = FIRST.of(reading.lang).format(most=MOST, count=len(rows)) if len(rows) > MOST else ""
    values: dict[str, Any] = {
        "width": WIDTH,
        "height": HEAD + len(drawn) * step,
        "labels": labels,
        "bar": ROW - 3,
        "ink": {name: colour.light for name, colour in colours().items()},
        "text": f"{title}: {'、'.join(heads) if reading.lang == 'ja' else ', '.join(heads)} {cut}".strip(),
        "heads": heads,
        "cut": cut,
        "rows": [
            {
                "name": _cut(name),
                "top": HEAD + place * step,
                "bars": [
                    {
                        "top": HEAD + place * step + line * ROW,
                        "length": float(max(each, Decimal(0)) / largest) * room,
                        "text": text,
                        "first": line == 0,
                    }
                    for line, (each, text) in enumerate(zip(row_sums, row_texts, strict=True))
                    if each is not None
                ],
            }
            for place, (name, row_sums, row_texts) in enumerate(zip(names, sums, texts, strict=True))
        ],
    }
    return Picture(values, values["text"])


def _cut(name: str) -> str:
    most = LATIN_LETTERS if name.isascii() else LETTERS
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _sum(term: Any) -> Decimal | None:
    value = to_python(term)
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None
