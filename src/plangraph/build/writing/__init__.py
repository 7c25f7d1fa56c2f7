"""How each table's rows are written as quads: one function a table, registered by its row model."""

from plangraph.build.writing import actors, figures, links, plans, stated
from plangraph.build.writing.registry import write
from plangraph.build.writing.thing import Thing
from plangraph.build.writing.writer import Writer

__all__ = ["Thing", "Writer", "actors", "figures", "links", "plans", "stated", "write"]
