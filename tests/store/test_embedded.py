"""What a store in memory answers, how much of it, and when it is that of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import SparqlError, StoreNotFound
from plangraph.store import Memory
from plangraph.store.answers import Boolean, Rows, Triples
from plangraph.store.embedded import Embedded
from plangraph.store.terms import NamedNode

if TYPE_CHECKING:
    from pathlib import Path

QUADS = [f"<x:s> <x:p> <x:o{number}> <x:g> .\n" for number in range(3)]


@pytest.mark.parametrize(
    ("others", "same"), [(QUADS, True), (QUADS[:2], False), ([*QUADS[:2], "<x:s> <x:q> _:b <x:g> .\n"], False)]
)
def test_a_store_is_that_of_a_file_with_its_quads_and_no_more(tmp_path: Path, others: list[str], same: bool) -> None:
    kept, other = tmp_path / "kept.nq", tmp_path / "other.nq"
    kept.write_text("".join(QUADS), "utf-8")
    other.write_text("".join(others), "utf-8")

    assert Memory.of_file(kept).is_of(other) is same
    assert Memory.of_file(other).is_of(kept) is same


@pytest.mark.parametrize(
    ("limit", "given", "cut"), [(None, 3, False), (4, 3, False), (3, 3, False), (2, 2, True), (0, 0, True)]
)
@pytest.mark.parametrize(
    ("query", "kind"),
    [("SELECT ?o { ?s ?p ?o } ORDER BY ?o", Rows), ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", Triples)],
)
def test_an_answer_beyond_a_limit_is_cut_and_said_to_be(
    query: str, kind: type[Rows | Triples], limit: int | None, given: int, cut: bool, tmp_path: Path
) -> None:
    answer = store_of(tmp_path).query(query, limit=limit)

    assert isinstance(answer, kind)
    assert (len(answer), answer.cut) == (given, cut)


def test_a_truth_value_is_one_whatever_the_limit(tmp_path: Path) -> None:
    assert store_of(tmp_path).query("ASK { ?s ?p ?o }", limit=0) == Boolean(True)
    assert store_of(tmp_path).query("ASK { ?s <x:none> ?o }") == Boolean(False)


@pytest.mark.parametrize(
    ("query", "default", "named", "found"),
    [
        ("SELECT * { ?s ?p ?o }", [], [], 3),
        ("SELECT * { ?s ?p ?o }", ["x:g"], [], 3),
        ("SELECT * { ?s ?p ?o }", ["x:other"], [], 0),
        ("SELECT * FROM <x:g> { ?s ?p ?o }", [], [], 3),
        ("SELECT * FROM <x:other> { ?s ?p ?o }", [], [], 0),
        ("SELECT * FROM <x:other> { ?s ?p ?o }", ["x:g"], [], 3),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", [], [], 3),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", ["x:g"], ["x:other"], 0),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", [], ["x:g"], 3),
    ],
)
def test_a_query_sees_the_graphs_that_are_given_or_that_it_names_or_all(
    query: str, default: list[str], named: list[str], found: int, tmp_path: Path
) -> None:
    answer = store_of(tmp_path).query(query, default, named_graphs=named)

    assert isinstance(answer, Rows)
    assert len(answer) == found


def test_what_is_no_sparql_or_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(SparqlError):
        Memory().query("SELECT * { ?s ?p ")
    with pytest.raises(StoreNotFound, match="no store in"):
        Embedded.open(tmp_path / "nowhere")


def test_a_select_of_our_own_leaves_out_what_is_not_bound(tmp_path: Path) -> None:
    query = "SELECT ?s ?o ?none { ?s ?p ?o OPTIONAL { ?o <x:none> ?none } }"
    rows = store_of(tmp_path).select(query, o=NamedNode("x:o1"))

    assert rows == [{"s": NamedNode("x:s"), "o": NamedNode("x:o1")}]


def store_of(folder: Path) -> Memory:
    file = folder / "store.nq"
    file.write_text("".join(QUADS), "utf-8")
    return Memory.of_file(file)
