"""The process that holds the graph and forks workers from itself.

The graph is loaded once. A fork shares its pages and is ready in a few milliseconds, so that a worker can be killed
and replaced for every query that deserves it, whatever the size of the data. The forkserver has one thread and runs no
query, which is what makes forking it safe; it is also the parent that ends and buries its workers.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any

from plangraph.errors import PlangraphError
from plangraph.server.settings import Settings

if TYPE_CHECKING:
    from plangraph.server.workers.served_graph import ServedGraph

LINE = 1 << 16
BURIAL = 0.5


def main(descriptor: int) -> None:
    """Load the graph and fork workers as the server asks, until it is gone.

    Parameters
    ----------
    descriptor : int
        The number of the socket to the server. Orders come as lines of JSON: first the settings, then
        ``{"fork": key}`` with the worker's socket beside it, and ``{"kill": key}``.
    """
    control = socket.socket(fileno=descriptor)
    stream = control.makefile("rw", encoding="utf-8")
    order = json.loads(stream.readline())
    try:
        from plangraph import coverage, network, reasoning  # noqa: F401 - read before the forks, which then need not
        from plangraph.pages import prepare
        from plangraph.server.html import facts
        from plangraph.server.workers import worker  # noqa: F401
        from plangraph.server.workers.served_graph import ServedGraph

        prepare(facts.TEMPLATE)
        served = ServedGraph.open(Settings(**order))
    except PlangraphError as error:
        _tell(control, {"failed": error.words})
        return
    except Exception as error:  # whatever it is, the server is told and not left waiting
        _tell(
            control,
            {"failed": (f"グラフを読み込めませんでした: {error!r}", f"the graph could not be loaded: {error!r}")},
        )
        return
    _tell(control, {"ready": served.about()})
    _Forkserver(control, served).run()


class _Forkserver:
    def __init__(self, control: socket.socket, served: ServedGraph) -> None:
        self._control = control
        self._served = served
        self._children: dict[int, int] = {}
        self._rest = b""

    def run(self) -> None:
        while True:
            ready, _, _ = select.select([self._control], [], [], BURIAL)
            if ready and not self._orders():
                break
            self._bury()
        for process in self._children.values():
            os.kill(process, signal.SIGKILL)

    def _orders(self) -> bool:
        data, channels, _, _ = socket.recv_fds(self._control, LINE, 64)
        if not data:
            return False
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            order = json.loads(line)
            if "fork" in order:
                self._fork(order["fork"], channels.pop(0))
            elif process := self._children.get(order["kill"]):
                os.kill(process, signal.SIGKILL)
        return True

    def _fork(self, key: int, channel: int) -> None:
        process = os.fork()
        if process == 0:
            self._control.close()
            try:
                from plangraph.server.workers.worker import work

                work(socket.socket(fileno=channel), self._served)
            finally:
                os._exit(0)
        os.close(channel)
        self._children[key] = process

    def _bury(self) -> None:
        for key, process in list(self._children.items()):
            if os.waitpid(process, os.WNOHANG)[0]:
                del self._children[key]


def _tell(control: socket.socket, message: dict[str, Any]) -> None:
    control.sendall(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(int(sys.argv[1]))
