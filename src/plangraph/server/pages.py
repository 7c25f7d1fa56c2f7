"""The explorer's page and files, and the page of a thing."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from plangraph.server.encoding import etag, respond
from plangraph.server.problems import problem
from plangraph.server.service import service_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

IMMUTABLE = "public, max-age=31536000, immutable"
HTML = "text/html; charset=utf-8"
WELCOME = {
    "ja": ("plangraph", "画面はまだ組み立てられていません。データには次の場所から届きます。"),
    "en": ("plangraph", "The explorer has not been built yet. The data are at these addresses."),
}
MISSING = {"ja": "ここには何もありません", "en": "Nothing is here"}
ROOMS = ("/api/queries", "/api/info", "/api/openapi.json", "/sparql", "/ontology", "/.well-known/void")


def language_of(request: Request) -> str:
    """Give the language that a reader wants: by the address, else by ``Accept-Language``."""
    asked = request.query_params.get("lang")
    if asked in {"ja", "en"}:
        return str(asked)
    first = request.url.path.split("/")[1]
    if first in {"ja", "en"}:
        return first
    wishes = request.headers.get("accept-language", "ja").lower().split(",")
    return next((wish.strip()[:2] for wish in wishes if wish.strip()[:2] in {"ja", "en"}), "ja")


async def explorer(request: Request) -> Response:
    """Give the explorer's page, which finds its view from the address."""
    title, text = WELCOME[language_of(request)]
    links = " ".join(f'<li><a href="{room}">{room}</a></li>' for room in ROOMS)
    return await _html(request, title, f"<h1>{title}</h1><p>{escape(text)}</p><ul>{links}</ul>")


async def explorer_or_file(request: Request) -> Response:
    """Give the explorer's page below ``/ja`` and ``/en``, and its files elsewhere."""
    return await (explorer if request.path_params["language"] in {"ja", "en"} else static)(request)


async def facts(request: Request, content: bytes) -> Response:
    """Give the page of a thing: the explorer's, with the facts for readers without scripts."""
    page = json.loads(content)
    return await _html(request, page["title"], page["main"])


async def missing(request: Request, detail: str) -> Response:
    """Give the page of what is not here."""
    title = MISSING[language_of(request)]
    return await _html(request, title, f"<h1>{escape(title)}</h1><p>{escape(detail)}</p>", 404)


async def static(request: Request) -> Response:
    """Give a file of the explorer; those under ``assets/`` have their digest in their name and never change."""
    file = service_of(request).files.get(request.url.path)
    if file is None:
        return problem(404, "no such page")
    headers = {"Cache-Control": IMMUTABLE} if file.fixed else {}
    return await respond(
        request, file.body, file.media, file.tag, "Accept-Encoding", headers=headers, packed=file.packed
    )


async def _html(request: Request, title: str, main: str, status: int = 200) -> Response:
    body = _within_explorer(request, title, main) or _alone(title, main, language_of(request))
    tag = etag(body) if status == 200 else None  # noqa: PLR2004
    return await respond(request, body.encode(), HTML, tag, "Accept, Accept-Language, Accept-Encoding", status=status)


def _within_explorer(request: Request, title: str, main: str) -> str | None:
    index = service_of(request).files.get("index.html")
    if index is None:
        return None
    text = index.body.decode().replace("<title>plangraph</title>", f"<title>{escape(title)}</title>", 1)
    return text.replace("</body>", f"<noscript><main>{main}</main></noscript></body>", 1)


def _alone(title: str, main: str, language: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f"<body><main>{main}</main></body></html>"
    )
