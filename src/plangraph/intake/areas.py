"""Wards and other areas of a city as cells name them: several in one, and all of them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plangraph.intake.table_so_far import marked
from plangraph.intake.values import figure, text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Heading
    from plangraph.intake.table_so_far import Guess

CALLED = re.compile(r".+(?:区|地区|地域|校区|学区|圏域|ブロック)")
"""How areas are called that stand over columns of marks."""
MARKS = "、，,;；/／|・"
"""What may stand between several in a cell."""
LONGEST = 25  # letters
ADDRESS = re.compile(r"[0-9一二三四五六七八九十]\s*(?:丁目|番地?|号|-)|ほか|付近|沿い|地内")
AS_NOTE = Words(
    "。セルは区・地域の名称でないので備考として運ぶ", "; the cells are no names of areas: carried as a note"
)
MARKED = Words("。区・地域ごとの印の列", "; a column of marks for one area")


def areas_in(cell: object, separators: str) -> list[str]:
    """List the areas that a cell names.

    Parameters
    ----------
    cell : object
        The cell.
    separators : str
        The letters that stand between several; a line break does too.
    """
    parts = re.split(f"[\r\n{re.escape(separators)}]", str(cell or "").replace("_x000D_", ""))
    return list(dict.fromkeys(name for part in parts if (name := text_of(part))))


def area_guess(heading: Heading, texts: Sequence[str]) -> Guess:
    """Guess whether cells name areas, or are marks for the one that the heading names; else they are notes."""
    if texts and marked(texts):
        return {"field": "area", "value": heading.parts[-1]}, MARKED
    separators = "".join(mark for mark in MARKS if any(mark in text for text in texts))
    names = [unicodedata.normalize("NFKC", name) for text in texts for name in areas_in(text, separators)]
    if any(len(name) > LONGEST or figure(name) for name in names) or sum(map(_is_address, names)) * 2 > len(names):
        return {"field": "note"}, AS_NOTE
    return {"field": "area", "separators": separators}, None


def _is_address(name: str) -> bool:
    """Check whether a name is that of a spot and not of an area: 中央1丁目ほか."""
    return bool(ADDRESS.search(name))
