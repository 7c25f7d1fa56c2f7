"""The question suite over HTTP: plangraph serve against an Oxigraph server and Virtuoso with the same data."""

from __future__ import annotations

import http.client
import itertools
import os
import statistics
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from tests import needs
from tests.engines import servers

import plangraph
from benchmarks.local import askable
from benchmarks.measuring import Row, geometric_mean, note, percentile, show
from plangraph.build import layout
from plangraph.build.publishing import publish
from plangraph.store.dialects import with_prefixes
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Sequence

REPEATS = 10
BUDGET = 1.0  # seconds of a question on a server
LOAD_SECONDS = 5.0
CLIENTS = (1, 16)
TIMEOUT = 10.0
Query = tuple[str, "Sequence[str]"]


class Client:
    """A connection that is kept open, and asks."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._path, self._connection = parts.path, http.client.HTTPConnection(parts.netloc, timeout=TIMEOUT)

    def ask(self, query: Query, mark: str = "") -> float | None:
        """Ask, and give the seconds until the whole answer was there, or None if there was none.

        A mark makes the text another one, so that no answer is taken from a cache.
        """
        text, graphs = query
        scope = {"default-graph-uri": list(graphs)} if graphs else {"union-default-graph": "true"}
        form = urlencode({"query": f"{text}\n#{mark}", **scope}, doseq=True)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
        begin = time.perf_counter()
        try:
            self._connection.request("POST", self._path, form, headers)
            response = self._connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return None
        return time.perf_counter() - begin if response.status == http.client.OK else None


def over_http(folder: Path) -> dict[str, list[Row]]:
    """Measure each server in one run."""
    graph = plangraph.open(folder)
    queries = {
        question.name: (with_prefixes(text), scope)
        for question in askable(graph)
        if question.form == "SELECT"
        for text, scope in [graph.bound(question, {})]
    }
    with ExitStack() as stack:
        urls = _start(stack, folder)
        alone = {name: _alone(url, queries) for name, url in urls.items()}
        shared = [question for question in queries if all(times[question] for times in alone.values())]
        cached = {name: _cached(url, [queries[q] for q in shared]) for name, url in urls.items()}
        busy = {(name, n): _busy(url, [queries[q] for q in shared], n) for name, url in urls.items() for n in CLIENTS}
    return {
        "questions": show("Questions over HTTP, one client: p50 (ms)", _by_question(shared, alone)),
        "latency": show("Over HTTP, one client, no answer from a cache", _latency(shared, alone)),
        "cached": show("Over HTTP, the same queries again", _ratios("p50 (ms)", cached)),
        "throughput": show("Over HTTP, all questions in turn, no answer from a cache", _throughput(urls, busy)),
    }


def _start(stack: ExitStack, folder: Path) -> dict[str, str]:
    place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    port = servers.free_port()
    command = str(Path(sys.executable).with_name("plangraph"))
    own = [command, "serve", "--store", str(folder.resolve()), "--port", str(port)]
    oxigraph, virtuoso = servers.oxigraph_binary(), needs.virtuoso()
    if not (oxigraph and virtuoso):
        raise SystemExit("these benchmarks need PyPI's oxigraph and Debian's virtuoso-opensource-7")
    for name in ("own", "oxigraph", "virtuoso"):
        (place / name).mkdir()
    stack.enter_context(servers.running(own, place / "own"))
    urls = {
        "plangraph": f"http://127.0.0.1:{port}/sparql",
        "Oxigraph server": stack.enter_context(servers.oxigraph(oxigraph, place / "oxigraph")),
        "Virtuoso 7": stack.enter_context(servers.virtuoso(virtuoso, place / "virtuoso", rows=100_000)),
    }
    for name in ("Oxigraph server", "Virtuoso 7"):
        note(f"pushing into {name}")
        publish(layout.current(folder), Remote(urls[name], user="dba", password="dba"))  # noqa: S106 - of a server of its own
    servers.wait_for(f"http://127.0.0.1:{port}/healthz")
    return {name: url.removesuffix("-auth") for name, url in urls.items()}


def _alone(url: str, queries: dict[str, Query]) -> dict[str, list[float]]:
    note(f"each question, {url}")
    return {name: _times(Client(url), query) for name, query in queries.items()}


def _times(client: Client, query: Query) -> list[float]:
    """Time a query, after one that warms up, as often as the budget allows; give nothing if it fails."""
    spent = client.ask(query, "first")
    times: list[float] = []
    while spent is not None and len(times) < REPEATS and sum(times) < BUDGET:
        spent = client.ask(query, str(len(times)))
        times += [spent] if spent is not None else []
    return times if spent is not None else []


def _cached(url: str, queries: Sequence[Query]) -> float:
    client = Client(url)
    spent = [client.ask(query) for _ in range(3) for query in queries][len(queries) :]
    return statistics.median(seconds for seconds in spent if seconds is not None) * 1_000


def _busy(url: str, queries: Sequence[Query], clients: int) -> float:
    """Return the answers a second that some clients at once are given."""
    note(f"{clients} clients, {url}")
    end, number, done = time.perf_counter() + LOAD_SECONDS, itertools.count(), itertools.count()

    def work() -> None:
        client = Client(url)
        while time.perf_counter() < end:
            turn = next(number)
            if client.ask(queries[turn % len(queries)], f"{os.getpid()}-{turn}") is not None:
                next(done)

    threads = [threading.Thread(target=work) for _ in range(clients)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return next(done) / (time.perf_counter() - begin)


def _by_question(shared: Sequence[str], alone: dict[str, dict[str, list[float]]]) -> list[Row]:
    return [
        {"question": q, **{name: statistics.median(times[q]) * 1_000 for name, times in alone.items()}} for q in shared
    ]


def _latency(shared: Sequence[str], alone: dict[str, dict[str, list[float]]]) -> list[Row]:
    means = {name: geometric_mean(statistics.median(times[q]) for q in shared) for name, times in alone.items()}
    pooled = {name: [spent for q in shared for spent in times[q]] for name, times in alone.items()}
    return [
        {
            "server": name,
            "questions": len(shared),
            "geometric mean of p50 (ms)": mean * 1_000,
            "p50 of all (ms)": percentile(pooled[name], 0.5) * 1_000,
            "p99 of all (ms)": percentile(pooled[name], 0.99) * 1_000,
            "plangraph's mean ÷ its": means["plangraph"] / mean,
        }
        for name, mean in means.items()
    ]


def _ratios(what: str, values: dict[str, float]) -> list[Row]:
    return [{"server": n, what: v, "its ÷ plangraph's": v / values["plangraph"]} for n, v in values.items()]


def _throughput(urls: dict[str, str], busy: dict[tuple[str, int], float]) -> list[Row]:
    return [
        {
            "server": name,
            **{f"answers/s, {n} clients": busy[name, n] for n in CLIENTS},
            **{f"plangraph's ÷ its, {n}": busy["plangraph", n] / max(busy[name, n], 0.01) for n in CLIENTS},
        }
        for name in urls
    ]
