"""What the engine says of a query that it cannot read."""

from __future__ import annotations

import pytest

from plangraph.errors import SparqlError
from plangraph.store import Memory


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC", "error at 1:6: this is not SPARQL"),
        ("ASK { ?s foo:bar ?o }", "error at 1:17: Prefix not found"),
        (
            "SELECT (COUNT(?s) AS ?n) ?t { ?s ?p ?t }",
            "error at 1:41: The SELECT contains a variable that is unbound",
        ),
        ("ASK { ?s ?p <http://a b> }", "error at 1:25: IRI parsing failed"),
        ("SELECT * { ?s ?p ?o } LIMIT x", "error at 1:29: expected one of HAVING, OFFSET, OPTIONAL, VALUES"),
    ],
)
def test_a_complaint_says_where_and_why_without_the_grammars_letters(query: str, said: str) -> None:
    with pytest.raises(SparqlError) as caught:
        Memory().query(query)
    assert str(caught.value) == said


def test_what_was_expected_is_said_in_signs_and_words() -> None:
    with pytest.raises(SparqlError) as caught:
        Memory().query("SELECT ?s { ?s ?p")
    said = str(caught.value)
    assert said.startswith("error at 1:18: expected one of ")
    assert said.endswith('"false", "true", GRAPH, MINUS')
    assert "u{" not in said
