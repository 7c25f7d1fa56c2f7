"""Rows become quads, each row in the graph of the plan or city that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing import Writer, write
from plangraph.build.writing.actors import write_own_place, write_wards_by_name
from plangraph.build.writing.figures import count_amounts
from plangraph.build.writing.levels import write_levels
from plangraph.build.writing.links import supersede
from plangraph.tables.link_rows import LinkRow

if TYPE_CHECKING:
    from plangraph.errors import Problem
    from plangraph.ontology import Ontology
    from plangraph.tables.city import City


def write_tables(city: City, ontology: Ontology, problems: list[Problem]) -> Writer:
    """Write all rows of a city; return the writer with all that it wrote. Its parameters are the writer's."""
    writer = Writer(city, ontology, problems)
    for rows in city.rows.values():
        for row in rows:
            write(writer, row)
    write_own_place(writer)
    write_wards_by_name(writer)
    count_amounts(writer)
    supersede(writer, city.table(LinkRow))
    write_levels(writer)
    return writer
