"""The numbered headings of a text: the elements of the plan, and the parts of the document."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.errors import Problem, SheetError
from plangraph.intake.from_text.text_forms import fold, number_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.from_text.text_forms import Form, TextForms
    from plangraph.intake.from_text.text_pages import TextLine

DECORATION = "■□◆◇●○◎▼▽▶▷★☆【〔《<[# "
ENDS = "】〕》>]:. "
LONGEST = 60
"""How many letters a heading has at most."""
LONGEST_PART = 90
"""How many letters the heading of a part of the document has at most."""
LONGEST_WRAPPED = 30
MOST_WRAPPED = 3
MOST_HEADINGS = 10_000
TOO_MANY = Words(
    f"番号の付いた行が {MOST_HEADINGS:,} を超えます。計画の本文だけを別のファイルに保存してください",
    f"has more than {MOST_HEADINGS:,} numbered lines: save the text of the plan in a file of its own",
)
LOOKED_AT = 400
"""In how many lines after its heading a counted outline is looked for."""
BULLET = re.compile(r"^[・•→⇒※＊*\-–○●◎■□◆◇▶▼(（「]")
ITEM = re.compile(r"([0-9]{1,2})(?:[ .]\s*(?=[^\s0-9.,])|(?=[^\s0-9.,%年月日期次件人億万円つ回の]))")
UNKNOWN = re.compile(r"([一-鿿ぁ-んァ-ヶー]{2,10})\s?([0-9]{1,2}(?:-[0-9]{1,2})*)\s+[^\W\d_][^。]{1,40}$")
JAPANESE = r"[^\x00-\x7f]"
SAME_NAME_TWICE = 2
LIKE_ENOUGH = 70.0
"""From how like (percent) two headings with one number say the same."""
UPPER_AND_LOWER = 2


@dataclass
class TextElement:
    """An element that a text has as a heading, and where."""

    tier: str
    code: str
    label: str
    at: TextLine
    index: int
    parent: TextElement | None = None
    spelling: str = ""
    part: str = ""


@dataclass(frozen=True)
class TextPart:
    """A part of the document: its numbers from the top down, its heading and where it begins."""

    numbers: tuple[str, ...]
    heading: str
    index: int
    level: int

    @property
    def key(self) -> str:
        """Its key among the sources."""
        return "-".join(("document", *self.numbers))[:80]


@dataclass
class Headings:
    """What the headings of a text say.

    Attributes
    ----------
    elements : list of TextElement
        The elements of the plan, in the order of the text.
    parts : list of TextPart
        The parts of the document.
    places : list of (int, TextElement or None)
        Where the text begins to speak of an element, and where it ends to, by line.
    chapters : list of int
        The lines at which chapters begin that are elements; what was a part before has ended there.
    known : dict of (str, str) to list of TextElement
        The elements by tier and number.
    inner : set of int
        The levels of headings that are numbered anew under the element that was read last.
    made : list of Words
        What was concluded.
    again : int
        How many headings say again what an earlier one says.
    doubtful : list of TextLine
        Lines like headings that are taken for none.
    unknown : dict of str to int
        Words that stand with numbers as those of tiers do and are none that are known: on how many lines.
    """

    elements: list[TextElement] = field(default_factory=list)
    parts: list[TextPart] = field(default_factory=list)
    places: list[tuple[int, TextElement | None]] = field(default_factory=list)
    chapters: list[int] = field(default_factory=list)
    known: dict[tuple[str, str], list[TextElement]] = field(default_factory=dict)
    inner: set[int] = field(default_factory=set)
    made: list[Words] = field(default_factory=list)
    again: int = 0
    doubtful: list[TextLine] = field(default_factory=list)
    unknown: dict[str, int] = field(default_factory=dict)

    def part_at(self, index: int) -> str:
        """Give the key of the part in which a line stands; that of the document where it stands in none."""
        at = bisect_right(self.parts, index, key=lambda part: part.index)
        ended = self.chapters[: bisect_right(self.chapters, index)]
        return self.parts[at - 1].key if at and self.parts[at - 1].index > max(ended, default=-1) else "document"

    def element_at(self, index: int) -> TextElement | None:
        """Give the element under whose heading a line stands; None if it stands under none."""
        at = bisect_right(self.places, index, key=_line_of)
        return self.places[at - 1][1] if at else None

    def begin(self, index: int, element: TextElement | None) -> None:
        """Note that from a line on the text speaks of an element, or of none."""
        insort(self.places, (index, element), key=_line_of)


def _line_of(place: tuple[int, TextElement | None]) -> int:
    return place[0]


@dataclass(frozen=True)
class _Found:
    """A heading as its form reads it."""

    word: str
    number: str
    level: int
    name: str
    index: int


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
    outlined = set(_counted_outlines(lines, forms, told))
    found = [one for at in range(len(lines)) if at not in outlined and (one := _heading(lines, at, forms, told))]
    if len(found) > MOST_HEADINGS:
        raise SheetError([Problem(name, 0, "", TOO_MANY)])
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
    _set_parents(told.elements, forms)
    _set_codes(told, lines)
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


def _heading(lines: Sequence[TextLine], at: int, forms: TextForms, told: Headings) -> _Found | None:
    """Read a line as a heading by the first form that fits, with the signs that adorn it or without them."""
    whole = lines[at].text
    if not whole or len(whole) > LONGEST_PART:
        return None
    for text in dict.fromkeys((whole, whole.lstrip(DECORATION))):
        folded = fold(text)
        for form, pattern in forms.patterns:
            if match := pattern.match(folded):
                return _as_heading(text, match, form, lines, at, forms, told)
    return None


def _as_heading(
    text: str,
    match: re.Match[str],
    form: Form,
    lines: Sequence[TextLine],
    at: int,
    forms: TextForms,
    told: Headings,
) -> _Found | None:
    word = match.groupdict().get("word") or form.tier
    rest = fold(text)[match.end() :]
    name = text[match.end() :].lstrip(ENDS).strip()
    if name:
        name = _whole(lines, at, name, forms.file.headings.continues)
    elif word:
        name = _next(lines, at)
    if _is_name(name, rest, forms, worded=bool(word)):
        return _Found(word, number_of(match["number"]), form.level, name, at)
    if word and name:
        told.doubtful.append(lines[at])
    return None


def _next(lines: Sequence[TextLine], at: int) -> str:
    """Return the line after a heading that has a number only."""
    for line in lines[at + 1 : at + 3]:
        if line.text:
            return line.text
    return ""


def _whole(lines: Sequence[TextLine], at: int, name: str, continues: Sequence[str]) -> str:
    """Return a name with the short lines that it runs on to: its brackets are open, or no name ends as it does."""
    parts = [name]
    for line in lines[at + 1 : at + 1 + MOST_WRAPPED]:
        if not _balanced("".join(parts)) and line.text:
            parts.append(line.text)
            continue
        if not line.text:
            if not _balanced("".join(parts)):
                continue
            break
        if len(line.text) > LONGEST_WRAPPED or BULLET.match(line.text) or re.match(r"\S{0,6}[0-9０-９]", line.text):
            break
        if "。" in line.text or not parts[-1].endswith(tuple(continues)):
            break
        parts.append(line.text)
    return _run_together(parts)


def _balanced(text: str) -> bool:
    """Tell whether each bracket that is opened is closed."""
    return all(text.count(first) == text.count(last) for first, last in ("()", "（）", "「」", "『』"))


def _run_together(parts: Sequence[str]) -> str:
    return re.sub(rf"(?<={JAPANESE}) (?={JAPANESE})", "", " ".join(parts)) if len(parts) > 1 else parts[0]


def _is_name(name: str, rest: str, forms: TextForms, *, worded: bool) -> bool:
    bare = fold(name)
    if not 1 < len(name) <= (LONGEST if worded else LONGEST_PART) or "。" in name or name.endswith(("、", "，")):
        return False
    if not _balanced(name) or not re.search(r"[^\W\d_]", bare) or re.match(r"[-~〜～=+@]", bare):
        return False
    glued = rest[:1] not in {"", " "} and rest[:1] not in ENDS and rest[:1] not in "「『"
    starts = tuple(forms.file.headings.sentences)
    return not (glued and worded and rest.startswith(starts)) and not (not worded and bare.startswith(starts))


def _generic(found: Sequence[_Found], forms: TextForms) -> dict[bool, set[str]]:
    """Give the names that only say what a part of the document is.

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


