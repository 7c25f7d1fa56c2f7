"""``python -m benchmarks [PART …] [--json FILE] [--minutes N]``: measure, print tables, and write them as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import plangraph
from benchmarks import explorer, local, scale, web

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = ("processes", "rdflib", "http", "scale", "explorer")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"what to measure, of {', '.join(PARTS)}; without any, all")
    parser.add_argument("--json", type=Path, default=Path(".plangraph/benchmarks.json"), help="where the figures go")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long the building of many plans may take")
    parser.add_argument("--city", default="kawasaki", help="the bundled city whose tables many plans are built from")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        plangraph.load("kawasaki", folder)
        runs: dict[str, Callable[[], object]] = {
            "processes": lambda: local.processes(folder),
            "rdflib": lambda: local.against_rdflib(folder),
            "http": lambda: web.over_http(folder),
            "scale": lambda: scale.many_plans(folder, given.minutes, given.city),
            "explorer": lambda: explorer.in_a_browser(folder),
        }
        figures = {part: runs[part]() for part in PARTS if part in (given.parts or PARTS)}
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps({"machine": machine(), **figures}, ensure_ascii=False, indent=1), "utf-8")


def machine() -> dict[str, object]:
    """Return what was measured on, and when."""
    return {
        "plangraph": plangraph.__version__,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "architecture": platform.machine(),
        "load": os.getloadavg()[0],
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


if __name__ == "__main__":
    main()
