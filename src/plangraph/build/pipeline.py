"""The way of the data, city by city: tables → quads → shapes → what follows → store, and one rename at the end."""

from __future__ import annotations

import gc
import hashlib
import shutil
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build import build_folder, layout
from plangraph.build.catalogue import catalogue, read_manifest
from plangraph.build.contents import Sorted, Summary, Summing, drained, in_batches, read_lines
from plangraph.build.fallback import said_again
from plangraph.build.freshness import meanings
from plangraph.build.judgement import broken_rules, doubled_key, read_dataset, shared_by_all, within
from plangraph.build.likeness import Likeness, tells
from plangraph.build.readings import readings
from plangraph.build.scopes import SHARED, infer, plan_scopes, with_inferred
from plangraph.build.segments import Earlier, Segment, fingerprint, of_machinery, write_segments
from plangraph.build.sums import COVERAGE, coverage_of_plans
from plangraph.errors import Problem, ShapeError, TableError
from plangraph.queries import Library
from plangraph.store.embedded import Memory, write_disk
from plangraph.tables.city import opened
from plangraph.tables.plan_file import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from plangraph.build.judgement import Facts

    Report = Callable[[str], None]
    Progress = Callable[[str, int, int], None]

STAGES = ("tables", "shapes", "inference", "catalogue", "store")


def build(
    datasets: Sequence[Path],
    out: Path,
    report: Report = lambda _: None,
    progress: Progress = lambda *_: None,
) -> layout.Manifest:
    """Build datasets into a folder, one after the other.

    A dataset is taken over from the build that answers now if nothing that it is made from has changed since.

    Parameters
    ----------
    datasets : sequence of Path
        The datasets' folders.
    out : Path
        The folder to build into; what answers there now goes on answering until the new build is whole.
    report : callable
        Told the name of each stage of :data:`STAGES` as it begins; the first three begin for each dataset.
    progress : callable
        Told the folder's name of each dataset as it begins, its number and how many there are.

    Returns
    -------
    Manifest
        What was built.

    Raises
    ------
    DataError
        If the tables have problems or break a rule: all of them at once; nothing was changed.
    QuestionError
        If a question of a dataset cannot be read, or has the name of another; nothing was changed.
    StoreError
        If the build cannot be written; the build before goes on answering.
    """
    report("tables")
    brought = {folder.name: folder / layout.QUESTIONS for folder in datasets if (folder / layout.QUESTIONS).is_dir()}
    Library(tuple(brought.values())).expect_one_of_each()
    building = _Building(datasets, out, report)
    with build_folder.writing(out):
        partial = build_folder.begin(out)
    try:
        manifest = building.write(partial, progress)
        report("store")
        with build_folder.writing(out):
            if sum(manifest.graphs.values()) > layout.IN_MEMORY:
                gc.collect()
                write_disk(partial / layout.STORE, partial / layout.NQUADS)
            for name, folder in brought.items():
                shutil.copytree(folder, partial / layout.QUESTIONS / name)
            build_folder.finish(out, partial, manifest)
    except BaseException:
        build_folder.abandon(out, partial)
        raise
    return manifest


