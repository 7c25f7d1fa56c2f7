"""Answers written out: JSON as the engine itself writes it, CSV no spreadsheet runs, HTML that shows text as text."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from plangraph.errors import QuestionError
from plangraph.store.answers import Boolean, Rows, Triples, expect_boolean, expect_rows, expect_triples
from plangraph.store.columns import Heading
from plangraph.store.terms import BlankNode, Literal, NamedNode, Triple, integer, shown, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.store.answers import Answer

QUERY = """
SELECT ?a ?b WHERE {
  VALUES (?a ?b) {
    (<http://example.org/x> "plain") ("語"@ja 1) (2.50 true) (UNDEF "quo\\"te\\nline") ("2024-04-01"^^xsd:date "")
  }
}
"""
PREFIXES = {"xsd": "http://www.w3.org/2001/XMLSchema#"}


def test_json_is_what_the_engine_itself_writes() -> None:
    solutions = pyoxigraph.Store().query(QUERY, prefixes=PREFIXES)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    own = solutions.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
    again = pyoxigraph.Store().query(QUERY, prefixes=PREFIXES)
    assert isinstance(again, pyoxigraph.QuerySolutions)
    rows = Rows([variable.value for variable in again.variables], [tuple(row) for row in again])

    assert own is not None
    assert json.loads(rows.to_json()) == json.loads(own)


def test_json_names_blank_nodes() -> None:
    found = json.loads(Rows(["x"], [(BlankNode("b1"),)]).to_json())

    assert found["results"]["bindings"] == [{"x": {"type": "bnode", "value": "b1"}}]


@pytest.mark.parametrize("start", [*"=+-@＝＋－＠", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_would_run_is_kept_from_it(start: str) -> None:
    written = Rows(["x"], [(Literal(f"{start}1+1"),)]).to_csv()

    assert list(csv.reader(io.StringIO(written, newline=""))) == [["x"], [f"'{start}1+1"]]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_end_inside_a_text_begins_no_row(end: str) -> None:
    written = Rows(["x", "y"], [(Literal(f"a{end}=1+1"), integer(1))]).to_csv()

    assert list(csv.reader(io.StringIO(written, newline=""))) == [["x", "y"], [f"a{end}=1+1", "1"]]


def test_numbers_in_csv_stay_numbers_and_what_is_unbound_is_blank() -> None:
    assert Rows(["x", "y"], [(integer(-5), None)]).to_csv() == "x,y\n-5,\n"


def test_truth_values_are_written_as_in_sparql() -> None:
    true = Literal(True)

    assert Rows(["x"], [(true,)]).to_csv() == "x\ntrue\n"
    assert shown(true) == "true"


def test_html_shows_markup_as_text() -> None:
    page = Rows(["<x>"], [(Literal("<script>alert(1)</script>"),)])._repr_html_()

    assert "<script>" not in page
    assert "<x>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_html_says_how_many_rows_are_left_out() -> None:
    page = Rows(["x"], [(integer(number),) for number in range(130)])._repr_html_()

    assert page.count("<tr>") == 1 + 100
    assert "30 more rows" in page
    assert "more rows" not in Rows(["x"], [(integer(number),) for number in range(100)])._repr_html_()


def test_names_are_shown_with_their_prefix_and_words_without_quotes() -> None:
    assert shown(NamedNode("https://w3id.org/plangraph/ontology#Project")) == "pg:Project"
    assert shown(NamedNode("https://w3id.org/plangraph/id/kawasaki/3")) == "https://w3id.org/plangraph/id/kawasaki/3"
    assert shown(text("語", "ja")) == "語"
    assert shown(None) == ""


def test_the_same_rows_under_other_headings_are_equal() -> None:
    named = {"n": Heading(Words("数", "Number"), "number")}
    assert Rows(["n"], [(integer(1),)], headings=named) == Rows(["n"], [(integer(1),)])
    assert Rows(["n"], [(integer(1),)]) != Rows(["n"], [(integer(2),)])


def test_rows_become_python_values() -> None:
    rows = Rows(["n", "t"], [(integer(3), text("語", "ja"))])

    assert rows.to_dicts() == [{"n": 3, "t": "語"}]
    assert rows.to_pandas().to_dict("records") == [{"n": 3, "t": "語"}]


@pytest.mark.parametrize(
    ("expect", "which", "needed"),
    [(expect_rows, 0, "SELECT"), (expect_triples, 1, "CONSTRUCT"), (expect_boolean, 2, "ASK")],
)
def test_an_answer_of_another_kind_than_is_needed_is_refused(
    expect: Callable[[Answer], object], which: int, needed: str
) -> None:
    rows, triples = Rows(["n"], [(integer(3),)]), Triples([])
    answers: list[Answer] = [rows, triples, Boolean(True)]

    assert expect(answers.pop(which)) == (rows, triples, True)[which]
    for other in answers:
        with pytest.raises(QuestionError, match=needed):
            expect(other)


def test_what_is_no_rows_is_refused_where_rows_are_needed() -> None:
    triple = Triple(NamedNode("x:s"), NamedNode("x:p"), Literal("o"))

    for answer in (Boolean(True), Triples([triple])):
        with pytest.raises(QuestionError, match="SELECT"):
            expect_rows(answer)
    assert json.loads(Boolean(False).to_json()) == {"head": {}, "boolean": False}
    assert Triples([triple]).serialize("ntriples") == '<x:s> <x:p> "o" .\n'


def test_a_column_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(KeyError, match=r"did you mean 'budget'.*there is code, budget"):
        Rows(["code", "budget"], [])["bugdet"]


def test_triples_say_how_many_they_are() -> None:
    one = Triple(NamedNode("https://example.org/x"), NamedNode("https://example.org/p"), Literal("x"))
    assert repr(Triples([one])) == "<1 triple>"
