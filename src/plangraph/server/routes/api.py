"""What is here, what goes by a name, and how the server is doing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from plangraph.errors import ParameterError
from plangraph.server.http.bodies import respond
from plangraph.server.http.metrics import exposition
from plangraph.server.http.problems import problem
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job
from plangraph.version import __version__
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST = 500
LONGEST_PATH = 12


async def info(request: Request) -> Response:
    """Say what the build holds."""
    service = service_of(request)
    names = ("identity", "plan", "datasets", "counts", "graphs")
    content = {"version": __version__, **{name: service.about[name] for name in names}}
    body = json.dumps(content, ensure_ascii=False).encode()
    return await respond(request, body, "application/json", service.tag("info"))


async def resolve(request: Request) -> Response:
    """Give the IRI of what goes by a name."""
    return await service_of(request).answer(request, Job("resolve", {"name": _needed(request, "name")}))


async def trace(request: Request) -> Response:
    """Give every path between two things."""
    length = request.query_params.get("max_length", "10")
    if not (length.isdecimal() and length.isascii() and 0 < int(length) <= LONGEST_PATH):
        raise ParameterError(
            Words(
                f"max_length には 1 から {LONGEST_PATH} までの整数を与えてください",
                f"max_length: a whole number from 1 to {LONGEST_PATH}",
            )
        )
    arguments = {
        "start": _needed(request, "from"),
        "end": _needed(request, "to"),
        "plan": request.query_params.get("plan"),
        "max_length": int(length),
    }
    return await service_of(request).answer(request, Job("trace", arguments))


async def explain(request: Request) -> Response:
    """Say why a statement holds."""
    names = {"subject": "subject", "predicate": "predicate", "target": "object"}
    arguments = {argument: _needed(request, name) for argument, name in names.items()}
    return await service_of(request).answer(request, Job("explain", arguments))


def _needed(request: Request, name: str) -> str:
    value = request.query_params.get(name, "")
    if not 0 < len(value) <= LONGEST:
        raise ParameterError(
            Words(
                f"{name} には {LONGEST} 字以内のコード・名称・IRI を与えてください",
                f"{name}: a code, a label or an IRI, of at most {LONGEST} characters",
            )
        )
    return value


async def health(request: Request) -> Response:
    """Tell whether the server can answer."""
    service = service_of(request)
    if not service.pool.generation.alive:
        return problem(503, Words("グラフを読み込み直しています", "the graph is being loaded again"))
    body = json.dumps({"status": "ok", "identity": service.identity}).encode()
    return await respond(request, body, "application/json")


async def metrics(request: Request) -> Response:
    """Give the counters to Prometheus."""
    return PlainTextResponse(exposition(service_of(request).metrics), media_type="text/plain; version=0.0.4")
