"""What the headings of a text say: elements of the plan and parts of the document, and where each begins."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_forms import fold

if TYPE_CHECKING:
    from plangraph.intake.from_text.text_pages import TextLine
    from plangraph.words import Words

LIKE_ENOUGH = 70.0
"""From how like (percent) two headings with one number say the same."""


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
        """Return the key of the part in which a line stands; that of the document where it stands in none."""
        at = bisect_right(self.parts, index, key=lambda part: part.index)
        ended = self.chapters[: bisect_right(self.chapters, index)]
        return self.parts[at - 1].key if at and self.parts[at - 1].index > max(ended, default=-1) else "document"

    def element_at(self, index: int) -> TextElement | None:
        """Return the element under whose heading a line stands; None if it stands under none."""
        at = bisect_right(self.places, index, key=_line_of)
        return self.places[at - 1][1] if at else None

    def begin(self, index: int, element: TextElement | None) -> None:
        """Note that from a line on the text speaks of an element, or of none."""
        insort(self.places, (index, element), key=_line_of)

    def add(self, new: TextElement) -> None:
        """Add an element, or only where it stands if an earlier heading says it already."""
        from rapidfuzz import fuzz

        same = self.known.setdefault((new.tier, new.code), [])
        other = next((one for one in same if fuzz.ratio(fold(one.label), fold(new.label)) >= LIKE_ENOUGH), None)
        self.begin(new.index, other or new)
        if other:
            self.again += 1
        else:
            same.append(new)
            self.elements.append(new)


def _line_of(place: tuple[int, TextElement | None]) -> int:
    return place[0]
