"""Published sites on a server of plain files, in a folder of a folder."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

from tests.shared import first_of_all

from plangraph.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

FOLDER = "a/b"


class Silent(SimpleHTTPRequestHandler):
    """Files, and nothing said of them."""

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


def published_once(factory: pytest.TempPathFactory, store: Path) -> Path:
    """Return the folder below which a build was published, once for all test processes; nobody may change it."""
    with first_of_all(factory, f"site-{store.name}") as (root, is_first):
        if is_first:
            main(["publish", str(root / FOLDER), "--store", str(store)])
    return root


@contextmanager
def publishing(factory: pytest.TempPathFactory, store: Path) -> Iterator[str]:
    """Return the address of a build's site."""
    handler = partial(Silent, directory=str(published_once(factory, store)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{FOLDER}"
        server.shutdown()
