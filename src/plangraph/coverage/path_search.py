"""The search for paths through the graph, from one thing to another, step by step.

A path is simple (it visits nothing twice) and keeps its direction: it takes no kind of relation both forwards and
backwards, so that it goes down or up the hierarchy, and never from one measure over a shared goal, strategy or office
to another. Goals and places are only met at its ends. The search is best-first by the length of a path and the least
number of steps still needed (Hart, Nilsson and Raphael 1968, https://doi.org/10.1109/TSSC.1968.300136), so that
paths come shortest first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from plangraph.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAX_LENGTH = 10
"""How many steps a path has at most, unless it is said."""
LIMIT = 1_000
"""How many paths are given at most, unless it is said."""
EXPANSIONS = 500_000
"""After how many paths begun a search is cut."""
FAMILIES = {
    PREFIXES["pg"] + "contributesToGoal": "contributes",
    PREFIXES["pg"] + "contributesToTarget": "contributes",
    PREFIXES["pg"] + "advances": "advances",
    PREFIXES["pg"] + "carriesOut": "advances",
}
"""The relations (IRIs) that are of one kind, so that a path takes none of them against another."""
ENDS_ONLY = {
    *(PREFIXES["pg"] + name for name in ("inWard", "serves", "contributesToGoal")),
    PREFIXES["skos"] + "broader",
}
"""The relations (IRIs) to what is only met at the ends of paths: places and goals."""


@dataclass(frozen=True)
class Edge:
    """A stated relation.

    Attributes
    ----------
    subject, relation, object : str
        IRIs.
    basis, source : str or None
        IRIs of the basis and of the source cited.
    rationale : mapping of str to str
        The rationale by language.
    """

    subject: str
    relation: str
    object: str
    basis: str | None
    source: str | None
    rationale: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Step:
    """A step of a path: an edge, taken forwards or, if ``inverse``, backwards."""

    edge: Edge
    inverse: bool

    @property
    def start(self) -> str:
        """What the step comes from (IRI)."""
        return self.edge.object if self.inverse else self.edge.subject

    @property
    def end(self) -> str:
        """What the step leads to (IRI)."""
        return self.edge.subject if self.inverse else self.edge.object


def search(
    edges: Iterable[Edge], start: str, end: str, max_length: int = MAX_LENGTH, limit: int = LIMIT
) -> tuple[list[list[Step]], bool]:
    """Find every path, shortest first.

    Parameters
    ----------
    edges : iterable of Edge
        The relations.
    start, end : str
        IRIs.
    max_length : int
        The greatest number of steps of a path.
    limit : int
        The greatest number of paths.

    Returns
    -------
    (list of list of Step, bool)
        The paths, and whether the search was cut.
    """
    every = list(edges)
    paths, cut = _search(every, start, end, max_length, limit)
    if not cut and max_length < MAX_LENGTH:
        cut = len(_search(every, start, end, MAX_LENGTH, len(paths) + 1)[0]) > len(paths)
    return paths, cut


def _search(edges: Iterable[Edge], start: str, end: str, max_length: int, limit: int) -> tuple[list[list[Step]], bool]:
    steps: dict[str, list[Step]] = defaultdict(list)
    for edge in edges:
        for step in (Step(edge, inverse=False), Step(edge, inverse=True)):
            steps[step.start].append(step)
    ends_only = {
        step.end for found in steps.values() for step in found if step.edge.relation in ENDS_ONLY and not step.inverse
    }
    needed = _distances(steps, end)
    paths: list[list[Step]] = []
    ticket = count()
    queue: list[tuple[int, int, list[Step]]] = [(needed[start], next(ticket), [])] if start in needed else []
    while queue:
        _, number, path = heapq.heappop(queue)
        here = path[-1].end if path else start
        if here == end and path:
            paths.append(path)
        if len(paths) >= limit:
            return paths, bool(queue)
        if here == end or (path and here in ends_only):
            continue
        if number > EXPANSIONS:
            return paths, True
        for step in steps[here]:
            length = len(path) + 1 + needed.get(step.end, max_length)
            if length <= max_length and _goes_on(path, step, start):
                heapq.heappush(queue, (length, next(ticket), [*path, step]))
    return paths, False


def _goes_on(path: list[Step], step: Step, start: str) -> bool:
    """Check whether a path may take a step: to somewhere new, and no relation against its own direction."""
    if step.end == start or any(taken.end == step.end for taken in path):
        return False
    family = _family(step)
    return all(taken.inverse == step.inverse for taken in path if _family(taken) == family)


def _family(step: Step) -> str:
    return FAMILIES.get(step.edge.relation, step.edge.relation)


def _distances(steps: Mapping[str, Sequence[Step]], end: str) -> dict[str, int]:
    """Count the least number of steps from everything to the end."""
    found = {end: 0}
    queue = deque([end])
    while queue:
        here = queue.popleft()
        for step in steps.get(here, ()):
            if step.end not in found:
                found[step.end] = found[here] + 1
                queue.append(step.end)
    return found
