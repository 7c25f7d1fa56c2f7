"""The folder that a build is written into, until it becomes the one that answers.

What is killed before that leaves the previous build answering; what it has written, the next build removes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from plangraph.build.layout import CURRENT, MANIFEST, NQUADS, builds, identify, number_of, stamp_of
from plangraph.errors import StoreError
from plangraph.words import Words

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plangraph.build.layout import Manifest

PARTIAL = ".partial-"
KEPT = 2
"""How many builds are kept: the one that answers, and the one before it."""


def begin(out: Path) -> Path:
    """Make the folder that a new build is written into, and remove what builds that died have left."""
    partial = out / f"{PARTIAL}{os.getpid()}"
    _remove(partial)
    _remove_dead(out)
    partial.mkdir(parents=True)
    return partial


def abandon(out: Path, partial: Path) -> None:
    """Remove what was written of a build that failed, and the folder to build into if there is nothing else in it."""
    _remove(partial)
    if not any(out.iterdir()):
        out.rmdir()


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Raise in words that a disk is full, broken, or cannot be written to.

    Raises
    ------
    StoreError
        If it is.
    """
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreError(
            Words(
                f"{out} に構築を書き込めませんでした（{why}）。前の構築はそのままです",
                f"the build could not be written into {out}: {why}; the build before is as it was",
            )
        ) from error


@contextmanager
def quads_of(partial: Path) -> Iterator[Callable[[bytes], None]]:
    """Return what writes the quads of a new build; a fault of its disk is told as :func:`writing` tells it."""
    with writing(partial.parent):
        file = (partial / NQUADS).open("wb")

    def write(content: bytes) -> None:
        with writing(partial.parent):
            file.write(content)
            file.flush()

    with file:
        yield write


def finish(out: Path, partial: Path, manifest: Manifest) -> Path:
    """Make a written build the current one, and remove those that are no longer needed.

    What is renamed is on the disk before: after a power cut there is the build before, or the whole of this one.

    Returns
    -------
    Path
        The folder of the build.
    """
    manifest = replace(manifest, stamp=stamp_of(partial / NQUADS), digest=identify(partial / NQUADS))
    (partial / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), "utf-8")
    for path in (*partial.rglob("*"), partial):
        _sync(path)
    with _alone(out):
        number = max(map(number_of, builds(out)), default=0) + 1
        build = out / f"{number:04d}-{manifest.identity[:12]}"
        partial.rename(build)
        pointer = out / f"{PARTIAL}{os.getpid()}"
        pointer.write_text(build.name, "utf-8")
        _sync(pointer)
        _sync(out)
        pointer.replace(out / CURRENT)
        with suppress(OSError):  # this build answers already: what cannot be removed now, the next build removes
            _sync(out)
            _tidy(out, build)
    return build


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Wait until no other build is being finished in a folder, for both would take the same number.

    Where a folder cannot be locked, as on Windows, nobody waits, and one of two such builds is refused.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(out, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _tidy(out: Path, build: Path) -> None:
    newest = sorted(builds(out), key=number_of, reverse=True)
    for old in newest[KEPT:]:
        if old != build:
            shutil.rmtree(old, ignore_errors=True)
    _remove_dead(out)


def _remove_dead(out: Path) -> None:
    """Remove what builds left whose processes are gone; what others put beside them is not ours."""
    for partial in out.glob(f"{PARTIAL}*"):
        process = partial.name.removeprefix(PARTIAL)
        if process.isdecimal() and not _alive(int(process)):
            _remove(partial)


def _sync(path: Path) -> None:
    """Write a file, or the list of names in a folder, through to the disk itself."""
    if os.name == "nt" and path.is_dir():  # Windows opens no folders, and writes their lists itself
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    if os.name == "nt":  # there a signal 0 is Ctrl-C
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
