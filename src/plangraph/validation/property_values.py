"""Facts, arranged so that shapes can ask what each thing has of a property."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING

from plangraph.namespaces import RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.store.embedded import Memory
    from plangraph.store.terms import Term

    Values = Mapping[Term, Sequence[Term]]


class PropertyValues:
    """The facts of a store, whatever graphs they stand in.

    Parameters
    ----------
    store : Memory
        The facts, with the subclass axioms that classes need.
    """

    def __init__(self, store: Memory) -> None:
        self._store = store
        self.values = cache(self._values)
        self.members = cache(self._members)

    def of(self, thing: Term, predicate: str) -> Sequence[Term]:
        """Return the values of a property (IRI) of a thing, each once."""
        return self.values(predicate).get(thing, ())

    def select(self, sparql: str, this: Term) -> Sequence[Mapping[str, Term]]:
        """Answer a SELECT in which ``$this`` is bound."""
        return self._store.select(sparql, this=this)

    def _values(self, predicate: str) -> Values:
        found: dict[Term, dict[Term, None]] = defaultdict(dict)
        for thing, value in self._store.pairs(predicate):
            found[thing][value] = None
        return {thing: tuple(values) for thing, values in found.items()}

    def _members(self, kind: Term) -> frozenset[Term]:
        """Return the SHACL instances of a class: those of its subclasses are also its own (section 1.1)."""
        kinds = self._below(kind)
        return frozenset(thing for one in kinds for thing in self._things.get(one, ()))

    @cached_property
    def _things(self) -> Values:
        found: dict[Term, list[Term]] = defaultdict(list)
        for thing, kinds in self.values(RDF.type).items():
            for kind in kinds:
                found[kind].append(thing)
        return found

    def _below(self, kind: Term) -> frozenset[Term]:
        found, pending = {kind}, {kind}
        above = self.values(RDFS.subClassOf)
        while pending:
            pending = {one for one, classes in above.items() if not pending.isdisjoint(classes)} - found
            found |= pending
        return frozenset(found)
