"""Validation by SHACL (https://www.w3.org/TR/shacl/), as much of it as the shapes use.

Facts are asked property by property, and not node by node: 84,000 facts are judged in a third of a second
and the memory of their own copy, for which pyrudof took five seconds and 850 MB, and pySHACL a minute. The tests hold
it against pySHACL.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.errors import OntologyError
from plangraph.namespaces import RDF
from plangraph.store.terms import Literal, NamedNode, name_of, read_turtle, shown
from plangraph.validation.constraints import (
    CHECKS,
    SH,
    Answer,
    answering,
    between,
    each,
    in_languages,
    none,
    one_of,
    some,
)
from plangraph.validation.property_values import PropertyValues
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from plangraph.store.embedded import Memory
    from plangraph.store.terms import Term
    from plangraph.validation.constraints import Check, Test

    _Fault = tuple["_Shape", Term, Term | Answer | None]

COLUMN = "https://w3id.org/plangraph/shapes#column"
HYGIENE = "hygiene"
TARGETS = (f"{SH}targetNode", f"{SH}targetClass", f"{SH}targetSubjectsOf", f"{SH}targetObjectsOf")
READ_ELSEWHERE = {*TARGETS, *(f"{SH}{name}" for name in ("path", "message", "qualifiedMinCount", "qualifiedMaxCount"))}


@dataclass(frozen=True, order=True)
class Violation:
    """A rule that a thing breaks (SHACL, section 3.6.2).

    Attributes
    ----------
    focus : str
        The thing (IRI).
    shape : str
        The shape (IRI) that it does not conform to.
    column : str
        The column of a table in which the fault lies, or an empty string.
    message_ja, message_en : str
        What is wrong.
    value : str
        The value at fault, an IRI or the words of a literal, or an empty string.
    """

    focus: str
    shape: str
    column: str
    message_ja: str
    message_en: str
    value: str


class Shapes:
    """The shapes of some Turtle files.

    Parameters
    ----------
    files : iterable of Path
        The files.

    Raises
    ------
    SyntaxError
        If one is not Turtle.
    OSError
        If one cannot be read.
    OntologyError
        If a shape uses what is not carried out here.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        about: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for file in files:
            for triple in read_turtle(file):
                about[triple.subject][triple.predicate.value].append(triple.object)
        reading = _Reading(about)
        self._shapes = [
            reading.shape(name) for name, said in list(about.items()) if not said.keys().isdisjoint(TARGETS)
        ]

    @classmethod
    def of_data(cls) -> Shapes:
        """Return the shapes for facts: all but the hygiene of the ontology itself."""
        return cls(f for f in sorted((resources.ONTOLOGY / "shapes").glob("*.ttl")) if f.stem != HYGIENE)

    @classmethod
    def of_ontology(cls) -> Shapes:
        """Return the shapes for the ontology itself."""
        return cls([resources.ONTOLOGY / "shapes" / f"{HYGIENE}.ttl"])

    def violations(self, store: Memory) -> list[Violation]:
        """Check the facts of a store against the shapes.

        Parameters
        ----------
        store : Memory
            The facts, with the subclass axioms that targets need.

        Returns
        -------
        list of Violation
            All violations, in the order of the things; empty if the facts conform.
        """
        facts = PropertyValues(store)
        faults = {fault for shape in self._shapes for fault in shape.faults(facts)}
        return sorted({shape.violation(focus, value) for shape, focus, value in faults})


@dataclass(frozen=True, eq=False)
class _Shape:
    """A shape (SHACL, section 2)."""

    name: str
    column: str
    messages: Mapping[str | None, str]
    targets: tuple[tuple[str, Term], ...]
    path: str
    checks: tuple[Check, ...]
    properties: tuple[_Shape, ...]

    def faults(self, facts: PropertyValues) -> Iterator[_Fault]:
        """Find what breaks the shape in each of its targets (SHACL, section 2.1.3)."""
        for focus in {node for target, term in self.targets for node in _focus_nodes(facts, target, term)}:
            yield from self._faults_of(facts, focus)

    def is_met(self, facts: PropertyValues, focus: Term) -> bool:
        """Check whether a thing conforms (SHACL, section 3.4.2)."""
        return next(self._faults_of(facts, focus), None) is None

    def violation(self, focus: Term, found: Term | Answer | None) -> Violation:
        """Describe how a thing does not conform."""
        ja, en = (self.messages.get(language, "") for language in LANGUAGES)
        for name, said in found.said if isinstance(found, Answer) else ():
            ja, en = (message.replace(f"{{?{name}}}", said) for message in (ja, en))
        value = found.value if isinstance(found, Answer) else found
        return Violation(name_of(focus), self.name, self.column, ja, en, name_of(value) if value else "")

    def _faults_of(self, facts: PropertyValues, focus: Term) -> Iterator[_Fault]:
        values = facts.of(focus, self.path) if self.path else (focus,)
        for check in self.checks:
            for value in check(facts, focus, values):
                yield self, focus, value
        for part in self.properties:
            for value in values:
                yield from part._faults_of(facts, value)


