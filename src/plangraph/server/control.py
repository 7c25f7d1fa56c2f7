"""A socket on this machine, for whoever runs the server: what is being answered, and an end to it.

One line of JSON is asked, ``{"list": true}`` or ``{"end": 7}``, and one is answered. Only the user who runs the server
may open the socket.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from plangraph.errors import ServiceError
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from plangraph.server.admission.running_jobs import RunningJobs

NONE = "none"
SUFFIX = ".sock"
OWNER_ONLY = 0o177  # what is taken from the permissions of a file
LINE = 1 << 16  # bytes
PATIENCE = 10.0  # seconds that a server is given to answer


def socket_of(named: str, port: int) -> Path | None:
    """Return the file of the socket that a setting names, or None where there is to be none, or can be none."""
    if named == NONE or not hasattr(socket, "AF_UNIX"):  # Windows
        return None
    return Path(named) if named else _folder() / f"{port}{SUFFIX}"


def sockets() -> list[Path]:
    """Return the sockets of the servers that this user runs."""
    return sorted(path for path in _folder().glob(f"*{SUFFIX}") if _is_answered(path))


def ask(path: Path, question: dict[str, Any]) -> Any:
    """Ask a server.

    Raises
    ------
    ServiceError
        If none listens there.
    """
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(str(path))
            line.sendall(json.dumps(question).encode() + b"\n")
            with line.makefile("rb") as answers:
                return json.loads(answers.readline())
    except (OSError, ValueError) as error:
        raise ServiceError(
            Words(
                f"{path} で待ち受けているサーバーがありません（{error}）",
                f"no server listens at {path}: {error}",
            )
        ) from error


@asynccontextmanager
async def listening(path: Path, running: RunningJobs) -> AsyncIterator[None]:
    """Answer at a socket until the block ends.

    Parameters
    ----------
    path : Path
        The file of the socket.
    running : RunningJobs
        What is being answered.

    Raises
    ------
    OSError
        If the socket cannot be made there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not _is_answered(path):
        path.unlink()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, ValueError, asyncio.LimitOverrunError):
            order = json.loads(await reader.readline())
            told = {"ended": running.end(order["end"])} if "end" in order else running.listed()
            writer.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
            await writer.drain()
        writer.close()

    mask = os.umask(OWNER_ONLY)
    try:
        server = await asyncio.start_unix_server(answer, path, limit=LINE)
    finally:
        os.umask(mask)
    try:
        yield
    finally:
        server.close()
        path.unlink(missing_ok=True)


def _folder() -> Path:
    return platformdirs.user_state_path("plangraph", appauthor=False)


def _is_answered(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(str(path))
        except OSError:
            return False
        return True
