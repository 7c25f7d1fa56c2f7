"""The engines with four cities' plans pushed into them."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tests import needs
from tests.engines import servers
from tests.queries.conftest import HERE as CITIES
from tests.queries.conftest import with_every_question
from tests.shared import built_once

import plangraph
from plangraph import resources
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Start = Callable[[Path], AbstractContextManager[str]]

SMALL = ("testville", "plantown", "minato", "village")


def pushed(url: str, folder: Path) -> plangraph.Graph:
    """Push a build into an endpoint, and open it there."""
    publish(layout.current(folder), Remote(url, user="dba", password="dba"))  # noqa: S106 - of a server of the tests
    return with_every_question(plangraph.open(url.removesuffix("-auth")))


def start_oxigraph(folder: Path, *, in_memory: bool = True) -> AbstractContextManager[str]:
    return servers.oxigraph(needed(servers.oxigraph_binary()), folder, in_memory=in_memory)


def start_virtuoso(folder: Path) -> AbstractContextManager[str]:
    return servers.virtuoso(needed(needs.virtuoso()), folder)


def needed(binary: str | None) -> str:
    assert binary, "python -m tests.needs brings it"
    return binary


@pytest.fixture(scope="session")
def on_oxigraph(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[plangraph.Graph]:
    with start_oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield pushed(url, kawasaki_folder)


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
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
def saitama_on_virtuoso(saitama_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[plangraph.Graph]:
    with start_virtuoso(tmp_path_factory.mktemp("saitama-server")) as url:
        yield pushed(url, saitama_folder)


@pytest.fixture(scope="session")
def small_folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders that the made-up cities of ``tests/queries/data`` were built into."""
    return {city: built_once(tmp_path_factory, CITIES / "data" / city) for city in SMALL}


@pytest.fixture(scope="session")
def small(small_folders: dict[str, Path]) -> dict[str, plangraph.Graph]:
    """The made-up cities, in memory."""
    return {city: with_every_question(plangraph.open(folder, in_memory=True)) for city, folder in small_folders.items()}


@pytest.fixture(scope="session")
def small_on_oxigraph(
    small_folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, plangraph.Graph]]:
    yield from each_in_its_own(start_oxigraph, small_folders, tmp_path_factory)


@pytest.fixture(scope="session")
def small_on_virtuoso(
    small_folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, plangraph.Graph]]:
    yield from each_in_its_own(start_virtuoso, small_folders, tmp_path_factory)


def each_in_its_own(
    start: Start,
    folders: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, plangraph.Graph]]:
    """Push each city into a server of its own: an endpoint holds one build."""
    with ExitStack() as running:
        urls = {city: running.enter_context(start(tmp_path_factory.mktemp(f"{city}-server"))) for city in folders}
        yield {city: pushed(urls[city], folder) for city, folder in folders.items()}
