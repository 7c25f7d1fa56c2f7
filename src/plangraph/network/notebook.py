"""Networks that show themselves in a notebook."""

from __future__ import annotations

from plangraph.network.drawing.vector import figure
from plangraph.network.labelled import LabelledGraph
from plangraph.words import Count


class Network(LabelledGraph):
    """A network of things that a plan speaks of, with what :class:`LabelledGraph` knows of them.

    In a notebook it shows itself as a picture.
    """

    def _repr_html_(self) -> str:
        return figure(self)

    def __repr__(self) -> str:
        things, ties = Count(len(self)), Count(self.number_of_edges())
        return f"<Network of {things} {things:thing|things} and {ties} {ties:tie|ties}>"
