"""Where things, terms and questions are told of: their addresses on this server."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from plangraph import iris
from plangraph.namespaces import BASE, ONTOLOGY, expand
from plangraph.store.formats import RDF

WEB = ("http://", "https://")
TWICE = re.compile("(?:[^%]|%25(?=[0-9A-F]{2}))+")
"""A segment as addresses were written before 0.2.0: ``%25E9`` for ``%E9``."""


class Places:
    """Where things are told of: on this server.

    Parameters
    ----------
    base : str
        The path that all of this server is under.
    """

    def __init__(self, base: str = "") -> None:
        self._base = base

    def of(self, iri: str) -> str:
        """Return the address where a thing is told of; a term is told of among the others."""
        return self._base + page_address(iri)

    def meaning(self, iri: str) -> str:
        """Return the address where a predicate is told of: one of others, where they tell of it; or nothing."""
        return self.of(iri) if iri.startswith(BASE) or not iri.startswith(WEB) else iri

    def has(self, iri: str) -> bool:
        """Check whether a thing is told of anywhere."""
        return bool(self.of(iri))

    def alone(self, iri: str) -> str:
        """Return the address of a thing alone."""
        return self._base + address(iri)

    def question(self, name: str, lang: str) -> str:
        """Return the address where a question is asked, or nothing."""
        return f"{self._base}/{lang}/query/{name}"

    def data(self, iri: str) -> dict[str, str]:
        """Return the addresses of what is said of a thing as data, by format."""
        return {form: with_parameter(self.alone(iri), f"format={form}") for form in RDF}


def page_address(iri: str) -> str:
    """Return the address on this server where a thing is told of; a term is told of among the others."""
    is_path = iri.startswith(BASE) and ("#" not in iri or iri.startswith(f"{ONTOLOGY}#"))
    return f"/{iri.removeprefix(BASE)}" if is_path else _by_name(iri)


def address(iri: str) -> str:
    """Return the address on this server of a thing alone."""
    return _by_name(iri) if "#" in iri else page_address(iri)


def named_by(path: str) -> str:
    """Return the IRI that a path of the explorer names, which writes it short.

    Parameters
    ----------
    path : str
        The path of a thing of ours, a prefixed name, or a whole IRI, percent-encoded as it came.
    """
    plain = unquote(path)
    if plain.startswith(("http:/", "https:/")):
        scheme, _, rest = plain.partition(":")
        return f"{scheme}://{rest.lstrip('/')}"
    return expand(plain) or iris.thing(*(_decoded(segment) for segment in path.split("/")))


def _decoded(segment: str) -> str:
    return unquote(unquote(segment) if TWICE.fullmatch(segment) else segment)


def _by_name(iri: str) -> str:
    return f"/id?iri={quote(iri, safe='')}"


def with_parameter(place: str, parameter: str) -> str:
    """Add a parameter to an address."""
    return f"{place}{'&' if '?' in place else '?'}{parameter}"