class _Building:
    """A build under way."""

    def __init__(self, datasets: Sequence[Path], out: Path, report: Report) -> None:
        self._datasets, self._out, self._report = datasets, out, report
        self._meant = meanings()  # as it is now, and not when a long build ends
        self._earlier, self._machinery = Earlier(out), of_machinery()
        self._shared = shared_by_all(self._machinery)
        self._rules = self._shared.rules
        self._problems: list[Problem] = list(self._shared.problems)
        self._tables_wrong = bool(self._problems)
        files = [read_settings(opened(path), self._shared.ontology, []) for path in datasets]
        self._settings = [file.city for file in files]
        for at, settings in enumerate(self._settings):
            if settings.key in {other.key for other in self._settings[:at]}:
                self._problems.append(doubled_key(datasets[at], settings.key))
                self._tables_wrong = True

    def write(self, partial: Path, progress: Progress) -> layout.Manifest:
        """Write all quads into a folder, and note the parts.

        Raises
        ------
        DataError
            If any dataset has problems.
        """
        segments: list[Segment] = []
        order = sorted(range(len(self._datasets)), key=lambda at: self._settings[at].key)
        with build_folder.quads_of(partial) as write:
            languages = {settings.language for settings in self._settings}
            written = _Written(write, compares=len(order) > 1, one_language=len(languages) == 1)
            written.add(self._shared.lines, self._shared.graphs)
            for number, at in enumerate(order, 1):
                folder = self._datasets[at]
                progress(folder.name, number, len(order))
                segment = self._take_over(folder, written) or self._make(folder, written, partial)
                segments += [segment] if segment else []
                if len(order) > 1:
                    gc.collect()
            if self._problems:
                raise (TableError if self._tables_wrong else ShapeError)(self._problems)
            if len(order) > 1:
                with self._sorted(partial) as lines:
                    for some in in_batches(written.likeness.quads()):
                        lines.add(some)
                    written.add(lines)
            self._report("catalogue")
            scopes = {plan: graphs for segment in segments for plan, graphs in segment.scopes.items()}
            with self._sorted(partial) as lines:
                catalogue(lines, self._settings, written.graphs(), scopes, self._meant)
                written.add(lines)
                manifest = read_manifest(quad.triple for some in in_batches(lines) for quad in read_lines(some))
        with build_folder.writing(partial.parent):
            write_segments(partial, segments)
        return manifest

    @contextmanager
    def _sorted(self, partial: Path) -> Iterator[Sorted]:
        with build_folder.writing(self._out), Sorted(partial) as lines:
            yield lines

    def _take_over(self, folder: Path, written: _Written) -> Segment | None:
        earlier = None if self._problems else self._earlier.take(fingerprint(folder, self._machinery))
        if earlier is None:
            return None
        segment, lines = earlier
        begin, _, _, _ = written.add(lines, segment.graphs)
        return replace(segment, begin=begin)

    def _make(self, folder: Path, written: _Written, partial: Path) -> Segment | None:
        with Sorted(partial) as lines:
            return self._made(folder, written, lines)

    def _made(self, folder: Path, written: _Written, lines: Sorted) -> Segment | None:
        self._report("tables")
        facts = read_dataset(folder, self._shared)
        self._report("shapes")
        again, read = said_again(facts.cities[0][1].quads), readings(facts.cities[0][1].quads)
        store = self._stored(facts, lines)
        problems = [*facts.problems, *broken_rules(facts, store, self._shared.shapes)]
        self._tables_wrong |= bool(facts.problems)
        self._problems += within(folder, problems) if len(self._datasets) > 1 else problems
        if self._problems:
            return None
        self._report("inference")
        units, scopes = _scopes(facts)
        del facts
        if len(store) > layout.IN_MEMORY:
            gc.collect()  # what a dataset was read into holds itself in circles
        with build_folder.writing(self._out):
            lines.add(infer(store, units, self._rules))
            store.add(again)
            lines.add([*again, *read, *coverage_of_plans(store, scopes)])
            del store
            return Segment(fingerprint(folder, self._machinery), *written.add(lines), scopes)

    def _stored(self, facts: Facts, lines: Sorted) -> Memory:
        """Move the quads of a city from its writer into a store and lines."""
        store = Memory.of(self._shared.quads)
        with build_folder.writing(self._out):
            for some in drained(facts.cities[0][1].quads):
                store.add(some)
                lines.add(some)
        return store


class _Written:
    """What has been written of a build.

    Parameters
    ----------
    write : callable
        Takes what comes next.
    compares : bool
        Whether there are cities to compare.
    one_language : bool
        Whether they all plan in one language.
    """

    def __init__(self, write: Callable[[bytes], None], *, compares: bool, one_language: bool) -> None:
        self._write, self._compares = write, compares
        self._size = 0
        self._graphs: dict[str, Summary] = {}
        self._coverage = hashlib.sha256()
        self._counts: Counter[str] = Counter()
        self._covered = 0
        self.likeness = Likeness(one_language=one_language)

    def add(
        self, lines: Iterable[bytes], graphs: Mapping[str, Summary] | None = None
    ) -> tuple[int, int, str, Mapping[str, Summary]]:
        """Write lines, and note what they hold.

        Returns
        -------
        (int, int, str, mapping of str to Summary)
            Where they begin and how many they are (bytes), their digest, and what each graph (IRI) holds of them.
        """
        begin, found, summing = self._size, hashlib.sha256(), Summing()
        naming: list[bytes] = []
        for some in in_batches(lines):
            content = b"".join(some)
            self._write(content)
            self._size += len(content)
            found.update(content)
            self._coverage.update(b"".join(line for line in some if line.endswith(COVERAGE_END)))
            if self._compares:
                naming += filter(tells, some)
            if graphs is None:
                summing.add(some)
        self.likeness.add(naming)
        told = graphs or summing.summaries()
        self._graphs |= {name: summary for name, summary in told.items() if name != COVERAGE}
        if COVERAGE in told:
            self._covered += told[COVERAGE].triples
            self._counts.update(told[COVERAGE].classes)
        return begin, self._size - begin, found.hexdigest(), told

    def graphs(self) -> dict[str, Summary]:
        """Return how much each graph holds; to the one of coverage each city adds."""
        coverage = Summary(self._covered, self._coverage.hexdigest(), dict(sorted(self._counts.items())))
        return dict(sorted((self._graphs | ({COVERAGE: coverage} if self._covered else {})).items()))


COVERAGE_END = f" <{COVERAGE}> .\n".encode()


def _scopes(facts: Facts) -> tuple[list[list[str]], dict[str, list[str]]]:
    """Return the graphs (IRIs) from which conclusions are drawn together, and those of each plan (IRI)."""
    [(city, written)] = facts.cities
    members = plan_scopes(city, written.own_graphs)
    units = [[iris.graph(city.settings.key), *SHARED], *members.values()]
    read = [iris.readings(key) for key in (city.settings.key, "sdg")]
    return units, {
        iris.thing(city.settings.key, plan): [*with_inferred(graphs), *read] for plan, graphs in members.items()
    }
