"""Engines that hold the graph and answer SPARQL."""

from plangraph.store.answers import Answer, Boolean, Rows, Triples, expect_rows
from plangraph.store.embedded import Embedded, Memory

__all__ = ["Answer", "Boolean", "Embedded", "Memory", "Rows", "Triples", "expect_rows"]
