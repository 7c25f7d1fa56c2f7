"""What an import has collected from the sheets so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.intake.account import Account
from plangraph.intake.kinds_of_figures import MONEY
from plangraph.intake.name_marks import unmarked
from plangraph.intake.offices import key_of
from plangraph.intake.things import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.mapping import Mapping
    from plangraph.intake.spellings import Spellings
    from plangraph.intake.things import Element

WHOLE = 5
"""What stands after the four quarters of a year: the year as a whole."""
TOP = "city"
"""The key of the municipality among the offices."""
OFFICE, AREA = "組織", "地域"
"""What offices and areas are called among the spellings."""


class Collected:
    """Elements, offices, figures, evaluations and links, each once, and the account of where they come from.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    spellings : Spellings
        What spellings there are.
    """

    def __init__(self, mapping: Mapping, spellings: Spellings) -> None:
        self.spellings, self.account = spellings, Account()
        self.indicator_tier = next((tier.word for tier in mapping.tiers if tier.kind == "Indicator"), "")
        self.registry = Registry([tier.word for tier in mapping.tiers], self.indicator_tier, self.account)
        self.registry.take_key(TOP)
        self.figures: dict[tuple[int, str, str], dict[str, Any]] = {}
        self._from: dict[tuple[int, str, str], tuple[str, int, Place, str]] = {}
        self._undecided: set[tuple[int, str, str]] = set()
        self.evaluations: dict[tuple[int, int], dict[str, Any]] = {}
        self.sdgs: dict[tuple[int, str], tuple[Element, str]] = {}
        self.areas: dict[str, str] = {}
        self.in_areas: dict[tuple[int, str], tuple[Element, str]] = {}
        self._city = mapping.dataset.key

    def named(self, tier: str, parent: Element | None, code: str, name: str) -> Element:
        """Return the element of a tier by a name in any of its spellings."""
        taken = self.spellings.taken(tier, name)
        element = self.registry.element(tier, parent, code, taken)
        for other in self.spellings.others(tier, taken):
            element.spellings[other] = None
        return element

    def listed(self, tier: str, parent: Element | None, code: str, label: str, *, again: bool = False) -> Element:
        """Return what a row lists by its name without footnotes; what is said to be listed twice is one."""
        name = unmarked(label)
        element = self.registry.element(tier, parent, code, name.name, again=again or name.again)
        if name.states:
            element.notes["区分"] = "、".join(name.states)
        return element

    def add_offices(self, element: Element, paths: Sequence[Sequence[str]]) -> None:
        """Add offices in charge of an element, each by its path from the top level down."""
        for path in paths:
            taken = [self.spellings.taken(OFFICE, name) for name in path]
            whole = self.registry.known_office(taken[0]) if len(taken) == 1 else None
            key = self.registry.office(whole or taken)
            for at in range(1, len(taken)):  # the bureau alone says no more than its division
                element.offices.pop(self.registry.office(taken[:at]), None)
            element.offices[key] = None

    def add_area(self, element: Element, name: str) -> None:
        """Add an area that an element is about."""
        taken = self.spellings.taken(AREA, name)
        if taken not in self.areas:
            key, number = key_of((taken,)), 1
            while key in {self._city, *self.areas.values()}:
                number += 1
                key = f"{key_of((taken,))[:76]}-{number}"
            self.areas[taken] = key
        self.in_areas[id(element), taken] = (element, self.areas[taken])

    def add_figure(self, said: dict[str, Any], place: str, row: int, of: Place, text: str, *, again: bool) -> str:
        """Add a figure; return why it is left out, or nothing.

        Two rows that say two sums of money of one thing, kind and year are parts of a sum, or of two sorts that nobody
        has told apart: neither of them is taken.
        """
        key = (id(said["about"]), said["kind"], str(said.get("fiscal_year") or said["date"]))
        if key in self._undecided:
            return "several"
        if self.figures.setdefault(key, said) == said:
            self._from.setdefault(key, (place, row, of, text))
            return ""
        sheet, number, column, first = self._from[key]
        if again or said["kind"] not in MONEY or (sheet, number) == (place, row):
            return "twice"
        self._undecided.add(key)
        del self.figures[key]
        column.told.carried -= 1
        self.account.leave(sheet, number, column.letter, "several", first)
        return "several"

    def judge(self, about: Element, year: int, field: str, code: str, since: tuple[bool, int]) -> str:
        """Add a grade or direction; return why it is left out, or nothing.

        Of a year that is judged by its quarters the last of them stands, unless the year is judged as a whole; one that
        is not judged stands behind all others. So ``since`` says whether it is judged, and in which quarter.
        """
        evaluation = self.evaluation(about, year)
        before = evaluation.setdefault("since", {})
        if field not in before or since > before[field]:
            before[field], evaluation[field] = since, code
            return ""
        return "twice" if since == before[field] and evaluation[field] != code else ""

    def evaluation(self, about: Element, year: int) -> dict[str, Any]:
        """Return the evaluation of an element in a year, a new one if there is none."""
        return self.evaluations.setdefault((id(about), year), {"about": about, "fiscal_year": year})
