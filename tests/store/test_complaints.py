"""What the engine says of a query that it cannot read."""

from __future__ import annotations

from socket import socket

import pytest

from plangraph.errors import SparqlError
from plangraph.store import Memory


@pytest.mark.parametrize(
    ("query", "where", "english", "japanese"),
    [
        (
            "SELEC ?s {}",
            (1, 1),
            "a query does not begin with 'SELEC' (did you mean 'SELECT'?)",
            "「SELEC」では始められません（「SELECT」のことですか）",
        ),
        (
            "ASK {\n?s sko:name ?o }",
            (2, 4),
            "the prefix sko: is not declared (did you mean 'skos:'?)",
            "接頭辞 sko: は宣言されていません（「skos:」のことですか）",
        ),
        (
            "ASK　{ ?s ?p ?o }",
            (1, 4),
            "a space of full width; use a common one",
            "全角の空白があります。半角にしてください",
        ),
        (
            "# first\nINSERT DATA { <a:b> <a:b> 1 }",
            (2, 1),
            "INSERT is an update; only queries can be asked here: SELECT, ASK, CONSTRUCT, DESCRIBE",
            "INSERT は更新です。ここでは問い合わせ（SELECT、ASK、CONSTRUCT、DESCRIBE）だけができます",
        ),
        (
            "SELECT ?s WERE { ?s ?p ?o }",
            (1, 11),
            "'WERE' is no word of SPARQL (did you mean 'WHERE'?)",
            "「WERE」は SPARQL の語ではありません（「WHERE」のことですか）",
        ),
        (
            "SELECT ?s {\n?s ?p ?o filtre(?o > 1) }",
            (2, 10),
            "'filtre' is no word of SPARQL (did you mean 'FILTER'?)",
            "「filtre」は SPARQL の語ではありません（「FILTER」のことですか）",
        ),
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
            "'x' cannot stand here; expected a number",
            "ここに「x」は置けません。置けるのは: 数",
        ),
        (
            "ASK {\n?s a ?o\n?s ?p ?o }",
            (3, 1),
            "'?s' cannot stand here; expected '{', '}', '.', ';', ',', FILTER, OPTIONAL, BIND or VALUES",
            "ここに「?s」は置けません。置けるのは: 「{」、「}」、「.」、「;」、「,」、FILTER、OPTIONAL、BIND、VALUES",
        ),
    ],
)
def test_a_complaint_says_where_and_why_without_the_grammars_letters(
    query: str, where: tuple[int, int], english: str, japanese: str
) -> None:
    line, column = where
    with pytest.raises(SparqlError) as caught:
        Memory().query(query)
    assert caught.value.place == where
    assert caught.value.words.en == f"not SPARQL: line {line}, column {column}: {english}"
    assert caught.value.words.ja == f"SPARQL として読めません: {line} 行目の {column} 文字目: {japanese}"


def test_what_was_expected_is_said_in_words() -> None:
    with pytest.raises(SparqlError) as caught:
        Memory().query("SELECT ?s { ?s ?p")
    said = str(caught.value)
    assert said.startswith("not SPARQL: line 1, column 18: the query ends too early; expected a variable such as ?x, ")
    assert said.endswith(" a number or '('")


def test_what_was_expected_is_said_of_a_query_that_asks_elsewhere_and_nothing_is_asked_there() -> None:
    with socket() as elsewhere:
        elsewhere.bind(("127.0.0.1", 0))
        elsewhere.listen()
        elsewhere.settimeout(0.2)
        endpoint = f"<http://127.0.0.1:{elsewhere.getsockname()[1]}/>"
        with pytest.raises(SparqlError) as caught:
            Memory().query(f"ASK {{ SERVICE {endpoint} {{ ?service ?p ?o }} }} LIMIT x")
        with pytest.raises(TimeoutError):
            elsewhere.accept()

    assert str(caught.value).endswith(": 'x' cannot stand here; expected a number")
