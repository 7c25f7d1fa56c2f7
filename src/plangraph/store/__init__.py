"""Engines that hold the graph and answer SPARQL."""

from plangraph.store.answers import Answer, Graph, Rows, Truth, expect_rows
from plangraph.store.embedded import Embedded, Memory

__all__ = ["Answer", "Embedded", "Graph", "Memory", "Rows", "Truth", "expect_rows"]
