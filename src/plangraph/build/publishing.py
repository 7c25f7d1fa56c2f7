"""A build on disk pushed into an endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build import layout
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.contents import contents, digest
from plangraph.build.freshness import expect_of_now
from plangraph.store.push import CHUNK, Part, push

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plangraph.store.push import Pushed
    from plangraph.store.remote import Remote


def publish(
    build: Path, remote: Remote, *, chunk: int = CHUNK, report: Callable[[str, int, int], None] = lambda *_: None
) -> Pushed:
    """Push a build.

    Parameters
    ----------
    build : Path
        The folder of one build (see :func:`plangraph.build.layout.current`).
    remote : Remote
        The endpoint, which is to take updates.
    chunk, report
        As :func:`plangraph.store.push.push` takes them; it raises the same errors, and one more.

    Raises
    ------
    StoreError
        If the build was made with another ontology or by another version.
    """
    manifest = layout.read_manifest(build)
    expect_of_now(manifest, str(build.parent))
    own = tuple(iris.graph(city) for city in manifest.datasets)
    return push(
        remote,
        _parts(build, manifest.identity),
        CATALOGUE,
        stale=lambda name: name in own or name.startswith(tuple(f"{city}/" for city in own)),
        chunk=chunk,
        report=report,
    )


def _parts(build: Path, identity: str) -> dict[str, Part]:
    with (build / layout.NQUADS).open("rb") as lines:
        graphs = contents(lines)
    return {
        name: Part(
            [line.decode().removesuffix(f" <{name}> .\n") + " .\n" for line in some],
            identity if name == CATALOGUE else digest(some),
        )
        for name, some in graphs.items()
    }
