"""On which grounds statements are made: the basis, rationale and source of those that were not inferred."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Any

from plangraph import iris
from plangraph.ontology import local
from plangraph.reasoning.statements import Statement, labels, written
from plangraph.store.answers import expect_rows
from plangraph.store.terms import Literal, NamedNode
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from plangraph.reasoning.statements import Store
    from plangraph.store.terms import Term

GIVEN = {
    iris.graph("sdg"): Words("国連の SDGs の一覧", "the UN's list of the SDGs"),
    iris.graph("ontology"): Words("オントロジー", "the ontology"),
}
LINKED = """SELECT ?subject ?predicate ?object ?basis ?source ?ja ?en WHERE { $values
    ?link pg:subject ?subject ; pg:relation ?predicate ; pg:object ?object .
    OPTIONAL { ?link pg:basis ?basis } OPTIONAL { ?link prov:hadPrimarySource ?source }
    OPTIONAL { ?link pg:rationale ?ja . FILTER(STRENDS(LANG(?ja), "ja")) }
    OPTIONAL { ?link pg:rationale ?en . FILTER(STRENDS(LANG(?en), "en")) }
    MINUS { ?stronger pg:supersedes ?link } } ORDER BY ?basis ?link"""
SAID = "SELECT ?subject ?predicate ?object WHERE { $values ?subject ?predicate ?object }"
SOURCED = "SELECT ?subject ?source WHERE { $values ?subject prov:hadPrimarySource ?source } ORDER BY ?subject ?source"
FEW = 100
"""Up to how many statements are asked for by name; of more, those of the whole graph are asked for."""
NO_GROUNDS: dict[str, Any] = dict.fromkeys(("basis", "basis_label", "rationale", "source"))


def grounds(store: Store, statements: Collection[Statement]) -> dict[Statement, dict[str, Any]]:
    """Return ``basis``, ``basis_label``, ``rationale`` and ``source`` of asserted statements.

    They are those of a statement's link, or else the list from which it comes, or its subject's source.
    """
    linked = _rows(store, LINKED, statements)
    told = {statement: (basis, ja, en, source) for statement, (basis, source, ja, en) in reversed(linked)}
    given = {
        statement: {"iri": graph, "labels": words._asdict()}
        for graph, words in GIVEN.items()
        for statement, _ in _rows(store, SAID, statements, [graph])
    }
    sources = _sources(store, statements)
    found = {one: told.get(one, (None, None, None, sources.get(one.subject))) for one in statements}
    names = labels(store, {iri for basis, _, _, source in found.values() for iri in (basis, source) if iri})
    return {
        one: {**NO_GROUNDS, "source": given[one]} if one in given and one not in told else _said(*found[one], names)
        for one in statements
    }


def _said(
    basis: str | None, ja: str | None, en: str | None, source: str | None, names: Mapping[str, Words]
) -> dict[str, Any]:
    return {
        "basis": local(basis) if basis else None,
        "basis_label": names[basis]._asdict() if basis else None,
        "rationale": {"ja": ja, "en": en} if ja or en else None,
        "source": {"iri": source, "labels": names[source]._asdict()} if source else None,
    }


def _rows(
    store: Store, query: str, statements: Collection[Statement], graphs: list[str] | None = None
) -> list[tuple[Statement, list[str | None]]]:
    """Return what a query finds about statements, as plain texts."""
    values = " ".join(f"( {statement.pattern()} )" for statement in statements)
    text = _about(query, "(?subject ?predicate ?object)", values, len(statements))
    rows = expect_rows(store.sparql(text, graphs or [])).rows
    return [
        (Statement(*(written(term) for term in row[:3] if term is not None)), [*map(_plain, row[3:])]) for row in rows
    ]


def _sources(store: Store, statements: Collection[Statement]) -> dict[str, str | None]:
    """Return the sources of subjects."""
    text = _about(SOURCED, "?subject", " ".join({one.subject for one in statements}), len(statements))
    return {str(subject): _plain(source) for subject, source in reversed(expect_rows(store.sparql(text)).rows)}


def _plain(term: Term | None) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None


def _about(query: str, names: str, values: str, number: int) -> str:
    return Template(query).substitute(values=f"VALUES {names} {{ {values} }}" if number <= FEW else "")
