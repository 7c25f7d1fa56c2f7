"""A server of the tests: the real command, on a free port of this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from tests.shared import shared_by_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

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


@contextmanager
def served_once(factory: pytest.TempPathFactory, store: Path, *options: str) -> Iterator[str]:
    """Return the address of a server which all processes of the test run share: the last that leaves ends it."""
    folder = shared_by_all(factory, f"server-{store.name}")
    with FileLock(folder.with_suffix(".lock")):
        folder.mkdir(exist_ok=True)
        if _users(folder, 1) == 1:
            (folder / "process").write_text(str(_begun(store, folder, *options)))
        address = _address(folder / "said")
    try:
        yield address
    finally:
        with FileLock(folder.with_suffix(".lock")):
            if _users(folder, -1) == 0:
                _end(int((folder / "process").read_text()))


def _users(folder: Path, more: int) -> int:
    counted = folder / "users"
    number = more + (int(counted.read_text()) if counted.exists() else 0)
    counted.write_text(str(number))
    return number


def _begun(store: Path, folder: Path, *options: str) -> int:
    """Begin a server that outlives the process which begins it, and return its number."""
    kept = [
        (os.POSIX_SPAWN_OPEN, number, str(folder / name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for number, name in ((1, "access.log"), (2, "said"))
    ]
    return os.posix_spawn(sys.executable, [*COMMAND, "--store", str(store), *options], os.environ, file_actions=kept)


def _address(said: Path) -> str:
    until = time.monotonic() + PATIENCE
    while not (found := re.search(r"http://\S+?(?=/ )", said.read_text("utf-8"))):
        assert time.monotonic() < until, said.read_text("utf-8")
        time.sleep(0.05)
    return found[0]


def _end(process: int) -> None:
    os.kill(process, signal.SIGTERM)
    until = time.monotonic() + PATIENCE
    while (status := Path(f"/proc/{process}/status")).exists() and "\nState:\tZ" not in status.read_text("utf-8"):
        assert time.monotonic() < until, f"the server does not end: {process}"
        time.sleep(0.05)


def _children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)  # noqa: S607
    return [int(line) for line in found.stdout.split()]
