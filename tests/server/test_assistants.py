"""Assistants over both transports, with the SDK's own client: the tools, what strangers may not do, and leaving."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.server.event_loop import run
from tests.server.serving import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from mcp import Client

    Connect = Callable[[], AbstractAsyncContextManager[Client]]

TOOLS = {"find", "describe", "questions", "ask", "trace", "explain", "coverage", "sparql"}
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LIMITS = ("--time-limit", "60", "--workers", "2")
SOON = 40  # seconds, less than the time limit


@pytest.fixture(scope="module")
def address(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("assistants") / "access.log"
    with serving(minato_folder, log, *LIMITS) as running:
        yield running.url


@pytest.fixture(params=["http", "stdio"])
def connect(request: pytest.FixtureRequest, minato_folder: Path) -> Connect:
    from mcp import Client, StdioServerParameters

    if request.param == "http":
        url = request.getfixturevalue("address")
        return lambda: Client(f"{url}/mcp")
    command = ["-c", "from plangraph.cli import main; main()", "mcp", "--store", str(minato_folder), *LIMITS]
    return lambda: Client(StdioServerParameters(command=sys.executable, args=command))


def said(result: Any) -> str:
    return "\n".join(each.text for each in result.content)


def test_an_assistant_works_within_the_limits_of_strangers(connect: Connect) -> None:
    async def talk() -> None:
        async with connect() as client:
            await uses_the_tools(client)
            await is_refused(client)
            await reads_pages(client)
            await leaves(client)

    run(talk())


async def uses_the_tools(client: Client) -> None:
    listed = (await client.list_tools()).tools
    assert {tool.name for tool in listed} == TOOLS
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in listed)
    assert "minato/second/" in said(await client.call_tool("find", {"text": "01"}))
    assert "budget-totals: " in said(await client.call_tool("questions", {"words": "budget office", "lang": "en"}))
    asked = await client.call_tool("ask", {"question": "tiers", "parameters": '{"plan": "minato/second"}'})
    assert "政策" in said(asked)


async def is_refused(client: Client) -> None:
    for tool, given, words in (
        ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, "SERVICE"),
        ("sparql", {"query": "DROP ALL", "lang": "en"}, "cannot be changed"),
        ("ask", {"question": "../../etc/passwd", "lang": "en"}, "no question"),
        ("describe", {"name": "<script>", "lang": "en"}, "no thing is known"),
        ("find", {"text": "x" * 201}, "200"),
        ("find", {"texts": "x"}, "texts"),
        ("shutdown", {}, "shutdown"),
    ):
        refused = await client.call_tool(tool, given)
        assert refused.is_error, given
        assert words in said(refused)


async def reads_pages(client: Client) -> None:
    from mcp import MCPError

    pages = (await client.list_resources()).resources
    assert {str(page.uri) for page in pages} >= {"plangraph://guide/en", "plangraph://plans/ja"}
    for uri, words in (("plangraph://guide/en", "minato/second"), ("plangraph://question/tiers", "tiers: ")):
        (content,) = (await client.read_resource(uri)).contents
        assert words in content.text  # type: ignore[union-attr]
    with pytest.raises(MCPError):
        await client.read_resource("plangraph://../secrets")
    assert [each.name for each in (await client.list_prompts()).prompts] == ["brief", "goal", "behind"]
    begun = await client.get_prompt("brief", {"element": "01", "lang": "en"})
    assert "'01'" in begun.messages[0].content.text  # type: ignore[union-attr]
    with pytest.raises(MCPError):
        await client.get_prompt("brief", {})


async def leaves(client: Client) -> None:
    """Abandon more heavy queries than there are workers; another is answered before they would have ended."""
    asking = [asyncio.ensure_future(client.call_tool("sparql", {"query": ENDLESS})) for _ in range(3)]
    await asyncio.sleep(0.3)
    for each in asking:
        each.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    async with asyncio.timeout(SOON):
        assert "政策" in said(await client.call_tool("ask", {"question": "tiers"}))


def test_what_is_no_message_is_refused(address: str) -> None:
    with httpx.Client(
        base_url=address, headers={"Accept": "application/json, text/event-stream"}, timeout=30
    ) as client:
        assert client.post("/mcp", content=b"{").status_code == 400
        assert client.post("/mcp", content=b"x" * 5_000_000).status_code == 413
        for method in ("GET", "PUT", "DELETE"):
            assert client.request(method, "/mcp").status_code == 405  # at once: no stream is opened
        assert client.get("/healthz").status_code == 200
