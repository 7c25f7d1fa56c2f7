"""Where facts and axioms are written: the row of a table, the line of an ontology file."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.namespaces import SDG_SERIES
from plangraph.ontology import FOLDERS, local
from plangraph.reasoning.statements import Statement
from plangraph.tables import read_sdgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.build.judgement import Facts
    from plangraph.inference import Rule

Place = tuple[str, int]
"""A file and a line in it."""

NOWHERE: Place = ("ontology", 0)
KEYWORDS = {
    "cax-sco": "subClassOf",
    "cax-dw": "isjoint",  # of disjointWith and of AllDisjointClasses
    "cls-hv2": "hasValue",
    "cls-svf1": "someValuesFrom",
    "cls-int1": "intersectionOf",
    "prp-spo1": "subPropertyOf",
    "prp-spo2": "propertyChainAxiom",
    "prp-dom": "domain",
    "prp-rng": "range",
    "dt-not-type": "range",
    "prp-inv1": "inverseOf",
    "prp-inv2": "inverseOf",
    "prp-trp": "TransitiveProperty",
    "prp-symp": "SymmetricProperty",
}


class Places:
    """Knows where facts and axioms are written.

    Parameters
    ----------
    facts : Facts
        What the tables say.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def fact(self, fact: Statement) -> Place | None:
        """Return the row, or the line of the ontology, that a fact comes from."""
        (subject, *_) = fact.iris()
        return self._rows.get(fact.pattern()) or self._rows.get(fact.subject) or self.term(subject)

    def rank(self, fact: Statement) -> int:
        """Rank facts by how likely they are the mistake: links, then what tables say of things, then what is given."""
        if fact.pattern() in self._rows:
            return 0
        return 1 if fact.subject in self._rows and not fact.subject.startswith(f"<{SDG_SERIES}") else 2

    def term(self, name: str) -> Place | None:
        """Return the line at which the ontology begins to speak of a name (IRI)."""
        return self._written([name], "")

    def axiom(self, axiom: Rule) -> Place | None:
        """Return the line at which the ontology begins to say what an axiom says."""
        return self._written(axiom.axiom, KEYWORDS[axiom.name])

    def _written(self, names: Sequence[str], keyword: str) -> Place | None:
        words = [re.compile(rf"(?<![\w:])\w*:{re.escape(local(name))}(?![\w-])|<{re.escape(name)}>") for name in names]
        for place, said in self._said:
            begins = said.startswith("[") or any(word.match(said) for word in words)
            if begins and keyword in said and all(word.search(said) for word in words):
                return place
        return None

    @cached_property
    def _said(self) -> list[tuple[Place, str]]:
        """Return the statements of the ontology as they are written: what begins at the margin, up to the next."""
        files = (file for name in FOLDERS for file in sorted((resources.ONTOLOGY / name).glob("*.ttl")))
        found = []
        for file in files:
            name = file.relative_to(resources.ONTOLOGY.parent).as_posix()
            text = file.read_text("utf-8")
            for begin in re.finditer(r"^(?=[^\s#@]).*\n(?:[ \t]+.*\n)*", text, re.MULTILINE):
                found.append(((name, text.count("\n", 0, begin.start()) + 1), begin[0]))
        return found

    @cached_property
    def _rows(self) -> dict[str, Place]:
        """Return the row of each thing and of each link, by the thing's or the statement's notation."""
        return dict(self._things()) | dict(self._links())

    def _things(self) -> Iterator[tuple[str, Place]]:
        sdgs = read_sdgs(resources.DATA / "sdg", [])
        for rows in (sdgs.goals, sdgs.targets):
            for row in rows:
                yield f"<{SDG_SERIES}{row.code}>", (f"sdg/{row.file}", row.line)
        for _, city in self._facts.cities:
            for thing, place in city.places.items():
                yield f"<{thing}>", (place.file, place.line)

    def _links(self) -> Iterator[tuple[str, Place]]:
        for _, city in self._facts.cities:
            for statement, row in city.links.items():
                yield Statement(*(f"<{name}>" for name in statement)).pattern(), (row.file, row.line)
