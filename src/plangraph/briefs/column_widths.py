"""How wide the columns of a brief's tables are on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.store.readable import Column

NARROWEST, ALONE, WIDEST = 11, 22, 30
"""Letters that a column of a table is wide: at the least, where no other gives way, and at the most."""
PAGE, BESIDE, TIGHT = 112, 5, 3
"""Letters on a line of a page's table, and the room beside a cell's text, also where there is little."""
WIDE = 1.2
"""How wide a digit or a bold letter is, in the widest type, beside a letter."""
SHORT_TITLE = 11
"""Letters of a Japanese title that stands on one line."""
LEAST_TITLE = 8
"""Letters of a Japanese title that stand on one line where there is little room."""


def widths_of(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return how many letters wide each column is: what is not to be broken gets its need, the others the rest.

    A column needs room for its longest cell, and for its title on two lines; a word is never broken. Where that is more
    than a page, first titles take more lines, and then what may be broken gives way. What is still wider is to be
    written in smaller letters.

    Parameters
    ----------
    columns : sequence of Column
        The columns of a table.
    rows : sequence of sequence of str
        The texts of its cells.
    """
    titles = [_title_width(column.title) for column in columns]
    texts = list(zip(*rows, strict=True))
    cells = [list(map(_width, column)) for column in texts]
    needed = [max(title, *own) for title, own in zip(titles, cells, strict=True)]
    whole = [letters + BESIDE if column.fixed else 0 for column, letters in zip(columns, needed, strict=True)]
    words = [
        max(map(_longest_word, (column.title, *own)), default=0) + BESIDE
        for column, own in zip(columns, texts, strict=True)
    ]
    least = [0 if own else min(WIDEST, max(NARROWEST, word)) for own, word in zip(whole, words, strict=True)]
    rest = [
        0 if own else max(few, min(WIDEST, letters + BESIDE))
        for own, few, letters in zip(whole, least, needed, strict=True)
    ]
    room = max(PAGE - sum(whole), min(ALONE, sum(rest)), sum(least))
    more = (room - sum(least)) / max(1, sum(rest) - sum(least))
    widths = [
        own or few + more * (each - few) if more <= 1 else own or room * each / sum(rest)
        for own, few, each in zip(whole, least, rest, strict=True)
    ]
    tight = [
        WIDE * max(*own, _least_title(column.title)) + TIGHT
        if fixed
        else max(NARROWEST, WIDE * (word - BESIDE) + TIGHT)
        for own, column, fixed, word in zip(cells, columns, whole, words, strict=True)
    ]
    for most in (ALONE, 0):  # what may be broken gives way last, down to its longest word
        unbroken = [
            few if own else max(few, min(width, most)) for width, own, few in zip(widths, whole, tight, strict=True)
        ]
        widths = _narrowed(widths, unbroken)
    return widths


def _narrowed(widths: list[float], least: Sequence[float]) -> list[float]:
    """Narrow columns that are together wider than a page, each by its share of what they have beyond the least."""
    spare = [max(0, width - few) for width, few in zip(widths, least, strict=True)]
    part = min(1, max(0, sum(widths) - PAGE) / (sum(spare) or 1))
    return [width - part * own for width, own in zip(widths, spare, strict=True)]


def _title_width(title: str) -> int:
    """Return how wide a title on two lines is; neither a Latin word nor a short Japanese one is broken."""
    whole = max(map(_width, title.split())) if title.isascii() else min(SHORT_TITLE, _width(title))
    return max(whole, _width(title) // 2)


def _least_title(title: str) -> int:
    """Return how wide a title is at the least: its longest Latin word, or some Japanese letters."""
    return _longest_word(title) or min(LEAST_TITLE, _width(title))


def _longest_word(text: str) -> int:
    """Return how wide the longest word is that cannot be broken: a Latin one."""
    return max((len(word) for word in text.split() if word.isascii()), default=0)


def _width(text: str) -> int:
    """Count letters, those of Japanese twice."""
    return sum(1 if character.isascii() else 2 for character in text)
