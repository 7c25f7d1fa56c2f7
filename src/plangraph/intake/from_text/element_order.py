"""What each element of a text stands under, and codes that are unique in their tier."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_elements import TextElement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.from_text.text_elements import Headings
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import TextLine


def set_parents(elements: list[TextElement], forms: TextForms) -> None:
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


def set_codes(told: Headings, lines: Sequence[TextLine]) -> None:
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
