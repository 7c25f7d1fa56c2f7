"""What goes around every answer: headers of safety and CORS, the access log, the count of requests."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from plangraph.server.http.base import enter
from plangraph.server.http.log import access, stamp
from plangraph.server.http.problems import problem
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from plangraph.server.admission.running_jobs import RunningJobs
    from plangraph.server.http.metrics import Metrics

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the query editor and the drawings set styles of elements
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SAFETY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
EMBEDDED = "/embed/"  # pages below it may stand in those of others
EMBEDDING = {name: value for name, value in SAFETY.items() if name != "X-Frame-Options"} | {
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
}
ALLOWED, VARY = "Access-Control-Allow-Origin", "Vary"
EXPOSED = "ETag, Retry-After, X-Plangraph-Build, X-Plangraph-Cut"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, "
    "X-Requested-With",
    "Access-Control-Max-Age": "86400",
}
ANYBODY = "*"
ROUTES = ("/sparql", "/api", "/id", "/graph", "/ontology", "/assets", "/.well-known", "/mcp", "/healthz", "/metrics")
METRICS, HEALTH = "/metrics", "/healthz"
GONE = 499
LONGEST = 500  # characters of an address that the log keeps
DISCARDED = 64 * 1024 * 1024  # bytes of a refused request that are read, so that its client reads the answer
ELSEWHERE = Words("このアドレスのものは、ここでは得られません", "what this path names is not given here")
TWO_LENGTHS = Words(
    "要求の長さが二通りに書かれています（Content-Length と Transfer-Encoding）",
    "the request tells its length in two ways, Content-Length and Transfer-Encoding",
)
PACKED = Words(
    "圧縮した要求は受け付けません。そのまま送ってください",
    "a request is not taken in a content coding such as gzip; send it as it is",
)
PLAIN = b"identity"

write = json.JSONEncoder(ensure_ascii=False).encode


class Middleware:
    """The outermost layer of the application.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    metrics : Metrics
        Where requests are counted.
    cors : str
        The origins, with commas, whose pages may read the answers: ``*`` for all, nothing for none.
    base : str
        The path under which everything is served, unless a proxy that is trusted tells another.

    Attributes
    ----------
    failure : Words or None
        Why the application could not start, if it could not.
    running : RunningJobs
        What is being answered.
    monitor : tuple of str and int, or None
        The address (host, port) that has ``/metrics`` for itself.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, cors: str = ANYBODY, base: str = "") -> None:
        self.failure: Words | None = None
        self.running: RunningJobs
        self.monitor: tuple[str, int] | None = None
        self._app = app
        self.metrics = metrics
        self._base = base
        self._origins = {origin.strip() for origin in cors.split(",") if origin.strip()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        sharing = self._sharing(headers.get(b"origin", b"").decode("latin-1"))
        _shorten(scope)
        enter(scope, self._base)
        exchange = _Exchange(scope, receive, send, sharing)
        try:
            if b"content-length" in headers and b"transfer-encoding" in headers:  # RFC 9112, section 6.3
                await problem(400, TWO_LENGTHS, {"Connection": "close"})(scope, receive, exchange.send)
            elif scope["method"] == "POST" and headers.get(b"content-encoding", PLAIN).strip().lower() != PLAIN:
                await problem(415, PACKED, {"Accept-Encoding": PLAIN.decode()})(scope, receive, exchange.send)
            elif not self._is_here(scope):
                await problem(404, ELSEWHERE)(scope, receive, exchange.send)
            elif scope["method"] == "OPTIONS":
                preflight = PREFLIGHT if ALLOWED in sharing else {"Allow": PREFLIGHT["Access-Control-Allow-Methods"]}
                await Response(status_code=204, headers=preflight)(scope, receive, exchange.send)
            else:
                await self._app(scope, exchange.receive, exchange.send)
        except Exception as error:  # the client has its answer already; the log says what happened
            exchange.fault = repr(error)
        finally:
            self.metrics.requests[_route(scope["path"]), exchange.status] += 1
            access.log(exchange.level(), exchange.line())

    def _is_here(self, scope: Scope) -> bool:
        """Check whether a request came to the address where its path is answered."""
        at_monitor = scope["server"] is not None and tuple(scope["server"]) == self.monitor
        if scope["path"] == METRICS:
            return at_monitor or self.monitor is None
        return not at_monitor or scope["path"] == HEALTH

    def _sharing(self, origin: str) -> dict[str, str]:
        """Return the headers that let a page of another origin read the answer (Fetch, section 3.2)."""
        if ANYBODY in self._origins:
            return {ALLOWED: ANYBODY, "Access-Control-Expose-Headers": EXPOSED}
        varying = {VARY: "Origin"} if self._origins else {}  # or a cache gives one page what another got
        if origin and origin in self._origins:
            return varying | {ALLOWED: origin, "Access-Control-Expose-Headers": EXPOSED}
        return varying


def _shorten(scope: Scope) -> None:
    """Reduce a target in absolute form to its path (RFC 9112, section 3.2.2)."""
    for name, slash in (("path", "/"), ("raw_path", b"/")):
        target = scope[name]
        if target[:7].lower() in {"http://", b"http://"} or target[:8].lower() in {"https://", b"https://"}:
            scope[name] = slash + target.split(slash, 3)[3] if target.count(slash) > 2 else slash  # noqa: PLR2004


class _Exchange:
    """One request and what came of it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, sharing: dict[str, str]) -> None:
        headers = dict(scope["headers"])
        self._receive = receive
        self._rest = b"transfer-encoding" in headers or headers.get(b"content-length", b"0") != b"0"
        self._waits = b"expect" in headers  # and sends nothing before a 100 (Continue)
        safety = EMBEDDING if scope["path"].startswith(EMBEDDED) else SAFETY
        self._standing = [(name.lower().encode(), value.encode()) for name, value in (safety | sharing).items()]
        self.status = 0
        self.size = 0
        self.fault = ""
        self._scope = scope
        self._send = send
        self._start = time.perf_counter()

    async def receive(self) -> Message:
        message = await self._receive()
        self._rest = self._rest and bool(message.get("more_body", False))
        self._waits = False
        return message

    async def _discard(self) -> None:
        """Read what is left of a request, up to a bound: a connection closed before that takes the answer with it."""
        size = 0
        while self._rest and not self._waits and size < DISCARDED:
            size += len((await self.receive()).get("body", b""))

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._discard()
            self.status = message["status"]
            given = {name for name, _ in message["headers"]}
            given.discard(VARY.lower().encode())  # of which there may be several lines (RFC 9110, section 5.2)
            message["headers"] = [*message["headers"], *(pair for pair in self._standing if pair[0] not in given)]
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)

    def level(self) -> int:
        """Return how much the entry of the log matters."""
        state = self._scope.get("state", {})
        return logging.ERROR if self.fault or state.get("fault") else logging.INFO

    def line(self) -> str:
        """Write the entry of the log: JSON, so that nothing in a request can forge another entry."""
        scope, state = self._scope, self._scope.get("state", {})
        entry: dict[str, Any] = {
            "time": stamp(),
            "client": scope["client"][0] if scope.get("client") else "",
            "method": scope["method"],
            "path": scope["path"][:LONGEST],
            "query": scope["query_string"].decode("latin-1")[:LONGEST],
            "status": self.status,
            "bytes": self.size,
            "ms": round((time.perf_counter() - self._start) * 1000, 2),
        }
        if "seconds" in state:
            entry["query_ms"] = round(state["seconds"] * 1000, 2)
        if state.get("kept"):
            entry["cached"] = True
        if fault := self.fault or state.get("fault", ""):
            entry["fault"] = fault
        return write(entry)


def _route(path: str) -> str:
    return next((route for route in ROUTES if path == route or path.startswith(route + "/")), "/")
