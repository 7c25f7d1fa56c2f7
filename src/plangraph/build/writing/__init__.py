"""How each table's rows are written as quads: one function a table, registered by its row model.

Every file of this folder is read.
"""

from importlib import import_module
from pkgutil import iter_modules

from plangraph.build.writing.registry import write
from plangraph.build.writing.thing import Thing
from plangraph.build.writing.writer import Writer

for _file in iter_modules(__path__):
    import_module(f"{__name__}.{_file.name}")

__all__ = ["Thing", "Writer", "write"]
