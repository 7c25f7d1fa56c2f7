"""What the engine says of a query that it cannot read."""

from __future__ import annotations

import pytest

from plangraph.errors import SparqlError
from plangraph.store import Memory


@pytest.mark.parametrize(
    ("query", "where", "english", "japanese"),
    [
        ("SELEC", (1, 6), "this is not SPARQL", "ここから先が SPARQL の形になっていません"),
        ("ASK {\n?s foo:bar ?o }", (2, 11), "Prefix not found", "宣言されていない接頭辞です"),
        ("ASK { ?s ?p <http://a b> }", (1, 25), "IRI parsing failed", "IRI として読めません"),
        ("ASK { 'x'@en-verylongtag ?p ?o }", (1, 25), "language tag parsing failed", "言語タグとして読めません"),
        (
            "SELECT (1 AS ?s) ?s { }",
            (1, 24),
            "Duplicated variable name in SELECT",
            "SELECT に同じ変数が二度あります",
        ),
        (
            "SELECT (COUNT(?s) AS ?n) ?t { ?s ?p ?t }",
            (1, 41),
            "The SELECT contains a variable that is unbound",
            "SELECT に、集計していない変数があります",
        ),
        (
            "SELECT (?x AS ?y) (?z AS ?y) { ?x ?y ?z }",
            (1, 42),
            "The SELECT overrides an existing variable using an expression",
            "SELECT の式の名前が、すでにある変数と同じです",
        ),
        (
            "SELECT * { ?s ?p ?o } LIMIT x",
            (1, 29),
            "expected one of HAVING, OFFSET, OPTIONAL, VALUES",
            "次のどれかが入ります: HAVING, OFFSET, OPTIONAL, VALUES",
        ),
    ],
)
def test_a_complaint_says_where_and_why_without_the_grammars_letters(
    query: str, where: tuple[int, int], english: str, japanese: str
) -> None:
    line, column = where
    with pytest.raises(SparqlError) as caught:
        Memory().query(query)
    assert caught.value.words.en == f"error at {line}:{column}: {english}"
    assert caught.value.words.ja == f"SPARQL として読めません: {line} 行目の {column} 文字目: {japanese}"


def test_what_was_expected_is_said_in_signs_and_words() -> None:
    with pytest.raises(SparqlError) as caught:
        Memory().query("SELECT ?s { ?s ?p")
    said = str(caught.value)
    assert said.startswith("error at 1:18: expected one of ")
    assert said.endswith('"false", "true", GRAPH, MINUS')
    assert "u{" not in said
