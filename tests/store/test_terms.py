"""Python values become terms and come back."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from plangraph.namespaces import XSD
from plangraph.store.terms import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    RdfFormat,
    boolean,
    canonical,
    integer,
    moment,
    name_of,
    number,
    read_graph,
    read_turtle,
    shown,
    text,
    to_python,
)

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.store.terms import Term

TWO_NODES = '_:a <urn:p> "1" . _:b <urn:p> "2" . _:a <urn:q> _:b .'


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (integer(-5), -5),
        (number(Decimal("2.50")), Decimal("2.50")),
        (boolean(True), True),
        (boolean(False), False),
        (Literal("1.5e3", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#double")), 1500.0),
        (text("語", "ja"), "語"),
        (NamedNode("urn:x"), "urn:x"),
        (BlankNode("b"), "b"),
        (None, None),
    ],
)
def test_a_term_comes_back_as_a_value(term: Literal | NamedNode | BlankNode | None, value: object) -> None:
    assert to_python(term) == value
    assert type(to_python(term)) is type(value)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (NamedNode("https://w3id.org/plangraph/ontology#Project"), "pg:Project"),
        (NamedNode("https://w3id.org/plangraph/ontology#a/b"), "https://w3id.org/plangraph/ontology#a/b"),
        (NamedNode("urn:x"), "urn:x"),
        (text("pg:Project", "en"), "pg:Project"),
        (BlankNode("b"), "b"),
        (None, ""),
    ],
)
def test_a_term_is_shown_with_its_prefix_where_one_stands_for_it(term: Term | None, words: str) -> None:
    assert shown(term) == words


@pytest.mark.parametrize("datatype", [XSD.integer, XSD.decimal])
def test_an_ill_typed_literal_stays_as_it_is_written(datatype: str) -> None:
    assert to_python(Literal("about 5", datatype=NamedNode(datatype))) == "about 5"


def test_a_whole_number_is_an_integer_however_it_is_written() -> None:
    assert number(Decimal("1E+3")) == integer(1000)
    assert number(Decimal("0.10")) == Literal("0.10", datatype=NamedNode(XSD.decimal))


def test_a_moment_keeps_its_zone() -> None:
    term = moment(datetime(2024, 4, 1, 9, 30, tzinfo=UTC))
    assert (term.value, term.datatype.value) == ("2024-04-01T09:30:00+00:00", XSD.dateTime)


def test_the_default_graph_has_no_name() -> None:
    assert name_of(DefaultGraph()) == ""
    assert name_of(NamedNode("urn:x")) == "urn:x"


def test_blank_nodes_of_two_files_are_not_taken_for_one(tmp_path: Path) -> None:
    found = set()
    for name in ("one", "other"):
        (tmp_path / name).write_text('_:x <urn:p> "o" .', "utf-8")
        found |= {triple.subject for triple in read_turtle(tmp_path / name)}
    assert len(found) == 2


def test_what_says_the_same_is_written_the_same_whatever_its_nodes_are_called() -> None:
    renamed = TWO_NODES.replace("_:a", "_:z").replace("_:b", "_:a")
    one, other = (canonical(read_graph(content, RdfFormat.TURTLE)) for content in (TWO_NODES, renamed))
    assert one == other
    assert len(one) == 3
