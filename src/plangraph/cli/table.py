"""A table on a terminal: no wider than it is, numbers and codes whole, and a block a row where it is too narrow."""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import cache
from itertools import accumulate, pairwise, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len

from plangraph.cli.phrases import phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from plangraph.store.readable import Column, Reading

GAP, NARROW_GAP = 2, 1  # columns of the terminal
MANY = 12
"""From how many columns on they stand closer together."""
NARROWEST = 10
"""How many cells a column of words has at least; a table that would need less is written as blocks."""
TITLE = 6
"""How many cells a title has at least before it is broken."""
MOST_LINES = 3
"""After how many lines a cell is cut."""
UNBOUNDED = 10_000  # columns of the terminal: more than any line has
PIECES = re.compile(r"[^\s\u2e80-\uffef]+\s*|\s+|[\u2e80-\uffef]")
"""Between what a line may be broken: after a space, and between East Asian characters."""
WORDS = re.compile(r"\S+\s*|\s+")
WITHIN, TORN, IMPOSSIBLE = 1, 3, 1000
"""What it costs to end a line within a phrase, within a word, and where none may end."""
NEVER_FIRST = frozenset("、。，．・：；！？）」』】〕〉》ー…ゃゅょっャュョッ)]:;,")
NEVER_LAST = frozenset("（「『【〔〈《")


def terminal_width() -> int:
    """Return how many cells a line has: those of the terminal or ``$COLUMNS``; in a pipe there is no end."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return UNBOUNDED


def write_table(reading: Reading, width: int) -> Iterator[str]:
    """Write rows as the lines of a table, remarks below it, or as blocks if a table does not fit the width (cells)."""
    columns, lines = reading.columns, list(reading.lines())
    beside = [at for at, column in enumerate(columns) if column.holds != "remark"]
    inside = [[line[at] for at in beside] for line in lines]
    heads = [columns[at] for at in beside]
    gap = " " * (NARROW_GAP if len(heads) > MANY else GAP)
    if found := _fitting(heads, inside, width, gap):
        yield from _table(heads, inside, *found)
        yield from _remarks(columns, lines, width)
    else:
        yield from _blocks(columns, lines, width)


def _fitting(
    heads: Sequence[Column], lines: Sequence[Sequence[str]], width: int, gap: str
) -> tuple[list[int], str] | None:
    """Return how wide columns are and what stands between them: closer where the parts of titles need it."""

    def tried(between: str, parted: Callable[[str], list[str]]) -> list[int] | None:
        return _widths(heads, lines, width - len(between) * (len(heads) - 1), parted)

    torn = tried(gap, PIECES.findall)
    if not torn:
        return None
    for parted in (phrases, _words):
        for between in (gap, " " * NARROW_GAP):
            if widths := tried(between, parted):
                return widths, between
    return torn, gap


def wrapped(text: str, width: int, *, whole: bool = False) -> list[str]:
    """Break a text into lines of so many cells: between words, and between the phrases of Japanese.

    A word that is longer than a line is cut, or goes on in the next line if the text is to be there ``whole``.
    """
    pieces = _phrases(text, width)
    return _filled(_whole_pieces(pieces, width) if whole else _pieces(pieces, width), width)


def _filled(pieces: Iterable[str], width: int) -> list[str]:
    lines, line = list[str](), list[str]()
    for piece in pieces:
        if line and cell_len("".join(line) + piece.rstrip()) > width:
            keep = len(line) - 1
            while keep > 0 and (line[keep][:1] in NEVER_FIRST or line[keep - 1] in NEVER_LAST):
                keep -= 1
            fits = cell_len("".join(line[keep:]) + piece.rstrip()) <= width
            carries = keep > 0 and fits and (piece[:1] in NEVER_FIRST or line[-1] in NEVER_LAST)
            head, line = (line[:keep], line[keep:]) if carries else (line, [])
            lines.append("".join(head).rstrip())
        line.append(piece)
    return [*lines, "".join(line).rstrip()]


def hanging(text: str, width: int, first: str = "", rest: str = "  ") -> list[str]:
    """Break a text into lines of so many cells, the first after one beginning and the others after another."""
    room = max(NARROWEST, width - max(cell_len(first), cell_len(rest)))
    head, *tail = wrapped(text, room, whole=True)
    return [first + head, *(rest + line for line in tail)]


def _words(text: str) -> list[str]:
    return [word for phrase in phrases(text) for word in words_of(phrase)]


def _phrases(text: str, width: int) -> Iterator[str]:
    """Split a text where a line may break: a phrase that is longer than a line between its words, or anywhere."""
    for word in WORDS.findall(text):
        for phrase in phrases(word):
            parts = [phrase] if cell_len(phrase.rstrip()) <= width else words_of(phrase)
            for part in parts:
                yield from [part] if cell_len(part.rstrip()) <= width else PIECES.findall(part)


def _pieces(pieces: Iterable[str], width: int) -> Iterator[str]:
    """Cut a word that is longer than a line."""
    for piece in pieces:
        yield piece if cell_len(piece.rstrip()) <= width else f"{_cut(piece, width - 1)}… "


def _whole_pieces(pieces: Iterable[str], width: int) -> Iterator[str]:
    for piece in pieces:
        rest = piece
        while cell_len(rest.rstrip()) > width:
            head = _cut(rest, width)
            yield head
            rest = rest[len(head) :]
        yield rest


def _cut(text: str, width: int) -> str:
    """Return as much of the beginning of a text as fits; at least one character."""
    size = 1
    while size < len(text) and cell_len(text[: size + 1]) <= width:
        size += 1
    return text[:size]


def _widths(
    columns: Sequence[Column], lines: Sequence[Sequence[str]], room: int, parted: Callable[[str], list[str]]
) -> list[int] | None:
    """Return how wide each column is, or None if there is no room (cells) for all and the parts of their titles."""
    content = [max((cell_len(line[i]) for line in lines), default=0) for i in range(len(columns))]
    titles = [cell_len(column.title) for column in columns]
    words = [
        max(cell_len(part.strip()) for word in WORDS.findall(column.title) for part in parted(word))
        for column in columns
    ]
    widths = [
        max(size if column.fixed else min(size, NARROWEST), min(title, max(word, TITLE)))
        for column, size, title, word in zip(columns, content, titles, words, strict=True)
    ]
    if sum(widths) > room:
        return None
    whole = [-(-size // MOST_LINES) + GAP for size in content]  # lines end before a word that does not fit
    for most in ([min(size, least) for size, least in zip(content, whole, strict=True)], content, titles):
        _grow(widths, most, room)
    return widths


def _grow(widths: list[int], most: Sequence[int], room: int) -> None:
    """Widen the narrowest of the columns that need it, cell by cell, as long as there is room."""
    while sum(widths) < room and (growing := [i for i, size in enumerate(most) if widths[i] < size]):
        widths[min(growing, key=lambda i: widths[i])] += 1


def _table(columns: Sequence[Column], lines: Sequence[Sequence[str]], widths: Sequence[int], gap: str) -> Iterator[str]:
    titles = [wrapped(column.title, size) for column, size in zip(columns, widths, strict=True)]
    for line in _joined(columns, titles, widths, gap):
        yield _bold(line)
    yield gap.join("─" * size for size in widths)
    for cells in lines:
        broken = [
            [cell] if column.fixed else _few(cell, size)
            for column, cell, size in zip(columns, cells, widths, strict=True)
        ]
        yield from _joined(columns, broken, widths, gap)


def _remarks(columns: Sequence[Column], lines: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Write what is remarked on a few rows below all of them, each after what its row is about."""
    for at, column in enumerate(columns):
        if column.holds == "remark":
            yield ""
            yield _bold(column.title)
            for line in lines:
                if line[at]:
                    yield from (f"  {part}" for part in wrapped(f"{line[0]}  {line[at]}", width - GAP))
            yield ""


