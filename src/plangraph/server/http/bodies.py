"""Bodies as they travel: with an ETag, as gzip, or not at all because the client has them (RFC 9110)."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

NEVER = re.compile(r"q=0(?:\.0{0,3})?")
WORTH_PACKING = 1000
LEVEL = 5
SHORT_WORK = 100_000
REVALIDATE = "public, max-age=0, must-revalidate"


def etag(*parts: str) -> str:
    """Give the entity tag of what is made from these parts; weak, for it is the same in gzip."""
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'


def is_known(request: Request, tag: str) -> bool:
    """Tell whether the client has what a tag names; ``*`` names nothing that was ever given."""
    given = request.headers.get("if-none-match")
    if given is None or request.method not in {"GET", "HEAD"}:
        return False
    return tag.removeprefix("W/") in {part.strip().removeprefix("W/") for part in given.split(",")}


def not_modified(tag: str, vary: str) -> Response:
    """Tell the client that it has it."""
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": REVALIDATE, "Vary": vary})


def takes_gzip(request: Request) -> bool:
    """Tell whether the client takes gzip; what it says of gzip is above what it says of any coding."""
    given = request.headers.get("accept-encoding")
    if not given:
        return False
    wishes = {name.strip().lower(): quality for name, _, quality in (part.partition(";") for part in given.split(","))}
    quality = wishes.get("gzip", wishes.get("*", "q=0"))
    return not NEVER.fullmatch(quality.replace(" ", ""))


async def pack(body: bytes) -> bytes:
    """Pack a body; a large one beside the event loop."""
    if len(body) < SHORT_WORK:
        return gzip.compress(body, LEVEL, mtime=0)
    return await asyncio.to_thread(gzip.compress, body, LEVEL, mtime=0)


async def respond(
    request: Request,
    body: bytes,
    media: str,
    tag: str | None = None,
    vary: str = "Accept, Accept-Encoding",
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    packed: bytes | None = None,
) -> Response:
    """Give a body as the client takes it.

    Parameters
    ----------
    request : Request
        The request.
    body : bytes
        The body.
    media : str
        Its media type.
    tag : str, optional
        Its entity tag; without one it is not to be kept.
    vary : str
        The request headers that it depends on.
    status : int
        The HTTP status.
    headers : dict, optional
        More headers.
    packed : bytes, optional
        The body in gzip, if it is there already.
    """
    if tag and is_known(request, tag):
        return not_modified(tag, vary)
    fields = {"Vary": vary, "Cache-Control": REVALIDATE if tag else "no-store", **(headers or {})}
    if tag:
        fields["ETag"] = tag
    if len(body) > WORTH_PACKING and takes_gzip(request):
        body = packed or await pack(body)
        fields["Content-Encoding"] = "gzip"
    return Response(body, status, fields, media)