def _add_part(one: _Found, forms: TextForms, told: Headings, generic: set[str]) -> None:
    """Add a part of the document, where its number goes on from the part before it on its level.

    What is numbered anew under an element, or only says what every element has, belongs to what is said of the element.
    """
    words = forms.file.headings.parts
    level = words.index(one.word) + 1 if one.word in words else len(words) + max(1, one.level)
    known = any(word in one.name for word in (*forms.file.schedule.headings, *forms.file.period.headings))
    inside = told.element_at(one.index) is not None and one.word not in words and not known
    if inside and (one.number == "1" or one.name in generic or level in told.inner):
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


def _add_element(one: _Found, lines: Sequence[TextLine], forms: TextForms, told: Headings) -> None:
    label = _proper(one.name, forms)
    new = TextElement(one.word, one.number, label, lines[one.index], one.index)
    new.spelling = one.name if one.name != label else ""
    if one.word in forms.file.headings.parts:
        told.chapters.append(one.index)
    told.inner.clear()
    _add_once(new, told)


def _add_once(new: TextElement, told: Headings) -> None:
    """Add an element, or only where it stands if an earlier heading says it already."""
    from rapidfuzz import fuzz

    same = told.known.setdefault((new.tier, new.code), [])
    other = next((one for one in same if fuzz.ratio(fold(one.label), fold(new.label)) >= LIKE_ENOUGH), None)
    told.begin(new.index, other or new)
    if other:
        told.again += 1
    else:
        same.append(new)
        told.elements.append(new)


