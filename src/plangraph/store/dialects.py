"""What SPARQL endpoints do differently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.namespaces import BASE, PREFIXES
from plangraph.store.lexer import tokens

if TYPE_CHECKING:
    from plangraph.store.wire import Reply

ABSOLUTE = re.compile("<[A-Za-z][A-Za-z0-9+.-]*:")
PARTIAL = ("X-SPARQL-MaxRows", "X-SQL-State")


def is_partial(reply: Reply) -> bool:
    """Check whether an endpoint says that it gave fewer rows than there are, or stopped before it had looked at all."""
    return any(name in reply.headers for name in PARTIAL)


def hides_cuts(reply: Reply) -> bool:
    """Check whether an endpoint cuts graphs without a word, as Virtuoso does at ``ResultSetMaxRows`` solutions."""
    return str(reply.headers.get("Server", "")).startswith("Virtuoso")


def solutions_of(construct: str) -> str | None:
    """Make a SELECT query of the solutions behind a CONSTRUCT query, or None of one in the short form."""
    parts = list(tokens(construct))
    start = next(i for i, token in enumerate(parts) if token.text.upper() == "CONSTRUCT" and token.kind == "word")
    depth = 0
    for index, token in enumerate(parts[start:], start):
        if token.kind == "word" and token.text.upper() == "WHERE":
            return None
        depth += (token.text == "{") - (token.text == "}")
        if token.text == "}" and not depth:
            before, after = (("".join(t.text for t in some)) for some in (parts[:start], parts[index + 1 :]))
            return f"{before}SELECT (1 AS ?one){after}"
    return None


def with_prefixes(sparql: str) -> str:
    """Declare the known prefixes that a query uses without declaring them, and the base, on its first line."""
    declared: set[str] = set()
    used: set[str] = set()
    base = ""
    before = ""
    for token in tokens(sparql):
        if token.kind == "name":
            (declared if before == "PREFIX" else used).add(token.text.partition(":")[0])
        if token.kind == "iri" and not ABSOLUTE.match(token.text):
            base = f"BASE <{BASE}> "
        if token.kind not in {"space", "comment"}:
            before = token.text.upper()
    missing = sorted((used & PREFIXES.keys()) - declared)
    return base + "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + sparql


def update_address(url: str) -> str:
    """Return where an endpoint takes updates.

    Oxigraph and Fuseki do beside ``/query``, GraphDB and RDF4J below the repository, others where queries go.

    Examples
    --------
    >>> update_address("http://localhost:7878/query")
    'http://localhost:7878/update'
    """
    if url.endswith("/query"):
        return url.removesuffix("query") + "update"
    head, _, repository = url.rpartition("/repositories/")
    return f"{url}/statements" if head and "/" not in repository else url
