"""Blank nodes as IRIs on the way to endpoints and back (RDF 1.1 Concepts, W3C, section 3.5).

A label means one node within one update only, and Virtuoso 7 takes none at all; an IRI means the same in every chunk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.store.terms import BlankNode, NamedNode, Triple

if TYPE_CHECKING:
    from plangraph.store.terms import Term

GENID = "https://w3id.org/plangraph/.well-known/genid/"
BLANK = re.compile(r"^_:(\w+)|(?<= )_:(\w+)(?= \.\n$)")


def skolemise(line: str) -> str:
    """Write the blank nodes of a line of N-Triples as IRIs."""
    return BLANK.sub(lambda match: f"<{GENID}{match[1] or match[2]}>", line) if "_:" in line else line


def unskolemise(term: Term) -> Term:
    """Return the blank node that an IRI of :func:`skolemise` stands for; any other term as it is."""
    if isinstance(term, NamedNode) and term.value.startswith(GENID):
        return BlankNode(term.value.removeprefix(GENID))
    if isinstance(term, Triple):
        return Triple(unskolemise(term.subject), term.predicate, unskolemise(term.object))  # type: ignore[arg-type]
    return term
