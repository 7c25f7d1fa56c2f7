"""The engines with cities' plans pushed into them: Kawasaki's, Saitama's, and made-up ones together."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests import needs
from tests.engines import servers
from tests.queries.conftest import HERE as CITIES
from tests.queries.conftest import LIBRARY, with_every_question
from tests.shared import built_once, first_of_all

import plangraph
from plangraph import resources
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.namespaces import THINGS
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Start = Callable[[Path], AbstractContextManager[str]]

SMALL = ("testville", "plantown", "minato", "village")


def pushed(url: str, folder: Path) -> plangraph.Graph:
    """Push a build into an endpoint, and open it there."""
    endpoint = Remote(url, user="dba", password="dba", timeout=servers.PATIENCE)  # noqa: S106 - of a server of the tests
    publish(layout.current(folder), endpoint)
    graph = plangraph.open(url.removesuffix("-auth"))
    assert isinstance(graph.engine, Remote)
    patient = Remote(url.removesuffix("-auth"), timeout=servers.PATIENCE, graphs=graph.engine.graphs)
    return plangraph.Graph(patient, graph.manifest, LIBRARY)


def start_oxigraph(folder: Path, *, in_memory: bool = True) -> AbstractContextManager[str]:
    return servers.oxigraph(needed(servers.oxigraph_binary()), folder, in_memory=in_memory)


def needed(binary: str | None) -> str:
    assert binary, "python -m tests.needs brings it"
    return binary


@pytest.fixture(scope="session")
def on_oxigraph(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[plangraph.Graph]:
    with start_oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield pushed(url, kawasaki_folder)


@pytest.fixture(scope="session")
def start_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Start:
    """What starts Virtuoso in a folder, with a copy of an empty database that is made once for all tests."""
    binary = needed(needs.virtuoso())
    with first_of_all(tmp_path_factory, "virtuoso") as (empty, is_first):
        if is_first:
            empty.mkdir()
            servers.make_virtuoso(binary, empty)

    def start(folder: Path) -> AbstractContextManager[str]:
        if not (folder / servers.DATABASE).exists():
            shutil.copy(empty / servers.DATABASE, folder)
        return servers.virtuoso(binary, folder)

    return start


@pytest.fixture(scope="session")
def virtuoso(start_virtuoso: Start, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with start_virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(scope="session")
def on_virtuoso(kawasaki_folder: Path, virtuoso: str) -> plangraph.Graph:
    return pushed(virtuoso, kawasaki_folder)


@pytest.fixture(scope="session")
def saitama_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the smaller of the bundled cities was built into."""
    return built_once(tmp_path_factory, resources.DATA / "saitama")


@pytest.fixture(scope="session")
def saitama(saitama_folder: Path) -> plangraph.Graph:
    """That city, in memory."""
    return with_every_question(plangraph.open(saitama_folder, in_memory=True))


@pytest.fixture(scope="session")
def saitama_on_oxigraph(saitama_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[plangraph.Graph]:
    with start_oxigraph(tmp_path_factory.mktemp("saitama-server")) as url:
        yield pushed(url, saitama_folder)


@pytest.fixture(scope="session")
def saitama_on_virtuoso(
    start_virtuoso: Start, saitama_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[plangraph.Graph]:
    with start_virtuoso(tmp_path_factory.mktemp("saitama-server")) as url:
        yield pushed(url, saitama_folder)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the made-up cities of ``tests/queries/data`` were built into together."""
    return built_once(tmp_path_factory, *(CITIES / "data" / city for city in SMALL))


@pytest.fixture(scope="session")
def small(small_folder: Path) -> dict[str, plangraph.Graph]:
    """The made-up cities, in memory, each beside the others."""
    return of_each_city(plangraph.open(small_folder, in_memory=True))


@pytest.fixture(scope="session")
def small_on_oxigraph(
    small_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, plangraph.Graph]]:
    with start_oxigraph(tmp_path_factory.mktemp("small-server")) as url:
        yield of_each_city(pushed(url, small_folder))


@pytest.fixture(scope="session")
def small_on_virtuoso(
    start_virtuoso: Start, small_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, plangraph.Graph]]:
    with start_virtuoso(tmp_path_factory.mktemp("small-server")) as url:
        yield of_each_city(pushed(url, small_folder))


def of_each_city(graph: plangraph.Graph) -> dict[str, plangraph.Graph]:
    """Return a build of several cities as it is asked about each: about that city's plan, unless another is named."""
    manifest = graph.manifest
    return {
        space.removeprefix(THINGS)[:-1]: plangraph.Graph(
            graph.engine, replace(manifest, plan=plan, plans={space: plan}), LIBRARY
        )
        for space, plan in manifest.plans.items()
    }
