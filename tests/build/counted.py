"""What a build of the small city says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plangraph
from plangraph.store import expect_rows

if TYPE_CHECKING:
    from pathlib import Path

COUNT = "SELECT (COUNT(?p) AS ?n) WHERE { ?p a pg:Project }"


def projects(folder: Path) -> int:
    return int(next(iter(expect_rows(plangraph.open(folder).sparql(COUNT))))[0])
