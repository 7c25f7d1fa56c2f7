"""The explorer's files, as Vite built them into ``static/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, HTMLResponse

from plangraph.server.problems import problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

STATIC = Path(__file__).parent / "static"
INDEX = STATIC / "index.html"


async def explorer(request: Request) -> Response:  # noqa: ARG001
    """Give the explorer's page, which finds its view from the address."""
    if INDEX.is_file():
        return FileResponse(INDEX, media_type="text/html", headers={"Cache-Control": "no-cache"})
    return HTMLResponse(
        "<!doctype html><meta charset=utf-8><title>plangraph</title><main><h1>plangraph</h1>"
        '<p><a href="/api/queries">/api/queries</a> <a href="/sparql">/sparql</a> <a href="/ontology">/ontology</a>'
    )


async def static(request: Request) -> Response:
    """Give a file of the explorer; those under ``assets/`` have their digest in their name and never change."""
    path = (STATIC / request.path_params["path"]).resolve()
    if not path.is_relative_to(STATIC) or not path.is_file():
        return problem(404, "no such file")
    fixed = path.parent.name == "assets"
    return FileResponse(path, headers={"Cache-Control": "public, max-age=31536000, immutable" if fixed else "no-cache"})
