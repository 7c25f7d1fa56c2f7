"""The engines with Kawasaki's plan pushed into them; PLANGRAPH_WITHOUT_ENGINES=1 leaves these tests out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.engines import servers

import plangraph
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEFT_OUT = "PLANGRAPH_WITHOUT_ENGINES"

if os.environ.get(LEFT_OUT) and not os.environ.get("CI"):
    collect_ignore_glob = ["test_*.py"]


def pushed(url: str, folder: Path) -> plangraph.Graph:
    """Push a build into an endpoint, and open it there."""
    publish(layout.current(folder), Remote(url, user="dba", password="dba"))  # noqa: S106 - of a server of the tests
    return plangraph.open(url.removesuffix("-auth"))


def needed(binary: str | None, package: str) -> str:
    if binary is None:
        pytest.fail(f"these tests need {package}; {LEFT_OUT}=1 leaves them out", pytrace=False)
    return binary


@pytest.fixture(scope="session")
def on_oxigraph(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[plangraph.Graph]:
    binary = needed(servers.oxigraph_binary(), "PyPI's oxigraph")
    with servers.oxigraph(binary, tmp_path_factory.mktemp("oxigraph")) as url:
        yield pushed(url, kawasaki_folder)


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = needed(servers.virtuoso_binary(), "Debian's virtuoso-opensource-7")
    with servers.virtuoso(binary, tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(scope="session")
def on_virtuoso(kawasaki_folder: Path, virtuoso: str) -> plangraph.Graph:
    return pushed(virtuoso, kawasaki_folder)
