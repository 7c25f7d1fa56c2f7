"""Rows become quads, each row in the graph of the plan or city that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing import Writer, write
from plangraph.build.writing.links import supersede
from plangraph.tables.rows import LinkRow

if TYPE_CHECKING:
    from plangraph.errors import Problem
    from plangraph.ontology import Ontology
    from plangraph.tables.city import City


class CityQuads:
    """The quads of a city's tables.

    Parameters
    ----------
    city : City
        The rows.
    ontology : Ontology
        What the names of kinds, relations and concepts mean.
    problems : list of Problem
        To which each name that stands for nothing is added; the fact that needs it is left out.

    Attributes
    ----------
    quads : list of Quad
        What the rows say.
    places : dict of str to Row
        The row that each thing (IRI) comes from.
    links : dict of (str, str, str) to Row
        The row that each statement of a link, as subject, relation and object (IRIs), comes from.
    excused : set of (str, int, str)
        The cells (file, row, column) that name what stands in a row that could not be read.
    own_graphs : set of str
        The keys of the plans with a graph of their own.
    """

    def __init__(self, city: City, ontology: Ontology, problems: list[Problem]) -> None:
        writer = Writer(city, ontology, problems)
        for rows in city.rows.values():
            for row in rows:
                write(writer, row)
        supersede(writer, city.table(LinkRow))
        self.quads, self.places, self.links = writer.quads, writer.places, writer.links
        self.excused, self.own_graphs = writer.excused, writer.own_graphs
