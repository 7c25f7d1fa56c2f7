"""One exchange with an endpoint: bounded in time and size, with one clear error, and a login where it is asked for."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from tests.store.endpoints import JSON, ROWS, SELECT, send, serving

from plangraph.errors import EndpointError
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.store.endpoints import Form


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/n-triples")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<urn:a> <urn:b> <urn:c> .\n")

    with serving(answer) as url, pytest.raises(EndpointError, match="broke off"):
        Remote(url).query("CONSTRUCT WHERE { ?s ?p ?o }")


def test_an_endless_answer_ends() -> None:
    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", JSON)
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 65_536)

    with serving(answer) as url, pytest.raises(EndpointError, match="more than 1,000,000 bytes"):
        Remote(url, max_bytes=1_000_000).query(SELECT)


@pytest.mark.parametrize("status", [200, 400])
def test_an_answer_in_drops_is_not_waited_for(status: int) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", JSON)
        handler.end_headers()
        for _drop in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)

    with serving(answer) as url, pytest.raises(EndpointError, match=r"within 0\.3 s"):
        Remote(url, timeout=0.3).query(SELECT)


def test_an_answer_may_take_a_minute_and_256_mib_unless_it_is_said() -> None:
    unsaid, said = Remote("http://127.0.0.1:9"), Remote("http://127.0.0.1:9", timeout=1.5, max_bytes=7)
    assert [(each._wire.timeout, each._wire.max_bytes) for each in (unsaid, said)] == [(60, 268_435_456), (1.5, 7)]


def test_a_slow_endpoint_is_not_waited_for() -> None:
    with serving(lambda _, __: time.sleep(1)) as url, pytest.raises(EndpointError, match=r"within 0\.2 s"):
        Remote(url, timeout=0.2).query(SELECT)


def test_a_dead_endpoint_is_said_to_be() -> None:
    with serving(lambda _, __: None) as url:
        pass
    with pytest.raises(EndpointError, match=r"cannot be reached: no server listens there$"):
        Remote(url).query(SELECT)
    with pytest.raises(EndpointError, match=r"cannot be reached: no server is known by this name$"):
        Remote("http://plantown.invalid/sparql").query(SELECT)


def test_of_a_page_that_says_what_is_wrong_the_text_is_quoted() -> None:
    page = b"<!DOCTYPE html><html><head><title>501</title><style>p {}</style></head><body><p>Try <b>GET</b></p></body>"
    with (
        serving(lambda handler, _: send(handler, page, "text/html", 501)) as url,
        pytest.raises(EndpointError, match=r"HTTP status 501: Try GET$"),
    ):
        Remote(url).query(SELECT)


def test_an_endpoint_that_hangs_up_is_said_to() -> None:
    with serving(lambda _, __: None) as url, pytest.raises(EndpointError, match="broke off"):
        Remote(url).query(SELECT)


def test_a_login_is_sent_only_when_asked_for() -> None:
    seen: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        seen.append(handler.headers["Authorization"])
        if seen[-1] is None:
            send(handler, b"", "text/plain", 401, WWW_Authenticate='Basic realm="SPARQL"')
        else:
            send(handler, json.dumps(ROWS).encode())

    with serving(answer) as url:
        assert Remote(url, user="planner", password="x").query(SELECT)  # noqa: S106 - of nobody
    assert seen == [None, "Basic cGxhbm5lcjp4"]


@pytest.mark.parametrize(
    ("asked", "tried"),
    [
        ('Digest realm="SPARQL", nonce="n", qop="auth"', ["", "Digest"]),
        ('Basic realm="SPARQL"', ["", "Basic"]),
        ("Negotiate", [""]),
    ],
)
def test_a_login_that_is_refused_is_told_in_words(asked: str, tried: list[str]) -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, _: Form) -> None:
        seen.append((handler.headers["Authorization"] or "").partition(" ")[0])
        send(handler, b"wrong password", "text/plain", 401, WWW_Authenticate=asked)

    with serving(answer) as url, pytest.raises(EndpointError, match="PLANGRAPH_USER"):
        Remote(url, user="planner", password="x").query(SELECT)  # noqa: S106 - of nobody
    assert seen == tried
