"""The things that sheets speak of, each once, with the codes by which the tables name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph.intake.offices import key_of
from plangraph.intake.spellings import digits_in
from plangraph.intake.values import code_of
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.account import Account

LIKE_ENOUGH = 85.0
"""From how like (percent) two names under one code are taken for one."""


@dataclass
class Element:
    """An element or indicator that sheets speak of; ``code`` is the final one once all are known."""

    tier: str
    parent: Element | None
    given: str
    label: str
    code: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)
    spellings: dict[str, None] = field(default_factory=dict)
    also: dict[int, Element] = field(default_factory=dict)

    def above(self) -> list[Element]:
        """List what it stands under, from its parent up."""
        return [self.parent, *self.parent.above()] if self.parent else []


class Registry:
    """Elements and offices, each once."""

    def __init__(self, tiers: Sequence[str], indicators: str, account: Account) -> None:
        self._tiers, self._indicators, self._account = list(tiers), indicators, account
        self._found: dict[tuple[str, int, str], Element] = {}
        self._by_code: dict[tuple[str, int, str], list[Element]] = {}
        self._coded: dict[tuple[str, str], list[Element]] = {}
        self._named: dict[tuple[str, str, str], Element] = {}
        self._by_name: dict[tuple[str, str], list[Element]] = {}
        self._listed: dict[tuple[str, str], Element] = {}
        self._again: dict[tuple[str, str], Element] = {}
        self.elements: list[Element] = []
        self._offices: dict[tuple[str, ...], str] = {}
        self.office_rows: list[dict[str, str]] = []
        self._known: set[str] = set()

    def element(self, tier: str, parent: Element | None, code: str, label: str, *, again: bool = False) -> Element:
        """Return the element of a tier by its code or name under a parent, a new one if there is none.

        What is listed ``again`` (再掲) is the one that is listed elsewhere, before or after it.
        """
        if again and label and (listed := self._listed.get((tier, label))):
            if parent is not None and parent is not listed.parent:
                listed.also[id(parent)] = parent
            return listed
        if not again and label and (waiting := self._again.pop((tier, label), None)):
            if parent is not None and parent is not waiting.parent:
                if waiting.parent is not None:
                    waiting.also[id(waiting.parent)] = waiting.parent
                waiting.parent = parent
            waiting.given = code_of(code) or waiting.given
            return waiting
        found = self._element(tier, parent, code, label)
        if label:
            self._listed.setdefault((tier, label), found)
            if again:
                self._again[tier, label] = found
        return found

    def _element(self, tier: str, parent: Element | None, code: str, label: str) -> Element:
        given = code_of(code)
        if given and (elsewhere := self._by_code_alone(tier, parent, given, label)):
            return elsewhere
        under = id(parent)
        if given and (same := self._same_code((tier, under, given), label)):
            return same
        if given and label and (again := self._named.get((tier, given, label))):
            if parent is not None and id(parent) not in again.also:
                again.also[id(parent)] = parent
                self._account.made.append(
                    Words(
                        f"{tier}「{given} {label}」は、コードも名称も同じまま二つ以上の親の下にあるので、再掲とした",
                        f"{tier} '{given} {label}' stands under several parents with one code and name: taken as one",
                    )
                )
            return again
        key = (tier, under, f"={given}" if given and not label else f"{given}={label}")
        if not given and (
            named := self._found.get((tier, under, f"={label}"))
            or self._further_down(tier, parent, label)
            or self._by_name_alone(tier, parent, label)
        ):
            return named
        if key not in self._found:
            element = Element(tier, parent, given, label)
            self._found[key] = element
            if label:
                self._found.setdefault((tier, under, f"={label}"), element)
                self._by_name.setdefault((tier, label), []).append(element)
            if given:
                self._by_code.setdefault((tier, under, given), []).append(element)
                self._coded.setdefault((tier, given), []).append(element)
                self._named.setdefault((tier, given, label), element)
            self.elements.append(element)
        return self._found[key]

    def _further_down(self, tier: str, parent: Element | None, label: str) -> Element | None:
        """Find the element that a form speaks of by its name and by something far above it, as a list has it."""
        found = [
            one
            for one in self._by_name.get((tier, label), [])
            if parent is not None and any(parent is each for each in one.above())
        ]
        return found[0] if len(found) == 1 else None

    def _by_name_alone(self, tier: str, parent: Element | None, label: str) -> Element | None:
        """Find the element that another sheet speaks of by its name, if one of the two does not say where it stands.

        A list of projects has the goals above a measure, and a list of indicators the name of the measure alone.
        """
        named = self._by_name.get((tier, label), [])
        if len(named) != 1 or tier == self._tiers[0]:
            return None
        (one,) = named
        if parent is not None and (one.parent is not None or one.given):
            return None
        if parent is not None:
            one.parent = parent
            self._found[tier, id(parent), f"={label}"] = one
        return one

    def _by_code_alone(self, tier: str, parent: Element | None, given: str, label: str) -> Element | None:
        """Find the element that another sheet speaks of by the same code, if one of the two says nothing but the code.

        A list of projects names the code of a measure, and a list of measures its name and what it stands under.
        """
        coded = self._coded.get((tier, given), [])
        if parent is None:
            same = [one for one in coded if one.parent is not None and label in {"", one.label}]
            return same[0] if len(same) == len(coded) == 1 else None
        waiting = [one for one in coded if one.parent is None and (label in {"", one.label} or not one.label)]
        if len(waiting) != 1 or self._by_code.get((tier, id(parent), given)):
            return None
        (one,) = waiting
        self._by_code[tier, id(None), given].remove(one)
        self._by_code.setdefault((tier, id(parent), given), []).append(one)
        one.parent, one.label = parent, one.label or label
        if label:
            self._found.setdefault((tier, id(parent), f"={label}"), one)
            self._named.setdefault((tier, given, label), one)
        return one

    def _same_code(self, key: tuple[str, int, str], label: str) -> Element | None:
        """Find the element under a code whose name is the same, is missing, or is nearly so."""
        from rapidfuzz import fuzz

        for other in self._by_code.get(key, []):
            if not label or not other.label or other.label == label:
                other.label = other.label or label
                return other
            if digits_in(other.label) == digits_in(label) and fuzz.ratio(other.label, label) >= LIKE_ENOUGH:
                if label not in other.spellings:
                    other.spellings[label] = None
                    self._account.made.append(
                        Words(
                            f"{key[0]} {key[2]} の名称「{label}」は「{other.label}」の別の表記とした",
                            f"{key[0]} {key[2]}: '{label}' is taken as another spelling of '{other.label}'",
                        )
                    )
                return other
        return None

    def office(self, path: Sequence[str]) -> str:
        """Return the key of an office by its path from the top level down, with rows for those that are new."""
        parent, walked = "", tuple[str, ...]()
        for name in path:
            walked = (*walked, name)
            if walked not in self._offices:
                key = key_of((name,))
                key = key if key not in self._known else key_of(walked)
                number = 2
                while key in self._known:
                    key, number = f"{key_of(walked)[:76]}-{number}", number + 1
                self._known.add(key)
                self._offices[walked] = key
                row = {"key": key, "parent": parent, "label_ja": name}
                self.office_rows.append({column: value for column, value in row.items() if value})
            parent = self._offices[walked]
        return parent

    def known_office(self, name: str) -> list[str] | None:
        """Return the path of an office that was named with its bureau elsewhere, if there is just one by its name."""
        paths = [path for path in self._offices if len(path) > 1 and path[-1] == name]
        return list(paths[0]) if len(paths) == 1 else None

    def take_key(self, key: str) -> None:
        """Keep a key from being given to an office."""
        self._known.add(key)

    def settle_codes(self) -> None:
        """Set the final code of each element: the sheet's own, or one made where there is none or it is not unique."""
        for tier in self._tiers:
            own = [element for element in self.elements if element.tier == tier]
            given = [element.given for element in own if element.given]
            nested, beside = len(set(given)) < len(given), dict[int, int]()
            taken = set[str]()
            bases = []
            for element in own:
                number = beside[id(element.parent)] = beside.get(id(element.parent), 0) + 1
                bases.append(self._base(element, number, nested=nested))
            for element, base in sorted(zip(own, bases, strict=True), key=lambda pair: not pair[0].given):
                element.code, again = base, 2
                while element.code in taken:
                    element.code, again = f"{base[:36]}-{again}", again + 1
                taken.add(element.code)
            if made := Count(sum(element.code != element.given for element in own)):
                self._account.made.append(
                    Words(
                        f"{tier}のコード {made:,} 件は、シートにないか重なるため、出てきた順に付けた",
                        f"{made:,} {made:code|codes} of {tier} {made:was|were} given in the order of rows: the "
                        "sheet has none, or not unique",
                    )
                )

    def _base(self, element: Element, number: int, *, nested: bool) -> str:
        if element.given and not nested:
            return element.given
        mark = "." if element.tier == self._indicators else "-"
        own = element.given or str(number)
        return f"{element.parent.code}{mark}{own}"[:40] if element.parent else own

    def reference(self, element: Element) -> str:
        """Return how the tables refer to an element: by its code, with its tier where another tier has that code."""
        return f"{element.tier}:{element.code}" if element.code in self._shared else element.code

    @cached_property
    def _shared(self) -> frozenset[str]:
        tiers: dict[str, set[str]] = {}
        for element in self.elements:
            tiers.setdefault(element.code, set()).add(element.tier)
        return frozenset(code for code, of in tiers.items() if len(of) > 1)
