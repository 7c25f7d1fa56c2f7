"""The server as a process: how it starts, goes on, and stops."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import httpx
from tests.server.serving import COMMAND, PATIENCE, Server, serving

from plangraph.build import build_folder, layout

if TYPE_CHECKING:
    from pathlib import Path

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d a ?e }"
MORE = '<https://w3id.org/plangraph/id/minato/new> <http://www.w3.org/2000/01/rdf-schema#label> "new" {graph} .\n'


def built(source: Path, out: Path, extra: str = "") -> None:
    """Make a copy of a build the current one of another folder."""
    build = layout.current(source)
    partial = build_folder.begin(out)
    (partial / layout.NQUADS).write_text((build / layout.NQUADS).read_text("utf-8") + extra, "utf-8")
    manifest = layout.read_manifest(build)
    identity = layout.identify(partial / layout.NQUADS)
    build_folder.finish(out, partial, layout.Manifest(**{**vars(manifest), "identity": identity}))


def test_a_new_build_is_picked_up_without_losing_a_request_and_a_damaged_one_is_not(
    minato_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "store"
    built(minato_folder, out)
    answers: list[tuple[int, str]] = []
    done = threading.Event()

    def ask(number: int) -> None:
        with httpx.Client(base_url=server.url, timeout=30) as client:
            while not done.is_set():
                response = client.post("/sparql", data={"query": f"{COUNT} # {number} {len(answers)}"})
                answers.append((response.status_code, response.text))

    with serving(out, tmp_path / "log", "--workers", "2") as server:
        before = httpx.get(f"{server.url}/api/info", timeout=30).headers["etag"]
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        graph = "<https://w3id.org/plangraph/graph/minato>"
        built(minato_folder, out, MORE.format(graph=graph))
        deadline = time.monotonic() + PATIENCE
        while httpx.get(f"{server.url}/api/info", timeout=30).headers["etag"] == before:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        time.sleep(0.5)
        done.set()
        for thread in threads:
            thread.join()
        new = httpx.get(f"{server.url}/id/minato/new?format=ntriples", timeout=30)
        assert new.status_code == 200
        stale = httpx.get(f"{server.url}/api/info", headers={"If-None-Match": before}, timeout=30)
        assert stale.status_code == 200
        assert len(server.forkservers()) == 1
        goes_on_where_a_build_is_damaged(server, out)
    assert {status for status, _ in answers} == {200}
    assert len({text for _, text in answers}) == 2


def goes_on_where_a_build_is_damaged(server: Server, out: Path) -> None:
    (out / layout.CURRENT).write_text("0099-nothing", "utf-8")
    time.sleep(1.5)
    assert httpx.post(f"{server.url}/sparql", data={"query": COUNT}, timeout=30).status_code == 200


def test_stopping_lets_what_runs_end_and_leaves_no_process(minato_folder: Path, tmp_path: Path) -> None:
    said: list[httpx.Response] = []
    with serving(minato_folder, tmp_path / "log", "--grace", "30") as server:
        ask = threading.Thread(
            target=lambda: said.append(httpx.post(f"{server.url}/sparql", data={"query": SLOW}, timeout=60))
        )
        ask.start()
        while not server.workers():
            time.sleep(0.01)
        processes = [*server.forkservers(), *server.workers()]
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(40) == 0
        ask.join()
    assert said[0].status_code == 200
    deadline = time.monotonic() + PATIENCE
    while any(_is_there(process) for process in processes):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_server_that_dies_takes_its_workers_with_it(minato_folder: Path, tmp_path: Path) -> None:
    with serving(minato_folder, tmp_path / "log") as server:
        httpx.post(f"{server.url}/sparql", data={"query": COUNT}, timeout=30)
        processes = [*server.forkservers(), *server.workers()]
        server.process.kill()
        deadline = time.monotonic() + PATIENCE
        while any(_is_there(process) for process in processes):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert len(processes) == 2


def test_nothing_to_serve_is_said_in_one_line(tmp_path: Path) -> None:
    out = subprocess.run([*COMMAND, "--store", str(tmp_path)], capture_output=True, text=True, check=False, timeout=60)
    assert out.returncode == 2
    assert "plangraph build" in out.stderr
    assert len(out.stderr.splitlines()) == 1


def test_a_build_on_disk_is_served_too_and_limits_come_from_the_environment_too(
    minato_folder: Path, tmp_path: Path
) -> None:
    environment = {"PLANGRAPH_MAX_DEPTH": "3"}
    with serving(minato_folder, tmp_path / "log", "--data-in-memory", "0", environment=environment) as server:
        first = httpx.post(f"{server.url}/sparql", data={"query": COUNT}, timeout=30)
        again = httpx.get(f"{server.url}/api/queries/standing-counts?lang=en", timeout=30)
        deep = httpx.post(f"{server.url}/sparql", data={"query": "ASK {{{{}}}}"}, timeout=30)
    assert (first.status_code, again.status_code, deep.status_code) == (200, 200, 400)
    assert "max-depth, 3" in deep.json()["detail"]


def test_a_remote_store_that_is_dead_is_said_without_its_address() -> None:
    out = subprocess.run(
        [*COMMAND, "--store", "http://127.0.0.1:9/sparql"], capture_output=True, text=True, check=False, timeout=60
    )
    assert out.returncode == 2
    assert "Traceback" not in out.stderr
    assert sys.executable not in out.stderr


def test_an_endpoint_can_stand_behind_the_server(minato_folder: Path, tmp_path: Path) -> None:
    address = "/api/queries/standing-counts?lang=en"
    with (
        serving(minato_folder, tmp_path / "behind") as behind,
        serving(f"{behind.url}/sparql", tmp_path / "front") as front,
    ):
        assert httpx.get(front.url + address, timeout=60).json() == httpx.get(behind.url + address, timeout=60).json()
        behind.process.send_signal(signal.SIGTERM)
        behind.process.wait(30)
        lost = httpx.post(f"{front.url}/sparql", data={"query": COUNT}, timeout=60)
        assert lost.status_code == 503
        assert behind.url not in lost.text


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_port_that_is_taken_is_said_with_a_way_out(minato_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [*COMMAND, "--store", str(minato_folder), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"port {port} of 127.0.0.1 is taken already" in done.stderr
    assert "--port" in done.stderr
