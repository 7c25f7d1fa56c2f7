"""Who comes to a server in a soak: honest and hostile clients, some that say nothing or read nothing, and accidents."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
from tests.server.builds import ASKED, make_current

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.serving import Server

LARGE = "SELECT ?s ?p ?o ?a { ?s ?p ?o . ?a a owl:Class } # "
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK" + "{" * 5000 + "}" * 5000,
    "ASK { " + "OPTIONAL { ?s ?p ?o } " * 500 + "}",
    "SELECT (COUNT(*) AS ?n) { ?s (pg:within|!pg:within)* ?o . ?o (pg:within|!pg:within)* ?x . ?x !pg:within* ?y }",
    "SELEC",
    "ASK {}" + " " * 100_000,
)
ALLOWED = {400, 413, 429, 503}
RETRIES = 40


@dataclass(frozen=True)
class Crowd:
    """How many of each there are, and every how many seconds (at most) a worker is killed and a build is made."""

    honest: int = 40
    hostile: int = 8
    idle: int = 60
    unread: int = 6
    kill_every: float = 2.0
    build_every: float = 8.0


@dataclass
class Outcome:
    """What came of it; memory (of server and forkservers) in KiB, delays in seconds."""

    words: dict[str, str]
    answers: Counter[int] = field(default_factory=Counter)
    delays: list[float] = field(default_factory=list)
    again: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    refusals: Counter[int] = field(default_factory=Counter)
    killed: int = 0
    builds: int = 0
    builds_killed: int = 0
    idle: int = 0
    unread: int = 0
    memory: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)


def client_of(server: Server, number: int) -> httpx.AsyncClient:
    """A client with an address of its own."""
    transport = httpx.AsyncHTTPTransport(verify=False, local_address=f"127.0.{1 + number // 100}.{1 + number % 100}")
    return httpx.AsyncClient(base_url=server.url, transport=transport, timeout=60)


async def honest(server: Server, outcome: Outcome, number: int) -> None:
    """Ask and compare; where a kill or a full queue cost an answer, ask again, as the answer says one may."""
    chance = random.Random(number)  # noqa: S311
    async with client_of(server, number) as client:
        while True:
            address = chance.choice(ASKED).format(chance.randrange(10_000))
            start = time.monotonic()
            for _ in range(RETRIES):
                try:
                    response = await client.get(address)
                except httpx.TransportError:
                    outcome.lost += 1
                    continue
                if response.status_code == 200:
                    break
                outcome.again += 1
                if response.status_code not in {429, 503} or "retry-after" not in response.headers:
                    outcome.wrong.append(f"{response.status_code} {response.text[:200]}")
                await asyncio.sleep(chance.random())
            outcome.delays.append(time.monotonic() - start)
            word = outcome.words.get(response.headers.get("x-plangraph-build", ""))
            if word is None or word not in response.text:
                outcome.wrong.append(f"{response.status_code} {address} {response.text[:200]}")
            outcome.answers[number] += 1
            await asyncio.sleep(chance.random() / 2)


async def hostile(server: Server, outcome: Outcome, number: int) -> None:
    """Attack; every answer is a refusal."""
    chance = random.Random(number)  # noqa: S311
    async with client_of(server, number) as client:
        while True:
            try:
                query = {"query": chance.choice(HOSTILE)}
                response = await client.post("/sparql", data=query, timeout=chance.choice((0.5, 30)))
            except httpx.TransportError:  # mostly its own impatience
                await asyncio.sleep(0.1)
                continue
            outcome.refusals[response.status_code] += 1
            if response.status_code not in ALLOWED:
                outcome.wrong.append(f"{response.status_code} to {query}")


async def hold(server: Server, text: str, number: int, seconds: float) -> None:
    """Connect, send a text, and do nothing more; a connection that is ended is no fault."""
    address = httpx.URL(server.url)
    with socket.socket() as line, suppress(OSError):
        line.setblocking(False)
        line.bind((f"127.0.{20 + number % 40}.{1 + number // 40 % 250}", 0))
        loop = asyncio.get_running_loop()
        await loop.sock_connect(line, (address.host, address.port or 80))
        await loop.sock_sendall(line, text.encode())
        await asyncio.sleep(seconds)


async def idle(server: Server, outcome: Outcome, number: int) -> None:
    """Send nothing, or the half of a head."""
    chance = random.Random(number)  # noqa: S311
    while True:
        outcome.idle += 1
        await hold(server, chance.choice(("", "GET / HTTP/1.1\r\nHost: x\r\n")), number, chance.uniform(1, 8))


async def unread(server: Server, outcome: Outcome, number: int) -> None:
    """Ask for much, and read nothing."""
    while True:
        outcome.unread += 1
        query = quote(f"{LARGE}{number} {outcome.unread}")
        text = f"GET /sparql?format=json&query={query} HTTP/1.1\r\nHost: x\r\n\r\n"
        await hold(server, text, 1000 + number, 6)


async def kill(server: Server, outcome: Outcome, crowd: Crowd) -> None:
    """Kill a worker now and then."""
    chance = random.Random(5)  # noqa: S311
    while True:
        await asyncio.sleep(chance.uniform(0.3, 1) * crowd.kill_every)
        workers = await asyncio.to_thread(server.workers)
        if workers:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(workers), signal.SIGKILL)
                outcome.killed += 1


async def point(out: Path, outcome: Outcome, crowd: Crowd) -> None:
    """Make the one build current and then the other."""
    names = [folder.name for folder in sorted(out.glob("0*"))]
    while True:
        await asyncio.sleep(crowd.build_every)
        outcome.builds += 1
        make_current(out, names[outcome.builds % 2])


async def rebuild(out: Path, outcome: Outcome, crowd: Crowd) -> None:
    """Build the one version and then the other; every third time the build is killed half-way."""
    chance = random.Random(7)  # noqa: S311
    while True:
        await asyncio.sleep(crowd.build_every)
        city = out.parent / ("Drills", "Exercises")[outcome.builds % 2]
        command = ("-c", "from plangraph.cli import main; main()", "build", str(city), "-o", str(out))
        nowhere = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=nowhere, stderr=nowhere)
        try:
            if chance.random() < 1 / 3:
                await asyncio.sleep(chance.uniform(0.2, 2.5))
                with suppress(ProcessLookupError):
                    process.kill()
                    outcome.builds_killed += 1
            if await process.wait() == 0:
                outcome.builds += 1
        finally:
            with suppress(ProcessLookupError):
                process.kill()
                await process.wait()
