"""What endpoints do differently is met before they are asked."""

from __future__ import annotations

import pytest

from plangraph.store.dialects import solutions_of, update_address, with_prefixes


@pytest.mark.parametrize(
    ("url", "updates"),
    [
        ("http://x/query", "http://x/update"),
        ("http://x/sparql", "http://x/sparql"),
        ("http://x/repositories/city", "http://x/repositories/city/statements"),
        ("http://x/repositories/city/statements", "http://x/repositories/city/statements"),
    ],
)
def test_updates_go_where_the_kinds_of_endpoints_take_them(url: str, updates: str) -> None:
    assert update_address(url) == updates


@pytest.mark.parametrize(
    ("construct", "select"),
    [
        (
            "PREFIX 予: <urn:b#> construct { ?s 予:算 [ ?p '}' ] } FROM <urn:g> WHERE { { ?s ?p ?o } } LIMIT 5",
            "PREFIX 予: <urn:b#> SELECT (1 AS ?one) FROM <urn:g> WHERE { { ?s ?p ?o } } LIMIT 5",
        ),
        ("# CONSTRUCT\nCONSTRUCT {} { ?s ?p ?o }", "# CONSTRUCT\nSELECT (1 AS ?one) { ?s ?p ?o }"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", None),
        ("CONSTRUCT FROM <urn:g> WHERE { ?s ?p ?o }", None),
    ],
)
def test_the_solutions_behind_a_graph_are_those_of_its_pattern(construct: str, select: str | None) -> None:
    assert solutions_of(construct) == select


@pytest.mark.parametrize(
    ("query", "declared"),
    [
        ("ASK { ?s a pg:Project }", "PREFIX pg: <https://w3id.org/plangraph/ontology#> "),
        ("ASK { ?s a own:Project }", ""),
        ("PREFIX  # here\n pg: <urn:x> ASK { ?s a pg:Project }", ""),
        ("ASK { <id/mini> ?p <http://example.org/> }", "BASE <https://w3id.org/plangraph/> "),
        ("ASK { ?s ?p <http://example.org/> }", ""),
    ],
)
def test_what_a_query_uses_without_declaring_it_is_declared_before_it(query: str, declared: str) -> None:
    assert with_prefixes(query) == declared + query
