"""The tokens of a query: nothing is lost, and nothing inside a string, comment or IRI is taken for a keyword."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangraph.store.from_clauses import graphs_named
from plangraph.store.lexer import graphs_from, keywords, tokens

SPARQL_TEXT = st.text(st.sampled_from("\"'\\<>{}?$#:@_.%-\n aéSx1あ"))


@given(SPARQL_TEXT)
def test_joined_tokens_are_the_text_again(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    "hidden",
    [
        '"SERVICE"',
        "'SERVICE'",
        '"""a " SERVICE "" b"""',
        "'''SERVICE\n'''",
        r'"a \" SERVICE"',
        "<http://example.org/SERVICE>",
        "# SERVICE\n",
        "ex:SERVICE",
        "?SERVICE",
        "_:SERVICE",
    ],
)
def test_a_keyword_inside_another_token_is_none(hidden: str) -> None:
    assert "SERVICE" not in set(keywords(f"SELECT * {{ ?s ?p {hidden} }}"))


@pytest.mark.parametrize(
    "shown",
    [
        "SELECT * { service <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p true.SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a' SERVICE <http://example.org/> { ?s ?p ?o } }",
        'SELECT * { VALUES ?x { """a" } SERVICE <http://example.org/> { ?s ?p ?o } }',
        "SELECT * { FILTER(?a < ?b) SERVICE <http://example.org/> { ?s ?p ?c FILTER(?c > 1) } }",
        "SELECT * { ?s ?p 1.SERVICE <http://example.org/> { ?s ?p ?o } }",
    ],
)
def test_a_keyword_outside_is_found(shown: str) -> None:
    assert "SERVICE" in set(keywords(shown))


def test_the_kinds_of_tokens_are_told_apart() -> None:
    query = "SELECT ?a { _:b pg:label 'x'@ja ; <i:> 1.5e3 } # end"
    kinds = [token.kind for token in tokens(query) if token.kind != "space"]

    assert kinds == [
        "word",
        "variable",
        "mark",
        "blank",
        "name",
        "string",
        "language",
        "mark",
        "iri",
        "number",
        "mark",
        "comment",
    ]


@pytest.mark.parametrize("unit", ["é", "a.", '"\\', '"""\\ ', "<", "'\\'", "_:."])
def test_the_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        assert sum(1 for _ in tokens(unit * times))
        return time.process_time() - start

    assert seconds(16_000) < 4 * 8 * seconds(2_000) + 0.1


def test_the_graphs_of_a_query_are_those_after_from_and_no_others() -> None:
    query = "BASE <urn:b:> SELECT * from <urn:x:1> FROM # here\n<urn:x:2> FROM NAMED <urn:x:3> { ?s a <urn:x:4> }"

    assert graphs_from(query) == ("urn:x:1", "urn:x:2")


def test_a_graph_is_named_from_the_base_and_prefixes_before_it() -> None:
    named = "BASE <http://x/a/> BASE <b/> PREFIX p: <g/> SELECT * FROM <c> FROM NAMED p:d { ?s ?p ?o }"

    assert [*graphs_named(named)] == ["http://x/a/b/c", "http://x/a/b/g/d"]
