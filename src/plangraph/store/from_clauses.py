"""The graphs that a query names by ``FROM`` and ``FROM NAMED``, and what is said of one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from plangraph.namespaces import BASE, GRAPHS, PREFIXES, THINGS
from plangraph.store.lexer import Token, tokens
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOLD = 200
"""How many characters are told of an IRI at most."""


class Sources:
    """Reads what ``FROM`` names, token by token; spaces and comments are not to be given."""

    def __init__(self) -> None:
        self._prefixes = dict(PREFIXES)
        self._prefix: str | None = None
        self._base = BASE
        self._expected = False

    def read(self, last: Token, token: Token) -> str | None:
        """Read a token and the one before it; return the graph (IRI) that it names, if it names one."""
        if self._prefix is not None and token.kind == "iri":
            self._prefixes[self._prefix] = urljoin(self._base, token.text[1:-1])
        self._prefix = None
        if last.kind == "word" and last.text.upper() == "BASE" and token.kind == "iri":
            self._base = urljoin(self._base, token.text[1:-1])
        if last.kind == "word" and last.text.upper() == "PREFIX" and token.kind == "name":
            self._prefix = token.text.removesuffix(":")
        is_from = last.kind == "word" and last.text.upper() == "FROM"
        if is_from and token.text.upper() == "NAMED":
            self._expected = True
        elif is_from or self._expected:
            self._expected = False
            return self._iri(token)
        return None

    def _iri(self, token: Token) -> str:
        prefix, _, rest = token.text.partition(":")
        return urljoin(self._base, token.text[1:-1]) if token.kind == "iri" else self._prefixes.get(prefix, "") + rest


def graphs_named(sparql: str) -> Iterator[str]:
    """Read the graphs (IRIs) that a query names by ``FROM`` and ``FROM NAMED``."""
    if "FROM" not in sparql.upper():
        return
    sources, last = Sources(), Token("space", "")
    for token in tokens(sparql):
        if token.kind not in {"space", "comment"}:
            if (named := sources.read(last, token)) is not None:
                yield named
            last = token


def no_graph(iri: str, known: Iterable[str]) -> Words:
    """Describe that there is no graph of an IRI, and which one may be meant of those that there are."""
    paths = {each: Words(path, path) for each in sorted(known) if (path := each.removeprefix(GRAPHS))}
    meant = did_you_mean(iri.removeprefix(GRAPHS).removeprefix(THINGS), (), paths)
    return Words(f"グラフ <{iri[:TOLD]}> はありません", f"no graph <{iri[:TOLD]}> is here").then(meant)
