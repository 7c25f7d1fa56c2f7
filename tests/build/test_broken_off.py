"""A build that is refused, killed or cannot be written leaves the one before."""

from __future__ import annotations

import errno
import io
import itertools
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
from tests.build.counted import projects
from tests.small_city import write_city

from plangraph.build import build_folder, layout
from plangraph.build.pipeline import build
from plangraph.errors import DataError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

GONE = {
    "links.csv": ("3,10101020,inWard,place:east,Official,,,,doc,4\n", ""),
    "observations.csv": ("3,10101020,Budget,2024,,2000,Yen,doc,4\n", ""),
    "evaluations.csv": ("3,10101020,2024,4,,doc,4\n", ""),
}


def test_a_refused_build_leaves_the_previous_one(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    write_city(tmp_path / "city", {"elements.csv": ("堤防,Levees,works", "堤防,Levees,work")})
    with pytest.raises(DataError):
        build([tmp_path / "city"], tmp_path / "out")
    assert projects(tmp_path / "out") == 2


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a small city was built into, to be copied."""
    place = tmp_path_factory.mktemp("first")
    build([write_city(place / "city")], place / "out")
    return place / "out"


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
def test_a_build_killed_at_any_stage_leaves_the_previous_one_answering(first: Path, tmp_path: Path, stage: str) -> None:
    out = shutil.copytree(first, tmp_path / "out", symlinks=True)
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
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    out = shutil.copytree(first, tmp_path / "out", symlinks=True)
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
