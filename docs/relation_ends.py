"""What relations start from and lead to, as the tables' page says it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from plangraph.namespaces import PREFIXES, RDFS
from plangraph.store.terms import Literal, name_of

if TYPE_CHECKING:
    from plangraph.ontology import Ontology

ENDS = (RDFS.domain, RDFS.range)


def ends_of(terms: Ontology, lang: str) -> dict[str, list[str]]:
    """Return for each relation (IRI) the classes that it, or one above it, starts from and leads to, as cells."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for triple in terms.triples:
        if triple.predicate.value in {*ENDS, RDFS.subPropertyOf}:
            said[triple.predicate.value, name_of(triple.subject)].add(name_of(triple.object))
        elif isinstance(triple.object, Literal) and (triple.predicate.value, triple.object.language) == (
            RDFS.label,
            lang,
        ):
            labels[name_of(triple.subject)] = triple.object.value

    def cell(relation: str, end: str) -> str:
        above, found = {relation}, set[str]()
        while above and not found:
            found = {kind for one in above for kind in said[end, one]}
            above = {wider for one in above for wider in said[RDFS.subPropertyOf, one]}
        own = PREFIXES["pg"]
        names = (f"`{kind.removeprefix(own)}`" if kind.startswith(own) else labels.get(kind, kind) for kind in found)
        return ", ".join(sorted(names))

    return {relation: [cell(relation, end) for end in ENDS] for relation in terms.object_properties}