def _focus_nodes(facts: PropertyValues, target: str, term: Term) -> Iterable[Term]:
    if target == f"{SH}targetClass":
        return facts.members(term)
    if target == f"{SH}targetSubjectsOf":
        return facts.values(name_of(term))
    if target == f"{SH}targetObjectsOf":
        return {value for values in facts.values(name_of(term)).values() for value in values}
    return (term,)


class _Reading:
    """Reads shapes off what is said about them."""

    def __init__(self, about: Mapping[Term, Mapping[str, list[Term]]]) -> None:
        self._about = about
        self._with_shapes: dict[str, Callable[[Term, Term], Check]] = {
            f"{SH}or": lambda _, value: some([self._test(one) for one in self._list(value)]),
            f"{SH}not": lambda _, value: none(self._test(value)),
            f"{SH}node": lambda _, value: each(self._test(value)),
            f"{SH}qualifiedValueShape": self._qualified,
            f"{SH}in": lambda _, value: one_of(self._list(value)),
            f"{SH}languageIn": lambda _, value: in_languages(self._list(value)),
            f"{SH}sparql": lambda _, value: answering(self._select(value)),
        }

    def shape(self, name: Term) -> _Shape:
        said = self._about[name]
        [path] = said.get(f"{SH}path", [None])
        if path is not None and not isinstance(path, NamedNode):
            raise _refusal(name, f"{SH}path")
        return _Shape(
            name_of(name),
            "".join(name_of(value) for value in said.get(COLUMN, [])),
            {text.language: text.value for text in said.get(f"{SH}message", []) if isinstance(text, Literal)},
            tuple((target, term) for target in TARGETS for term in said.get(target, [])),
            name_of(path) if path else "",
            tuple(self._checks(name)),
            tuple(self.shape(part) for part in said.get(f"{SH}property", [])),
        )

    def _checks(self, name: Term) -> Iterator[Check]:
        for component, values in self._about[name].items():
            if not component.startswith(SH) or component in READ_ELSEWHERE | {f"{SH}property"}:
                continue
            for value in values:
                if component in CHECKS:
                    yield CHECKS[component](value)
                elif component in self._with_shapes:
                    yield self._with_shapes[component](name, value)
                else:
                    raise _refusal(name, component)

    def _test(self, name: Term) -> Test:
        return self.shape(name).is_met

    def _qualified(self, name: Term, value: Term) -> Check:
        said = self._about[name]
        least, most = (said.get(f"{SH}qualified{end}Count", []) for end in ("Min", "Max"))
        return between(
            self._test(value), int(name_of(least[0])) if least else 0, int(name_of(most[0])) if most else None
        )

    def _select(self, name: Term) -> str:
        said = self._about[name]
        declared = (self._about[one] for holder in said[f"{SH}prefixes"] for one in self._about[holder][f"{SH}declare"])
        known = {name_of(one[f"{SH}prefix"][0]): name_of(one[f"{SH}namespace"][0]) for one in declared}
        return "".join(f"PREFIX {prefix}: <{base}>\n" for prefix, base in known.items()) + name_of(
            said[f"{SH}select"][0]
        )

    def _list(self, node: Term) -> list[Term]:
        members: list[Term] = []
        while name_of(node) != RDF.nil:
            members.append(self._about[node][RDF.first][0])
            node = self._about[node][RDF.rest][0]
        return members


def _refusal(name: Term, component: str) -> OntologyError:
    said = Words(
        f"規則の {shown(NamedNode(component))} は扱えません。",
        f"shapes with {shown(NamedNode(component))} are not known",
    )
    about = f"{shown(name)}: " if isinstance(name, NamedNode) else ""
    return OntologyError(Words(about, about).then(said))
