"""What is asked about together is answered from a copy, and as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import StoreError
from plangraph.store import Memory, Rows, expect_rows
from plangraph.store import parts as room
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER, THIRD = (f"https://example.org/graph/{name}" for name in ("one", "other", "third"))
SEEN = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s"


def thing(name: str) -> NamedNode:
    return NamedNode(f"https://example.org/{name}")


@pytest.fixture
def store() -> Memory:
    memory = Memory()
    memory.add(
        Quad(thing(name), thing("p"), thing("o"), NamedNode(graph))
        for name, graph in (("a", ONE), ("b", OTHER), ("c", THIRD))
    )
    memory.expect([[ONE, OTHER]])
    return memory


def names(store: Memory, sparql: str, graphs: list[str]) -> list[str]:
    answer = store.query(sparql, graphs)
    assert isinstance(answer, Rows)
    return [str(row[0])[-1] for row in answer]


def test_every_answer_sees_the_graphs_that_it_is_asked_over(store: Memory) -> None:
    for _ in range(Memory.patience + 2):
        assert names(store, SEEN, [OTHER, ONE]) == ["a", "b"]
        assert names(store, SEEN, [ONE]) == ["a"]
        assert names(store, SEEN, []) == ["a", "b", "c"]


def test_the_copy_answers_as_soon_as_it_is_worth_it(store: Memory) -> None:
    for _ in range(Memory.patience):
        assert names(store, SEEN, [ONE, OTHER]) == ["a", "b"]
    store.add([Quad(thing("d"), thing("p"), thing("o"), NamedNode(ONE))])
    assert names(store, SEEN, [ONE, OTHER]) == ["a", "b", "d"]  # copied for this one
    store.add([Quad(thing("e"), thing("p"), thing("o"), NamedNode(ONE))])
    assert names(store, SEEN, [ONE, OTHER]) == ["a", "b", "d"]
    assert names(store, SEEN, [ONE]) == ["a", "d", "e"]


def test_a_query_that_names_graphs_reaches_all_of_them(store: Memory) -> None:
    store.prepare([ONE, OTHER])
    assert names(store, "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s", [ONE, OTHER]) == ["a", "b", "c"]
    assert names(store, "SELECT ?s FROM <https://example.org/graph/third> WHERE { ?s ?p ?o }", []) == ["c"]
    assert names(store, SEEN + " # from which graph?", [ONE, OTHER]) == ["a", "b"]


def test_the_graphs_asked_over_take_the_place_of_those_that_the_query_names(store: Memory) -> None:
    of_third = "SELECT ?s FROM <https://example.org/graph/third> WHERE { ?s ?p ?o } ORDER BY ?s"
    store.prepare([ONE, OTHER])
    assert names(store, of_third, [ONE, OTHER]) == ["a", "b"]
    assert names(store, of_third, [ONE]) == ["a"]


def test_what_is_too_large_is_not_copied(store: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LARGEST", 1)
    store.prepare([ONE, OTHER])
    store.add([Quad(thing("d"), thing("p"), thing("o"), NamedNode(ONE))])
    assert names(store, SEEN, [ONE, OTHER]) == ["a", "b", "d"]


def test_only_the_last_copies_are_kept(store: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "KEPT", 1)
    store.expect([[ONE], [OTHER]])
    store.prepare([ONE])
    store.prepare([OTHER])
    store.add([Quad(thing("d"), thing("p"), thing("o"), NamedNode(graph)) for graph in (ONE, OTHER)])
    assert names(store, SEEN, [OTHER]) == ["b"]
    assert names(store, SEEN, [ONE]) == ["a", "d"]


def test_four_copies_are_kept_those_that_were_asked_for_last(store: Memory) -> None:
    scopes = [[f"x:{number}"] for number in range(5)]
    parts = room.Parts(lambda: store._own, scopes, 0)
    copies = [parts.of(scope) for scope in scopes]

    assert [parts.of(scope) is copy for scope, copy in zip(scopes[1:], copies[1:], strict=True)] == [True] * 4
    assert parts.of(scopes[0]) is not copies[0]


def test_who_asks_while_a_file_is_being_read_waits_until_it_is(tmp_path: Path) -> None:
    file = tmp_path / "1" / "dataset.nq"
    file.parent.mkdir()
    file.write_text("".join(f"<urn:s{n}> <urn:p> <urn:o> <urn:g> .\n" for n in range(20_000)), "utf-8")
    memory = Memory.of_file(file)
    memory.expect([["urn:g"]])
    assert list(expect_rows(memory.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))) == [(20_000,)]


def test_a_file_that_cannot_be_read_is_told_to_who_asks(tmp_path: Path) -> None:
    file = tmp_path / "out" / "1" / "dataset.nq"
    file.parent.mkdir(parents=True)
    file.write_text("<", "utf-8")
    memory = Memory.of_file(file)
    for _ in range(2):
        with pytest.raises(StoreError, match="out is damaged: run"):
            memory.query("ASK {}")
