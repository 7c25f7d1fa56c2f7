"""A build is pushed graph by graph, taken up where it broke off, and touches nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.endpoints import StoreEndpoint, serving

import plangraph
from plangraph import iris
from plangraph.build import layout
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.publishing import publish
from plangraph.errors import EndpointError, StoreNotFound
from plangraph.store.push import Part, push
from plangraph.store.remote import Remote
from plangraph.store.skolem import skolemise
from plangraph.store.terms import canonical, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.store.terms import Triple

ONE, TWO, INDEX = "urn:city:one", "urn:city:two", "urn:catalogue"
IDENTIFIER = "<http://purl.org/dc/terms/identifier>"


def part(*names: str) -> Part:
    lines = [f"<urn:{name}> <urn:p> <urn:o> .\n" for name in names]
    return Part(lines, "digest of " + " ".join(names))


def build(one: Part, two: Part | None = None) -> dict[str, Part]:
    parts = {ONE: one} | ({TWO: two} if two else {})
    told = [f'<{name}> {IDENTIFIER} "{some.digest}" .\n' for name, some in parts.items()]
    identity = " and ".join(some.digest for some in parts.values())
    return {**parts, INDEX: Part([*told, f'<{INDEX}> {IDENTIFIER} "{identity}" .\n'], identity)}


def is_own(graph: str) -> bool:
    return graph.startswith("urn:city:")


def test_every_graph_is_written_in_chunks() -> None:
    steps: list[tuple[str, int, int]] = []
    endpoint = StoreEndpoint()
    with serving(endpoint) as url:
        pushed = push(Remote(url), build(part("a", "b", "c")), INDEX, chunk=2, report=lambda *step: steps.append(step))
    assert steps == [(ONE, 2, 3), (ONE, 3, 3), (INDEX, 2, 2)]
    assert pushed.sent == (ONE, INDEX)
    assert (endpoint.size(ONE), endpoint.size(INDEX)) == (3, 2)


def test_what_is_there_is_left_alone() -> None:
    endpoint = StoreEndpoint()
    with serving(endpoint) as url:
        push(Remote(url), build(part("a"), part("b")), INDEX)
        before = len(endpoint.updates)
        again = push(Remote(url), build(part("a"), part("b")), INDEX)
        changed = push(Remote(url), build(part("a"), part("c")), INDEX)
    assert (again.sent, set(again.kept)) == ((), {ONE, TWO, INDEX})
    assert changed.sent == (TWO, INDEX)
    assert changed.kept == (ONE,)
    assert len(endpoint.updates) > before


@pytest.mark.parametrize("updates", range(1, 7))
def test_a_push_that_breaks_off_is_taken_up_and_never_taken_for_whole(updates: int) -> None:
    endpoint, parts = StoreEndpoint(refuse_after=updates), build(part("a", "b", "c"), part("d"))
    with serving(endpoint) as url:
        with pytest.raises(EndpointError, match="does not allow"):
            push(Remote(url), parts, INDEX, chunk=2)
        endpoint.refuse_after = 1_000
        pushed = push(Remote(url), parts, INDEX, chunk=2)
    assert INDEX in pushed.sent
    assert {name: endpoint.size(name) for name in parts} == {ONE: 3, TWO: 1, INDEX: 3}


def begun(lines: int, *others: str) -> StoreEndpoint:
    """An endpoint that holds the first lines of a graph of five, and perhaps others, but no digest."""
    endpoint = StoreEndpoint()
    for line in [*part(*"abcde").lines[:lines], *part(*others).lines]:
        endpoint.store.update(f"INSERT DATA {{ GRAPH <{ONE}> {{ {line} }} }}")
    return endpoint


def test_a_graph_half_sent_goes_on_where_it_was() -> None:
    steps: list[tuple[str, int, int]] = []
    endpoint = begun(2)
    with serving(endpoint) as url:
        pushed = push(Remote(url), build(part(*"abcde")), INDEX, chunk=2, report=lambda *step: steps.append(step))
    assert steps == [(ONE, 4, 5), (ONE, 5, 5), (INDEX, 2, 2)]
    assert pushed.triples == 3 + 2
    assert not any("<urn:a>" in update for update in endpoint.updates)
    assert endpoint.size(ONE) == 5


@pytest.mark.parametrize("lines", [0, 2, 4])
def test_a_graph_that_holds_anything_else_is_not_gone_on_with(lines: int) -> None:
    endpoint = begun(lines, "of-another-build")
    with serving(endpoint) as url:
        assert push(Remote(url), build(part(*"abcde")), INDEX, chunk=2).triples == 5 + 2
    assert endpoint.size(ONE) == 5


def test_a_graph_that_is_whole_but_was_not_said_to_be_is_not_sent_again() -> None:
    endpoint = begun(5)
    with serving(endpoint) as url:
        assert push(Remote(url), build(part(*"abcde")), INDEX).triples == 2
    assert endpoint.size(ONE) == 5


def test_a_graph_that_changed_meanwhile_is_replaced() -> None:
    endpoint = StoreEndpoint(refuse_after=4)
    with serving(endpoint) as url:
        with pytest.raises(EndpointError, match="does not allow"):
            push(Remote(url), build(part(*"abcde")), INDEX, chunk=1)
        endpoint.refuse_after = 1_000
        push(Remote(url), build(part(*"bcdef")), INDEX, chunk=1)
    assert {str(quad.subject) for quad in endpoint.store if quad.graph_name.value == ONE} == {
        f"<urn:{name}>" for name in "bcdef"
    }


def test_a_graph_whose_size_belies_its_digest_is_written_again() -> None:
    endpoint = StoreEndpoint()
    with serving(endpoint) as url:
        push(Remote(url), build(part("a", "b")), INDEX)
        endpoint.store.update(f"DELETE DATA {{ GRAPH <{ONE}> {{ <urn:a> <urn:p> <urn:o> }} }}")
        assert push(Remote(url), build(part("a", "b")), INDEX).sent == (ONE, INDEX)
    assert endpoint.size(ONE) == 2


def test_other_graphs_are_never_touched() -> None:
    endpoint = StoreEndpoint()
    endpoint.store.update("INSERT DATA { <urn:x> <urn:p> <urn:o> GRAPH <urn:city:theirs> { <urn:x> <urn:p> <urn:o> } }")
    with serving(endpoint) as url:
        push(Remote(url), build(part("a"), part("b")), INDEX, stale=is_own)
        push(Remote(url), build(part("c")), INDEX, stale=is_own)
    assert endpoint.size("urn:city:theirs") == 1
    assert len(endpoint.store) == 2 + 1 + 2


def test_graphs_that_the_build_no_longer_has_are_removed() -> None:
    endpoint = StoreEndpoint()
    with serving(endpoint) as url:
        push(Remote(url), build(part("a"), part("b")), INDEX)
        assert push(Remote(url), build(part("a")), INDEX, stale=is_own).removed == (TWO,)
    assert endpoint.size(TWO) == 0


def test_another_build_is_not_mixed_with_this_one() -> None:
    with serving(StoreEndpoint()) as url:
        push(Remote(url), build(part("a"), part("b")), INDEX)
        with pytest.raises(EndpointError, match="another build"):
            push(Remote(url), build(part("a")), INDEX)


def test_an_endpoint_that_loses_triples_is_found_out() -> None:
    parts = build(Part(["<urn:a> <urn:p> <urn:o> .\n"] * 2, "twice the same"))
    with serving(StoreEndpoint()) as url, pytest.raises(EndpointError, match=r"holds 1 triple of .* sent 2"):
        push(Remote(url), parts, INDEX)


def test_an_endpoint_that_takes_no_updates_is_said_to() -> None:
    with serving(StoreEndpoint(refuse_after=0)) as url, pytest.raises(EndpointError, match="refuses the update"):
        push(Remote(url), build(part("a")), INDEX)


def test_blank_nodes_are_named_and_nothing_else_is() -> None:
    assert skolemise('_:b1 <urn:p> "_:b2 <x> _:b3 ." .\n').count("genid") == 1
    assert skolemise("_:b1 <urn:p> _:b2 .\n").count("genid") == 2


def test_a_pushed_build_is_opened_by_its_address_and_is_the_same(
    kawasaki_folder: Path, kawasaki: plangraph.Graph
) -> None:
    with serving(StoreEndpoint()) as url:
        with pytest.raises(StoreNotFound, match="plangraph push"):
            plangraph.open(url)
        publish(layout.current(kawasaki_folder), Remote(url), chunk=10_000)
        graph = plangraph.open(url)
        assert graph.manifest == kawasaki.manifest
        for name in (CATALOGUE, iris.graph("ontology")):
            assert canonical(graph.engine.triples(name)) == canonical(of_graph(kawasaki, name))  # type: ignore[attr-defined]


def of_graph(graph: plangraph.Graph, name: str) -> list[Triple]:
    return [quad.triple for quad in graph.engine.quads() if name_of(quad.graph_name) == name]
