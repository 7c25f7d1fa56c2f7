"""The attacks of strangers, each against the running server, which must go on answering everybody else."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.serving import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator


HEAVY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d a ?e . ?f a pg:Tier }"
GOOD = "SELECT (COUNT(?s) AS ?n) { ?s a sdgo:Goal }"
NAMES = ("pyoxigraph", "oxigraph", "starlette", "uvicorn", "Traceback", "site-packages", ".py", "/src/", "rocksdb")


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers=headers)


def is_at_work(worker: int) -> bool:
    """Check whether a worker has begun with a query: it has used the processor for longer than it takes to begin."""
    used = Path(f"/proc/{worker}/stat").read_text("ascii").rpartition(")")[2].split()[11:13]
    return sum(map(int, used)) > 10  # hundredths of a second


def is_answering(client: httpx.Client) -> bool:
    response = ask(client, GOOD)
    return response.status_code == 200 and response.json()["results"]["bindings"][0]["n"]["value"] == "17"


@pytest.fixture
def listener() -> Iterator[list[str]]:
    """A server that notes who comes by; its address is the first note."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        seen = [f"http://127.0.0.1:{listening.getsockname()[1]}/"]

        def listen() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                seen.append("somebody came")
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield seen
        listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { service silent <%s> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <%s> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
        "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
        "PREFIX ex: <%s> SELECT * { SERVICEex:x { ?s ?p ?o } }",
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <%s>",
    ],
)
def test_nothing_is_ever_fetched(client: httpx.Client, listener: list[str], query: str) -> None:
    assert ask(client, query % listener[0]).status_code == 400
    assert len(listener) == 1


def test_the_kernel_lets_no_worker_fetch_even_past_the_guard(listener: list[str], kawasaki_folder: Path) -> None:
    from plangraph.server.settings import Settings
    from plangraph.server.workers.channel import Job, packed
    from plangraph.server.workers.served_graph import ServedGraph
    from plangraph.server.workers.worker import work

    served = ServedGraph.open(Settings(str(kawasaki_folder)))
    ours, theirs = socket.socketpair()
    process = os.fork()
    if process == 0:
        ours.close()
        try:
            work(theirs, served)
        finally:
            os._exit(0)
    theirs.close()
    with ours:
        text = f"SELECT * {{ SERVICE <{listener[0]}> {{ ?s ?p ?o }} }}"
        ours.sendall(packed(Job("sparql", {"text": text, "form": "json"})))
        assert b'"application/json", 400' in ours.recv(10_000)
    os.waitpid(process, 0)
    assert len(listener) == 1


def test_a_query_that_takes_too_long_is_ended_in_time(minato_folder: Path, tmp_path: Path) -> None:
    with (
        serving(minato_folder, tmp_path / "log", "--time-limit", "1") as server,
        httpx.Client(base_url=server.url, timeout=20) as client,
    ):
        response = ask(client, ENDLESS)
        assert response.status_code == 503
        assert "time-limit, 1 second" in response.json()["detail"]
        assert response.headers["retry-after"]
        assert is_answering(client)


def test_a_query_that_takes_too_much_memory_is_ended(client: httpx.Client) -> None:
    response = ask(client, HEAVY)
    assert response.status_code == 503
    assert "limit" in response.json()["detail"]
    assert is_answering(client)


@pytest.mark.parametrize(
    "query",
    [
        "ASK" + "{" * 2000 + "}" * 2000,
        "ASK { FILTER(" + "(" * 4000 + "1" + ")" * 4000 + ") }",
        "ASK { " + "UNION".join(["{}"] * 10_000) + " }",
        "ASK { " + "OPTIONAL { ?s ?p ?o } " * 400 + "}",
        "ASK { ?s " + "/".join(["a"] * 20_000) + " ?o }",
        "ASK { FILTER(" + "!" * 20_000 + "true) }",
    ],
)
def test_texts_that_would_crash_the_engine_are_refused(client: httpx.Client, query: str) -> None:
    response = ask(client, query)
    assert response.status_code in {400, 413}
    assert "limit" in response.json()["detail"]
    assert is_answering(client)


