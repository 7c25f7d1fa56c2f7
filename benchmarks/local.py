"""Load and the question suite in one process: plangraph's engines against rdflib, and whole commands."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import rdflib
import rdflib.plugins.sparql

import plangraph
from benchmarks.measuring import Row, best, geometric_mean, note, seconds, show
from plangraph.build import layout
from plangraph.namespaces import PREFIXES
from plangraph.store.dialects import with_prefixes
from plangraph.store.embedded import Embedded, Memory, write_disk

if TYPE_CHECKING:
    from plangraph.queries import Question

LIMIT = 5.0
TARGETS = {"plangraph query": 0.25, "plangraph build": 2.0}


def askable(graph: plangraph.Graph) -> list[Question]:
    """Return the questions that can be asked as they are."""
    return [q for q in graph.questions() if not any(p.required for p in q.parameters)]


def processes(folder: Path) -> list[Row]:
    """Time whole commands, from the start of the process to its end."""
    command = str(Path(sys.executable).with_name("plangraph"))
    environment = {**os.environ, "PLANGRAPH_STORE": str(folder)}

    def run(*words: str) -> None:
        subprocess.run([command, *words], check=True, stdout=subprocess.DEVNULL, env=environment)

    with tempfile.TemporaryDirectory() as out:
        place = itertools.count()
        times = {
            "plangraph query": best(lambda: run("query", "standing-counts"), 5),
            "plangraph build": best(lambda: run("build", "kawasaki", "-o", f"{out}/{next(place)}"), 3),
            "plangraph build, nothing changed": best(lambda: run("build", "kawasaki", "-o", f"{out}/0"), 3),
        }
    return show(
        "Whole processes (seconds)",
        [{"command": name, "seconds": time, "aim": TARGETS.get(name)} for name, time in times.items()],
    )


def against_rdflib(folder: Path) -> dict[str, list[Row]]:
    """Load the same quads and ask the same questions, in plangraph and in rdflib."""
    build = layout.current(folder)
    memory: list[Memory] = []
    dataset = rdflib.Dataset(default_union=True)
    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False
    in_memory = seconds(lambda: memory.append(_whole(build / layout.NQUADS)))
    in_rdflib = seconds(lambda: dataset.parse(build / layout.NQUADS, format="nquads"))
    loads = [
        {"engine": "plangraph, in memory", "seconds": in_memory, "ratio": 1.0},
        {"engine": "rdflib", "seconds": in_rdflib, "ratio": in_rdflib / in_memory},
    ]
    graph = plangraph.open(folder)
    write_disk(folder / "disk", build / layout.NQUADS)
    disk = Embedded.open(folder / "disk")
    for engine in (memory[0], disk):
        engine.expect(graph.manifest.scopes.values())
    rows: list[Row] = []
    for question in askable(graph):
        note(question.name)
        text, scope = graph.bound(question, {})
        here = best(lambda text=text, scope=scope: memory[0].query(text, scope))  # type: ignore[misc]
        there = _rdflib_time(dataset, text)
        rows.append(
            {
                "question": question.name,
                "in memory (ms)": here * 1_000,
                "on disk (ms)": best(lambda text=text, scope=scope: disk.query(text, scope)) * 1_000,  # type: ignore[misc]
                "rdflib (ms)": None if there is None else there * 1_000,
                "rdflib ÷ in memory": None if there is None else there / here,
            }
        )
    ended = [row for row in rows if row["rdflib (ms)"] is not None]
    names = ("in memory (ms)", "on disk (ms)", "rdflib (ms)", "rdflib ÷ in memory")
    means = {name: geometric_mean(row[name] for row in ended) for name in names}
    summary: list[Row] = [{"questions": len(rows), "ended by rdflib": len(ended), **means}]
    return {
        "load": show("Load (seconds)", loads),
        "questions": show(f"Questions; rdflib is given {LIMIT:g} s each", rows),
        "summary": show("Geometric means over the questions that rdflib ended", summary),
    }


def _whole(nquads: Path) -> Memory:
    """Read a file into memory, and wait until it is read."""
    memory = Memory.of_file(nquads)
    len(memory)
    return memory


def _rdflib_time(dataset: rdflib.Dataset, text: str) -> float | None:
    """Time a question in a child process, which can be stopped; rdflib is asked over the union, its fastest way."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            spent = seconds(lambda: list(dataset.query(with_prefixes(text), initNs=PREFIXES)))
            os.write(write, str(spent).encode())
        finally:
            os._exit(0)
    os.close(write)
    with ThreadPoolExecutor(1) as waiting:
        answer = waiting.submit(os.read, read, 100)
        try:
            said = answer.result(LIMIT)
        except TimeoutError:
            said = b""
            os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(read)
    return float(said) if said else None
