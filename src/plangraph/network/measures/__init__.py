"""Measures that tell a planner something: one family a file, each a function from a network to a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.errors import ParameterError
from plangraph.network.measures import bridging, projection, similarity
from plangraph.network.measures import communities as community
from plangraph.network.measures import keystones as articulation
from plangraph.network.measures import removal as loss
from plangraph.network.measures.bridging import bridges
from plangraph.network.measures.communities import communities
from plangraph.network.measures.keystones import keystones
from plangraph.network.measures.projection import offices, synergies
from plangraph.network.measures.removal import removal
from plangraph.network.measures.similarity import similar
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.network.labelled import LabelledGraph
    from plangraph.network.table import Table


class Measure(NamedTuple):
    """A measure that can be asked for by its name.

    Attributes
    ----------
    title : Words
        What it finds.
    options : tuple of str
        The keyword arguments that it takes.
    function : callable
        The measure.
    """

    title: Words
    options: tuple[str, ...]
    function: Callable[..., Table]


MEASURES = {
    "bridges": Measure(bridging.TITLE, ("backend",), bridges),
    "keystones": Measure(articulation.TITLE, (), keystones),
    "removal": Measure(loss.TITLE, ("without", "kind"), removal),
    "communities": Measure(community.TITLE, ("seed", "backend"), communities),
    "offices": Measure(projection.OFFICES_TITLE, (), offices),
    "similar": Measure(similarity.TITLE, (), similar),
    "synergies": Measure(projection.GOALS_TITLE, (), synergies),
}


def measure(network: LabelledGraph, name: str, **options: Any) -> Table:
    """Measure a network.

    Parameters
    ----------
    network : LabelledGraph
        A plan's network, whole.
    name : str
        A key of :data:`MEASURES`.
    **options
        What the measure takes.

    Raises
    ------
    ParameterError
        If there is no such measure, it does not take an option, or a backend is not installed or cannot compute it.
    """
    if name not in MEASURES:
        raise ParameterError(
            Words(
                f"「{name}」という指標はありません。あるもの: {', '.join(MEASURES)}",
                f"no measure '{name}'; there are: {', '.join(MEASURES)}",
            )
        )
    known = MEASURES[name].options
    for option in options:
        if option not in known:
            raise ParameterError(
                Words(
                    f"「{name}」に {option} は指定できません。指定できるもの: {', '.join(known) or 'なし'}",
                    f"'{name}' does not take {option}; it takes: {', '.join(known) or 'nothing'}",
                )
            )
    try:
        return MEASURES[name].function(network, **options)
    except (ImportError, NotImplementedError) as error:
        if options.get("backend") is None:
            raise
        raise ParameterError(
            Words(
                f"networkx はこの方法で「{name}」を計算できません: {error}",
                f"networkx cannot compute '{name}' so: {error}",
            )
        ) from error


__all__ = [
    "MEASURES",
    "Measure",
    "bridges",
    "communities",
    "keystones",
    "measure",
    "offices",
    "removal",
    "similar",
    "synergies",
]