def _bold(text: str) -> str:
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)


def _few(text: str, width: int) -> list[str]:
    """Break a text into a few lines; where it finds no room in phrases, as few words as may be are torn."""
    lines = wrapped(text, width)
    if len(lines) > MOST_LINES:
        lines = _torn(text, width, MOST_LINES)
    if len(lines) <= MOST_LINES:
        return lines
    *kept, last = lines[:MOST_LINES]
    return [*kept, f"{_cut(last, width - 1)}…"]


def _torn(text: str, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines with as few words torn as may be; if it has no room, anywhere."""
    pieces = list(_pieces(PIECES.findall(text), width))
    ends = list(accumulate(map(len, pieces), initial=0))
    whole = "".join(pieces)
    costs = _costs(whole)

    def fits(first: int, last: int) -> bool:
        return cell_len(whole[ends[first] : ends[last]].rstrip()) <= width

    @cache
    def best(first: int, lines: int) -> tuple[int, tuple[int, ...]]:
        if fits(first, len(pieces)):
            return 0, ()
        found: tuple[int, tuple[int, ...]] = IMPOSSIBLE, ()
        for last in range(len(pieces) - 1, first, -1) if lines > 1 else ():
            if fits(first, last):
                cost, others = best(last, lines - 1)
                found = min(found, (cost + costs[ends[last]], (ends[last], *others)), key=itemgetter(0))
        return found

    cost, breaks = best(0, most)
    if cost >= IMPOSSIBLE:
        return _anywhere(text, width)
    return [whole[first:last].rstrip() for first, last in pairwise([0, *breaks, len(whole)])]


def _costs(text: str) -> list[int]:
    """Return what it costs to end a line before each character: nothing between phrases, most within a word."""
    costs = [TORN] * len(text)
    for parts, cost in ((_words(text), WITHIN), ([p for word in WORDS.findall(text) for p in phrases(word)], 0)):
        for at in accumulate(map(len, parts[:-1])):
            costs[at] = cost
    for at in range(1, len(text)):
        if text[at] in NEVER_FIRST or text[at - 1] in NEVER_LAST:
            costs[at] = IMPOSSIBLE
    return costs


def _anywhere(text: str, width: int) -> list[str]:
    return _filled(_pieces(PIECES.findall(text), width), width)


def _joined(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int], gap: str
) -> Iterator[str]:
    for texts in zip_longest(*cells, fillvalue=""):
        parts = (_set(*part) for part in zip(texts, widths, (column.right for column in columns), strict=True))
        yield gap.join(parts).rstrip()


def _set(text: str, width: int, right: bool) -> str:
    space = " " * max(0, width - cell_len(text))
    return space + text if right else text + space


def _blocks(columns: Sequence[Column], lines: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    aside = min(max(cell_len(column.title) for column in columns), max(NARROWEST, width // 3))
    beside = max(NARROWEST, width - aside - GAP)
    for number, cells in enumerate(lines, start=1):
        yield _bold(f"── {number}/{len(lines)} ──")
        for column, cell in zip(columns, cells, strict=True):
            if cell:
                pairs = zip_longest(wrapped(column.title, aside), wrapped(cell, beside), fillvalue="")
                yield from (f"{_set(title, aside, False)}{' ' * GAP}{text}".rstrip() for title, text in pairs)
