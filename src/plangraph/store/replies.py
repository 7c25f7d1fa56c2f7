"""What endpoints answer, read into our terms: SPARQL 1.1 Query Results JSON Format (W3C), and graphs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from plangraph.namespaces import XSD
from plangraph.store.answers import Boolean, Rows, Triples
from plangraph.store.formats import RDF, RESULTS
from plangraph.store.skolem import unskolemise
from plangraph.store.terms import BlankNode, Literal, NamedNode, RdfFormat, Triple, read_graph, to_python

if TYPE_CHECKING:
    from plangraph.store.terms import Term

ACCEPT_RESULTS = RESULTS["json"].media_type
ACCEPT_GRAPH = f"{RDF['ntriples'].media_type}, {RDF['turtle'].media_type};q=0.8"
JSON_TYPES = (ACCEPT_RESULTS, "application/json")
NO_LABEL = re.compile(r"[^A-Za-z0-9]")  # some endpoints name blank nodes by what looks like an IRI


def read_results(body: bytes) -> Rows | Boolean:
    """Read the answer of a SELECT or ASK query.

    Raises
    ------
    ValueError
        If the bytes are not in the format.
    """
    try:
        content = json.loads(body)
        if isinstance(content.get("boolean"), bool):
            return Boolean(content["boolean"])
        variables = [str(name) for name in content["head"]["vars"]]
        rows = [
            tuple(_term(binding[name]) if name in binding else None for name in variables)
            for binding in content["results"]["bindings"]
        ]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no SPARQL results: {error}") from error
    return Rows(variables, rows)


def read_triples(body: bytes, media_type: str) -> Triples:
    """Read the answer of a CONSTRUCT or DESCRIBE query.

    Raises
    ------
    ValueError
        If the bytes are not in the format that the media type names, or there is no such format.
    """
    form = RdfFormat.from_media_type(media_type)
    if form is None:
        raise ValueError(f"no graph can be read from {media_type or 'an untyped body'}")
    try:
        return Triples([cast("Triple", unskolemise(triple)) for triple in read_graph(body, form)])
    except SyntaxError as error:
        raise ValueError(str(error)) from error


def _term(given: dict[str, Any]) -> Term:
    kind, value = given["type"], given["value"]
    match kind:
        case "uri":
            return unskolemise(NamedNode(value))
        case "bnode":
            return BlankNode(NO_LABEL.sub("_", value))
        case "literal" | "typed-literal":
            if lang := given.get("xml:lang"):
                return Literal(value, language=lang)
            datatype = given.get("datatype")
            literal = Literal(value, datatype=NamedNode(datatype)) if datatype else Literal(value)
            return Literal(bool(to_python(literal))) if datatype == XSD.boolean else literal  # Virtuoso writes 0 and 1
        case "triple":
            return Triple(*(_term(value[part]) for part in ("subject", "predicate", "object")))  # type: ignore[arg-type]
    raise ValueError(f"no term is of type {kind}")
