"""Clients that are silent, slow, or do not read: each has its limit, and nobody else pays for it."""

from __future__ import annotations

import gzip
import json
import re
import socket
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = "SELECT ?s ?p ?o ?a { ?s ?p ?o . ?a a sdgo:Goal } # "  # some 5 MB as JSON
OPTIONS = (
    *("--client-connections", "12", "--connections", "30", "--max-rows", "15000"),
    *("--header-time", "1", "--body-time", "1", "--write-time", "2", "--grace", "2", "--cache", "8"),
)


@pytest.fixture(scope="module")
def strict(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose patience is short."""
    with serving(minato_folder, tmp_path_factory.mktemp("strict") / "log", *OPTIONS) as server:
        yield server


@contextmanager
def connected(server: Server, host: str, text: str = "") -> Iterator[socket.socket]:
    """A connection from an address, on which a text has been sent."""
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 80), 20, (host, 0)) as connection:
        connection.sendall(text.encode())
        yield connection


def get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"


def large(number: int) -> str:
    return get(f"/sparql?format=json&query={quote(LARGE + str(number))}")


def status(server: Server, host: str) -> int:
    with httpx.Client(transport=httpx.HTTPTransport(local_address=host), timeout=20) as client:
        return client.get(f"{server.url}/healthz").status_code


def gauge(server: Server, name: str) -> float:
    found = re.search(rf"^{name} (\S+)$", httpx.get(f"{server.url}/metrics", timeout=20).text, re.MULTILINE)
    assert found
    return float(found[1])


def until(condition: object, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.1)


def is_closed(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1 << 16) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def test_silent_connections_are_ended_and_keep_nobody_out(strict: Server) -> None:
    with ExitStack() as stack:
        silent = [stack.enter_context(connected(strict, "127.0.0.2")) for _ in range(12)]
        assert (
            status(strict, "127.0.0.2") == 200
        )  # as many as one client may have: its own longest silent one made room
        silent += [stack.enter_context(connected(strict, f"127.0.1.{number}")) for number in range(1, 31)]
        assert status(strict, "127.0.0.3") == 200  # the longest silent one made room
        until(lambda: all(map(is_closed, silent)))


def test_a_client_with_256_silent_connections_is_answered_as_the_others_are(server: Server) -> None:
    with ExitStack() as stack:
        for _ in range(256):
            stack.enter_context(connected(server, "127.0.0.16"))
        assert (status(server, "127.0.0.16"), status(server, "127.0.0.17")) == (200, 200)


def test_a_client_that_keeps_all_its_connections_busy_is_refused_another(strict: Server) -> None:
    head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\n"
    with ExitStack() as stack:
        for _ in range(12):
            stack.enter_context(connected(strict, "127.0.0.14", head))
        until(lambda: gauge(strict, "plangraph_connections") > 12)
        assert status(strict, "127.0.0.14") == 503
        assert status(strict, "127.0.0.15") == 200


@pytest.mark.parametrize(
    "text", ["GET /healthz HT", "GET /healthz HTTP/1.1\r\nHost: x\r\n", "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-"]
)
def test_a_head_that_does_not_end_is_refused_in_time(strict: Server, text: str) -> None:
    with connected(strict, "127.0.0.4", text) as connection:
        start = time.monotonic()
        assert connection.recv(1000).startswith(b"HTTP/1.1 408 ")
        assert time.monotonic() - start < 12  # less than without the option


def test_a_body_that_does_not_end_is_given_up_in_time(strict: Server) -> None:
    head = (
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK"
    )
    with connected(strict, "127.0.0.5", head) as connection:
        until(lambda: is_closed(connection))


def test_a_connection_that_has_had_its_answer_may_stay(strict: Server) -> None:
    with connected(strict, "127.0.0.6", get("/healthz")) as connection:
        time.sleep(3.5)
        assert connection.recv(10_000).startswith(b"HTTP/1.1 200 ")
        connection.sendall(get("/healthz").encode())
        assert connection.recv(10_000).startswith(b"HTTP/1.1 200 ")


def resident(process: int) -> int:
    """Return the resident memory of a process in KiB."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def test_answers_that_nobody_reads_wait_on_disk_and_not_for_ever(strict: Server) -> None:
    until(lambda: gauge(strict, "plangraph_queries_running") == 0)
    before = resident(strict.process.pid)
    with ExitStack() as stack:
        unread = [stack.enter_context(connected(strict, f"127.0.2.{n}", large(n))) for n in range(1, 11)]
        until(lambda: gauge(strict, "plangraph_spilled_bytes") > 3_000_000)
        until(lambda: gauge(strict, "plangraph_queries_running") == 0, 60)
        assert resident(strict.process.pid) - before < 20 * 1024
        until(lambda: gauge(strict, "plangraph_spilled_bytes") == 0)
        assert unread
    assert resident(strict.process.pid) - before < 20 * 1024
    assert status(strict, "127.0.0.7") == 200


def test_a_client_that_reads_slowly_but_steadily_has_its_whole_answer(strict: Server) -> None:
    with connected(strict, "127.0.0.8", large(0).replace("Host: x", "Host: x\r\nConnection: close")) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        parts = []
        while part := connection.recv(1 << 19):
            parts.append(part)
            time.sleep(0.02 * len(part) / (1 << 16))
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    assert f"content-length: {len(body)}" in head.decode().lower()
    assert len(json.loads(body)["results"]["bindings"]) == 15_000


def test_a_large_answer_is_the_same_in_gzip_and_has_a_head(strict: Server) -> None:
    query = {"query": LARGE + "gzip", "format": "csv"}
    with httpx.Client(base_url=strict.url, timeout=30) as client:
        plain = client.get("/sparql", params=query, headers={"Accept-Encoding": "identity"})
        zipped = client.get("/sparql", params=query)
        fresh = client.get("/sparql", params=query | {"query": LARGE + "fresh"})
        head = client.head("/sparql", params=query, headers={"Accept-Encoding": "identity"})
        known = client.get("/sparql", params=query, headers={"If-None-Match": plain.headers["etag"]})
    assert (zipped.headers["content-encoding"], fresh.headers["content-encoding"]) == ("gzip", "gzip")
    assert plain.content == zipped.content == fresh.content
    assert int(head.headers["content-length"]) == len(plain.content)
    assert (head.content, known.status_code) == (b"", 304)
    assert gzip.compress(plain.content)  # and it is no gzip of gzip
    until(lambda: gauge(strict, "plangraph_spilled_bytes") == 0)


@pytest.fixture(scope="module")
def behind(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server behind a proxy, at which few large answers may wait."""
    log = tmp_path_factory.mktemp("behind") / "log"
    with serving(minato_folder, log, "--spill", "1", "--max-rows", "15000", "--proxies", "127.0.0.1") as server:
        yield server


def test_more_large_answers_than_may_wait_are_refused(behind: Server) -> None:
    response = httpx.get(f"{behind.url}/sparql", params={"query": LARGE}, timeout=30)
    assert response.status_code == 429
    assert "limit spill" in response.json()["detail"]


@pytest.mark.parametrize(("server", "client"), [("strict", "127.0.0.1"), ("behind", "203.0.113.7")])
def test_forwarded_addresses_are_believed_only_from_proxies_that_are_named(
    server: str, client: str, request: pytest.FixtureRequest
) -> None:
    asked: Server = request.getfixturevalue(server)
    httpx.get(f"{asked.url}/forwarded", headers={"X-Forwarded-For": "203.0.113.7"}, timeout=30)
    until(lambda: "/forwarded" in whole_lines(asked))
    (line,) = (line for line in whole_lines(asked).splitlines() if "/forwarded" in line)
    assert json.loads(line)["client"] == client


def whole_lines(server: Server) -> str:
    return server.log.read_text("utf-8").rpartition("\n")[0]
