"""One server for the tests that do not harm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the bundled dataset; its time limit lets a busy machine draw a network."""
    log = tmp_path_factory.mktemp("server") / "access.log"
    with serving(kawasaki_folder, log, "--time-limit", "20", "--memory-limit", "600", "--max-rows", "3000") as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client of the server."""
    with httpx.Client(base_url=server.url, timeout=30) as made:
        yield made
