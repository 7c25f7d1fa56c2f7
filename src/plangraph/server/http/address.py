"""What the server has to say of an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plangraph.server.http.negotiation import JSON
from plangraph.server.http.parameters import Parameter, read

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.words import Words


NEGOTIATED = frozenset({"query", "format"})
"""What handlers read themselves within its limits: what is asked, and in which format it is answered."""


@dataclass(frozen=True)
class Address:
    """An address, or a family of them.

    Attributes
    ----------
    path : str
        The path, as Starlette's routes write it.
    handler : callable
        Answers a request; given, by name, the parameters that it has.
    words : Words
        What it answers with.
    parameters : tuple of Parameter
        What may stand in its query, and the limits.
    media : tuple of str
        The media types of its answers.
    methods : tuple of str
        The HTTP methods that it takes, beside HEAD and OPTIONS.
    reads_itself : bool
        Whether the handler reads the query, as a standard says; others are refused what is not among the parameters.
    name : str
        What it is called where pages link to it; the explorer's own pages have none.
    is_of_the_api : bool
        Whether OpenAPI describes it.
    """

    path: str
    handler: Callable[..., Awaitable[Response]]
    words: Words
    parameters: tuple[Parameter, ...] = ()
    media: tuple[str, ...] = (JSON,)
    methods: tuple[str, ...] = ("GET",)
    reads_itself: bool = False
    name: Words | None = None
    is_of_the_api: bool = True

    async def answer(self, request: Request) -> Response:
        """Read the parameters of a request, and answer it."""
        values: dict[str, Any] = {} if self.reads_itself else read(request, self.parameters)
        if self.reads_itself:
            for parameter in self.parameters:
                for value in request.query_params.getlist(parameter.name) if parameter.name not in NEGOTIATED else ():
                    parameter.read(value)
        return await self.handler(request, **values)
