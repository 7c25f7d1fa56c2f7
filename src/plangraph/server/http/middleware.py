"""What goes around every answer: headers of safety and CORS, the access log, the count of requests."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from plangraph.server.http.log import access, stamp

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from plangraph.server.http.metrics import Metrics
    from plangraph.words import Words

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
SHARING = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, X-Plangraph-Build, X-Plangraph-Cut",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
STANDING = [(name.lower().encode(), value.encode()) for name, value in (SAFETY | SHARING).items()]
ROUTES = ("/sparql", "/api", "/id", "/graph", "/ontology", "/assets", "/.well-known", "/healthz", "/metrics")
GONE = 499
LONGEST = 500

write = json.JSONEncoder(ensure_ascii=False).encode


class Middleware:
    """The outermost layer of the application.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    metrics : Metrics
        Where requests are counted.

    Attributes
    ----------
    failure : Words or None
        Why the application could not start, if it could not.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.failure: Words | None = None
        self._app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        try:
            if scope["method"] == "OPTIONS":
                await Response(status_code=204, headers=PREFLIGHT)(scope, receive, exchange.send)
            else:
                await self._app(scope, receive, exchange.send)
        except Exception as error:  # the client has its answer already; the log says what happened
            exchange.fault = repr(error)
        finally:
            self.metrics.requests[_route(scope["path"]), exchange.status] += 1
            access.info(exchange.line())


class _Exchange:
    """One request and what came of it."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.status = 0
        self.size = 0
        self.fault = ""
        self._scope = scope
        self._send = send
        self._start = time.perf_counter()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in STANDING if pair[0] not in given)]
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)

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
