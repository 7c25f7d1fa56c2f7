"""The ontology as the rest of plangraph sees it: its triples, and what its names mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.errors import OntologyError
from plangraph.namespaces import DCTERMS, ONTOLOGY, OWL, PREFIXES, RDF, RDFS, SKOS
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Triple, canonical, name_of, read_turtle
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from plangraph.store.terms import Term

FOLDERS = ("modules", "vocabularies", "alignments")


@dataclass(frozen=True)
class Ontology:
    """The terms of an ontology folder.

    Attributes
    ----------
    triples : tuple of Triple
        All that the header, the modules, the vocabularies and the alignments say, as one document that needs no
        other: without imports, under one header, whose version IRI names the day and a digest of what is said.
    classes, object_properties : frozenset of str
        IRIs.
    concepts : mapping of str to mapping of str to str
        For each concept scheme (IRI), its concepts (IRI) by local name and by notation.
    spellings : mapping of str to mapping of str to str
        For each concept scheme (IRI), its concepts (IRI) by name, notation, label or other name, in folded letters.
    parents : mapping of str to frozenset of str
        For each class (IRI), the classes right above it.
    """

    triples: tuple[Triple, ...]
    classes: frozenset[str]
    object_properties: frozenset[str]
    concepts: Mapping[str, Mapping[str, str]]
    spellings: Mapping[str, Mapping[str, str]]
    parents: Mapping[str, frozenset[str]]

    def own_class(self, name: str) -> str | None:
        """Return the IRI of a class from its local name (``pg:``) or prefixed name (``org:…``)."""
        return _named(name, self.classes)

    def relation(self, name: str) -> str | None:
        """Return the IRI of an object property from its local name (``pg:``) or prefixed name."""
        return _named(name, self.object_properties)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Check whether a class (local or prefixed name) is another (IRI) or stands below it."""
        kind = self.own_class(name)
        return kind is not None and (kind == ancestor or ancestor in self.ancestors(kind))

    def own_classes(self, above: Collection[str]) -> dict[str, Words]:
        """Return plangraph's own classes that are some classes (IRIs) or stand below, by local name: what they mean."""
        own = (kind for kind in sorted(self.classes) if kind.startswith(PREFIXES["pg"]))
        return {local(kind): self.called(kind) for kind in own if {kind, *self.ancestors(kind)} & set(above)}

    def called(self, term: str) -> Words:
        """Return what a class or property (IRI) is called; its local name where it has no label."""
        found = self._labels.get(term, {})
        return Words(found.get("ja", local(term)), found.get("en", local(term)))

    def ancestors(self, kind: str) -> frozenset[str]:
        """Return all classes (IRIs) above a class (IRI)."""
        if kind not in self._lineages:
            above = self.parents.get(kind, frozenset())
            self._lineages[kind] = above.union(*map(self.ancestors, above))
        return self._lineages[kind]

    def scheme(self, name: str) -> Mapping[str, str]:
        """Return the concepts of one of plangraph's schemes, by local name and by notation."""
        return self.concepts.get(PREFIXES["pg"] + name, {})

    def codes(self, scheme: str) -> list[str]:
        """Return how tables write the concepts of one of plangraph's schemes: by notation, or else by local name."""
        return list({concept: name for name, concept in self.scheme(scheme).items()}.values())

    def concept(self, scheme: str, name: str) -> str | None:
        """Return the concept of one of plangraph's schemes that goes by a name, notation or label."""
        return self.spellings.get(PREFIXES["pg"] + scheme, {}).get(folded(name))

    def is_trunk(self, name: str) -> bool:
        """Check whether things of a class (local or prefixed name) make up the policy system."""
        kind = self.own_class(name)
        return kind in {name_of(triple.subject) for triple in self.saying(PREFIXES["pg"] + "trunk")}

    def narrower(self, concept: str) -> set[str]:
        """Return a concept (IRI) and all below it (SKOS, ``broader``)."""
        found, size = {concept}, 0
        while len(found) > size:
            size = len(found)
            found |= {one for one, other in self._above.items() if other in found}
        return found

    def broader(self, concept: str) -> list[str]:
        """Return a concept (IRI) and all above it (SKOS, ``broader``), from the bottom up."""
        found = [concept]
        while (higher := self._above.get(found[-1])) and higher not in found:
            found.append(higher)
        return found

    def saying(self, predicate: str) -> Sequence[Triple]:
        """Return the triples with a predicate (IRI)."""
        return self._by_predicate.get(predicate, ())

    @cached_property
    def _lineages(self) -> dict[str, frozenset[str]]:
        """What was found above classes (IRIs) so far."""
        return {}

    @cached_property
    def _by_predicate(self) -> Mapping[str, Sequence[Triple]]:
        found: dict[str, list[Triple]] = defaultdict(list)
        for triple in self.triples:
            found[triple.predicate.value].append(triple)
        return dict(found)

    @cached_property
    def _above(self) -> Mapping[str, str]:
        """The concept right above each concept (IRIs)."""
        return {name_of(triple.subject): name_of(triple.object) for triple in self.saying(SKOS.broader)}

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str | None, str]]:
        """The labels of each term (IRI), by language."""
        found: dict[str, dict[str | None, str]] = defaultdict(dict)
        for triple in self.saying(RDFS.label):
            if isinstance(triple.object, Literal):
                found[name_of(triple.subject)][triple.object.language] = triple.object.value
        return dict(found)


