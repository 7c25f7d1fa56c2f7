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

from plangraph.server.workers.loading import load

if TYPE_CHECKING:
    from plangraph.server.workers.served_graph import ServedGraph

LINE = 1 << 16  # bytes
BURIAL = 0.5  # seconds between two looks for processes that ended


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
    served = load({"settings": order, "build": ""}, lambda said: _tell(control, said))
    if served:
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
    os._exit(0)  # the graph need not be taken down piece by piece
