"""Workers where the system has no fork: each loads the graph itself, and holds what forked ones hold."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.builds import ASKED, make_current, two_builds
from tests.server.serving import PATIENCE, Server, serving

from plangraph.build import layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LARGE = "SELECT ?s ?p ?o ?a { ?s ?p ?o . ?a a owl:Class }"
OPTIONS = ("--workers-by", "spawn", "--workers", "2", "--time-limit", "8", "--max-rows", "5000")


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with two builds, and what each calls its first project, by identity."""
    return two_builds(tmp_path_factory.mktemp("spawn"))


@pytest.fixture(scope="module")
def spawning(builds: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose workers are spawned."""
    with serving(builds[0], tmp_path_factory.mktemp("spawning") / "log", *OPTIONS) as server:
        yield server


def test_spawned_workers_answer_as_forked_ones(spawning: Server, builds: tuple[Path, dict[str, str]]) -> None:
    for address in ASKED:
        response = httpx.get(spawning.url + address.format(1), timeout=30)
        assert builds[1][response.headers["x-plangraph-build"]] in response.text


def test_a_large_answer_of_a_spawned_worker_is_whole(spawning: Server) -> None:
    response = httpx.get(f"{spawning.url}/sparql", params={"query": LARGE, "format": "json"}, timeout=30)
    assert len(response.content) > 1 << 20
    assert len(response.json()["results"]["bindings"]) == 5000


def test_a_spawned_worker_is_ended_in_time_replaced_when_killed_and_fetches_nothing(spawning: Server) -> None:
    with httpx.Client(base_url=spawning.url, timeout=30) as client:
        slow = client.post("/sparql", data={"query": ENDLESS})
        assert (slow.status_code, "time-limit" in slow.json()["detail"]) == (503, True)
        assert asked_of_a_new_worker(client, "ASK {}").status_code == 200
        for worker in spawning.forkservers():  # the server's own children
            os.kill(worker, signal.SIGKILL)
        assert asked_of_a_new_worker(client, "ASK {} #").status_code == 200
        refused = client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { } }"})
        assert refused.status_code == 400


def asked_of_a_new_worker(client: httpx.Client, query: str) -> httpx.Response:
    """Ask until a worker is there: on a busy machine, it may take longer to start than a query may run."""
    deadline = time.monotonic() + PATIENCE
    while (response := client.get("/sparql", params={"query": query})).status_code == 503:
        assert time.monotonic() < deadline
    return response


def test_a_new_build_is_taken_up_by_spawned_workers(spawning: Server, builds: tuple[Path, dict[str, str]]) -> None:
    out, words = builds
    now = httpx.get(f"{spawning.url}/healthz", timeout=30).json()["identity"]
    (other,) = (folder for folder in out.glob("0*") if layout.read_manifest(folder).identity != now)
    make_current(out, other.name)
    deadline = time.monotonic() + PATIENCE
    while (response := httpx.get(spawning.url + ASKED[1], timeout=30)).headers["x-plangraph-build"] == now:
        assert time.monotonic() < deadline
    assert words[response.headers["x-plangraph-build"]] in response.text


def test_without_the_module_resource_the_server_starts_and_nothing_else_is_missing() -> None:
    code = (
        "import sys; sys.modules['resource'] = None\n"
        "import plangraph.server.running, plangraph.server.workers.worker, plangraph.cli.serve\n"
        "from plangraph.server.workers import limits\n"
        "limits.limit_memory(1); limits.limit_time(1); limits.limit_files(closed=True); limits.make_room_for(9)\n"
        "assert not limits.CAN_LIMIT and limits.most_files() is None\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
