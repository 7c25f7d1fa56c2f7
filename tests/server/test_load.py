"""Two hundred clients at once, one in ten of them hostile, while workers are killed at random."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from tests.server.event_loop import run
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    import plangraph

CLIENTS = 200
SECONDS = 30.0
RETRIES = 40
KILL_EVERY = 1.0
GROWTH = 16 * 1024  # KiB
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


@dataclass
class Storm:
    """What is right, and what came of it; memory is that of the server and its forkserver, in KiB."""

    expected: dict[str, str]
    answers: Counter[int] = field(default_factory=Counter)
    refusals: Counter[int] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)
    killed: int = 0


async def honest(client: httpx.AsyncClient, storm: Storm, number: int) -> None:
    """Ask and compare; where a kill or a full queue cost an answer, ask again, as the answer says one may."""
    chance = random.Random(number)  # noqa: S311
    while True:
        measure, rows = chance.choice(list(storm.expected.items()))
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
        storm.answers[number] += 1
        await asyncio.sleep(chance.random())


async def hostile(client: httpx.AsyncClient, storm: Storm, number: int) -> None:
    """Attack; every answer is a refusal."""
    chance = random.Random(number)  # noqa: S311
    while True:
        try:
            response = await client.post(
                "/sparql", data={"query": chance.choice(HOSTILE)}, timeout=chance.choice((0.5, 30))
            )
            assert response.status_code in ALLOWED, response.text
            storm.refusals[response.status_code] += 1
        except httpx.TimeoutException:
            await asyncio.sleep(0.1)


async def kill(server: Server, storm: Storm) -> None:
    """Kill a worker now and then."""
    chance = random.Random(5)  # noqa: S311
    while True:
        await asyncio.sleep(KILL_EVERY)
        workers = await asyncio.to_thread(server.workers)
        if workers:
            try:
                os.kill(chance.choice(workers), signal.SIGKILL)
                storm.killed += 1
            except ProcessLookupError:
                continue


async def rage(server: Server, storm: Storm) -> None:
    """Let everybody loose."""
    clients = [client_of(server, number) for number in range(CLIENTS)]
    tasks = [
        asyncio.ensure_future((hostile if number % 10 == 0 else honest)(client, storm, number))
        for number, client in enumerate(clients)
    ]
    tasks.append(asyncio.ensure_future(kill(server, storm)))
    try:
        for _ in range(6):
            await asyncio.sleep(SECONDS / 6)
            storm.memory.append(sum(map(resident, (server.process.pid, *server.forkservers()))))
            failed = [task.exception() for task in tasks if task.done()]
            assert not failed, failed
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        for client in clients:
            await client.aclose()
    assert {type(end) for end in ended} == {asyncio.CancelledError}


def test_honest_clients_are_answered_rightly_whatever_the_others_do(
    kawasaki: plangraph.Graph, kawasaki_folder: Path, tmp_path: Path
) -> None:
    counts = "SELECT ?m (COUNT(?x) AS ?n) { ?m a pg:Measure . ?x pg:within ?m } GROUP BY ?m"
    storm = Storm({str(measure): str(count) for measure, count in kawasaki.sparql(counts)})  # type: ignore[union-attr]
    options = ("--workers", "3", "--time-limit", "1", "--memory-limit", "300", "--queue-time", "20", "--cache", "4")
    with serving(kawasaki_folder, tmp_path / "log", *options, "--grace", "3") as server:
        run(rage(server, storm))
        assert httpx.get(f"{server.url}/healthz", timeout=30).status_code == 200
    entries = [json.loads(line) for line in (tmp_path / "log").read_text("utf-8").splitlines()]
    assert not [entry for entry in entries if entry["status"] == 500 or "fault" in entry]
    assert len(storm.answers) == CLIENTS * 9 // 10  # no honest client went without
    assert {400, 413, 503} <= set(storm.refusals) <= ALLOWED
    assert storm.killed >= 3
    assert storm.memory[-1] - storm.memory[1] < GROWTH, storm
