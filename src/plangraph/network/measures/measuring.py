"""The measures by name: each registers itself beside its own code."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from plangraph.errors import ParameterError
from plangraph.network.plan_levels import TRUSTED
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.network.labelled import LabelledGraph
    from plangraph.network.table import Table

    Function = TypeVar("Function", bound=Callable[..., Table])


class Option(NamedTuple):
    """A keyword argument of a measure, which is an option of the command line too.

    Attributes
    ----------
    name : str
        Its name.
    words : Words
        What it says to the measure.
    type : type
        ``str`` or ``int``.
    of_elements : bool
        Whether it takes elements of the plan, any number of them.
    """

    name: str
    words: Words
    type: type = str
    of_elements: bool = False


class Needs(NamedTuple):
    """What a network has to hold for a measure to say anything.

    Attributes
    ----------
    relations : tuple of str
        The relations (local names): an edge of any of them is enough.
    words : Words
        What they say.
    """

    relations: tuple[str, ...]
    words: Words

    def met(self, network: LabelledGraph) -> bool:
        """Check whether a network holds it; what is only suggested or inferred does not count."""
        edges = (data for _, _, data in network.edges(data=True))
        return any(data["relation"] in self.relations and data["basis"] in TRUSTED for data in edges)


class Measure(NamedTuple):
    """A measure that can be asked for by its name.

    Attributes
    ----------
    title : Words
        What it finds.
    question : Words
        The question that it answers.
    method : str
        How, with the source.
    needs : Needs
        What it measures by.
    options : tuple of Option
        The keyword arguments that it takes.
    function : callable
        The measure.
    """

    title: Words
    question: Words
    method: str
    needs: Needs
    options: tuple[Option, ...]
    function: Callable[..., Table]


MEASURES: dict[str, Measure] = {}


def registered(
    title: Words, *, question: Words, method: str, needs: Needs, options: tuple[Option, ...] = ()
) -> Callable[[Function], Function]:
    """Register a function as the measure of its name: it takes a plan's network, and the options as keywords."""

    def register(function: Function) -> Function:
        taken = [p.name for p in inspect.signature(function).parameters.values() if p.kind is p.KEYWORD_ONLY]
        if taken != [option.name for option in options]:
            raise TypeError(f"{function.__name__} takes {taken}, and its options say otherwise")
        MEASURES[function.__name__] = Measure(title, question, method, needs, options, function)
        return function

    return register


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
    found = find(name)
    known = [option.name for option in found.options]
    for option in options:
        if option not in known:
            raise ParameterError(
                Words(
                    f"「{name}」に {option} は指定できません。指定できるもの: {', '.join(known) or 'なし'}",
                    f"'{name}' does not take {option}; it takes: {', '.join(known) or 'nothing'}",
                )
            )
    if not found.needs.met(network):
        return replace(found.function(network), records=[], reading=_unmeasured(found.needs)).of_plan(network)
    try:
        return found.function(network, **options).of_plan(network)
    except (ImportError, NotImplementedError) as error:
        if options.get("backend") is None:
            raise
        raise ParameterError(
            Words(
                f"networkx はこの方法で「{name}」を計算できません: {error}",
                f"networkx cannot compute '{name}' so: {error}",
            )
        ) from error


def _unmeasured(needs: Needs) -> Words:
    return Words(
        f"この計画のデータには{needs.words.ja}がないため、測れません。",
        f"This cannot be measured: the plan's data hold no {needs.words.en}.",
    )


def find(name: str) -> Measure:
    """Return a measure by its name.

    Raises
    ------
    ParameterError
        If there is no such measure.
    """
    if name not in MEASURES:
        meant = did_you_mean(name, sorted(MEASURES))
        raise ParameterError(
            Words(
                f"「{name}」という指標はありません{meant.ja}。あるもの: {', '.join(MEASURES)}",
                f"no measure '{name}'{meant.en}; there are: {', '.join(MEASURES)}",
            )
        )
    return MEASURES[name]
