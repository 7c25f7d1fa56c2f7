"""plangraph: a city's comprehensive plan as a knowledge graph.

>>> import plangraph
>>> graph = plangraph.load("kawasaki")
>>> rows = graph.query("policies-by-grade", lang="en")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import PlangraphError
from plangraph.graph import Graph, load
from plangraph.graph import open_graph as open
from plangraph.resources import datasets

if TYPE_CHECKING:
    from plangraph.version import __version__

__all__ = ["Graph", "PlangraphError", "__version__", "datasets", "load", "open"]


def __getattr__(name: str) -> str:
    """Look the version up when it is asked for: the package's metadata take as long to read as a question."""
    if name == "__version__":
        from plangraph.version import __version__

        return __version__
    raise AttributeError(f"module 'plangraph' has no attribute '{name}'")
