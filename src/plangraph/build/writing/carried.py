"""What a plan takes from one that it does not realize: elements that its own stand under, or further.

A 後期基本計画 may put its own measures under the chapters of the 前期基本計画, and its projects may advance strategies
of a 総合戦略. Such elements stand in the city's graph, which each of its plans sees.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from plangraph.namespaces import PG
from plangraph.tables.link_rows import LinkRow
from plangraph.tables.plan_rows import ElementRow
from plangraph.tables.row import several

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plangraph.ontology import Ontology
    from plangraph.tables.city import City

FURTHERS = frozenset({"advances", "carriesOut", "addresses"})
"""The relations to what an element of one plan may further in another."""
GUIDES = (PG.Strategy, PG.Challenge)
"""What guides a plan also where it stands in another, if that plan has none of its own."""


class Carried:
    """The elements of a city's plans that others of its plans take from them.

    Parameters
    ----------
    city : City
        The rows.
    ontology : Ontology
        What the classes of tiers mean.
    own_graphs : collection of str
        The keys of the plans with a graph of their own.

    Attributes
    ----------
    into : mapping of str to set of str
        For each element (IRI) that elements of other plans stand under, the keys of these plans.
    guides : mapping of str to set of str
        For each strategy or challenge (IRI) of a plan that elements of others further, the keys of these plans.
    seen : set of str
        The elements (IRIs) that another plan takes in any way.
    """

    def __init__(self, city: City, ontology: Ontology, own_graphs: Collection[str]) -> None:
        self._city, self._ontology = city, ontology
        self._rows = {city.names.own(row): row for row in city.table(ElementRow) if row.tier in city.tiers}
        self._above = {iri: [*self._named(row, row.parent)] for iri, row in self._rows.items()}
        self.into: defaultdict[str, set[str]] = defaultdict(set)
        self.guides: defaultdict[str, set[str]] = defaultdict(set)
        furthered: defaultdict[str, set[str]] = defaultdict(set)
        self.seen: set[str] = set()
        for iri, row in self._rows.items():
            if row.plan not in own_graphs:
                continue
            for above in self._taken(row.plan, self._above[iri]):
                self.into[above].add(row.plan)
            second = {*self._taken(row.plan, self._named(row, row.also_part_of))}
            self.seen |= second
            furthered[row.plan] |= second
        for link in city.table(LinkRow):
            plan = link.plan or city.settings.plan
            if link.relation in FURTHERS and plan in own_graphs:
                furthered[plan].update(self._taken(plan, self._found(link.object, plan)))
        for plan, elements in furthered.items():
            self._guided(plan, elements)
        self.seen.update(self.into, self._inside())

    def _guided(self, plan: str, furthered: Iterable[str]) -> None:
        """Note what guides a plan: all strategies, or challenges, of the plans in which it furthers one."""
        for kind in GUIDES:
            there = {iri for iri, row in self._rows.items() if self._ontology.is_a(self._kind(row), kind)}
            if not any(self._rows[iri].plan in self._city.names.scope(plan) for iri in there):
                plans = {self._rows[iri].plan for iri in there.intersection(furthered)}
                for iri in there:
                    if self._rows[iri].plan in plans:
                        self.guides[iri].add(plan)

    def _inside(self) -> Iterator[str]:
        """Yield what guides other plans, and all in it that is no item of its plan, such as themes and aims."""
        for iri, row in self._rows.items():
            trunk = self._ontology.is_trunk(self._kind(row))
            if iri in self.guides or (not trunk and self.guides.keys() & {*self._climb([iri])}):
                yield iri

    def _kind(self, row: ElementRow) -> str:
        return self._city.tiers.all[row.tier].kind

    def _named(self, row: ElementRow, references: str) -> Iterator[str]:
        above = self._city.tiers.above(row.tier)
        for reference in several(references):
            yield from self._found(reference, row.plan, above)

    def _found(self, reference: str, plan: str, preferred: Collection[str] = ()) -> Iterator[str]:
        try:
            found = self._city.names.element(reference, plan, preferred)
        except LookupError:
            return  # reported where the row is written
        if found in self._rows:
            yield found

    def _taken(self, plan: str, found: Iterable[str]) -> Iterator[str]:
        """Yield those of some elements, and of all above them, that a plan does not see otherwise."""
        visible = self._city.names.scope(plan)
        return (iri for iri in self._climb(found) if self._rows[iri].plan not in visible)

    def _climb(self, found: Iterable[str]) -> Iterator[str]:
        """Yield elements and all above them, each once."""
        waiting, known = [*found], set[str]()
        while waiting:
            iri = waiting.pop()
            if iri not in known:
                known.add(iri)
                waiting += self._above[iri]
                yield iri
