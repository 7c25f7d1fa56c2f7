"""A worker where the system has no fork: a process that loads the graph itself, and is asked through its pipes."""

from __future__ import annotations

import json
import os
import signal
import sys

from plangraph.server.workers.channel import Pipes
from plangraph.server.workers.loading import load


def main() -> None:
    """Load the graph that the first line names, say so in a line, and do jobs until nobody asks any more."""
    channel = Pipes(os.dup(0), os.dup(1))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no reply
    order = json.loads(_line(channel))
    served = load(order, lambda said: channel.sendall(json.dumps(said).encode() + b"\n"))
    if served:
        from plangraph.server.workers.worker import work

        work(channel, served)


def _line(channel: Pipes) -> bytes:
    data = b""
    while not data.endswith(b"\n") and (part := channel.recv(1)):
        data += part
    return data


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main()
    sys.exit(0)
