"""Endpoints for tests: one that says what it is told to, and one that holds a store."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Form = dict[str, list[str]]
JSON = "application/sparql-results+json"
ROWS = {
    "head": {"vars": ["thing", "label", "size", "share", "none"]},
    "results": {
        "bindings": [
            {
                "thing": {"type": "uri", "value": "urn:a"},
                "label": {"type": "literal", "value": "川崎", "xml:lang": "ja"},
                "size": {"type": "typed-literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
                "share": {"type": "literal", "value": "0.5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"},
            }
        ]
    },
}
SELECT = "SELECT ?thing WHERE { ?thing a pg:Project }"


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler, Form], None]) -> Iterator[str]:
    """Serve POST requests by a function, and give the URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer(self, parse_qs(body.decode(), keep_blank_values=True))

        def log_message(self, format: str, *args: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # clients hang up on purpose
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(
    handler: BaseHTTPRequestHandler, body: bytes, media_type: str = JSON, status: int = 200, **headers: str
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", media_type)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@dataclass
class StoreEndpoint:
    """A store behind the protocol.

    Attributes
    ----------
    updates : list of str
        The updates that it has carried out.
    refuse_after : int
        After how many updates it refuses any more.
    """

    store: pyoxigraph.Store = field(default_factory=pyoxigraph.Store)
    updates: list[str] = field(default_factory=list)
    refuse_after: int = 1_000

    def __call__(self, handler: BaseHTTPRequestHandler, form: Form) -> None:
        if "update" not in form:
            results = self.store.query(form["query"][0], use_default_graph_as_union=True)
            assert not isinstance(results, pyoxigraph.QueryTriples)
            send(handler, results.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"")
        elif len(self.updates) >= self.refuse_after:
            send(handler, b"read only", "text/plain", 403)
        else:
            self.updates.append(form["update"][0])
            self.store.update(form["update"][0])
            send(handler, b"", "text/plain")

    def size(self, graph: str) -> int:
        return sum(1 for _ in self.store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph)))
