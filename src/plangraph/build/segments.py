"""What each city's part of a build is, so that the next build can take it over as it is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.build import layout
from plangraph.build.contents import Summary
from plangraph.build.readings import dictionary
from plangraph.build.sums import QUESTION
from plangraph.errors import StoreNotFound
from plangraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import BinaryIO

SEGMENTS = "cities.json"
QUICKLY_READ = 200_000_000
"""How many bytes of parts are read to find some graphs in them."""
PARTS = ("*.toml", "*.csv", "*/*.csv", "*.geojson")
"""Of what files of a dataset's folder the part of a build is made."""
ROOMS = ("build", "tables", "inference", "validation", "store")
"""The rooms whose code makes a city's part."""


@dataclass(frozen=True)
class Segment:
    """A city's part of a build: some lines of its quads that stand together.

    Attributes
    ----------
    fingerprint : str
        A digest of all that the part was made from.
    begin, length : int
        Where it stands in the file of quads (bytes).
    digest : str
        A digest of its bytes.
    graphs : mapping of str to Summary
        What it says in each graph (IRI).
    scopes : mapping of str to list of str
        For each plan (IRI), the graphs (IRIs) of its scope.
    """

    fingerprint: str
    begin: int
    length: int
    digest: str
    graphs: Mapping[str, Summary]
    scopes: Mapping[str, list[str]]


class Earlier:
    """The parts of the build that answers now, if one does.

    Parameters
    ----------
    out : Path
        The folder that is built into.
    """

    def __init__(self, out: Path) -> None:
        self._segments: dict[str, Segment] = {}
        try:
            build = layout.current(out)
            said = json.loads((build / SEGMENTS).read_text("utf-8"))
            self._nquads = build / layout.NQUADS
            self._segments = {segment["fingerprint"]: _segment(segment) for segment in said}
        except (StoreNotFound, OSError, ValueError, TypeError, KeyError):
            self._segments = {}  # nothing to take over, or of another version

    def fingerprints(self) -> set[str]:
        """Return the digests of what each part was made from."""
        return set(self._segments)

    def take(self, fingerprint: str) -> tuple[Segment, Iterator[bytes]] | None:
        """Return the part that was made from just this, and its lines; None if there is none, or it is damaged."""
        segment = self._segments.get(fingerprint)
        if segment is None:
            return None
        try:
            found = hashlib.sha256()
            with self._nquads.open("rb") as file:
                for line in _lines(file, segment.begin, segment.length):
                    found.update(line)
        except OSError:
            return None
        return (segment, self._read(segment)) if found.hexdigest() == segment.digest else None

    def _read(self, segment: Segment) -> Iterator[bytes]:
        with self._nquads.open("rb") as file:
            yield from _lines(file, segment.begin, segment.length)


def _segment(said: Mapping[str, object]) -> Segment:
    graphs = {name: Summary(**summary) for name, summary in said["graphs"].items()}  # type: ignore[attr-defined]
    return Segment(**{**said, "graphs": graphs})  # type: ignore[arg-type]


def write_segments(folder: Path, segments: Iterable[Segment]) -> None:
    """Note the parts of a build in its folder."""
    (folder / SEGMENTS).write_text(json.dumps([asdict(segment) for segment in segments], ensure_ascii=False), "utf-8")


def excerpt(build: Path, sizes: Mapping[str, int], graphs: Collection[str]) -> bytes | None:
    """Read some graphs from a build's file of quads, out of the parts in which they stand.

    Parameters
    ----------
    build : Path
        The folder of the build.
    sizes : mapping of str to int
        The number of quads of each graph (IRI).
    graphs : collection of str
        The graphs (IRIs).

    Returns
    -------
    bytes or None
        Their quads in N-Quads; None if they do not stand in parts that are quickly read.
    """
    try:
        segments = [_segment(each) for each in json.loads((build / SEGMENTS).read_text("utf-8"))]
        parts = [(each.begin, each.length) for each in segments if not each.graphs.keys().isdisjoint(graphs)]
        parts.append((0, min((each.begin for each in segments), default=0)))  # what all cities share
        if sum(length for _, length in parts) > QUICKLY_READ:
            return None
        ends = tuple(f" <{graph}> .\n".encode() for graph in graphs)
        with (build / layout.NQUADS).open("rb") as file:
            found = [line for part in parts for line in _lines(file, *part) if line.endswith(ends)]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return b"".join(found) if len(found) == sum(sizes.get(graph, 0) for graph in graphs) else None


def _lines(file: BinaryIO, begin: int, length: int) -> Iterator[bytes]:
    file.seek(begin)
    while length > 0 and (line := file.readline()):
        length -= len(line)
        yield line


def of_machinery() -> str:
    """Digest what, besides its tables, a city's part is made from: ontology, SDGs, a question, code, dictionary."""
    files = [
        *resources.ONTOLOGY.rglob("*.ttl"),
        *(resources.DATA / "sdg").glob("*.csv"),
        *resources.QUERIES.glob(f"*/{QUESTION}.rq"),
        *Path(__file__).parents[1].glob("*.py"),
        *(file for room in ROOMS for file in (Path(__file__).parents[1] / room).rglob("*.py")),
    ]
    return _digest(f"{__version__} {dictionary()}", Path("/"), files)


def fingerprint(dataset: Path, machinery: str) -> str:
    """Digest a dataset's tables together with what they are made into a part of a build by."""
    if dataset.is_file():
        from plangraph.tables.outlines import outlines_of

        return _digest(machinery, dataset.parent, filter(Path.is_file, (dataset, outlines_of(dataset))))
    files = (file for pattern in PARTS for file in dataset.glob(pattern))
    return _digest(machinery, dataset, files)


def _digest(begin: str, folder: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256(begin.encode())
    for file in sorted(files, key=fspath):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
