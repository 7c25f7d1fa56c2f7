"""What a worker works with: the graph, the questions and the limits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph import queries
from plangraph.build import layout
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.freshness import expect_of_now
from plangraph.opening import is_url, open_build, open_graph
from plangraph.server.html.facts import tables_of
from plangraph.server.settings import MIB, Settings
from plangraph.store import jsonld
from plangraph.store.answers import expect_rows
from plangraph.store.embedded import Embedded
from plangraph.store.terms import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.build.layout import Manifest
    from plangraph.graph import Graph
    from plangraph.queries import Library, Question

IDENTITY = f"SELECT ?identity WHERE {{ GRAPH <{CATALOGUE}> {{ <{CATALOGUE}> dcterms:identifier ?identity }} }}"


@dataclass(frozen=True)
class ServedGraph:
    """What a worker works with.

    Attributes
    ----------
    settings : Settings
        What to serve, and the limits.
    library : Library
        The questions.
    manifest : Manifest
        What was built.
    build : Path or None
        The folder of the build, which is read whatever build becomes the current one; None of an endpoint.
    in_memory : bool
        Whether the graph is read into memory, once for all workers.
    """

    settings: Settings
    library: Library
    manifest: Manifest
    build: Path | None
    in_memory: bool

    @classmethod
    def open(cls, settings: Settings, build: Path | None = None) -> ServedGraph:
        """Open what the settings name; a graph that is read into memory is read now.

        Parameters
        ----------
        settings : Settings
            What to serve, and the limits.
        build : Path, optional
            The folder of the build, if not the current one.

        Raises
        ------
        StoreNotFound
            If nothing has been built there.
        StoreError
            If it was built with another ontology or by another version.
        """
        if is_url(settings.store):
            remote = open_graph(settings.store)
            return cls(settings, remote.library, remote.manifest, build=None, in_memory=False)
        build = build or layout.current(Path(settings.store))
        in_memory = (build / layout.NQUADS).stat().st_size <= settings.data_in_memory * MIB
        library = queries.Library(layout.question_folders(build))
        manifest = layout.read_manifest(build)
        expect_of_now(manifest, settings.store)
        served = cls(settings, library, manifest, build, in_memory)
        for question in served.questions.values():
            _ = question.form, question.parameters  # read once, before the forks
        jsonld.context()
        if in_memory and isinstance(served.graph.engine, Embedded):
            served.graph.engine.prepare(served.manifest.scopes.get(served.manifest.plan, ()))
            tables_of(served.graph, served.manifest.plan, "ja")  # a worker opens no files, so what it reads is read now
        return served

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions, by every name that they answer to."""
        return self.library.by_name()

    @cached_property
    def graph(self) -> Graph:
        """The graph; one that is not in memory is opened by each worker, for a fork shares no threads and sockets."""
        if self.build is None:
            return open_graph(self.settings.store)
        return open_build(self.build, in_memory=self.in_memory, of_now=False)  # it was, when the server took it up

    def identity(self) -> str:
        """Return the identity of what answers now: a build never changes, and an endpoint is asked."""
        if self.build is not None:
            return self.manifest.identity
        (identity,) = expect_rows(self.graph.engine.query(IDENTITY)).rows[:1] or [(None,)]
        return "" if identity[0] is None else name_of(identity[0])

    def about(self) -> dict[str, Any]:
        """Return what is here, and the folders of its datasets' questions."""
        folders = [str(folder) for folder in self.library.datasets]
        return {**asdict(self.manifest), "questions": folders, "build": str(self.build or "")}
