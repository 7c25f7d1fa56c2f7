"""A server of the tests: the real command, on a free port of this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = (sys.executable, "-c", "from plangraph.cli import main; main()", "serve", "--port", "0")
PATIENCE = 120.0  # seconds: what takes a moment may take a minute on a busy machine


@dataclass(frozen=True)
class Server:
    """A running server: where it is, its process, and the file of its access log."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    def workers(self) -> list[int]:
        """Return the process ids of its workers: the children of its forkserver."""
        return [worker for forkserver in self.forkservers() for worker in _children(forkserver)]

    def forkservers(self) -> list[int]:
        """Return the process ids of its forkservers."""
        return _children(self.process.pid)


@contextmanager
def serving(store: Path | str, log: Path, *options: str, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """Run ``plangraph serve`` until the block ends; it must then end by itself."""
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [*COMMAND, "--store", str(store), *options],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environment or {})},
        )
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            address = re.search(r"http://\S+?(?=/ )", said)
            assert address, said
            yield Server(address[0], process, log)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()
                process.wait()
                if process.stderr:
                    process.stderr.close()


def _children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)  # noqa: S607
    return [int(line) for line in found.stdout.split()]
