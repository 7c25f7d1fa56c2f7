"""The commands that go on, or write a whole site, about two unlike cities."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.browser.publishing import FOLDER, published_once
from tests.queries.conftest import HERE
from tests.server import event_loop
from tests.server.serving import PATIENCE, Server, serving
from tests.shared import built_once

from plangraph.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

CITIES = {"plantown": ["政策", "施策", "事務事業"], "minato": ["政策", "施策", "基本事業", "事務事業"]}
"""The cities, and the words that each has for tiers."""


@dataclass(frozen=True)
class Served:
    """A server of a city's store, the socket of who runs it, and the city's site."""

    tiers: list[str]
    store: Path
    site: Path
    server: Server
    control: Path


@pytest.fixture(scope="module", params=CITIES)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    store = built_once(tmp_path_factory, HERE / "data" / request.param)
    site = published_once(tmp_path_factory, store) / FOLDER
    log = tmp_path_factory.mktemp(request.param) / "access.log"
    with tempfile.TemporaryDirectory() as folder:  # whose path is short enough for a socket
        control = Path(folder) / "here" / "control.sock"
        with serving(store, log, "--control", str(control)) as server:
            yield Served(CITIES[request.param], store, site, server, control)


def mcp(served: Served) -> None:
    from mcp import Client, StdioServerParameters

    command = ["-c", "from plangraph.cli import main; main()", "mcp", "--store", str(served.store), "--workers", "1"]

    async def ask() -> None:
        async with Client(StdioServerParameters(command=sys.executable, args=command)) as client:
            answer = await client.call_tool("ask", {"question": "tiers", "lang": "ja"})
            said = "".join(each.text for each in answer.content)  # type: ignore[union-attr]
            assert [tier for tier in served.tiers if tier not in said] == []

    event_loop.run(ask())


def publish(served: Served) -> None:
    said = (served.site / "tables/ja/tiers.csv").read_text("utf-8-sig")
    assert [tier for tier in served.tiers if tier not in said] == []


def running(served: Served) -> None:
    main(["running", "--control", str(served.control)])


def serve(served: Served) -> None:
    said = httpx.get(f"{served.server.url}/api/queries/tiers", params={"lang": "ja"}, timeout=PATIENCE).text
    assert [tier for tier in served.tiers if tier not in said] == []


STARTED = {each.__name__: each for each in (mcp, publish, running, serve)}
"""What shows that each of these commands does its work."""


@pytest.mark.parametrize("command", STARTED)
def test_a_command_works_for_it(command: str, served: Served) -> None:
    STARTED[command](served)
