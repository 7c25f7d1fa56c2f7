"""A build is whole or it is not there."""

from __future__ import annotations

import errno
import io
import itertools
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.small_city import write_city

import plangraph
from plangraph import iris, opening
from plangraph.build import build_folder, contents, judgement, layout, pipeline
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.pipeline import build
from plangraph.build.segments import SEGMENTS, excerpt
from plangraph.errors import DataError, StoreError, StoreNotFound
from plangraph.store import expect_rows
from plangraph.store.embedded import write_disk

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = "SELECT (COUNT(?p) AS ?n) WHERE { ?p a pg:Project }"


def projects(folder: Path) -> int:
    return int(next(iter(expect_rows(plangraph.open(folder).sparql(COUNT))))[0])


def test_a_small_build_needs_no_store_on_disk(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    assert not (layout.current(tmp_path / "out") / layout.STORE).exists()
    assert projects(tmp_path / "out") == 2


def test_a_large_build_answers_from_disk_and_from_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "IN_MEMORY", 100)
    build([write_city(tmp_path / "city")], tmp_path / "out")
    assert (layout.current(tmp_path / "out") / layout.STORE).is_dir()
    assert projects(tmp_path / "out") == 2
    in_memory = plangraph.open(tmp_path / "out", in_memory=True)
    assert next(iter(expect_rows(in_memory.sparql(COUNT))))[0] == 2


def test_what_a_plan_adds_up_to_is_what_the_questions_count(kawasaki: plangraph.Graph) -> None:
    [counts] = kawasaki.query("coverage-of-plans", figure="pg:servingProjects").to_dicts()
    goals = kawasaki.query("coverage-goals").to_dicts()
    assert [counts[f"goal{goal['code']}"] for goal in goals] == [goal["projects"] for goal in goals]
    assert counts["plan"] == kawasaki.manifest.plan


