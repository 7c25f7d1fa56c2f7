"""What Kawasaki's graph is written in can be read: no bare IRI stands where a name belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.namespaces import GRAPHS, PREFIXES
from plangraph.store import expect_rows

if TYPE_CHECKING:
    import plangraph

BESIDE_DCAT = {PREFIXES["void"] + name for name in ("Dataset", "DatasetDescription")}
"""Kinds of what goes by the name of another of its kinds."""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_relation_and_kind_that_the_data_use_has_a_name(kawasaki: plangraph.Graph, language: str) -> None:
    unnamed = f"""SELECT DISTINCT ?term WHERE {{
        GRAPH ?graph {{ {{ ?s ?term ?o }} UNION {{ ?thing a ?term }} }}
        FILTER(!STRSTARTS(STR(?graph), "{GRAPHS}ontology"))
        MINUS {{ ?term rdfs:label ?name . FILTER(LANG(?name) = "{language}") }} }}"""

    assert {term for (term,) in expect_rows(kawasaki.sparql(unnamed))} == BESIDE_DCAT
