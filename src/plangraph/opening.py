"""Graphs opened: from a build in a folder, from an endpoint that holds one, or built anew."""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.build import layout
from plangraph.build.freshness import expect_of_now, holds_of_now, is_fresh, sound_manifest
from plangraph.build.segments import excerpt
from plangraph.build.sums import COVERAGE
from plangraph.errors import StoreError, StoreNotFound
from plangraph.graph import Graph
from plangraph.queries import Library
from plangraph.store.embedded import Embedded, Memory
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plangraph.store.remote import Remote

DEFAULT_FOLDER = ".plangraph"
ENVIRONMENT = "PLANGRAPH_STORE"
USER, PASSWORD = "PLANGRAPH_USER", "PLANGRAPH_PASSWORD"


def default_folder() -> Path:
    """Return the folder that builds go to unless another is named: ``$PLANGRAPH_STORE`` or ``.plangraph``.

    Raises
    ------
    StoreError
        If ``$PLANGRAPH_STORE`` is an endpoint.
    """
    named = os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER
    if is_url(named):
        raise StoreError(
            Words(
                f"${ENVIRONMENT} がエンドポイント {named} を指しています。ここではフォルダーを指定してください",
                f"${ENVIRONMENT} names the endpoint {named}: name a folder here",
            )
        )
    return Path(named)


def library(store: str | os.PathLike[str] | None = None) -> Library:
    """Return the questions that can be asked of a store; where nothing is built, those that plangraph brings.

    Parameters
    ----------
    store : str or PathLike, optional
        As for :func:`open_graph`; of an endpoint it is not known before it is opened.
    """
    given = store or os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER
    try:
        return Library(() if is_url(given) else layout.question_folders(layout.current(Path(given))))
    except StoreNotFound:
        return Library()


def is_url(store: str | os.PathLike[str]) -> bool:
    """Check whether a store is an endpoint on the web rather than a folder."""
    return str(store).startswith(("http://", "https://"))


def open_graph(store: str | os.PathLike[str] | None = None, *, in_memory: bool = False) -> Graph:
    """Open a built graph: in a folder, or behind a SPARQL endpoint into which it was pushed.

    Parameters
    ----------
    store : str or PathLike, optional
        The folder that was built into, or the endpoint's URL; without one, ``$PLANGRAPH_STORE`` or ``.plangraph``.
        Where an endpoint asks for a login, it is given ``$PLANGRAPH_USER`` and ``$PLANGRAPH_PASSWORD``.
    in_memory : bool
        Whether to read a large graph into memory, which takes longer to open and answers faster. Small ones are in
        any case, and endpoints never.

    Raises
    ------
    StoreNotFound
        If nothing has been built, or pushed, there.
    StoreError
        If what was built there is damaged, or of another version.
    EndpointError
        If the endpoint is dead, slow, or does not speak SPARQL.
    """
    given = store or os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER
    if is_url(given):
        return _open_remote(str(given))
    return open_build(layout.current(Path(given)), in_memory=in_memory)


def open_build(folder: Path, *, in_memory: bool = False, of_now: bool = True) -> Graph:
    """Open one build, whether or not it is the current one.

    Parameters
    ----------
    folder : Path
        The folder of the build (see :func:`plangraph.build.layout.current`).
    in_memory : bool
        As of :func:`open_graph`.
    of_now : bool
        Whether to refuse a build that was made with another ontology or by another version.

    Raises
    ------
    StoreError
        If the build is damaged, gone, changed since it was built, or of another version.
    """
    manifest = sound_manifest(folder, of_now=of_now)
    on_disk = folder / layout.STORE
    engine = (
        Embedded.open(on_disk, partial(excerpt, folder, manifest.graphs))
        if on_disk.exists() and not in_memory
        else Memory.of_file(folder / layout.NQUADS)
    )
    engine.expect([*manifest.scopes.values(), [COVERAGE]])
    return Graph(engine, manifest, Library(layout.question_folders(folder)))


def expect_graph(store: str | os.PathLike[str] | None = None) -> None:
    """Check that there is a graph to open, of which no more is read than this takes.

    Parameters
    ----------
    store : str or PathLike, optional
        As of :func:`open_graph`.

    Raises
    ------
    StoreNotFound, StoreError, EndpointError
        As :func:`open_graph` does.
    """
    given = store or os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER
    if is_url(given):
        _open_remote(str(given))
    else:
        sound_manifest(layout.current(Path(given)))