def test_equal_tables_build_to_the_same_identity(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city")
    first, second = build([folder], tmp_path / "a"), build([folder], tmp_path / "b")
    assert first == second


def test_a_refused_build_leaves_the_previous_one(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    write_city(tmp_path / "city", {"elements.csv": ("堤防,Levees,works", "堤防,Levees,work")})
    with pytest.raises(DataError):
        build([tmp_path / "city"], tmp_path / "out")
    assert projects(tmp_path / "out") == 2


def test_only_the_last_two_builds_are_kept_and_the_previous_can_be_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for year in (2025, 2026, 2027):
        write_city(tmp_path / "city", {"plans.csv": ("2022,2025", f"2022,{year}")})
        build([tmp_path / "city"], out)
    assert sorted(path.name[:4] for path in out.iterdir() if path.is_dir()) == ["0002", "0003"]
    before = layout.previous(out)
    assert before is not None
    assert before.name.startswith("0002")


KILLED_MIDWAY = """
import os, signal, sys
from pathlib import Path
from plangraph.build import build_folder, pipeline
stage = sys.argv[1]
if stage == "rename":
    def killed(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    build_folder._tidy = killed
    Path.replace = killed
def report(name):
    if name == stage:
        os.kill(os.getpid(), signal.SIGKILL)
pipeline.build([Path(sys.argv[2])], Path(sys.argv[3]), report)
"""


@pytest.mark.parametrize("stage", ["tables", "shapes", "catalogue", "store", "rename"])
def test_a_build_killed_at_any_stage_leaves_the_previous_one_answering(tmp_path: Path, stage: str) -> None:
    out = tmp_path / "out"
    build([write_city(tmp_path / "city")], out)
    write_city(tmp_path / "city", {"elements.csv": ("3,事業,10101020,1-1-1,堤防,Levees,works,doc,4\n", "")} | GONE)
    done = subprocess.run([sys.executable, "-c", KILLED_MIDWAY, stage, tmp_path / "city", out], check=False)
    assert done.returncode == -signal.SIGKILL
    assert projects(out) == 2
    build([tmp_path / "city"], out)
    assert projects(out) == 1
    assert not list(out.glob(".partial-*"))


STEPS = ((os, "fsync"), (io, "open"), (Path, "mkdir"), (Path, "rename"), (Path, "replace"), (Path, "iterdir"))
"""What a build does to a disk; in the folder it builds into it takes some twenty of these."""


@pytest.mark.parametrize("step", range(24))
def test_a_disk_that_fails_at_any_step_leaves_a_whole_build_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    out = tmp_path / "out"
    build([write_city(tmp_path / "city")], out)
    write_city(tmp_path / "city", {"elements.csv": ("3,事業,10101020,1-1-1,堤防,Levees,works,doc,4\n", "")} | GONE)
    fault = (errno.ENOSPC, errno.EIO, errno.EACCES)[step % 3]
    taken = itertools.count()

    def failing(whole: Callable[..., Any]) -> Callable[..., Any]:
        def take(place: Any, *given: Any, **named: Any) -> Any:
            if (isinstance(place, int) or str(place).startswith(str(out))) and next(taken) == step:
                raise OSError(fault, os.strerror(fault))
            return whole(place, *given, **named)

        return take

    told = ""
    with monkeypatch.context() as disk:
        for owner, name in STEPS:
            disk.setattr(owner, name, failing(getattr(owner, name)))
        try:
            build([tmp_path / "city"], out)
        except StoreError as error:
            told = str(error)
    if told:
        assert "could not be written" in told
        assert "is as it was" in told
    assert projects(out) == (2 if told else 1)
    assert not list(out.glob(".partial-*"))
    build([tmp_path / "city"], out)
    assert projects(out) == 1


def test_folders_of_others_beside_the_builds_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("3rd-copy", "0001-notes", ".partial-mine"):
        (out / name).mkdir(parents=True)
    for year in (2025, 2026, 2027):
        write_city(tmp_path / "city", {"plans.csv": ("2022,2025", f"2022,{year}")})
        build([tmp_path / "city"], out)
    assert all((out / name).is_dir() for name in ("3rd-copy", "0001-notes", ".partial-mine"))


GONE = {
    "links.csv": ("3,10101020,inWard,place:east,Official,,,,doc,4\n", ""),
    "observations.csv": ("3,10101020,Budget,2024,,2000,Yen,doc,4\n", ""),
    "evaluations.csv": ("3,10101020,2024,4,,doc,4\n", ""),
}


def test_a_build_killed_from_outside_at_random_moments_loses_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([write_city(tmp_path / "city")], out)
    for delay in (0.2, 0.5, 0.8):
        process = subprocess.Popen(
            [sys.executable, "-c", "from plangraph.cli import main; main()", "build", tmp_path / "city", "-o", out],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert projects(out) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="nobody waits there")
def test_builds_that_end_at_once_are_all_whole_and_the_last_of_them_answers(tmp_path: Path) -> None:
    def finish() -> None:
        start.wait()
        partial = build_folder.begin(tmp_path)
        (partial / layout.NQUADS).write_bytes(b"")
        build_folder.finish(tmp_path, partial, layout.Manifest("0123456789ab", ["mini"], ""))

    processes = multiprocessing.get_context("fork")
    start = processes.Barrier(6)
    running = [processes.Process(target=finish) for _ in range(6)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * 6
    assert layout.current(tmp_path) == max(layout.builds(tmp_path), key=layout.number_of)
    assert layout.number_of(layout.current(tmp_path)) == 6


def test_an_empty_folder_has_no_build(tmp_path: Path) -> None:
    with pytest.raises(StoreNotFound, match="plangraph build"):
        plangraph.open(tmp_path)


def test_a_damaged_build_is_told(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    (layout.current(tmp_path / "out") / layout.MANIFEST).unlink()
    with pytest.raises(StoreNotFound, match="damaged"):
        plangraph.open(tmp_path / "out")


def test_each_plan_has_its_graph_and_what_follows_stands_apart(tmp_path: Path) -> None:
    manifest = build([write_city(tmp_path / "city")], tmp_path / "out")
    plan = iris.graph("mini", "3")
    assert manifest.graphs[plan]
    assert manifest.graphs[iris.inferred(plan)]
    shared = {iris.graph("mini"), iris.graph("mini", "concept"), iris.graph("sdg"), iris.graph("ontology")}
    assert {plan, *shared} <= set(manifest.scopes[iris.thing("mini", "3")])
    graph = plangraph.open(tmp_path / "out")
    where = f"GRAPH <{iris.inferred(plan)}>"
    told = graph.sparql(f"ASK {{ {where} {{ ?p pg:contributesToGoal sdg:11 }} }}")
    assert bool(told)


def test_an_official_link_stands_instead_of_the_assumed_one_and_both_are_kept(tmp_path: Path) -> None:
    row = "3,1-1-1,contributesToTarget,sdg:11.5,Assumed,被害を減らす,Fewer losses,,,\n"
    official = "3,1-1-1,contributesToTarget,sdg:11.5,Official,,,,doc,2\n"
    folder = write_city(tmp_path / "city", {"links.csv": (row, row + official)})
    build([folder], tmp_path / "out")
    rows = expect_rows(
        plangraph.open(tmp_path / "out").sparql(
            "SELECT ?strong ?weak WHERE { ?l pg:supersedes ?k . ?l pg:basis ?strong . ?k pg:basis ?weak }"
        )
    )
    assert [tuple(str(cell).rpartition("#")[2] for cell in row) for row in rows] == [("Official", "Assumed")]


def test_a_city_that_has_not_changed_is_taken_over_from_the_build_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini, out = write_city(tmp_path / "mini"), tmp_path / "out"
    other = write_city(tmp_path / "other", {"plan.toml": ('key = "mini"', 'key = "other"')})
    first = build([mini, other], out)
    write_city(other, {"plan.toml": ('key = "mini"', 'key = "other"'), "elements.csv": ("堤防", "防波堤")})
    read: list[str] = []

    def noted(folder: Path, shared: judgement.Shared) -> judgement.Facts:
        read.append(folder.name)
        return judgement.read_dataset(folder, shared)

    monkeypatch.setattr(pipeline, "read_dataset", noted)
    second = build([mini, other], out)

    assert read == ["other"]
    assert second.identity != first.identity
    assert second == build([mini, other], tmp_path / "anew")
    assert projects(out) == 4


def test_the_graphs_of_a_plan_are_read_from_the_parts_in_which_they_stand(tmp_path: Path) -> None:
    mini = write_city(tmp_path / "mini")
    other = write_city(tmp_path / "other", {"plan.toml": ('key = "mini"', 'key = "other"')})
    manifest = build([mini, other], tmp_path / "out")
    folder = layout.current(tmp_path / "out")
    lines = (folder / layout.NQUADS).read_bytes().splitlines(keepends=True)
    for scope in manifest.scopes.values():
        of_scope = sorted(line for line in lines if line.rsplit(b" ", 2)[1][1:-1].decode() in scope)
        found = excerpt(folder, manifest.graphs, scope)
        assert found is not None
        assert sorted(found.splitlines(keepends=True)) == of_scope
    assert excerpt(folder, manifest.graphs, [CATALOGUE]) is None  # which stands in no part


def test_a_damaged_part_of_the_build_before_is_built_anew(tmp_path: Path) -> None:
    mini, out = write_city(tmp_path / "mini"), tmp_path / "out"
    first = build([mini], out)
    file = layout.current(out) / layout.NQUADS
    file.write_bytes(file.read_bytes().replace("堤防".encode(), "提防".encode()))

    assert build([mini], out) == first
    assert "堤防".encode() in (layout.current(out) / layout.NQUADS).read_bytes()


def test_problems_of_several_cities_say_of_which_they_are(tmp_path: Path) -> None:
    mini = write_city(tmp_path / "mini")
    wrong = {"plan.toml": ('key = "mini"', 'key = "other"'), "elements.csv": ("堤防,Levees,works", "堤防,Levees,work")}

    with pytest.raises(DataError) as caught:
        build([mini, write_city(tmp_path / "other", wrong)], tmp_path / "out")

    assert [problem.place for problem in caught.value.problems] == ["other/elements.csv:7"]
    assert not (tmp_path / "out").exists()


def test_each_city_is_told_as_it_begins(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    build([write_city(tmp_path / "mini")], tmp_path / "out", progress=lambda *city: told.append(city))

    assert told == [("mini", 1, 1)]


def test_a_build_that_memory_does_not_hold_at_once_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = write_city(tmp_path / "city")
    build([city], tmp_path / "whole")
    monkeypatch.setattr(layout, "IN_MEMORY", 0)
    monkeypatch.setattr(contents, "IN_MEMORY", 100)
    monkeypatch.setattr(contents, "AT_ONCE", 30)
    build([city], tmp_path / "bit by bit")
    whole, by_bits = (layout.current(tmp_path / name) for name in ("whole", "bit by bit"))
    assert (by_bits / layout.NQUADS).read_bytes() == (whole / layout.NQUADS).read_bytes()
    assert json.loads((by_bits / SEGMENTS).read_text("utf-8")) == json.loads((whole / SEGMENTS).read_text("utf-8"))
    opening.verify(tmp_path / "bit by bit")
    assert sorted(path.name for path in by_bits.iterdir()) == sorted(
        [SEGMENTS, layout.NQUADS, layout.MANIFEST, "store"]
    )


def test_quads_that_changed_since_they_were_built_are_refused_wherever_the_change_shows(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    quads = layout.current(tmp_path / "out") / layout.NQUADS
    opening.verify(tmp_path / "out")
    os.utime(quads)  # as a copy has it
    assert projects(tmp_path / "out") == 2
    status, text = quads.stat(), quads.read_text("utf-8")
    quads.write_text(text.replace("Drills", "Frills"), "utf-8")  # of the same size
    with pytest.raises(StoreError, match="has changed since it was built"):
        plangraph.open(tmp_path / "out")
    os.utime(quads, ns=(status.st_atime_ns, status.st_mtime_ns))
    manifest = layout.read_manifest(quads.parent)
    (quads.parent / layout.MANIFEST).write_text(
        json.dumps({**vars(manifest), "stamp": [status.st_size, status.st_mtime_ns]}), "utf-8"
    )
    assert projects(tmp_path / "out") == 2  # nothing shows
    with pytest.raises(StoreError, match="has changed since it was built"):
        opening.verify(tmp_path / "out")


def test_a_store_on_disk_that_differs_from_its_quads_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "IN_MEMORY", 0)
    build([write_city(tmp_path / "city")], tmp_path / "out")
    folder = layout.current(tmp_path / "out")
    opening.verify(tmp_path / "out")
    lines = (folder / layout.NQUADS).read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "fewer.nq").write_text("".join(lines[1:]), "utf-8")
    shutil.rmtree(folder / layout.STORE)
    write_disk(folder / layout.STORE, tmp_path / "fewer.nq")
    with pytest.raises(StoreError, match="does not hold what"):
        opening.verify(tmp_path / "out")
