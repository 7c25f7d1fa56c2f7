"""One plan and 1,741: cities with the tables of a bundled one, built together by ``plangraph build``.

Japan has 1,741 municipalities (a count that has stood since 2014, Tokyo's wards among them).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import plangraph
from benchmarks.measuring import Row, best, note, seconds, show
from plangraph import queries, resources
from plangraph.build import layout

STEPS = (1, 20, 100, 1_741)
QUESTIONS: dict[str, dict[str, str]] = {
    "standing-counts": {},
    "coverage-matrix": {},
    "budget-totals": {},
}
FAMILY = "children"
NATIONAL = "coverage-of-plans"


def many_plans(folder: Path, minutes: float, city: str) -> list[Row]:
    """Build more and more cities, and time questions about one plan, and one about all, on the way.

    A step takes over what the step before has built. One that would not end in time is not begun.

    Parameters
    ----------
    folder : Path
        Where the cities and their builds stand meanwhile.
    minutes : float
        How long it may take.
    city : str
        The bundled dataset that all of them are like.

    Returns
    -------
    list of Row
        For each number of cities: the build's time (s) and memory (MiB), and the questions' times (ms).
    """
    end, rows, each = time.monotonic() + minutes * 60, [], 0.0
    with tempfile.TemporaryDirectory(dir=folder) as place:
        built = 0
        for cities in STEPS:
            if time.monotonic() + each * (cities - built) > end:
                note(f"{cities} cities would take longer than {minutes:g} minutes")
                break
            note(f"{cities} cities")
            begin = time.monotonic()
            datasets = [_city(Path(place), city, number) for number in range(cities)]
            row: Row = {"cities": cities, **_build(datasets, Path(place) / "out")}
            each = (time.monotonic() - begin) / (cities - built)
            built = cities
            rows.append({**row, **_times(Path(place) / "out")})
    return show("One plan among many, built by plangraph build (questions in ms)", rows)


def _city(place: Path, like: str, number: int) -> Path:
    """Make a dataset with a key of its own, and the tables of the city."""
    folder = place / f"city{number:04d}"
    if not folder.exists():
        folder.mkdir()
        for path in (resources.DATA / like).iterdir():
            if path.name not in {"plan.toml", layout.QUESTIONS}:
                (folder / path.name).symlink_to(path)
        settings = (resources.DATA / like / "plan.toml").read_text("utf-8")
        (folder / "plan.toml").write_text(settings.replace(f'key = "{like}"', f'key = "{folder.name}"', 1), "utf-8")
    return folder


def _build(datasets: list[Path], out: Path) -> Row:
    """Build datasets in a process of their own, and tell what it took."""
    command = [str(Path(sys.executable).with_name("plangraph")), "build", *map(str, datasets), "-o", str(out)]
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[:2])
    return {
        "built in (s)": time.monotonic() - begin,
        "processor time (s)": usage.ru_utime + usage.ru_stime,
        "memory (MiB)": usage.ru_maxrss // 1024,
    }


def _times(out: Path) -> Row:
    graph = plangraph.open(out)
    row: Row = {"quads": sum(graph.manifest.graphs.values())}
    row["first question"] = seconds(lambda: graph.query(next(iter(QUESTIONS)))) * 1_000
    top, *_ = next(iter(graph.query("tree")))
    for name, parameters in {**QUESTIONS, FAMILY: {"element": top}}.items():
        text, scope = graph.bound(queries.Library().find(name), parameters)
        row[name] = best(lambda text=text, scope=scope: graph.engine.query(text, scope)) * 1_000  # type: ignore[misc]
    text, scope = graph.bound(queries.Library().find(NATIONAL), {})
    row["first national matrix"] = seconds(lambda: graph.engine.query(text, scope)) * 1_000
    row["national matrix"] = best(lambda: graph.engine.query(text, scope)) * 1_000
    return row
