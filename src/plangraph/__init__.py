"""plangraph: a city's comprehensive plan as a knowledge graph.

>>> import plangraph
>>> graph = plangraph.load("kawasaki")
>>> rows = graph.query("standing-counts", lang="en")
"""

from __future__ import annotations

from plangraph.errors import PlangraphError
from plangraph.graph import Graph
from plangraph.opening import load
from plangraph.opening import open_graph as open
from plangraph.resources import datasets
from plangraph.version import __version__

__all__ = ["Graph", "PlangraphError", "__version__", "datasets", "load", "open"]
