"""The RDF terms of the whole project, and how Python values become terms and come back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)

from plangraph.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "RdfFormat",
    "Row",
    "Term",
    "Triple",
    "boolean",
    "canonical",
    "integer",
    "moment",
    "name_of",
    "number",
    "read_graph",
    "read_nquads",
    "read_turtle",
    "shown",
    "text",
    "to_bytes",
    "to_python",
]

type_integer = NamedNode(XSD.integer)
type_decimal = NamedNode(XSD.decimal)
type_boolean = NamedNode(XSD.boolean)
type_moment = NamedNode(XSD.dateTime)

Term = NamedNode | BlankNode | Literal | Triple
"""What can stand in an answer."""

Row = tuple[Term | None, ...]
"""The terms of a row, None where a variable is unbound."""


def text(value: str, lang: str) -> Literal:
    """Make a literal in a language."""
    return Literal(value, language=lang)


def integer(value: int) -> Literal:
    """Make an ``xsd:integer``."""
    return Literal(str(value), datatype=type_integer)


def boolean(value: bool) -> Literal:
    """Make an ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=type_boolean)


def number(value: Decimal) -> Literal:
    """Make an ``xsd:integer`` of a whole number and an ``xsd:decimal`` of any other, exactly."""
    if value == value.to_integral_value():
        return integer(int(value))
    return Literal(f"{value:f}", datatype=type_decimal)


def moment(value: datetime) -> Literal:
    """Make an ``xsd:dateTime``."""
    return Literal(value.isoformat(), datatype=type_moment)


def to_python(term: Term | None) -> str | int | Decimal | float | bool | None:
    """Return the Python value of a term: numbers as numbers, everything else as text."""
    if term is None or not isinstance(term, Literal):
        return None if term is None else str(term.value) if not isinstance(term, Triple) else str(term)
    convert = _CONVERSIONS.get(str(term.datatype.value))
    if convert is None:
        return term.value
    try:
        return convert(term.value)
    except (ValueError, ArithmeticError):
        return term.value  # ill-typed: as written


def _boolean(value: str) -> bool:
    return value in {"true", "1"}


PREFIX_LINE = re.compile(rb"@prefix (\S*:) ")
_CONVERSIONS: dict[str, Callable[[str], int | Decimal | float | bool]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.boolean: _boolean,
    "http://www.w3.org/2001/XMLSchema#int": int,
    "http://www.w3.org/2001/XMLSchema#long": int,
    "http://www.w3.org/2001/XMLSchema#double": float,
    "http://www.w3.org/2001/XMLSchema#float": float,
}


def shown(term: Term | None) -> str:
    """Write a term for a reader: names with their prefixes, literals without quotes."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    value = str(to_python(term))
    if isinstance(term, BlankNode | Triple):
        return value
    for prefix, base in PREFIXES.items():
        if value.startswith(base) and "/" not in value[len(base) :]:
            return f"{prefix}:{value[len(base) :]}"
    return value


def name_of(term: Term | DefaultGraph) -> str:
    """Return the text of a term: an IRI, a literal's words, or nothing for the default graph and quoted triples."""
    return "" if isinstance(term, Triple | DefaultGraph) else str(term.value)


def to_bytes(
    statements: Iterable[Triple] | Iterable[Quad],
    form: RdfFormat,
    prefixes: Mapping[str, str] | None = None,
    base: str | None = None,
) -> bytes:
    """Write triples or quads in a format; Turtle and TriG name only the prefixes that they use.

    With a base, IRIs below it are written as seen from there, and the text names it.
    """
    whole = serialize(statements, format=form, prefixes=dict(prefixes or {}), base_iri=base) or b""
    if form not in (RdfFormat.TURTLE, RdfFormat.TRIG):
        return whole
    lines = whole.split(b"\n", len(prefixes or {}) + bool(base))
    head, body = lines[:-1], lines[-1]
    used = [line for line in head if (found := PREFIX_LINE.match(line)) is None or found[1] in body]
    return b"\n".join([*used, body])


def canonical(triples: Iterable[Triple]) -> list[Triple]:
    """Name blank nodes by what is said of them, and sort (RDF Dataset Canonicalization, W3C): the same every time."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((quad.triple for quad in dataset), key=str)


def read_nquads(data: bytes) -> Iterator[Quad]:
    """Read N-Quads (W3C)."""
    return parse(data, format=RdfFormat.N_QUADS)


def read_graph(data: bytes | str, form: RdfFormat) -> Iterator[Triple]:
    """Read the triples of a graph in a format.

    Raises
    ------
    SyntaxError
        If what is read is not in it.
    """
    return (quad.triple for quad in parse(data, format=form))


def read_turtle(path: Path) -> Iterator[Triple]:
    """Read the triples of a Turtle file.

    Raises
    ------
    SyntaxError
        If the file is not Turtle.
    """
    for quad in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True):
        yield quad.triple
