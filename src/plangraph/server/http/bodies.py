"""Bodies as they travel: as gzip, and piece by piece, so that a client that reads slowly costs no memory."""

from __future__ import annotations

import asyncio
import gzip
import re
import zlib
from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from plangraph.server.http.caching import REVALIDATE, is_known, not_modified
from plangraph.server.workers.spill import PIECE, Spilled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

NEVER = re.compile(r"q=0(?:\.0{0,3})?")
WORTH_PACKING = 1000  # bytes
LEVEL = 5  # of gzip
SHORT_WORK = 100_000  # bytes that are packed without leaving the event loop
GZIP = 16 + zlib.MAX_WBITS  # makes zlib write gzip


def takes_gzip(request: Request) -> bool:
    """Check whether the client takes gzip; what it says of gzip is above what it says of any coding."""
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
    body: bytes | Spilled,
    media: str,
    tag: str | None = None,
    vary: str = "Accept, Accept-Encoding",
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    packed: bytes | None = None,
) -> Response:
    """Return a body as the client takes it.

    Parameters
    ----------
    request : Request
        The request.
    body : bytes or Spilled
        The body; a file is closed when it has been sent.
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
    file = body if isinstance(body, Spilled) else None
    if tag and is_known(request, tag):
        if file:
            file.close()
        return not_modified(tag, vary)
    fields = {"Vary": vary, "Cache-Control": REVALIDATE if tag else "no-store", **(headers or {})}
    if tag:
        fields["ETag"] = tag
    size = file.size if file else len(body)  # type: ignore[arg-type]
    zipped = size > WORTH_PACKING and takes_gzip(request)
    if zipped:
        fields["Content-Encoding"] = "gzip"
        if packed:
            body = packed
        elif not isinstance(body, Spilled):
            body = await pack(body)
    if not isinstance(body, Spilled):
        size, zipped = len(body), False
        if size <= PIECE:
            if file:
                file.close()
            return Response(body, status, fields, media)
    if not zipped:
        fields["Content-Length"] = str(size)
    pieces = _nothing() if request.method == "HEAD" else _pieces(body, zipped=zipped)
    return _Paced(pieces, file, status, fields, media)


class _Paced(StreamingResponse):
    """A body that is sent as fast as the client reads it; its file is closed at the end, whatever that is."""

    def __init__(
        self, pieces: AsyncIterator[bytes], file: Spilled | None, status: int, headers: dict[str, str], media: str
    ) -> None:
        super().__init__(pieces, status, headers, media)
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            if self._file:
                self._file.close()


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""


async def _pieces(body: bytes | Spilled, *, zipped: bool) -> AsyncIterator[bytes]:
    if isinstance(body, bytes):
        for start in range(0, len(body), PIECE):
            yield body[start : start + PIECE]
        return
    packer = zlib.compressobj(LEVEL, wbits=GZIP)
    for start in range(0, body.size, PIECE):
        piece = await asyncio.to_thread(body.piece, start)
        if zipped:
            piece = await asyncio.to_thread(packer.compress, piece)
        if piece:
            yield piece
    if zipped:
        yield packer.flush()
