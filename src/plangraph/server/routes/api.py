"""``/api``: what is here, what goes by a name, how things hang together and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plangraph.server.http.bodies import respond
from plangraph.server.http.negotiation import JSON
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job
from plangraph.version import __version__

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def info(request: Request) -> Response:
    """Answer what the build holds."""
    service = service_of(request)
    names = ("identity", "plan", "datasets", "counts", "graphs")
    content = {"version": __version__, **{name: service.about[name] for name in names}}
    body = json.dumps(content, ensure_ascii=False).encode()
    return await respond(request, body, JSON, service.tag("info"))


async def resolve(request: Request, name: str) -> Response:
    """Return the IRI of what goes by a name."""
    return await service_of(request).answer(request, Job("resolve", {"name": name}))


async def near(request: Request, text: str, plan: str | None = None, lang: str = "ja") -> Response:
    """Return what is near some words in meaning."""
    return await service_of(request).answer(request, Job("near", {"text": text, "plan": plan, "lang": lang}))


async def trace(request: Request, start: str, end: str, plan: str | None = None, max_length: int = 10) -> Response:
    """Return every path between two things."""
    arguments = {"start": start, "end": end, "plan": plan, "max_length": max_length}
    return await service_of(request).answer(request, Job("trace", arguments))


async def explain(request: Request, subject: str, predicate: str, target: str, plan: str | None = None) -> Response:
    """Explain why a statement holds."""
    arguments = {"subject": subject, "predicate": predicate, "target": target, "plan": plan}
    return await service_of(request).answer(request, Job("explain", arguments))
