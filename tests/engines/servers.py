"""Oxigraph's server and Virtuoso 7, started for the tests on free ports and ended by their process ids."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 300.0  # seconds: what takes Virtuoso three alone may take a minute beside much else
ROWS = 20_000
DATABASE = "virtuoso.db"
# In several threads each query has memory made ready for 10,000 rows in each, which takes longer than to answer. Fewer
# rows (VectorSize) are no way out: with 1,000, Virtuoso gave wrong answers and ended.
INI = """
[Database]
DatabaseFile = {database}
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 40
NumberOfBuffers = 20000
ThreadsPerQuery = 1
CaseMode = 2
DirsAllowed = .
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
MaxClientConnections = 40
ServerThreads = 40
[SPARQL]
ResultSetMaxRows = {rows}
"""


def oxigraph_binary() -> str | None:
    """Find the server that the package ``oxigraph`` brings."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@contextmanager
def oxigraph(binary: str, folder: Path, *, in_memory: bool = False) -> Iterator[str]:
    """Run an Oxigraph server, and give the URL that takes queries; in memory, it answers in a third of the time."""
    port = free_port()
    kept = [] if in_memory else ["--location", str(folder)]
    with running([binary, "serve", *kept, "--bind", f"127.0.0.1:{port}"], folder):
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(binary: str, folder: Path, rows: int = ROWS, end: signal.Signals = signal.SIGKILL) -> Iterator[str]:
    """Run Virtuoso, and give the URL that takes queries and, from its administrator, updates."""
    port = free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(INI.format(sql=free_port(), http=port, rows=rows, database=DATABASE))
    with running([binary, "+foreground", "+configfile", str(ini)], folder, end):
        wait_for(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D")
        yield f"http://127.0.0.1:{port}/sparql-auth"


def virtuoso_version() -> tuple[int, ...]:
    """Read the version of the Virtuoso that is installed, such as (7, 2, 5)."""
    binary = shutil.which("virtuoso-t")
    assert binary
    told = subprocess.run([binary, "-?"], capture_output=True, text=True, check=False)
    found = re.search(r"Version (\d+)\.(\d+)\.(\d+)", told.stdout + told.stderr)
    assert found
    return tuple(int(part) for part in found.groups())


def make_virtuoso(binary: str, folder: Path) -> None:
    """Let Virtuoso make its database in a folder, empty as it is; to open a copy of it takes a third of the time."""
    with virtuoso(binary, folder, end=signal.SIGTERM):
        pass


@contextmanager
def running(command: list[str], folder: Path, end: signal.Signals = signal.SIGKILL) -> Iterator[int]:
    """Run a command in a folder, and give its process id."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            yield process.pid
        finally:
            os.kill(process.pid, end)
            process.wait()


def free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def wait_for(url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - of this machine
                return
        except HTTPError as refusal:
            refusal.close()
            return
        except (URLError, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
