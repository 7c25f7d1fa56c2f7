"""What a reference in a table stands for.

===================  ====================================================================
``1-1-1``            an element by its code, in the row's plan or in a plan that it realizes
``4/1-1``            an element of the plan named before the slash
``施策:01``           an element of the tier named before the colon, where two tiers share a code
``plan:3``           a plan; likewise ``office:``, ``place:``, ``source:``, ``milestone:``
``sdg:11.5``         a goal or target of the SDGs
===================  ====================================================================
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import SDG_SERIES
from plangraph.ontology import local
from plangraph.store.folding import folded
from plangraph.tables.actor_rows import OrganizationRow, PlaceRow
from plangraph.tables.excel import changed_text
from plangraph.tables.link_rows import LinkRow
from plangraph.tables.plan_rows import ElementRow, IndicatorRow, PlanRow, Tabled, called
from plangraph.tables.plan_scopes import scopes
from plangraph.tables.rows import TABLES
from plangraph.tables.wording import goal_meant, unknown
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from plangraph.tables.plan_models import Tiers
    from plangraph.tables.reading import Lost
    from plangraph.tables.row import Row

PREFIX = Words("接頭辞", "prefix")
NO_ELEMENTS = Words("（表 elements がないか、空です）", " (there is no table elements, or it is empty)")
SDG = Words("SDGs のゴール・ターゲット", "sdg")
PREFIXED = {model.prefix: model for model in TABLES.values() if model.prefix}
"""The tables whose rows are referred to by a prefix and a key."""


class Unreadable(LookupError):
    """What a reference names stands in a row that could not be read, which is told of that row."""


class Names:
    """The names of a dataset and the IRIs of what they stand for.

    Parameters
    ----------
    city : str
        The city's segment in every IRI.
    rows : mapping of type of Row to sequence of Row
        The rows of each table.
    tiers : Tiers
        The city's tiers.
    sdg_codes : frozenset of str
        The codes of goals and targets.
    lost : Lost
        What could not be read.
    """

    def __init__(
        self,
        city: str,
        rows: Mapping[type[Row], Sequence[Row]],
        tiers: Tiers,
        sdg_codes: frozenset[str],
        lost: Lost,
    ) -> None:
        self.city, self._tiers, self._lost = city, tiers, lost
        self._words = {plain(word): word for word in tiers.all}
        self._keyed = {
            "sdg": {code: SDG_SERIES + code for code in sdg_codes},
            **{prefix: dict(self._keys(prefix, rows[model])) for prefix, model in PREFIXED.items()},
        }
        self._plans = self._keyed[PlanRow.prefix]
        self._called: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in (*rows[OrganizationRow], *rows[PlaceRow], *rows[PlanRow]):
            if isinstance(row, OrganizationRow | PlaceRow | PlanRow):
                for name in {folded(name) for name in (row.label_ja, row.label_en) if name}:
                    self._called[row.prefix, name].append(row.key)
        self._spelt = {plain(key): key for key in self._plans}
        tabled = [row for row in (*rows[ElementRow], *rows[IndicatorRow]) if isinstance(row, Tabled)]
        self._elements: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self._on_no_tier: set[tuple[str, str]] = set()
        segments = _segments(tabled, tiers)
        for row in tabled:
            if row.tier not in tiers:
                self._on_no_tier.add((row.plan, plain(called(row))))
            else:
                iri = iris.thing(city, row.plan, segments[row.plan, row.tier], called(row))
                self._elements[row.plan, plain(called(row))][row.tier] = iri
        self._no_elements = not rows[ElementRow]
        self._scopes = scopes(list(self._plans), rows[LinkRow])

    def _keys(self, prefix: str, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
        for row in rows:
            key: str = row.key  # type: ignore[attr-defined] # each table with a prefix has keys
            yield key, iris.thing(self.city, key) if prefix == PlanRow.prefix else iris.thing(self.city, prefix, key)

    def has(self, prefix: str, key: str) -> bool:
        """Check whether there is something under a key."""
        return key in self._keyed[prefix]

    def scope(self, plan: str) -> tuple[str, ...]:
        """Return the keys of a plan and of all that it realizes, itself first."""
        return self._scopes.get(plan, (plan,))

    def keyed(self, prefix: str, key: str) -> str:
        """Return the IRI of what stands under a key, which may have its prefix before it.

        Raises
        ------
        Unreadable
            If it stands in a row that could not be read.
        LookupError
            If there is nothing; it carries the words that say so, and what is meant perhaps.
        """
        table, key = self._keyed[prefix], key.removeprefix(f"{prefix}:")
        if key not in table:
            key = self._by_name(prefix, key)
        if key not in table:
            model = PREFIXED.get(prefix)
            if model and self._lost.holds(model.table, key):
                raise Unreadable
            raise LookupError(unknown(model.what if model else SDG, key, table))
        return table[key]

    def _by_name(self, prefix: str, name: str) -> str:
        """Return the key of the only office, place or plan of a name, or else the name as it is."""
        keys = self._called.get((prefix, folded(name)), [])
        if len(keys) > 1:
            listed, what = ", ".join(keys), PREFIXED[prefix].what
            raise LookupError(
                Words(
                    f"「{name}」という{what.ja}は二つ以上あります。キーで書いてください: {listed}",
                    f"more than one {what.en} is called '{name}': write its key, one of {listed}",
                )
            )
        return next(iter(keys), name)

    def own(self, row: Tabled) -> str:
        """Return the IRI of the element or indicator that a row defines."""
        return self._elements[row.plan, plain(called(row))][row.tier]

    def parent(self, reference: str, plan: str, tier: str) -> str:
        """Return the IRI of a parent of an element: where several tiers share the code, that of the nearest tier above.

        Raises
        ------
        LookupError
            If there is none; it carries the words that say so, and what is meant perhaps.
        """
        return self.element(reference, plan, self._tiers.above(tier))

    def element(self, reference: str, plan: str, preferred: Collection[str] = ()) -> str:
        """Return the IRI of an element from its code, ``plan/code`` or ``tier:code``.

        Parameters
        ----------
        reference : str
            The reference.
        plan : str
            The key of the plan of the row that it stands in.
        preferred : collection of str
            The tiers of which the element is, if one of them has the code; the last of them before the others.

        Raises
        ------
        Unreadable
            If it stands in a row that could not be read, or whose tier there is not.
        LookupError
            If there is none, or more than one; it carries the words that say so, and what is meant perhaps.
        """
        tier, stated, slash, code = self._parts(reference, plan)
        plans = self.scope(plan) if not slash else (self._spelt.get(plain(stated), stated),)
        for key in plans:
            found = self._elements.get((key, plain(code)), {})
            if tier and tier in found:
                return found[tier]
            if found and not tier:
                return self._one_of(found, code, preferred)
        if any((key, plain(code)) in self._on_no_tier for key in plans):
            raise Unreadable
        if any(self._lost.holds(*place) for place in (("elements", code), ("plans", plan), ("links", ""))):
            raise Unreadable
        if changed := changed_text(reference):
            raise LookupError(changed)
        if self._no_elements:
            raise LookupError(unknown(ElementRow.what, reference, ()).then(NO_ELEMENTS))
        hint = (
            self._in_other_plans(code)
            or goal_meant(reference)
            or did_you_mean(code, (own for key, own in self._elements if key in plans))
        )
        raise LookupError(unknown(ElementRow.what, reference, ()).then(hint))

    def _in_other_plans(self, code: str) -> Words | None:
        """Name the plans under which there is an element of a code, if any."""
        found = [f"{plan}/{code}" for plan, known in self._elements if known == plain(code)]
        ja, en = "か".join(found), " or ".join(found)
        return (
            Words(f"（別の計画なら {ja} と書いてください）", f" (another plan has it: write {en})") if found else None
        )

    def _parts(self, reference: str, plan: str) -> tuple[str, str, str, str]:
        """Split a reference into tier, plan, the slash after that, and code; only the code is never blank."""
        if self._is_name(reference, plan):
            return "", "", "", reference
        stated, slash, rest = reference.rpartition("/")
        before, code = parted(rest)
        if before in self._words:
            return self._words[before], stated, slash, code
        before, rest = parted(reference)
        tier, rest = (self._words[before], rest) if before in self._words else ("", reference)
        return tier, *rest.rpartition("/")

    def _is_name(self, reference: str, plan: str) -> bool:
        """Check whether a reference is a code or name as a whole, although it may hold what separates its parts."""
        return any((key, plain(reference)) in self._elements for key in self.scope(plan))

    def _one_of(self, found: Mapping[str, str], code: str, preferred: Collection[str]) -> str:
        fitting = [found[tier] for tier in preferred if tier in found]
        if fitting or len(found) == 1:
            return [*found.values(), *fitting][-1]
        choices = [f"{tier}:{code}" for tier in found]
        message = Words(
            f"「{code}」は二つ以上の層にあります。{'か'.join(choices)}と書いてください",
            f"'{code}' stands on more than one tier: write {' or '.join(choices)}",
        )
        raise LookupError(message)

    def thing(self, reference: str, plan: str) -> str:
        """Return the IRI of anything that a reference can name; a bare key is that of an office if no element has it.

        Raises
        ------
        LookupError
            If there is no such thing; it carries the words that say so, and what is meant perhaps.
        """
        prefix, key = parted(reference)
        if not prefix or prefix.rpartition("/")[2] in self._words or self._is_name(reference, plan):
            offices = self._keyed[OrganizationRow.prefix]
            try:
                return self.element(reference, plan)
            except LookupError:
                if (key := self._by_name(OrganizationRow.prefix, reference)) in offices:
                    return offices[key]
                raise
        if prefix not in self._keyed:
            raise LookupError(unknown(PREFIX, f"{prefix}:", self._keyed))
        return self.keyed(prefix, key)


def parted(reference: str) -> tuple[str, str]:
    """Return what stands before the colon (of any width) of a reference, which may be nothing, and what after it."""
    before, colon, rest = reference.replace("：", ":").partition(":")
    return (plain(before.strip()), rest.strip()) if colon else ("", reference)


def plain(code: str) -> str:
    """Fold the width of a code: ``１－１`` is ``1-1``; ``①`` is no ``1``, for plans count by both side by side."""
    parts = ("".join(part) if circled else _width("".join(part)) for circled, part in groupby(code, _is_circled))
    return "".join(parts)


def _is_circled(character: str) -> bool:
    return unicodedata.decomposition(character).startswith("<circle>")


def _width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _segments(rows: Sequence[Tabled], tiers: Tiers) -> dict[tuple[str, str], str]:
    """Return, for each plan and tier, what stands for it in IRIs.

    It is the class; of two tiers of one class that share a code, the lower one's rank is added.
    """
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.tier in tiers:
            codes[row.plan, row.tier].add(called(row))
    taken: dict[tuple[str, str], set[str]] = defaultdict(set)
    segments: dict[tuple[str, str], str] = {}
    for plan, tier in sorted(codes, key=lambda pair: tiers.rank(pair[1])):
        segment, own = iris.kebab(local(tiers.all[tier].kind)), codes[plan, tier]
        if taken[plan, segment] & own:
            segments[plan, tier] = f"{segment}-{tiers.rank(tier)}"
        else:
            segments[plan, tier] = segment
            taken[plan, segment] |= own
    return segments
