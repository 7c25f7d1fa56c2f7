"""``/api/network.html``: a part of the graph as one page that can be mailed and opened anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.server.routes import pages
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

# The page holds its own scripts, so it is sent as a file, and a page that opens it keeps it in a sandbox.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "sandbox allow-scripts allow-downloads; frame-ancestors 'self'"
)


async def network(request: Request, **choices: Any) -> Response:
    """Return the network that the parameters choose, as :func:`plangraph.network.network_html` draws it."""
    choices["lang"] = pages.language_of(request)
    response = await service_of(request).answer(request, Job("network", {"choices": choices}))
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Content-Disposition"] = 'attachment; filename="plangraph-network.html"'
    return response
