"""The server run from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uvicorn

from plangraph.server.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.server.settings import Settings


def run(settings: Settings, host: str, port: int, ready: Callable[[str], object] | None = None) -> None:
    """Serve until a signal ends it.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.
    host, port : str, int
        Where to listen.
    ready : callable, optional
        Told the address when the server listens.
    """
    server = uvicorn.Server(uvicorn.Config(create_app(settings), host, port, log_level="warning", access_log=False))
    if ready:
        ready(f"http://{host}:{port}/")
    server.run()
