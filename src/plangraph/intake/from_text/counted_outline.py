"""Outlines under a heading that counts them: the numbered items below 5つの基本政策と23の政策."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from plangraph.intake.from_text.heading_lines import LONGEST, LONGEST_WRAPPED, run_together
from plangraph.intake.from_text.text_elements import TextElement
from plangraph.intake.from_text.text_forms import fold
from plangraph.intake.from_text.text_pages import TextLine
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.from_text.text_elements import Headings
    from plangraph.intake.from_text.text_forms import TextForms

LOOKED_AT = 400
"""In how many lines after its heading a counted outline is looked for."""
ITEM = re.compile(r"([0-9]{1,2})(?:[ .]\s*(?=[^\s0-9.,])|(?=[^\s0-9.,%年月日期次件人億万円つ回の]))")
MOST_LINES = 4
"""How many lines the name of an item has at most, after its first."""
ROUGHLY = 3
"""By how many letters the lines of one column differ in width."""
UPPER_AND_LOWER = 2  # levels


def counted_outlines(lines: Sequence[TextLine], forms: TextForms, told: Headings) -> Iterator[int]:
    """Add the elements of each outline; go through the lines that it takes.

    Parameters
    ----------
    lines : sequence of TextLine
        The lines of the text.
    forms : TextForms
        The words of tiers.
    told : Headings
        Where the elements are added.
    """
    words = "|".join(sorted(map(re.escape, forms.words), key=len, reverse=True))
    counted = re.compile(rf"([0-9]{{1,2}})(?:つ|個)?の[「『]?({words})(?![一-鿿])")
    for at, line in enumerate(lines):
        if not line.text or len(line.text) > LONGEST or "。" in line.text:
            continue
        said = [(int(number), word) for number, word in counted.findall(fold(line.text))]
        if not 1 <= len(said) <= UPPER_AND_LOWER or any(count < UPPER_AND_LOWER for count, _ in said):
            continue
        items = list(_items(lines, at + 1))[: sum(count for count, _ in said)]
        outline = _outline(items, said)
        if outline:
            for element in outline:
                element.at = lines[element.index]
                told.add(element)
            told.made.append(_fits(line, said))
            yield from {row for _, _, rows in items for row in rows}


def _fits(line: TextLine, said: Sequence[tuple[int, str]]) -> Words:
    counts = "、".join(f"{word} {count}" for count, word in said)
    return Words(
        f"「{line.text}」の数（{counts}）と、その下の番号の付いた項目の数が合うので、その層とした",
        f"'{line.text}' counts as many ({counts}) as there are numbered items below it: taken for these tiers",
    )


def _items(lines: Sequence[TextLine], start: int) -> Iterator[tuple[int, str, list[int]]]:
    """Yield the numbered items after a line, each with the lines that it runs on to."""
    number, parts, rows = 0, list[str](), list[int]()
    for at in range(start, min(start + LOOKED_AT, len(lines))):
        text = lines[at].text
        match = ITEM.match(fold(text))
        if parts and (not text or match or not _runs_on(parts, text)):
            yield number, run_together(parts), rows
            parts, rows = [], []
        if match and len(text) <= LONGEST_WRAPPED:
            number, parts, rows = int(match[1]), [text[match.end() :]], [at]
        elif parts:
            parts.append(text)
            rows.append(at)
    if parts:
        yield number, run_together(parts), rows


def _runs_on(parts: Sequence[str], text: str) -> bool:
    """Check whether a line goes on with an item: it is as narrow, and the line before it reaches to the margin."""
    width = max(map(len, parts))
    return (
        len(parts[-1]) >= width - ROUGHLY
        and len(text) <= width + ROUGHLY
        and len(parts) <= MOST_LINES
        and "。" not in text
    )


def _outline(items: Sequence[tuple[int, str, list[int]]], said: Sequence[tuple[int, str]]) -> list[TextElement]:
    """Return the elements of an outline, if its items are as many as are said, in order; else none.

    An item that 1 follows is of the upper tier, since those below it are numbered from 1.
    """
    if len(items) != sum(count for count, _ in said):
        return []
    found, upper = list[TextElement](), None
    for at, (number, name, rows) in enumerate(items):
        leads = len(said) == UPPER_AND_LOWER and at + 1 < len(items) and items[at + 1][0] == 1
        word = said[0][1] if leads or len(said) == 1 else said[-1][1]
        parent = None if leads or len(said) == 1 else upper
        code = f"{parent.code}-{number}" if parent else str(number)
        element = TextElement(word, code, name.strip(), TextLine("", 0, 0), rows[0], parent)
        siblings = [e for e in found if e.parent is parent and e.tier == word]
        if number != len(siblings) + 1:
            return []
        upper = element if leads else upper
        found.append(element)
    counts = Counter(element.tier for element in found)
    return found if all(counts[word] == count for count, word in said) else []
