"""What HTTP asks of a server beyond the ordinary request."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    from pathlib import Path

SPARQL = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"


def exchange(server: Server, request: bytes) -> bytes:
    """Send bytes as they are, and read until the server closes."""
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 80), 20) as connection:
        connection.sendall(request)
        answer = b""
        while part := connection.recv(1 << 16):
            answer += part
    return answer


def test_a_body_far_beyond_the_limit_gets_its_413(client: httpx.Client) -> None:
    response = client.post("/sparql", content=b"x" * 30_000_000, headers={"Content-Type": "application/sparql-query"})
    assert response.status_code == 413
    assert "max-length" in response.json()["detail"]


def test_a_refused_body_does_not_take_the_answer_with_it(client: httpx.Client) -> None:
    response = client.post("/sparql", content=b"x" * 5_000_000, headers={"Content-Type": "text/turtle"})
    assert response.status_code == 415
    assert client.get("/healthz").status_code == 200


def test_two_lengths_are_refused_and_the_connection_is_closed(server: Server) -> None:
    both = f"{SPARQL}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nASK {{}}\r\n0\r\n\r\n"
    answer = exchange(server, both.encode() + b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"connection: close" in answer.lower()


@pytest.mark.parametrize("path", ["/sparql", "/mcp"])
def test_a_packed_request_is_refused_in_words(client: httpx.Client, path: str) -> None:
    headers = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}
    response = client.post(path, content=b"\x1f\x8b", headers=headers)
    assert response.status_code == 415
    assert response.headers["accept-encoding"] == "identity"
    assert "gzip" in response.json()["detail"]


@pytest.mark.parametrize(
    ("request_sent", "status"),
    [
        (b"GET /sparql?query=" + b"a" * 5_000_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 5_000_000 + b"\r\n\r\n", 431),
        (b"\x16\x03\x01" + b"\r\n" * 40_000, 400),
    ],
)
def test_what_is_no_request_or_too_long_a_one_is_refused_in_words(
    server: Server, request_sent: bytes, status: int
) -> None:
    head, _, body = exchange(server, request_sent).partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert json.loads(body)["status"] == status
    assert json.loads(body)["detail_ja"]


@pytest.mark.parametrize("target", ["http://example.org/healthz", "https://example.org:8443/healthz", "/healthz"])
def test_a_target_may_be_in_absolute_form(server: Server, target: str) -> None:
    answer = exchange(server, f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    ("cors", "allowed"),
    [("", None), ("https://a.example, https://b.example", "https://a.example"), ("https://b.example", None)],
)
def test_other_pages_read_the_answers_only_where_they_may(
    minato_folder: Path, tmp_path: Path, cors: str, allowed: str | None
) -> None:
    origin = {"Origin": "https://a.example"}
    with serving(minato_folder, tmp_path / "log", "--cors", cors, "--slow-query", "0") as server:
        given = httpx.get(f"{server.url}/sparql?query=ASK%7B%7D", headers=origin, timeout=30)
        preflight = httpx.options(f"{server.url}/sparql", headers=origin, timeout=30)
    assert given.headers.get("access-control-allow-origin") == allowed
    assert ("access-control-allow-headers" in preflight.headers) is bool(allowed)
    assert ("Origin" in given.headers.get("vary", "")) is bool(cors)  # or a cache gives it to another page
    if allowed:
        assert "Authorization" in preflight.headers["access-control-allow-headers"]
        assert "X-Requested-With" in preflight.headers["access-control-allow-headers"]
    entries = [json.loads(line) for line in (tmp_path / "log").read_text("utf-8").splitlines()]
    assert "ASK{}" in entries[0]["slow"]  # every query is slow here, and the log has its text


@pytest.mark.parametrize("address", ["/id/kawasaki/3", "/ontology", "/ontology/shapes", "/graph/catalogue"])
@pytest.mark.parametrize(("parameter", "status"), [("lang=zz", 400), ("lang=", 400), ("format=", 406)])
def test_what_openapi_says_of_a_parameter_holds_where_standards_are_spoken(
    client: httpx.Client, address: str, parameter: str, status: int
) -> None:
    assert client.get(f"{address}?{parameter}").status_code == status


@pytest.mark.parametrize(
    ("parameter", "status"),
    [("format=", 406), ("default-graph-uri=", 400), (f"named-graph-uri={'x' * 501}", 400)],
)
def test_a_query_with_an_empty_format_or_graph_is_refused(client: httpx.Client, parameter: str, status: int) -> None:
    assert client.get(f"/sparql?query=ASK%7B%7D&{parameter}").status_code == status
