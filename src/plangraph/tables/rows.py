"""The tables: the one definition of what a row of ``data/<city>/`` may say.

A cell that is left out is blank; every other restriction is either said by the model of the row, as a type, or is a
rule of ``ontology/shapes``. Every file of this folder is read whose name ends in ``_rows``.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from plangraph.tables.row import ROW_MODELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.tables.row import Row


def _in_order() -> dict[str, type[Row]]:
    models = {model.table: model for model in ROW_MODELS}
    before = {name: [model.after] if model.after else [] for name, model in models.items()}
    return {name: models[name] for name in TopologicalSorter(before).static_order()}


for _file in iter_modules([str(Path(__file__).parent)]):
    if _file.name.endswith("_rows"):
        import_module(f"plangraph.tables.{_file.name}")

TABLES: Mapping[str, type[Row]] = _in_order()
"""All tables by name, in the order in which the rows of a city are written: what others refer to comes first."""
