"""For who runs the server: what is being answered and an end to it, and counters at an address of their own."""

from __future__ import annotations

import json
import re
import socket
import stat
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.cli.running import run
from tests.server.serving import COMMAND, Server, serving

from plangraph.errors import ServiceError
from plangraph.server.control import ask

if TYPE_CHECKING:
    from collections.abc import Iterator


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PAGE = "/api/queries/served-plans"


@pytest.fixture(scope="module")
def control() -> Iterator[Path]:
    """A place whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "here" / "control.sock"


@pytest.fixture(scope="module")
def watched(minato_folder: Path, control: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a socket for who runs it, and counters at an address of their own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        own = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path_factory.mktemp("watched") / own
    patient = ("--time-limit", "600", "--queue-time", "600")  # what is to be ended by hand ends by nothing else
    with serving(
        minato_folder, log, "--control", str(control), "--metrics", own, "--slow-query", "0.2", *patient
    ) as server:
        yield server


def test_a_query_is_listed_and_ended_while_a_page_of_the_same_address_is_answered(
    watched: Server, control: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[httpx.Response] = []

    def hog() -> None:
        said.append(httpx.post(f"{watched.url}/sparql", data={"query": ENDLESS}, timeout=600))

    hogs = [threading.Thread(target=hog) for _ in range(4)]
    for thread in hogs:
        thread.start()
    listed: list[dict[str, Any]] = []
    while len(listed) < len(hogs) or all(entry["state"] == "waiting" for entry in listed):  # till one has a worker
        time.sleep(0.02)
        listed = ask(control, {"list": True})
    assert httpx.get(watched.url + PAGE, timeout=20).status_code == 200
    assert [entry["state"] for entry in listed].count("running") == 1  # of this address
    _, shown, _ = run(capsys, "running", "--control", control)
    assert ENDLESS[:40] in shown
    for entry in listed:
        code, _, errors = run(capsys, "running", "--control", control, "--end", entry["number"])
        assert code == 0, errors
    for thread in hogs:
        thread.join(30)
    assert {response.status_code for response in said} == {503}
    assert all("ended this query" in response.json()["detail"] for response in said)
    code, _, errors = run(capsys, "running", "--control", control, "--end", 1)
    assert (code, "no query has the number 1" in errors) == (2, True)
    slow = [json.loads(line) for line in watched.log.read_text("utf-8").splitlines() if '"slow"' in line]
    assert ENDLESS in [line["slow"] for line in slow]  # though it was never answered


def test_only_who_runs_the_server_may_open_the_socket(watched: Server, control: Path) -> None:
    assert watched.url
    assert stat.S_IMODE(control.stat().st_mode) == 0o600
    assert stat.S_IMODE(control.parent.stat().st_mode) == 0o700


def test_counters_have_an_address_of_their_own_which_has_nothing_else(watched: Server) -> None:
    own = f"http://{watched.log.name}"
    assert httpx.get(f"{watched.url}/metrics", timeout=30).status_code == 404
    assert httpx.get(f"{own}/healthz", timeout=30).status_code == 200
    assert httpx.get(f"{own}{PAGE}", timeout=30).status_code == 404
    text = httpx.get(f"{own}/metrics", timeout=30).text
    told = {name: float(value) for name, value in re.findall(r"^(\w+) (\S+)$", text, re.MULTILINE)}
    assert 10e6 < told["process_resident_memory_bytes"] < 1e9
    assert 10e6 < told["plangraph_graph_memory_bytes"] < 1e9
    assert 10 < told["process_open_fds"] < told["process_max_fds"]
    assert told["plangraph_queries_waiting"] == told["plangraph_queries_waiting_long"] == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--metrics", "here"), "write an address and a port"),
        (("--control", "/proc/none/control.sock"), "no socket can be made at /proc/none"),
        (("--root-path", "a b"), "begin with / and use letters"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(minato_folder: Path, options: tuple[str, ...], words: str) -> None:
    command = [*COMMAND, "--store", str(minato_folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_server_is_said_in_words() -> None:
    with pytest.raises(ServiceError, match="no server listens at"):
        ask(Path("/nothing/here.sock"), {"list": True})
