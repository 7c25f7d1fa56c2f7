"""A built dataset on disk.

::

    OUT/CURRENT            the name of the build that answers
    OUT/<build>/           dataset.nq, manifest.json, queries/<dataset>/, and, of a large build, store/ (Oxigraph)

A build is written into a folder of its own and becomes the current one when ``CURRENT`` is replaced, in one rename.
Whatever is killed before that leaves the previous build answering.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from plangraph.errors import StoreError, StoreNotFound
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

CURRENT = "CURRENT"
NQUADS = "dataset.nq"
MANIFEST = "manifest.json"
STORE = "store"
QUESTIONS = "queries"
"""The folder of a dataset in which it may bring questions of its own, and of a build in which they are kept."""
IN_MEMORY = 200_000
"""Up to how many quads a build is read into memory when it is opened: that takes less than a question on disk."""
PARTIAL = ".partial-"
NAME = re.compile(r"\d{4,}-[0-9a-f]{12}")
"""How the folder of a build is called: its number and the begin of its identity."""
KEPT = 2


@dataclass(frozen=True)
class Manifest:
    """What a build holds.

    Attributes
    ----------
    identity : str
        A digest of the quads: two builds with the same identity answer alike.
    datasets : list of str
        The keys of the cities.
    plan : str
        The plan (IRI) that questions are about unless they name another.
    scopes : mapping of str to list of str
        For each plan (IRI), the graphs (IRIs) that a question about it needs.
    plans : mapping of str to str
        For each city, by the beginning of the IRIs of its things, the plan (IRI) that questions about it are about.
    currencies : mapping of str to str
        For each city, by the beginning of the IRIs of its things, the code (ISO 4217) of the currency of its amounts.
    graphs : mapping of str to int
        The number of triples in each graph (IRI).
    counts : mapping of str to int
        The number of things of each class (IRI) that the tables name.
    stamp : list of int
        Size in bytes and time in nanoseconds of the file of quads, which is read whole when they differ.
    digest : str
        The digest of that file, which says its identity itself.
    """

    identity: str
    datasets: list[str]
    plan: str
    scopes: Mapping[str, list[str]] = field(default_factory=dict)
    plans: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    graphs: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    stamp: list[int] = field(default_factory=list, compare=False)
    digest: str = field(default="", compare=False)

    def currency(self, thing: str) -> str:
        """Give the currency (ISO 4217) of the amounts of a thing's (IRI) city, or an empty string."""
        return next((code for space, code in self.currencies.items() if thing.startswith(space)), "")


def current(out: Path) -> Path:
    """Give the folder of the build that answers.

    Raises
    ------
    StoreNotFound
        If nothing has been built there.
    """
    try:
        build = out / (out / CURRENT).read_text("utf-8").strip()
    except OSError as error:
        raise StoreNotFound(
            Words(
                f"{out} にはまだ何も構築されていません。'plangraph build' を実行してください",
                f"nothing has been built in {out}: run 'plangraph build'",
            )
        ) from error
    if not (build / MANIFEST).is_file():
        raise StoreNotFound(
            Words(
                f"{out} の構築が壊れています。もう一度 'plangraph build' を実行してください",
                f"the build in {out} is damaged: run 'plangraph build' again",
            )
        )
    return build


def previous(out: Path) -> Path | None:
    """Give the folder of the build before the current one, or None."""
    now = current(out)
    earlier = [build for build in _builds(out) if _number(build) < _number(now)]
    return max(earlier, key=_number, default=None)


def read_manifest(build: Path) -> Manifest:
    """Read what a build holds."""
    return Manifest(**json.loads((build / MANIFEST).read_text("utf-8")))


def question_folders(build: Path) -> tuple[Path, ...]:
    """Give the folders of the questions that the datasets of a build brought."""
    return tuple(sorted(path for path in (build / QUESTIONS).glob("*") if path.is_dir()))


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
    """Tell in words of a disk that is full, broken, or not to be written to.

    Raises
    ------
    StoreError
        If it is.
    """
    try:
        yield
    except OSError as error:
        raise StoreError(
            Words(
                f"{out} に構築を書き込めませんでした（{error.strerror}）。前の構築はそのままです",
                f"the build could not be written into {out}: {error.strerror}; the build before is as it was",
            )
        ) from error


@contextmanager
def quads_of(partial: Path) -> Iterator[Callable[[bytes], None]]:
    """Give what writes the quads of a new build; a fault of its disk is told as :func:`writing` tells it."""
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
    manifest = replace(manifest, stamp=_stamp(partial / NQUADS), digest=identify(partial / NQUADS))
    (partial / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), "utf-8")
    number = max(map(_number, _builds(out)), default=0) + 1
    build = out / f"{number:04d}-{manifest.identity[:12]}"
    for path in (*partial.rglob("*"), partial):
        _sync(path)
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


def identify(nquads: Path) -> str:
    """Digest a file of sorted quads."""
    with nquads.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verify(build: Path, manifest: Manifest, *, whole: bool = False) -> None:
    """Check that the quads of a build are those that were written.

    Parameters
    ----------
    build : Path
        The folder of the build.
    manifest : Manifest
        What it is said to hold.
    whole : bool
        Whether to read them even where size and time are as they were.

    Raises
    ------
    StoreError
        If they are not.
    OSError
        If the file cannot be read.
    """
    if not whole and _stamp(build / NQUADS) == manifest.stamp:
        return
    if not manifest.digest:
        raise StoreError(
            Words(
                f"{build} は別の版の構築です。もう一度 'plangraph build' を実行してください",
                f"{build} was built by another version: run 'plangraph build' again",
            )
        )
    found = identify(build / NQUADS)
    if found != manifest.digest:
        raise StoreError(
            Words(
                f"{build / NQUADS} が構築のときから変わっています（{manifest.digest[:12]} ではなく {found[:12]}）。"
                "もう一度 'plangraph build' を実行してください",
                f"{build / NQUADS} has changed since it was built ({found[:12]}, not {manifest.digest[:12]}): "
                "run 'plangraph build' again",
            )
        )


def _stamp(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _builds(out: Path) -> list[Path]:
    return [path for path in out.iterdir() if NAME.fullmatch(path.name) and path.is_dir()]


def _number(build: Path) -> int:
    return int(build.name.partition("-")[0])


def _tidy(out: Path, build: Path) -> None:
    newest = sorted(_builds(out), key=_number, reverse=True)
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
    """Have a file, or the list of names in a folder, written to the disk itself."""
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