@pytest.fixture(scope="module")
def otherwise(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server that lets deep texts pass, and gives but short answers."""
    options = ("--max-depth", "100000", "--max-bytes", "50000", "--max-rows", "2000")
    with (
        serving(minato_folder, tmp_path_factory.mktemp("otherwise") / "log", *options) as server,
        httpx.Client(base_url=server.url, timeout=30) as client,
    ):
        yield client


def test_a_text_that_crashes_the_engine_past_the_guard_costs_its_client_a_503(otherwise: httpx.Client) -> None:
    response = ask(otherwise, "ASK" + "{" * 4_500 + "}" * 4_500)
    assert response.status_code == 503
    assert is_answering(otherwise)


def test_an_answer_beyond_the_limit_says_that_it_is_cut(client: httpx.Client) -> None:
    response = ask(client, "SELECT ?s ?a { ?s ?p ?o . ?a a pg:Measure }")
    assert response.headers["x-plangraph-cut"] == "max-rows"
    assert len(response.json()["results"]["bindings"]) == 3_000
    assert "x-plangraph-cut" not in ask(client, GOOD).headers


def test_an_answer_with_too_many_bytes_is_cut_and_stays_whole(otherwise: httpx.Client) -> None:
    for form in ("json", "xml", "csv", "tsv"):
        query = {"query": "SELECT * { ?s ?p ?o }", "format": form}
        response = otherwise.get("/sparql", params=query)
        assert response.headers["x-plangraph-cut"] == "max-bytes"
        assert 20_000 < len(response.content) <= 50_000
    triples = otherwise.get("/sparql", params={"query": "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"})
    assert len(triples.content) <= 50_000


def test_a_client_that_goes_away_frees_its_worker(server: Server, client: httpx.Client) -> None:
    def running() -> str:
        lines = client.get("/metrics").text.splitlines()
        return next(line for line in lines if line.startswith("plangraph_queries_running"))

    with pytest.raises(httpx.ReadTimeout), httpx.Client(base_url=server.url, timeout=0.3) as hasty:
        ask(hasty, ENDLESS + " #gone")
    deadline = time.monotonic() + 18  # seconds, less than the time limit
    while running() != "plangraph_queries_running 0":
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_what_is_killed_is_replaced_and_a_killed_worker_costs_no_client_its_answer(
    minato_folder: Path, tmp_path: Path
) -> None:
    with (
        serving(minato_folder, tmp_path / "log") as server,
        httpx.Client(base_url=server.url, timeout=60) as client,
    ):
        said: list[httpx.Response] = []
        asking = threading.Thread(target=lambda: said.append(ask(client, LONG)))
        asking.start()
        while not any(map(is_at_work, server.workers())):
            time.sleep(0.01)
        for worker in server.workers():
            os.kill(worker, signal.SIGKILL)
        asking.join(60)
        assert said[0].status_code == 200
        assert "plangraph_workers_lost_total 1" in client.get("/metrics").text
        os.kill(server.forkservers()[0], signal.SIGKILL)
        deadline = time.monotonic() + 60
        while not is_answering(client):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_one_client_cannot_take_all_the_workers(minato_folder: Path, tmp_path: Path) -> None:
    options = ("--workers", "2", "--client-queue", "3", "--time-limit", "20", "--grace", "1")
    with serving(minato_folder, tmp_path / "log", *options) as server:
        said: list[httpx.Response] = []

        def hog() -> None:
            with httpx.Client(base_url=server.url, timeout=30) as client:
                said.append(ask(client, ENDLESS))

        hogs = [threading.Thread(target=hog) for _ in range(6)]
        for thread in hogs:
            thread.start()
        deadline = time.monotonic() + 18  # less than the time limit
        while len(said) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        other = httpx.HTTPTransport(local_address="127.0.0.2")
        with httpx.Client(base_url=server.url, transport=other, timeout=30) as client:
            assert is_answering(client)
        assert [response.status_code for response in said] == [429, 429]  # one runs still, and three wait
        assert all("client-queue" in response.json()["detail"] for response in said)
        assert all(int(response.headers["retry-after"]) > 0 for response in said)
        server.process.send_signal(signal.SIGTERM)  # and stopping does not wait for what still waits
        for thread in hogs:
            thread.join(20)


def test_nothing_about_the_inside_leaks(client: httpx.Client, kawasaki_folder: Path) -> None:
    addresses = [
        "/sparql?query=SELEC", "/sparql?query=ASK%20%7B", "/api/queries/nope", "/api/queries/children?element=nope",
        "/id/%00", "/id/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fapp.py", "/id?iri=x",
        "/id?iri=http://x/%22%3E", "/graph/nope", "/api/resolve?name=%22%7D", "/nope", "/api/network.html?plan=nope",
    ]  # fmt: skip
    for address in addresses:
        response = client.get(address)
        said = response.text + json.dumps(dict(response.headers))
        assert 400 <= response.status_code < 500, (address, response.text)
        assert not any(name in said for name in (*NAMES, str(kawasaki_folder), "root:")), (address, said)


def test_the_log_is_one_json_object_a_line(server: Server, client: httpx.Client) -> None:
    client.get("/nope%0A%7B%7D", params={"x": '"\n{"status": 200}'})
    ask(client, GOOD)
    entries = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
    assert {"time", "client", "method", "path", "status", "bytes", "ms"} <= set(entries[-1])
    assert any("query_ms" in entry for entry in entries)
    assert not any("fault" in entry for entry in entries)


def test_headers_of_safety_are_on_every_answer(client: httpx.Client) -> None:
    for address in ("/", "/sparql?query=ASK%7B%7D", "/nope", "/id/kawasaki/3", "/api/info"):
        headers = client.get(address).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["script-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert policy["worker-src"] == "'self' blob:"
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers
