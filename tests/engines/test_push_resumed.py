"""A real server that is killed in the middle of a push is pushed into again from where it was."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.engines.conftest import start_oxigraph

import plangraph
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.errors import EndpointError, StoreNotFound
from plangraph.store.remote import Remote
from plangraph.store.terms import canonical, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engines.conftest import Start

GOALS = "https://w3id.org/plangraph/graph/sdg"
CHUNK = 100
BEFORE = 300  # triples of that graph


@pytest.fixture(params=["oxigraph", "virtuoso"])
def start(request: pytest.FixtureRequest) -> Start:
    """What starts a server in a folder, and again where it was."""
    if request.param == "oxigraph":
        return partial(start_oxigraph, in_memory=False)
    begin: Start = request.getfixturevalue("start_virtuoso")
    return begin


def test_a_push_goes_on_at_the_chunk_where_the_server_was_killed(
    start: Start,
    minato_folder: Path,
    minato: plangraph.Graph,
    tmp_path: Path,
) -> None:
    build = layout.current(minato_folder)
    with ExitStack() as running:
        url = running.enter_context(start(tmp_path))

        def kill(graph: str, done: int, _: int) -> None:
            if (graph, done) == (GOALS, BEFORE):
                running.close()

        with pytest.raises(EndpointError, match="cannot be reached"):
            publish(build, logged_in(url), chunk=CHUNK, report=kill)
    steps: list[tuple[str, int]] = []
    with start(tmp_path) as url:
        with pytest.raises(StoreNotFound, match="no whole build"):
            plangraph.open(url.removesuffix("-auth"))
        publish(build, logged_in(url), chunk=CHUNK, report=lambda name, done, _: steps.append((name, done)))
        there = canonical(logged_in(url).triples(GOALS))
    assert next(done for name, done in steps if name == GOALS) == BEFORE + CHUNK
    assert there == canonical(q.triple for q in minato.engine.quads() if name_of(q.graph_name) == GOALS)


def logged_in(url: str) -> Remote:
    return Remote(url, user="dba", password="dba")  # noqa: S106 - of a server of the tests
