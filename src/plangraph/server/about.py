"""``/api/info`` and ``/api/resolve``: what is here, and what goes by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from plangraph.errors import ParameterError
from plangraph.server.service import service_of
from plangraph.server.wire import Job
from plangraph.version import __version__

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def info(request: Request) -> Response:
    """Say what the build holds."""
    manifest = service_of(request).pool.generation.about
    names = ("identity", "plan", "datasets", "counts", "graphs")
    return JSONResponse({"version": __version__, **{name: manifest[name] for name in names}})


async def resolve(request: Request) -> Response:
    """Give the IRI of what goes by a name."""
    name = request.query_params.get("name")
    if not name:
        raise ParameterError("give a name: a code, a label, or the path of an IRI")
    return await service_of(request).answer(request, Job("resolve", {"name": name}))