def verify(store: str | os.PathLike[str] | None = None) -> None:
    """Check that a build in a folder is what was built, in its file of quads and in its store on disk.

    Parameters
    ----------
    store : str or PathLike, optional
        As of :func:`open_graph`; an endpoint has no file to check.

    Raises
    ------
    StoreNotFound
        If nothing has been built there, or it is an endpoint.
    StoreError
        If it has changed since.
    """
    given = store or os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER
    if is_url(given):
        raise StoreNotFound(
            Words(
                f"{given} はエンドポイントです。確かめられるのは構築したフォルダーです",
                f"{given} is an endpoint: what can be verified is the folder of a build",
            )
        )
    folder = layout.current(Path(given))
    layout.verify(folder, layout.read_manifest(folder), whole=True)
    on_disk = folder / layout.STORE
    if on_disk.exists() and not Embedded.open(on_disk).is_of(folder / layout.NQUADS):
        raise StoreError(
            Words(
                f"{on_disk} の内容が {layout.NQUADS} と違います。もう一度 'plangraph build' を実行してください",
                f"{on_disk} does not hold what {layout.NQUADS} does: run 'plangraph build' again",
            )
        )


def compared_with_datasets(store: str | os.PathLike[str] | None = None) -> dict[Path, bool]:
    """Check which datasets, bundled or in the current folder, a build in a folder holds as they are now.

    Where others were when they were built is not known.
    """
    out = Path(store or os.environ.get(ENVIRONMENT) or DEFAULT_FOLDER)
    keys = layout.read_manifest(layout.current(out)).datasets
    here = [path for path in (default_dataset(),) if path == Path.cwd()]
    folders = here or [path for key, path in resources.datasets().items() if key in keys]
    return {folder: holds_of_now(out, folder) for folder in folders}


def endpoint(url: str, update_url: str = "", graphs: Sequence[str] = ()) -> Remote:
    """Return the engine of an endpoint, with the login of ``$PLANGRAPH_USER`` and ``$PLANGRAPH_PASSWORD``.

    Parameters
    ----------
    url, update_url : str
        Where queries and updates are sent; without the latter, where the endpoint's kind is known to take them.
    graphs : sequence of str
        The graphs (IRIs) that are asked; without any, all.
    """
    from plangraph.store.remote import Remote

    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    return Remote(url, update_url=update_url, user=user, password=password, graphs=graphs)


def _open_remote(url: str) -> Graph:
    from plangraph.build.catalogue import CATALOGUE, read_manifest

    try:
        manifest = read_manifest(endpoint(url).triples(CATALOGUE))
    except StoreNotFound as error:
        raise StoreNotFound(
            Words(
                f"{url} に完全な構築がありません。'plangraph push {url}' を実行してください",
                f"{url} holds no whole build: run 'plangraph push {url}'",
            )
        ) from error
    expect_of_now(manifest, url, f"plangraph build && plangraph push {url}")
    brought = [folder / layout.QUESTIONS for key, folder in resources.datasets().items() if key in manifest.datasets]
    library = Library(tuple(folder for folder in brought if folder.is_dir()))
    return Graph(endpoint(url, graphs=list(manifest.graphs)), manifest, library)


def load(
    dataset: str | os.PathLike[str] | None = None,
    path: str | os.PathLike[str] | None = None,
    report: Callable[[str], None] = lambda _: None,
) -> Graph:
    """Open a dataset; it is built, and built again when anything that it is made of has changed.

    Parameters
    ----------
    dataset : str or PathLike, optional
        The name of a bundled dataset, or a folder with ``plan.toml`` and tables; without one, the dataset of
        :func:`default_dataset`.
    path : PathLike, optional
        The folder to build into; without one, ``$PLANGRAPH_STORE``, or a folder of the dataset's own where the
        platform keeps what can be made again (``~/.cache`` on Linux).
    report : callable
        Called with the name of each stage of the build as it begins.

    Raises
    ------
    DataError
        If the tables have problems.
    StoreNotFound
        If there is no such dataset.
    """
    folder = default_dataset() if dataset is None else dataset_folder(dataset)
    out = Path(path) if path else default_folder() if os.environ.get(ENVIRONMENT) else _cache_of(folder)
    if not is_fresh(out, folder):
        from plangraph.build.pipeline import build

        build([folder], out, report)
    return open_graph(out)


def _cache_of(dataset: Path) -> Path:
    import platformdirs

    place = hashlib.sha256(str(dataset.resolve()).encode()).hexdigest()[:12]
    return platformdirs.user_cache_path("plangraph", appauthor=False) / f"{dataset.name}-{place}"


def default_dataset() -> Path:
    """Return the dataset that is meant where none is named: that of the current folder, or the first bundled one."""
    here = Path.cwd()
    return here if (here / "plan.toml").is_file() else next(iter(resources.datasets().values()))


def dataset_folder(dataset: str | os.PathLike[str]) -> Path:
    """Return the folder, or the workbook, of a dataset from its name or path.

    Raises
    ------
    StoreNotFound
        If there is none.
    """
    bundled = resources.datasets()
    if str(dataset) in bundled:
        return bundled[str(dataset)]
    if Path(dataset).exists():
        return Path(dataset)
    names = ", ".join(bundled)
    raise StoreNotFound(
        Words(
            f"データセット「{dataset}」はありません。フォルダーかブックか、次の名前を指定してください: {names}",
            f"no dataset '{dataset}': it is neither a folder, a workbook nor one of {names}",
        ).then(did_you_mean(str(dataset), bundled))
    )
