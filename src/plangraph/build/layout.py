"""A built dataset on disk.

::

    OUT/CURRENT            the name of the build that answers
    OUT/<build>/           dataset.nq, manifest.json, queries/<dataset>/, and, of a large build, store/ (Oxigraph)

A build is written into a folder of its own and becomes the current one when ``CURRENT`` is replaced, in one rename: see
:mod:`plangraph.build.build_folder`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph import iris, resources
from plangraph.errors import StoreError, StoreNotFound
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

CURRENT = "CURRENT"
NQUADS = "dataset.nq"
MANIFEST = "manifest.json"
STORE = "store"
QUESTIONS = resources.QUESTIONS
"""The folder of a build in which the questions are kept that its datasets brought."""
IN_MEMORY = 200_000
"""Up to how many quads a build is read into memory when it is opened: that takes less than a question on disk."""
NAME = re.compile(r"\d{4,}-[0-9a-f]{12}")
"""How the folder of a build is called: its number and the begin of its identity."""


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
    program : str
        The version of plangraph that built it.
    meanings : str
        A digest of what it means (see :func:`plangraph.build.freshness.meanings`).
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
    program: str = ""
    meanings: str = ""
    stamp: list[int] = field(default_factory=list, compare=False)
    digest: str = field(default="", compare=False)

    @cached_property
    def spaces(self) -> Mapping[str, str]:
        """For each city, by its key, the beginning of the IRIs of its things."""
        return {key: iris.thing(key, "") for key in self.datasets}

    def city(self, thing: str) -> str:
        """Return the key of the city that has given a thing its IRI; nothing if none has.

        All IRIs of a city's things, and no others, begin with the space that its dataset declares (``void:uriSpace``).
        """
        return next((key for key, space in self.spaces.items() if thing.startswith(space)), "")

    @cached_property
    def plans_of(self) -> Mapping[str, Sequence[str]]:
        """For each city, by its key, its plans (IRIs) that have a scope."""
        found: dict[str, list[str]] = {key: [] for key in self.datasets}
        for plan in self.scopes:
            found.get(self.city(plan), []).append(plan)
        return found

    def currency(self, thing: str) -> str:
        """Return the currency (ISO 4217) of the amounts of a thing's (IRI) city, or an empty string."""
        return self.currencies.get(self.spaces.get(self.city(thing), ""), "")


def current(out: Path) -> Path:
    """Return the folder of the build that answers.

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
    """Return the folder of the build before the current one, or None."""
    now = current(out)
    earlier = [build for build in builds(out) if number_of(build) < number_of(now)]
    return max(earlier, key=number_of, default=None)


def read_manifest(build: Path) -> Manifest:
    """Read what a build holds."""
    return Manifest(**json.loads((build / MANIFEST).read_text("utf-8")))


def question_folders(build: Path) -> tuple[Path, ...]:
    """Return the folders of the questions that the datasets of a build brought."""
    return tuple(sorted(path for path in (build / QUESTIONS).glob("*") if path.is_dir()))


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
    if not whole and stamp_of(build / NQUADS) == manifest.stamp:
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


def stamp_of(path: Path) -> list[int]:
    """Return the size of a file in bytes and its time in nanoseconds."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def builds(out: Path) -> list[Path]:
    """List the folders of the builds that are there."""
    return [path for path in out.iterdir() if NAME.fullmatch(path.name) and path.is_dir()]


def number_of(build: Path) -> int:
    """Return the number of a build, from the name of its folder."""
    return int(build.name.partition("-")[0])
