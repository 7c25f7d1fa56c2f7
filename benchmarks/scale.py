"""One plan and 1,741: cities with the shape of Kawasaki's plan in one store on disk.

Japan has 1,741 municipalities (a count that has stood since 2014, Tokyo's wards among them).
"""

from __future__ import annotations

import tempfile
import time
from typing import TYPE_CHECKING

import pyoxigraph

import plangraph
from benchmarks.measuring import Row, best, note, seconds, show
from plangraph import queries
from plangraph.build import layout
from plangraph.build.contents import graph_of
from plangraph.build.sums import COVERAGE
from plangraph.namespaces import GRAPHS, THINGS
from plangraph.store.embedded import Embedded

if TYPE_CHECKING:
    from pathlib import Path

STEPS = (1, 100, 1_741)
BATCH = 10
QUESTIONS = ("standing-counts", "coverage-matrix", "budget-totals", "children")
NATIONAL = "coverage-of-plans"


def many_plans(folder: Path, minutes: float) -> list[Row]:
    """Grow a store city by city, and time questions about one plan, and one about all, on the way."""
    build = layout.current(folder)
    graph = plangraph.open(folder)
    lines = (build / layout.NQUADS).read_text("utf-8").splitlines(keepends=True)
    own = "".join(line for line in lines if graph_of(line).startswith((f"{GRAPHS}kawasaki", COVERAGE)))
    shared = "".join(line for line in lines if not graph_of(line).startswith((f"{GRAPHS}kawasaki", COVERAGE)))
    begin, rows, cities = time.monotonic(), [], 1
    with tempfile.TemporaryDirectory(dir=folder) as place:
        store = pyoxigraph.Store(place)
        store.bulk_load((shared + own).encode(), pyoxigraph.RdfFormat.N_QUADS)
        for step in STEPS:
            while cities < step and time.monotonic() - begin < minutes * 60:
                some = range(cities, min(cities + BATCH, step))
                store.bulk_load(b"".join(_city(own, n) for n in some), pyoxigraph.RdfFormat.N_QUADS, lenient=True)
                cities = some.stop
            note(f"{cities} cities")
            store.flush()
            rows.append(_times(graph, Embedded(store), cities, len(store), time.monotonic() - begin))
            if cities < step:
                break
    return show("One plan among many, on disk (ms; loading in seconds since the start)", rows)


def _city(own: str, number: int) -> bytes:
    name = f"city{number:04d}"
    named = own.replace(f"{THINGS}kawasaki", f"{THINGS}{name}").replace(f"{GRAPHS}kawasaki", f"{GRAPHS}{name}")
    return named.encode()


def _times(graph: plangraph.Graph, engine: Embedded, cities: int, quads: int, spent: float) -> Row:
    row: Row = {"cities": cities, "quads": quads, "loaded after (s)": spent}
    engine.expect([*graph.manifest.scopes.values(), [COVERAGE]])
    text, scope = graph.bound(queries.Library().find(QUESTIONS[0]), {})
    row["first question"] = seconds(lambda: engine.query(text, scope)) * 1_000
    for name in QUESTIONS:
        text, scope = graph.bound(queries.Library().find(name), {})
        row[name] = best(lambda text=text, scope=scope: engine.query(text, scope)) * 1_000  # type: ignore[misc]
    text, scope = graph.bound(queries.Library().find(NATIONAL), {})
    row["first national matrix"] = seconds(lambda: engine.query(text, scope)) * 1_000
    row["national matrix"] = best(lambda: engine.query(text, scope)) * 1_000
    return row
