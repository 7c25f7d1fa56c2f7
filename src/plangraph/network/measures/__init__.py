"""Measures that tell a planner something: one family a file, each a function from a network to a table.

A measure is registered where it is written (:func:`~plangraph.network.measures.measuring.registered`); command line,
Python and docs follow. Every file of this folder is read.
"""

from importlib import import_module
from pkgutil import iter_modules

from plangraph.network.measures.measuring import MEASURES, Measure, Option, find, measure

for _file in iter_modules(__path__):
    import_module(f"{__name__}.{_file.name}")

__all__ = ["MEASURES", "Measure", "Option", "find", "measure"]
