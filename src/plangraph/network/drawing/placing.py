"""Where the nodes of a picture stand: in columns by tier, or pushed apart by force."""

from __future__ import annotations

from collections import defaultdict
from math import ceil, hypot, sqrt
from random import Random
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.network.drawing.style import look
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from plangraph.network.labelled import LabelledGraph

Positions = dict[str, tuple[float, float]]
COLUMN, ROW = 260.0, 26.0  # units of the picture
SWEEPS = 4  # rounds
FEWEST_ROWS = 24  # in a column
CELL = 120.0  # units of the picture
STEPS = 50  # rounds


def layered(network: LabelledGraph) -> Positions:
    """Set nodes in columns by tier, as near as possible to what they are tied to.

    In the policy system the city's own order of tiers holds; all else has the column of its kind in the notation. The
    order within a column is found by the barycentre method [1]_; a long column is broken into several.

    Parameters
    ----------
    network : LabelledGraph
        The network.

    Returns
    -------
    dict of str to (float, float)
        Pixels, to the right and down.

    References
    ----------
    .. [1] Sugiyama, K., Tagawa, S., & Toda, M. (1981). Methods for visual understanding of hierarchical system
       structures. IEEE Transactions on Systems, Man, and Cybernetics 11(2), 109-125.
    """
    columns = _columns(network)
    order = _untangled(network, columns)
    rows = max(FEWEST_ROWS, ceil(sqrt(len(network) * COLUMN / ROW)))
    positions: Positions = {}
    x = 0.0
    for column in columns:
        column.sort(key=lambda node: order[node])
        parts = ceil(len(column) / rows)
        height = ceil(len(column) / parts)
        for part in range(parts):
            nodes = column[part * height : (part + 1) * height]
            step = ROW * max(1.0, min(4.0, rows / (len(nodes) + 1)))
            for row, node in enumerate(nodes):
                positions[node] = x, (row - (len(nodes) - 1) / 2) * step
            x += COLUMN
    return positions


def force(network: LabelledGraph, seed: int = 0) -> Positions:
    """Push nodes apart and pull what is tied together, until they rest.

    This is the grid variant of the method of Fruchterman and Reingold [1]_, begun from the columns of :func:`layered`.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    seed : int
        The seed by which nodes that stand on the same spot are parted.

    Returns
    -------
    dict of str to (float, float)
        Pixels, to the right and down; the same for the same seed.

    References
    ----------
    .. [1] Fruchterman, T. M. J., & Reingold, E. M. (1991). Graph drawing by force-directed placement. Software:
       Practice and Experience 21(11), 1129-1164.
    """
    dice = Random(seed)  # noqa: S311 - positions, no secrets
    shrink = 0.6
    spots = {
        node: [x * shrink + dice.random(), y * shrink + dice.random()] for node, (x, y) in layered(network).items()
    }
    edges = sorted({tuple(sorted(edge)) for edge in network.edges() if edge[0] != edge[1]})
    reach = CELL * sqrt(len(network)) / 4
    for step in range(STEPS):
        moves = _repulsion(spots)
        _attraction(spots, edges, moves)
        limit = reach * (1 - step / STEPS) ** 2 + 1
        for node, (dx, dy) in moves.items():
            length = hypot(dx, dy)
            if length:
                spots[node][0] += dx / length * min(length, limit)
                spots[node][1] += dy / length * min(length, limit)
    return {node: (x, y) for node, (x, y) in spots.items()}


LAYOUTS: Mapping[str, Callable[[LabelledGraph], Positions]] = {"layered": layered, "force": force}
"""What places the nodes, by its name."""


def positions(network: LabelledGraph, layout: str = "layered") -> Positions:
    """Place the nodes by one of :data:`LAYOUTS`.

    Raises
    ------
    ParameterError
        If there is no such layout.
    """
    if layout in LAYOUTS:
        return LAYOUTS[layout](network)
    raise ParameterError(
        Words(
            f"layout: 「{layout}」は選べません。選べるもの: {', '.join(LAYOUTS)}",
            f"layout: '{layout}' is not one of {', '.join(LAYOUTS)}",
        )
    )


def _columns(network: LabelledGraph) -> list[list[str]]:
    """Share nodes out to columns, from the left: the policy system's tiers by rank, on the columns of their kinds."""
    looks = {node: look(network, node) for node in network}
    column = {node: of.column for node, of in looks.items()}
    tiers: dict[str, int] = {
        node: data["tier"] for node, data in network.nodes(data=True) if "tier" in data and looks[node].trunk
    }
    leftmost: dict[int, int] = {}
    for node, tier in tiers.items():
        leftmost[tier] = min(column[node], leftmost.get(tier, column[node]))
    of_tier = dict(zip(sorted(leftmost), sorted(leftmost.values()), strict=True))
    shared = {place: tier for tier, place in reversed(of_tier.items())}
    by_place: dict[tuple[int, int], list[str]] = defaultdict(list)
    for node in sorted(network, key=network.code_key):
        place = of_tier[tiers[node]] if node in tiers else column[node]
        by_place[place, tiers.get(node, shared.get(place, 0))].append(node)
    return [by_place[place] for place in sorted(by_place)]


def _untangled(network: LabelledGraph, columns: Sequence[list[str]]) -> dict[str, float]:
    """Return each node a place in its column, from 0 to 1, near the mean of those that it is tied to."""
    order: dict[str, float] = {}
    for column in columns:
        order |= _spread(column)
    near = {node: sorted({*network.successors(node), *network.predecessors(node)}) for node in network}
    loose = [column for column in columns if not all(look(network, node).numbered for node in column)]
    for sweep in range(SWEEPS):
        for column in loose if sweep % 2 else reversed(loose):
            inside = set(column)
            wanted = {
                node: _mean((order[other] for other in near[node] if other not in inside), order[node])
                for node in column
            }
            order |= _spread(sorted(column, key=lambda node, wanted=wanted: (wanted[node], order[node])))  # type: ignore[misc]
    return order


def _spread(nodes: Sequence[str]) -> dict[str, float]:
    return {node: (index + 0.5) / len(nodes) for index, node in enumerate(nodes)}


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else otherwise


def _repulsion(spots: dict[str, list[float]]) -> dict[str, list[float]]:
    grid: dict[tuple[int, int], list[str]] = defaultdict(list)
    for node, (x, y) in spots.items():
        grid[int(x // CELL), int(y // CELL)].append(node)
    moves = {node: [0.0, 0.0] for node in spots}
    ideal = CELL / 2
    for (column, row), nodes in grid.items():
        around = [other for dx in (-1, 0, 1) for dy in (-1, 0, 1) for other in grid.get((column + dx, row + dy), ())]
        for node in nodes:
            x, y = spots[node]
            for other in around:
                dx, dy = x - spots[other][0], y - spots[other][1]
                square = dx * dx + dy * dy
                if other != node and square < CELL * CELL:
                    pull = ideal * ideal / max(square, 1.0)
                    moves[node][0] += dx * pull
                    moves[node][1] += dy * pull
    return moves


def _attraction(spots: dict[str, list[float]], edges: Sequence[tuple[str, ...]], moves: dict[str, list[float]]) -> None:
    ideal = CELL / 2
    for one, other in edges:
        dx, dy = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
        pull = hypot(dx, dy) / ideal / 4
        moves[one][0] -= dx * pull
        moves[one][1] -= dy * pull
        moves[other][0] += dx * pull
        moves[other][1] += dy * pull