def local(iri: str) -> str:
    """Return the last part of an IRI."""
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def load(folder: Path = resources.ONTOLOGY) -> Ontology:
    """Read an ontology folder.

    Raises
    ------
    OntologyError
        If a file is not Turtle.
    """
    return _read(tuple((file, file.stat().st_mtime_ns) for file in files_of(folder)))


def files_of(folder: Path) -> list[Path]:
    """List the files of an ontology folder that say what is meant; the shapes only judge."""
    return [
        *sorted(folder.glob("*.ttl")),
        *(file for name in FOLDERS for file in sorted((folder / name).glob("*.ttl"))),
    ]


@cache
def _read(files: tuple[tuple[Path, int], ...]) -> Ontology:
    """Read the files of an ontology, once as long as they stay as they are (times in nanoseconds)."""
    triples: list[Triple] = []
    for file, _ in files:
        try:
            triples += _merged(list(read_turtle(file)))
        except SyntaxError as error:
            raise OntologyError(
                Words(f"{file.name}: Turtle として読めません: {error}", f"{file.name}: not Turtle: {error}")
            ) from error
    return _index(_versioned(canonical(triples)))


def _merged(triples: Sequence[Triple]) -> list[Triple]:
    """Make the triples of a file a part of the whole: its header is not one of an ontology, its terms name it.

    A file without a header of its own holds a scheme, which its concepts name.
    """
    whole = NamedNode(ONTOLOGY)
    headers = [t.subject for t in triples if t.object == NamedNode(OWL.Ontology)]
    module = next((header for header in headers if header != whole), None)
    scheme = next((t.subject for t in triples if t.object == NamedNode(SKOS.ConceptScheme)), None)
    kept = [t for t in triples if t.predicate.value != OWL.imports and not (t.subject == module and _types(t))]
    if (part := module or scheme) is None:
        return kept
    terms = {t.subject for t in triples if _types(t) and _is_own(t.subject)} - {part}
    parts = [Triple(module, NamedNode(DCTERMS.isPartOf), whole)] if module else []
    return [*kept, *parts, *(Triple(term, NamedNode(RDFS.isDefinedBy), part) for term in terms)]


def _types(triple: Triple) -> bool:
    return triple.predicate.value == RDF.type


def _is_own(term: Term) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(PREFIXES["pg"])


def _versioned(triples: list[Triple]) -> tuple[Triple, ...]:
    """Add the version IRI: the day on which the header says that the ontology was modified, and a digest."""
    header = NamedNode(ONTOLOGY)
    days = [name_of(t.object) for t in triples if t.subject == header and t.predicate.value == DCTERMS.modified]
    digest = sha256("".join(map(str, triples)).encode()).hexdigest()[:12]
    version = NamedNode("/".join([ONTOLOGY, *days, digest]))
    return (*triples, Triple(header, NamedNode(OWL.versionIRI), version)) if days else tuple(triples)


def _index(triples: tuple[Triple, ...]) -> Ontology:
    types: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    notations: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    labels: dict[str, list[str]] = defaultdict(list)
    for triple in triples:
        if not isinstance(triple.subject, NamedNode):
            continue
        subject, predicate, target = triple.subject.value, triple.predicate.value, triple.object
        if predicate == RDF.type and isinstance(target, NamedNode):
            types[target.value].add(subject)
        elif predicate == RDFS.subClassOf and isinstance(target, NamedNode):
            parents[subject].add(target.value)
        elif predicate == SKOS.inScheme and isinstance(target, NamedNode):
            members[target.value].append(subject)
        elif predicate == SKOS.notation and isinstance(target, Literal):
            notations[subject] = target.value
        elif predicate in {RDFS.label, SKOS.altLabel} and isinstance(target, Literal):
            labels[subject].append(target.value)
    concepts = {
        scheme: {key: concept for concept in names for key in (local(concept), notations.get(concept, local(concept)))}
        for scheme, names in members.items()
    }
    spellings = {
        scheme: {folded(key): concept for concept in names for key in labels[concept]}
        | {folded(key): concept for key, concept in concepts[scheme].items()}
        for scheme, names in members.items()
    }
    return Ontology(
        triples,
        frozenset(types[OWL.Class]),
        frozenset(types[OWL.ObjectProperty]),
        concepts,
        spellings,
        {kind: frozenset(above) for kind, above in parents.items()},
    )


def _named(name: str, known: frozenset[str]) -> str | None:
    prefix, colon, rest = name.rpartition(":")
    iri = PREFIXES.get(prefix if colon else "pg", "") + rest
    return iri if iri in known else None
