"""What a graph says where no question asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import plangraph


def ask(graph: plangraph.Graph, where: str, *columns: str) -> list[tuple[str, ...]]:
    """Return the values of some columns where a pattern holds, by their local names."""
    rows = graph.sparql(
        f"SELECT {' '.join(f'?{name}' for name in columns)} WHERE {{ {where} }} ORDER BY {_all(columns)}"
    )
    return [tuple(_short(row[name]) for name in columns) for row in rows.to_dicts()]  # type: ignore[union-attr]


def _all(columns: Iterable[str]) -> str:
    return " ".join(f"?{name}" for name in columns)


def _short(value: object) -> str:
    return str(value).rpartition("#")[2].rpartition("/")[2]
