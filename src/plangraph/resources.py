"""Where the ontology, the questions and the data are: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_BUNDLED = _PACKAGE / "bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parents[1]

ONTOLOGY = _ROOT / "ontology"
QUERIES = _ROOT / "queries"
DATA = _ROOT / "data"

QUESTIONS = "queries"
"""The folder of a dataset in which it may bring questions of its own."""


def datasets() -> dict[str, Path]:
    """Return the bundled datasets: each folder of ``data/`` that has a ``plan.toml``, by name."""
    return {path.parent.name: path.parent for path in sorted(DATA.glob("*/plan.toml"))}
