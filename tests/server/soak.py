"""``python -m tests.server.soak [--minutes N]``: a server under everything at once, and what came of it in figures.

Honest clients ask and compare; hostile ones attack; some connect and say nothing; some ask for much and read nothing.
Meanwhile workers are killed, and builds are made, some of them killed half-way.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import socket
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
from tests.server.serving import PATIENCE, Server, serving
from tests.small_city import write_city

from plangraph.build import build_folder, layout
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PROJECT = "/id/mini/3/project/10101010"
NAME = f"SELECT ?name {{ <https://w3id.org/plangraph{PROJECT}> rdfs:label ?name FILTER(LANG(?name) = 'en') }}"
LARGE = "SELECT ?s ?p ?o ?a { ?s ?p ?o . ?a a owl:Class } # "
ASKED = (
    "/sparql?format=csv&query=" + quote(f"{NAME} # ") + "{}",  # the number makes each query another one
    "/api/queries/children?element=1-1-1&lang=en&format=csv",
    f"{PROJECT}?format=turtle",
    f"{PROJECT}?format=html&lang=en",
)
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
OPTIONS = (
    *("--workers", "3", "--time-limit", "1", "--memory-limit", "300", "--queue-time", "20", "--cache", "4"),
    *("--header-time", "5", "--write-time", "3", "--client-connections", "50", "--connections", "400", "--grace", "3"),
)
RETRIES = 40
MIB = 1024


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


def resident(process: int) -> int:
    """Return the resident memory of a process in KiB, nothing of one that is gone."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
    return 0


def two_builds(root: Path) -> tuple[Path, dict[str, str]]:
    """Build two versions of a small city; give the folder, and what each calls its first project, by identity."""
    words = {}
    for word in ("Drills", "Exercises"):
        build([write_city(root / word, {"elements.csv": ("Drills", word)})], root / "out")
        words[layout.read_manifest(layout.current(root / "out")).identity] = word
    return root / "out", words


def make_current(out: Path, name: str) -> None:
    """Make a build current as the end of a build does: by one rename."""
    (out / ".pointer").write_text(name, "utf-8")
    (out / ".pointer").replace(out / layout.CURRENT)


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
    """Say nothing, or the half of a head."""
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


def measure(server: Server, outcome: Outcome) -> None:
    """Take note of memory and open files."""
    outcome.memory.append(sum(map(resident, (server.process.pid, *server.forkservers()))))
    outcome.files.append(len(list(Path(f"/proc/{server.process.pid}/fd").iterdir())))


async def rage(
    server: Server,
    outcome: Outcome,
    crowd: Crowd,
    seconds: float,
    renew: Callable[[], Awaitable[None]],
    is_enough: Callable[[], bool] = lambda: True,
) -> None:
    """Let everybody loose for some seconds, and on until it is enough; then let the server come to rest."""
    await asyncio.to_thread(measure, server, outcome)
    kinds = ((honest, crowd.honest), (hostile, crowd.hostile), (idle, crowd.idle), (unread, crowd.unread))
    starts = [(act, number) for act, many in kinds for number in range(many)]
    tasks = [asyncio.ensure_future(act(server, outcome, at)) for at, (act, _) in enumerate(starts)]
    tasks += [asyncio.ensure_future(kill(server, outcome, crowd)), asyncio.ensure_future(renew())]
    pause = seconds / max(6, int(seconds / 10))
    start = time.monotonic()
    while (spent := time.monotonic() - start) < seconds or (spent < seconds + PATIENCE and not is_enough()):
        await asyncio.sleep(pause)
        await asyncio.to_thread(measure, server, outcome)
        failed = [task.exception() for task in tasks if task.done()]
        assert not failed, failed
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert {type(end) for end in ended} == {asyncio.CancelledError}


def faults(log: Path) -> list[str]:
    """Return the lines of the log that tell of faults."""
    entries = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return [str(entry) for entry in entries if entry.get("status") == 500 or "fault" in entry or "dropped" in entry]


def told(outcome: Outcome, log: Path, seconds: float) -> str:
    """Say what came of it."""
    delays = sorted(outcome.delays)
    p50, p99, longest = statistics.median(delays), delays[int(len(delays) * 0.99)], delays[-1]
    figures = {
        "seconds": round(seconds),
        "honest answers, each compared": sum(outcome.answers.values()),
        "wrong answers": len(outcome.wrong),
        "honest answers asked for again (429, 503)": outcome.again,
        "honest connections lost": outcome.lost,
        "p50, p99, longest (s)": f"{p50:.3f}, {p99:.2f}, {longest:.1f}",
        "hostile requests refused": dict(sorted(outcome.refusals.items())),
        "workers killed": outcome.killed,
        "builds; killed half-way": f"{outcome.builds}; {outcome.builds_killed}",
        "idle connections; answers not read": f"{outcome.idle}; {outcome.unread}",
        "memory before, at most, after (MiB)": ", ".join(
            str(each // MIB) for each in (outcome.memory[0], max(outcome.memory), outcome.memory[-1])
        ),
        "open files before, at most, after": f"{outcome.files[0]}, {max(outcome.files)}, {outcome.files[-1]}",
        "faults in the log": len(faults(log)),
    }
    return "\n".join(f"{name}: {value}" for name, value in figures.items())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.server.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long")
    seconds = 60 * parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as place:
        out, words = two_builds(Path(place))
        outcome, crowd, log = Outcome(words), Crowd(), Path(place) / "log"
        with serving(out, log, *OPTIONS) as server:
            asyncio.run(rage(server, outcome, crowd, seconds, lambda: rebuild(out, outcome, crowd)))
            time.sleep(10)
            measure(server, outcome)
            assert httpx.get(f"{server.url}/healthz", timeout=30).status_code == 200
        build([out.parent / "Drills"], out)  # removes what those that were killed left
        left = [path.name for path in out.iterdir() if path.name.startswith(build_folder.PARTIAL)]
        print(told(outcome, log, seconds))
        print(*outcome.wrong[:5], *faults(log)[:5], sep="\n")
        print(f"left behind by builds: {left}")
        return int(bool(outcome.wrong or faults(log)))


if __name__ == "__main__":
    sys.exit(main())
