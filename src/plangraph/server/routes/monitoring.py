"""How the server is doing, for those who run it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from plangraph.server.http.bodies import respond
from plangraph.server.http.metrics import exposition
from plangraph.server.http.negotiation import JSON
from plangraph.server.http.problems import problem
from plangraph.server.service import service_of
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def health(request: Request) -> Response:
    """Check whether the server can answer."""
    service = service_of(request)
    if not service.pool.generation.alive:
        return problem(503, Words("グラフを読み込み直しています", "the graph is being loaded again"))
    body = json.dumps({"status": "ok", "identity": service.identity}).encode()
    return await respond(request, body, JSON)


async def metrics(request: Request) -> Response:
    """Return the counters to Prometheus."""
    return PlainTextResponse(exposition(service_of(request).metrics), media_type="text/plain; version=0.0.4")
