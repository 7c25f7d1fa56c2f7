"""What the tests share: their marks, and Kawasaki's plan, built once."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from tests import needs, node
from tests.shared import built_once, first_alone, first_of_all, opened_once

import plangraph
from plangraph import resources
from plangraph.server.http.static_files import STATIC

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

os.environ["LC_ALL"] = "C.UTF-8"  # what is said to a developer in Japan is not what the tests expect
gc.set_threshold(50_000, 20, 20)  # to look for garbage as often as Python does takes an eighth of the time of a build

settings.register_profile("by no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("by no clock"), max_examples=20, database=None)
settings.load_profile("quick" if os.environ.get("QUICK") else "by no clock")


MARKED_FOLDERS = {"browser", "engines"}
LONG = {"kawasaki", "kawasaki_folder", "built", "serving", "subprocess"}
"""What a test of some seconds needs: a fixture, its name as a value, or what its module imports; a test or file may
also mark itself."""
LONGEST_FIRST = (
    *("engines", "reasoning", "examples", "test_wheel.py", "browser", "server", "queries", "docs", "publication"),
)
"""The folders and files of long tests: begun last, they would keep one process at work while the others have none."""

TOGETHER = {"tests/engines/test_endpoints.py": "tests/engines/test_questions.py"}
"""Files that one process runs with another, for they ask the same servers, which take long to fill."""


@pytest.hookimpl(optionalhook=True)  # the tests of a mutant run without pytest-xdist
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out by files, and by those of ``TOGETHER``."""
    from xdist.scheduler import LoadFileScheduling

    scheduler = LoadFileScheduling(config, log)
    file_of = scheduler._split_scope
    scheduler._split_scope = lambda test: TOGETHER.get(file_of(test), file_of(test))
    return scheduler


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Let two processes more than there are cores share the tests: a third of the time, one waits for a server.

    Unit tests, for which the folders of others are left out, wait for nothing.
    """
    return (os.cpu_count() or 1) + (0 if config.option.ignore else 2)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Let one process compile the tests, which takes longer than to read them, before the others begin."""
    if not hasattr(session.config, "workerinput"):  # a process of pytest-xdist; what it starts is none
        return (yield)
    with first_alone(Path(session.config.option.basetemp).with_name("compiled")):
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Describe in one line what is missing, and which tests therefore do not run."""
    if lacking := needs.missing():
        terminalreporter.write_line(needs.what_does_not_run(lacking))


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None]:
    """Mark the tests of a folder by its name; once those that are asked for are chosen, leave out what cannot run."""
    for item in items:
        if (folder := _folder(item.path)) in MARKED_FOLDERS:
            item.add_marker(folder)
        if not LONG.isdisjoint(_needs(item)):
            item.add_marker("long")
    items.sort(key=lambda item: (*LONGEST_FIRST, _folder(item.path)).index(_folder(item.path)))
    yield
    _refuse_twins(items)
    _leave_out_what_cannot_run(config, items)
    gc.freeze()  # what stays until the end is not looked through again for garbage


def _needs(item: pytest.Item) -> Iterator[str]:
    """Return the names of the fixtures that a test has or asks for by a value, and of what its module imports."""
    yield from getattr(item, "fixturenames", ())
    yield from vars(getattr(item, "module", None) or item)
    values = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    yield from (value for value in values if isinstance(value, str))


@cache
def _folder(path: Path) -> str:
    return path.relative_to(Path(__file__).parent).parts[0]


def _refuse_twins(items: list[pytest.Item]) -> None:
    """Refuse tests of one name: pytest-xdist would run but one of them, and count all as passed."""
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, number in names.items() if number > 1]:
        raise pytest.UsageError(f"more than one test is called {', '.join(twice[:5])}")


def _leave_out_what_cannot_run(config: pytest.Config, items: list[pytest.Item]) -> None:
    marks = {need.mark for need in needs.missing()}
    left_out = [item for item in items if any(item.get_closest_marker(mark) for mark in marks)]
    if left_out and os.environ.get("CI"):
        raise pytest.UsageError(needs.what_does_not_run(needs.missing()))
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(scope="session", autouse=True)
def _done_once() -> Iterator[None]:
    """Let commands that are run in this process share what they read, and write few rows that are still to be filled.

    To write and read these would take half of the time of a workbook of a small city.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plangraph.opening.open_build", opened_once)
        patch.setattr("plangraph.dataset_files.book_cells.ROOM", 3)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer's files as they are served, made from what stands in the tree."""
    with first_of_all(tmp_path_factory, "explorer") as (_, is_first):
        if is_first:
            node.run(node.EXPLORER, sys.executable, "bundle.py")
            if not node.AXE.is_file():
                node.run(node.EXPLORER, "npm", "ci", "--no-audit", "--no-fund")
    return STATIC


@pytest.fixture(scope="session")
def kawasaki_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the bundled dataset was built into."""
    return built_once(tmp_path_factory, resources.DATA / "kawasaki")


@pytest.fixture(scope="session")
def kawasaki(kawasaki_folder: Path) -> plangraph.Graph:
    """The bundled dataset, in memory."""
    return plangraph.open(kawasaki_folder, in_memory=True)


@pytest.fixture(scope="session")
def minato_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a made-up city unlike Kawasaki in every respect was built into."""
    return built_once(tmp_path_factory, Path(__file__).parent / "queries" / "data" / "minato")


@pytest.fixture(scope="session")
def minato(minato_folder: Path) -> plangraph.Graph:
    """That city, in memory."""
    return plangraph.open(minato_folder, in_memory=True)