def _proper(name: str, forms: TextForms) -> str:
    """Return the name within the quotation that a heading is, or the heading."""
    for tail in ("", *forms.file.headings.tails):
        if found := re.fullmatch(rf"[「『]([^「」『』]+)[」』]{re.escape(tail)}", name):
            return found[1]
    return name


def _set_parents(elements: list[TextElement], forms: TextForms) -> None:
    """Set what each stands under: by its code, or else the last heading of a tier above it."""
    last: dict[str, TextElement] = {}
    coded: dict[str, list[TextElement]] = {}
    for element in elements:
        coded.setdefault(element.code, []).append(element)
    for element in elements:
        if element.parent is None and element.tier not in forms.own_systems:
            rank = forms.rank(element.tier)
            above = [e for e in last.values() if forms.rank(e.tier) < rank and e.tier not in forms.own_systems]
            prefix, _, _ = element.code.rpartition("-")
            if prefix:
                above = [e for e in coded.get(prefix, []) if forms.rank(e.tier) < rank]
            element.parent = max(above, key=lambda e: (forms.rank(e.tier), e.index), default=None)
        last[element.tier] = element


def _set_codes(told: Headings, lines: Sequence[TextLine]) -> None:
    """Put the code of what an element stands under before its own, where a tier is numbered anew in each.

    Of those that share a code still, the first is kept.
    """
    counted = Counter((element.tier, element.code) for element in told.elements)
    anew = {tier for (tier, _), count in counted.items() if count > 1}
    kept = dict[tuple[str, str], TextElement]()
    for element in told.elements:
        if (
            element.tier in anew
            and element.parent is not None
            and not element.code.startswith(f"{element.parent.code}-")
        ):
            element.code = f"{element.parent.code}-{element.code}"
        if kept.setdefault((element.tier, element.code), element) is not element:
            told.doubtful.append(lines[element.index])
    gone = {id(element) for element in told.elements} - {id(element) for element in kept.values()}
    told.elements[:] = kept.values()
    for element in told.elements:
        if element.parent is not None and id(element.parent) in gone:
            element.parent = kept[element.parent.tier, element.parent.code]
    told.places[:] = [(at, e if e is None or id(e) not in gone else kept[e.tier, e.code]) for at, e in told.places]


# An outline under a heading that counts it: 5つの基本政策と23の政策


def _counted_outlines(lines: Sequence[TextLine], forms: TextForms, told: Headings) -> Iterator[int]:
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
                _add_once(element, told)
            told.made.append(_fits(line, said))
            yield from {row for _, _, rows in items for row in rows}


def _fits(line: TextLine, said: Sequence[tuple[int, str]]) -> Words:
    counts = "、".join(f"{word} {count}" for count, word in said)
    return Words(
        f"「{line.text}」の数（{counts}）と、その下の番号の付いた項目の数が合うので、その層とした",
        f"「{line.text}」 counts as many ({counts}) as there are numbered items below it: taken for these tiers",
    )


def _items(lines: Sequence[TextLine], start: int) -> Iterator[tuple[int, str, list[int]]]:
    """Go through the numbered items after a line, each with the lines that it runs on to."""
    number, parts, rows = 0, list[str](), list[int]()
    for at in range(start, min(start + LOOKED_AT, len(lines))):
        text = lines[at].text
        match = ITEM.match(fold(text))
        if parts and (not text or match):
            yield number, _run_together(parts), rows
            parts, rows = [], []
        if match and len(text) <= LONGEST_WRAPPED:
            number, parts, rows = int(match[1]), [text[match.end() :]], [at]
        elif parts:
            parts.append(text)
            rows.append(at)
    if parts:
        yield number, _run_together(parts), rows


def _outline(items: Sequence[tuple[int, str, list[int]]], said: Sequence[tuple[int, str]]) -> list[TextElement]:
    """Return the elements of an outline, if its items are as many as are said, in order; else none.

    An item that 1 follows is of the upper tier, since those below it are numbered from 1.
    """
    from plangraph.intake.from_text.text_pages import TextLine

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
