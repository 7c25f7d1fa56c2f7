"""What the routes share: jobs done, and their replies as HTTP answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from plangraph.server.pool import Pool
from plangraph.server.problems import problem

if TYPE_CHECKING:
    from starlette.requests import Request

    from plangraph.server.settings import Settings
    from plangraph.server.wire import Job, Reply


class Service:
    """The pool of workers and what the server knows about its build.

    Parameters
    ----------
    settings : Settings
        The limits.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings)

    async def answer(self, request: Request, job: Job) -> Response:  # noqa: ARG002
        """Have a job done for a request."""
        return response_of(await self.pool.run(job))


def service_of(request: Request) -> Service:
    """Give the service of the application that a request is to."""
    service = request.app.state.service
    assert isinstance(service, Service)  # noqa: S101 - for the type checker
    return service


def response_of(reply: Reply) -> Response:
    """Write a worker's reply as an HTTP answer."""
    if reply.status >= 400:  # noqa: PLR2004
        return problem(reply.status, reply.body.decode())
    headers = {"X-Plangraph-Cut": reply.cut} if reply.cut else {}
    return Response(reply.body, reply.status, headers, reply.media)
