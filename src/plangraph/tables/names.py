"""What a reference in a table stands for (DESIGN: the tables).

===================  ====================================================================
``1-1-1``            an element by its code, in the row's plan or in a plan that it realizes
``4/1-1``            an element of the plan named before the slash
``plan:3``           a plan; likewise ``office:``, ``place:``, ``source:``, ``milestone:``
``sdg:11.5``         a goal or target of the SDGs
===================  ====================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import SDG_SERIES
from plangraph.tables.wording import unknown
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.tables.reading import Lost
    from plangraph.tables.rows import (
        ElementRow,
        LinkRow,
        MilestoneRow,
        OrganizationRow,
        PlaceRow,
        PlanRow,
        SourceRow,
    )

    KeyedRow = MilestoneRow | OrganizationRow | PlaceRow | SourceRow

ELEMENT, PREFIX = Words("要素", "element"), Words("接頭辞", "prefix")
KINDS = {
    "plan": Words("計画", "plan"),
    "office": Words("組織", "office"),
    "place": Words("場所", "place"),
    "source": Words("出典", "source"),
    "milestone": Words("節目", "milestone"),
    "sdg": Words("SDGs のゴール・ターゲット", "sdg"),
}
TABLES = {
    "plan": "plans",
    "office": "organizations",
    "place": "places",
    "source": "sources",
    "milestone": "milestones",
}


class Unreadable(LookupError):
    """What a reference names stands in a row that could not be read, which is told of that row."""


class Names:
    """The names of a dataset and the IRIs of what they stand for.

    Parameters
    ----------
    city : str
        The city's segment in every IRI.
    plans, elements, links : sequence of rows
        The rows that define plans and elements, and say which plan realizes which.
    keyed : mapping of str to sequence of rows
        The rows whose keys may follow each prefix, such as ``office``.
    tiers : mapping of str to str
        The city's words for tiers and the local names of their classes.
    sdg_codes : frozenset of str
        The codes of goals and targets.
    lost : Lost
        What could not be read.
    """

    def __init__(
        self,
        city: str,
        plans: Sequence[PlanRow],
        elements: Sequence[ElementRow],
        links: Sequence[LinkRow],
        keyed: Mapping[str, Sequence[KeyedRow]],
        tiers: Mapping[str, str],
        sdg_codes: frozenset[str],
        lost: Lost,
    ) -> None:
        self.city, self._lost = city, lost
        self._plans = {row.key: iris.thing(city, row.key) for row in plans}
        self._elements = {
            (row.plan, row.code): iris.thing(city, row.plan, iris.kebab(tiers[row.tier]), row.code)
            for row in elements
            if row.tier in tiers
        }
        self._keyed = {
            "plan": self._plans,
            "sdg": {code: SDG_SERIES + code for code in sdg_codes},
            **{prefix: {row.key: iris.thing(city, prefix, row.key) for row in rows} for prefix, rows in keyed.items()},
        }
        self._scopes = _scopes(list(self._plans), links)

    def is_plan(self, key: str) -> bool:
        """Tell whether there is a plan with this key."""
        return key in self._plans

    def scope(self, plan: str) -> tuple[str, ...]:
        """Give the keys of a plan and of all that it realizes, itself first."""
        return self._scopes.get(plan, (plan,))

    def keyed(self, prefix: str, key: str) -> str:
        """Give the IRI of what stands under a key.

        Raises
        ------
        Unreadable
            If it stands in a row that could not be read.
        LookupError
            If there is nothing; it carries the words that say so, and what is meant perhaps.
        """
        table = self._keyed[prefix]
        if key not in table:
            if self._lost.holds(TABLES.get(prefix, ""), key):
                raise Unreadable
            raise LookupError(unknown(KINDS.get(prefix, Words(prefix, prefix)), key, table))
        return table[key]

    def element(self, reference: str, plan: str) -> str:
        """Give the IRI of an element from its code or ``plan/code``.

        Raises
        ------
        Unreadable
            If it stands in a row that could not be read.
        LookupError
            If there is none; it carries the words that say so, and what is meant perhaps.
        """
        stated, slash, code = reference.rpartition("/")
        plans = self.scope(plan) if not slash else (stated,)
        for key in plans:
            if (key, code) in self._elements:
                return self._elements[key, code]
        if any(self._lost.holds(*place) for place in (("elements", code), ("plans", plan), ("links", ""))):
            raise Unreadable
        near = did_you_mean(code, (known for key, known in self._elements if key in plans))
        raise LookupError(unknown(ELEMENT, reference, ()).then(near))

    def thing(self, reference: str, plan: str) -> str:
        """Give the IRI of anything that a reference can name.

        Raises
        ------
        LookupError
            If there is no such thing; it carries the words that say so, and what is meant perhaps.
        """
        prefix, colon, key = reference.partition(":")
        if not colon:
            return self.element(reference, plan)
        if prefix not in self._keyed:
            raise LookupError(unknown(PREFIX, f"{prefix}:", self._keyed))
        return self.keyed(prefix, key)


def _scopes(plans: list[str], links: Sequence[LinkRow]) -> dict[str, tuple[str, ...]]:
    realized: dict[str, list[str]] = {plan: [] for plan in plans}
    for link in links:
        subject, target = link.subject.removeprefix("plan:"), link.object.removeprefix("plan:")
        if link.relation == "realizes" and subject in realized and target in realized:
            realized[subject].append(target)
    scopes = {}
    for plan in plans:
        found: dict[str, None] = {}
        queue = [plan]
        while queue:
            if (key := queue.pop(0)) not in found:
                found[key] = None
                queue += realized[key]
        scopes[plan] = tuple(found)
    return scopes
