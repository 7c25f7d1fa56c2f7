"""The numbered headings of a text: the elements of the plan, and the parts of the document."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from plangraph.intake.from_text.counted_outline import counted_outlines
from plangraph.intake.from_text.element_order import set_codes, set_parents
from plangraph.intake.from_text.heading_lines import DECORATION, heading_at
from plangraph.intake.from_text.text_elements import Headings, TextElement, TextPart
from plangraph.intake.from_text.text_forms import fold
from plangraph.sheets.bounds import refused
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.from_text.heading_lines import FoundHeading
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import TextLine

MOST_HEADINGS = 10_000
TOO_MANY = Words(
    f"番号の付いた行が {MOST_HEADINGS:,} を超えます。計画の本文だけを別のファイルに保存してください",
    f"has more than {MOST_HEADINGS:,} numbered lines: save the text of the plan in a file of its own",
)
UNKNOWN = re.compile(r"([一-鿿ぁ-んァ-ヶー]{2,10})\s?([0-9]{1,2}(?:-[0-9]{1,2})*)\s+[^\W\d_][^。]{1,40}$")
FIRST = frozenset(("1", "ア", "a", "A", "I"))
"""With which number what is numbered anew begins."""
SAME_NAME_TWICE = 2  # times: in the contents, and where it stands


def read_headings(lines: Sequence[TextLine], forms: TextForms, name: str) -> Headings:
    """Read the headings of a text.

    Parameters
    ----------
    lines : sequence of TextLine
        The lines.
    forms : TextForms
        The forms of headings and the words of tiers.
    name : str
        What the file is called.

    Raises
    ------
    SheetError
        If there are more headings than any plan has.
    """
    told = Headings()
    outlined = set(counted_outlines(lines, forms, told))
    found = [one for at in range(len(lines)) if at not in outlined and (one := heading_at(lines, at, forms, told))]
    if len(found) > MOST_HEADINGS:
        raise refused(name, TOO_MANY)
    words = {one.word for one in found if one.word} | {element.tier for element in told.elements}
    parts = set(forms.file.headings.parts) if words - set(forms.file.headings.parts) else set()
    generic = _generic(found, forms)
    chapters = forms.file.headings.parts
    outside = len(chapters)
    for one in found:
        level = chapters.index(one.word) if one.word in chapters else None
        in_part = level is not None and level > outside
        if not one.word or one.word in parts or one.name in generic[one.word in chapters] or in_part:
            _add_part(one, forms, told, generic[True])
            outside = level if level is not None and not in_part else outside
        else:
            _add_element(one, lines, forms, told)
            outside = len(chapters) if level is not None else outside
    doubtful = set(told.doubtful)
    taken = outlined | {one.index for one in found}
    told.unknown = _unknown_words([line for at, line in enumerate(lines) if at not in taken and line not in doubtful])
    told.elements.sort(key=lambda element: element.index)
    set_parents(told.elements, forms)
    set_codes(told, lines)
    for element in told.elements:
        element.part = told.part_at(element.index)
    return told


def _unknown_words(lines: Sequence[TextLine]) -> dict[str, int]:
    """Count the words that stand with numbers at the beginning of lines as those of tiers do."""
    numbers: dict[str, set[str]] = {}
    for line in lines:
        if found := UNKNOWN.match(fold(line.text).lstrip(DECORATION)):
            numbers.setdefault(found[1], set()).add(found[2])
    return {word: len(said) for word, said in numbers.items() if len(said) > 1}


def _generic(found: Sequence[FoundHeading], forms: TextForms) -> dict[bool, set[str]]:
    """Return the names that only say what a part of the document is.

    They are those that stand again and again; of chapters (True) also those that are known.
    """
    known = {fold(word) for word in forms.file.headings.document}
    counted = Counter((one.name, one.number) for one in found if one.word)
    names = Counter(name for name, _ in counted)
    again = {name for name, count in names.items() if count > SAME_NAME_TWICE}
    parts = {one.name for one in found if fold(one.name) in known or _ends_with(one.name, known)}
    return {False: again, True: again | parts}


def _ends_with(name: str, known: set[str]) -> bool:
    return any(fold(name).endswith(word) for word in known if len(word) > 3)  # noqa: PLR2004 - short words end names


def _add_part(one: FoundHeading, forms: TextForms, told: Headings, generic: set[str]) -> None:
    """Add a part of the document, where its number goes on from the part before it on its level.

    What is numbered anew under an element, or only says what every element has, belongs to what is said of the element.
    """
    words = forms.file.headings.parts
    level = words.index(one.word) + 1 if one.word in words else len(words) + max(1, one.level)
    known = any(word in one.name for word in (*forms.file.schedule.headings, *forms.file.period.headings))
    inside = told.element_at(one.index) is not None and one.word not in words and not known
    if inside and (one.number in FIRST or one.name in generic or level in told.inner):
        told.inner.add(level)
        return
    chapter = told.chapters[-1] if told.chapters else -1
    before = [part for part in told.parts if part.level <= level and part.index > chapter]
    above = next((part for part in reversed(before) if part.level < level), None)
    last = before[-1] if before and before[-1].level == level else None
    expected = int(last.numbers[-1]) + 1 if last and last.numbers[-1].isdigit() else 1
    follows = bool(one.word) or known or not one.number.isdigit() or one.number in {"1", str(expected)}
    if one.level > 1 and last and one.number.isdigit():
        follows = follows or int(one.number) > expected
    numbers = (*(above.numbers if above else ()), one.number)
    part = TextPart(numbers, one.name, one.index, level)
    if follows and all(other.key != part.key for other in told.parts):
        told.parts.append(part)
        told.begin(one.index, None)
        told.inner.clear()


def _add_element(one: FoundHeading, lines: Sequence[TextLine], forms: TextForms, told: Headings) -> None:
    label = _proper(one.name, forms)
    new = TextElement(one.word, one.number, label, lines[one.index], one.index)
    new.spelling = one.name if one.name != label else ""
    if one.word in forms.file.headings.parts:
        told.chapters.append(one.index)
    told.inner.clear()
    told.add(new)


def _proper(name: str, forms: TextForms) -> str:
    """Return the name within the quotation that a heading is, or the heading."""
    for tail in ("", *forms.file.headings.tails):
        if found := re.fullmatch(rf"[「『]([^「」『』]+)[」』]{re.escape(tail)}", name):
            return found[1]
    return name
