"""Two hundred clients at once, one in ten of them hostile, while workers are killed at random."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import plangraph

CLIENTS = 200
SECONDS = 30.0
RETRIES = 40
KILL_EVERY = 1.0
GROWTH = 64 * 1024  # KiB
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK" + "{" * 5000 + "}" * 5000,
    "ASK { " + "OPTIONAL { ?s ?p ?o } " * 500 + "}",
    "SELECT (COUNT(*) AS ?n) { ?s (pg:within|!pg:within)* ?o . ?o (pg:within|!pg:within)* ?x }",
    "SELEC",
    "ASK {}" + " " * 100_000,
)
ALLOWED = {400, 413, 429, 503}


def client_of(server: Server, number: int) -> httpx.AsyncClient:
    """A client with an address of its own."""
    transport = httpx.AsyncHTTPTransport(verify=False, local_address=f"127.0.{1 + number // 100}.{1 + number % 100}")
    return httpx.AsyncClient(base_url=server.url, transport=transport, timeout=60)


def resident(process: int) -> int:
    """Give the resident memory of a process in KiB."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


async def honest(client: httpx.AsyncClient, expected: dict[str, str], chance: random.Random) -> int:
    """Ask and compare; where a kill or a full queue cost an answer, ask again, as the answer says one may."""
    answered = 0
    while True:
        measure, rows = chance.choice(list(expected.items()))
        # a comment makes each query another one, so that the workers answer and not only the kept answers
        text = f"SELECT (COUNT(?x) AS ?n) {{ ?x pg:within <{measure}> }} # {chance.random()}"
        for _ in range(RETRIES):
            response = await client.post("/sparql", data={"query": text})
            if response.status_code == 200:
                break
            assert response.status_code in {429, 503}, response.text
            assert response.headers["retry-after"]
            await asyncio.sleep(0.2)
        assert response.status_code == 200, response.text
        assert response.json()["results"]["bindings"][0]["n"]["value"] == rows
        answered += 1
        await asyncio.sleep(chance.random())


async def hostile(client: httpx.AsyncClient, _: dict[str, str], chance: random.Random) -> int:
    """Attack; every answer is a refusal."""
    while True:
        try:
            response = await client.post(
                "/sparql", data={"query": chance.choice(HOSTILE)}, timeout=chance.choice((0.5, 30))
            )
            assert response.status_code in ALLOWED, response.text
        except httpx.TimeoutException:
            await asyncio.sleep(0.1)


async def kill(server: Server, chance: random.Random) -> None:
    """Kill a worker now and then."""
    while True:
        await asyncio.sleep(KILL_EVERY)
        workers = await asyncio.to_thread(server.workers)
        if workers:
            try:
                os.kill(chance.choice(workers), signal.SIGKILL)
            except ProcessLookupError:
                continue


async def storm(server: Server, expected: dict[str, str]) -> list[int]:
    """Let everybody loose; give the server's memory through the storm."""
    chance = random.Random(5)  # noqa: S311
    clients = [client_of(server, number) for number in range(CLIENTS)]
    roles: list[Callable[..., Awaitable[int]]] = [hostile if number % 10 == 0 else honest for number in range(CLIENTS)]
    tasks = [
        asyncio.ensure_future(role(client, expected, random.Random(number)))  # noqa: S311
        for number, (role, client) in enumerate(zip(roles, clients, strict=True))
    ]
    killer = asyncio.ensure_future(kill(server, chance))
    memory = []
    for _ in range(6):
        await asyncio.sleep(SECONDS / 6)
        memory.append(resident(server.process.pid))
        failed = [task.exception() for task in (*tasks, killer) if task.done()]
        assert not failed, failed
    for task in (*tasks, killer):
        task.cancel()
    await asyncio.gather(*tasks, killer, return_exceptions=True)
    for client in clients:
        await client.aclose()
    return memory


def test_honest_clients_are_answered_rightly_whatever_the_others_do(
    kawasaki: plangraph.Graph, kawasaki_folder: Path, tmp_path: Path
) -> None:
    counts = "SELECT ?m (COUNT(?x) AS ?n) { ?m a pg:Measure . ?x pg:within ?m } GROUP BY ?m"
    expected = {str(measure): str(count) for measure, count in kawasaki.sparql(counts)}  # type: ignore[union-attr]
    options = ("--workers", "3", "--time-limit", "1", "--memory-limit", "300", "--queue-time", "20", "--cache", "4")
    with serving(kawasaki_folder, tmp_path / "log", *options, "--grace", "3") as server:
        with ThreadPoolExecutor(1) as elsewhere:  # the browser tests keep a loop running in this thread
            memory = elsewhere.submit(asyncio.run, storm(server, expected)).result()
        answers = httpx.get(f"{server.url}/metrics", timeout=30).text
        assert httpx.get(f"{server.url}/healthz", timeout=30).status_code == 200
    right = next(line for line in answers.splitlines() if 'route="/sparql",status="200"' in line)
    assert int(right.split()[-1]) > CLIENTS
    assert memory[-1] - memory[1] < GROWTH, memory
