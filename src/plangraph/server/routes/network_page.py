"""``/api/network.html``: a part of the graph as one page that can be mailed and opened anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.errors import ParameterError
from plangraph.server.http.problems import too_long
from plangraph.server.routes import pages
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LISTS = ("kinds", "relations")
WORDS = ("plan", "around", "layout")
SWITCHES = ("inferred", "suggested")
DEEPEST = 4
LONGEST = 500
# The page holds its own scripts, so it is handed out as a file, and what opens it here keeps it in a sandbox.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "sandbox allow-scripts allow-downloads; frame-ancestors 'self'"
)


async def network(request: Request) -> Response:
    """Give the network that the parameters choose, as :func:`plangraph.network.network_html` draws it."""
    choices: dict[str, Any] = {"lang": pages.language_of(request)}
    for name, value in request.query_params.items():
        if len(value) > LONGEST:
            raise ParameterError(too_long(name, LONGEST))
        if name != "lang":
            choices[name] = _read(name, value)
    response = await service_of(request).answer(request, Job("network", {"choices": choices}))
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Content-Disposition"] = 'attachment; filename="plangraph-network.html"'
    return response


def _read(name: str, value: str) -> Any:
    if name in LISTS:
        return [part.strip() for part in value.split(",") if part.strip()]
    if name in WORDS:
        return value
    if name in SWITCHES and value in {"true", "false"}:
        return value == "true"
    if name == "depth" and value.isdecimal() and int(value) <= DEEPEST:
        return int(value)
    known = ", ".join((*WORDS, *LISTS, "lang", "depth (0 to 4)", *(f"{switch} (true or false)" for switch in SWITCHES)))
    raise ParameterError(
        Words(
            f"{name}={value[:50]} はここでは使えません。使えるもの: {known}",
            f"{name}={value[:50]} is not taken here; there is: {known}",
        )
    )
