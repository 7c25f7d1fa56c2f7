"""What a client has already, it need not be sent again (RFC 9110, sections 8.8.3 and 13.1.2)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

REVALIDATE = "public, max-age=0, must-revalidate"


def etag(*parts: str) -> str:
    """Return the entity tag of what is made from these parts; weak, for it is the same in gzip."""
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'


def is_known(request: Request, tag: str) -> bool:
    """Check whether the client has what a tag names; ``*`` names nothing that was ever given."""
    given = request.headers.get("if-none-match")
    if given is None or request.method not in {"GET", "HEAD"}:
        return False
    return tag.removeprefix("W/") in {part.strip().removeprefix("W/") for part in given.split(",")}


def not_modified(tag: str, vary: str) -> Response:
    """Answer the client that it has it."""
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": REVALIDATE, "Vary": vary})
