"""Validation by SHACL (https://www.w3.org/TR/shacl/), done by rudof.

rudof says of Kawasaki's triples in one second what pySHACL says in fifty; the tests hold the two against each
other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.errors import OntologyError
from plangraph.store.terms import Literal, NamedNode, RdfFormat, read_turtle, to_bytes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plangraph.store.terms import Triple

COLUMN = "https://w3id.org/plangraph/shapes#column"
MESSAGE = "http://www.w3.org/ns/shacl#message"
HYGIENE = "hygiene"
LEXICAL = re.compile(r'^"(.*)"(?:@\S+|\^\^\S+)?$', re.DOTALL)


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
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self._texts: list[str] = []
        self._columns: dict[str, str] = {}
        self._messages: dict[tuple[str, str | None], str] = {}
        for file in files:
            self._texts.append(file.read_text("utf-8"))
            for triple in read_turtle(file):
                self._note(triple)

    @classmethod
    def of_data(cls) -> Shapes:
        """Give the shapes for facts: all but the hygiene of the ontology itself."""
        return cls(f for f in sorted((resources.ONTOLOGY / "shapes").glob("*.ttl")) if f.stem != HYGIENE)

    @classmethod
    def of_ontology(cls) -> Shapes:
        """Give the shapes for the ontology itself."""
        return cls([resources.ONTOLOGY / "shapes" / f"{HYGIENE}.ttl"])

    def violations(self, triples: Iterable[Triple]) -> list[Violation]:
        """Hold the shapes against triples.

        Parameters
        ----------
        triples : iterable of Triple
            The facts, with the subclass axioms that targets need.

        Returns
        -------
        list of Violation
            All violations, in the order of the things; empty if the facts conform.

        Raises
        ------
        OntologyError
            If a shape is malformed.
        """
        import pyrudof

        session = pyrudof.Rudof(pyrudof.RudofConfig())
        session.read_data(to_bytes(triples, RdfFormat.N_TRIPLES).decode(), pyrudof.RDFFormat.NTriples)
        try:
            session.read_shacl("\n".join(self._texts))
            report = session.validate_shacl()
        except pyrudof.RudofError as error:
            raise OntologyError(
                Words(f"規則（SHACL）を実行できません: {error}", f"the shapes cannot be carried out: {error}")
            ) from error
        return sorted({self._violation(entry) for entry in report.violations})

    def _note(self, triple: Triple) -> None:
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, Literal):
            return
        if triple.predicate.value == COLUMN:
            self._columns[triple.subject.value] = triple.object.value
        elif triple.predicate.value == MESSAGE:
            self._messages[triple.subject.value, triple.object.language] = triple.object.value

    def _violation(self, entry: pyrudof.ShaclValidationEntry) -> Violation:  # type: ignore[name-defined] # noqa: F821
        shape = str(entry.source_shape)
        messages = {lang: self._messages.get((shape, lang)) for lang in ("ja", "en")}
        return Violation(
            focus=str(entry.focus_node),
            shape=shape,
            column=self._columns.get(shape, ""),
            message_ja=messages["ja"] or str(entry.message),
            message_en=messages["en"] or str(entry.message),
            value=LEXICAL.sub(r"\1", str(entry.value or "")),
        )
