"""What kinds, relations and bases look like: the notation that ``ontology/presentation.ttl`` says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from plangraph import ontology, queries
from plangraph.ontology import local
from plangraph.store.embedded import Memory
from plangraph.store.terms import DefaultGraph, Quad
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.store.answers import Rows

ANY_KIND = "PlanElement"


class Look(NamedTuple):
    """What the things of a kind look like.

    Attributes
    ----------
    family : str
        The kind (local name) whose look it is: its own, or the nearest one above it.
    words : Words
        What the family is called.
    outline : str
        The contour, as the data of an SVG path in a box of 16 by 16.
    open : bool
        Whether the contour is drawn as a line and not filled.
    radius : float
        Pixels, where it is smallest.
    growth : float
        The share of its radius by which the mark with the largest value is larger.
    column : int
        The place of its column from the left.
    trunk : bool
        Whether the kind is one of the policy system.
    numbered : bool
        Whether its things stand in the order of their codes, wherever their ties lead.
    """

    family: str
    words: Words
    outline: str
    open: bool
    radius: float
    growth: float
    column: int
    trunk: bool
    numbered: bool


class Line(NamedTuple):
    """How a link with a basis is drawn.

    Attributes
    ----------
    width : float
        Pixels.
    strength : float
        From 0 (the ground) to 1 (the ink).
    dashes : str
        Pixels drawn and left out in turn; nothing for a full line.
    words : Words
        What it means.
    """

    width: float
    strength: float
    dashes: str
    words: Words


@dataclass(frozen=True)
class Notation:
    """The notation of every picture and legend.

    Attributes
    ----------
    looks : mapping of str to Look
        By the local name of the kind.
    lines : mapping of str to Line
        By the local name of the basis or other origin, in the order of a legend.
    hidden : frozenset of str
        The relations (local names) that are drawn only where they are asked for.
    """

    looks: Mapping[str, Look]
    lines: Mapping[str, Line]
    hidden: frozenset[str]

    def look(self, kind: str) -> Look:
        """Return the look of a kind (local name); of one that the ontology does not know, that of anything."""
        return self.looks.get(kind) or self.looks[ANY_KIND]

    def line(self, basis: str) -> Line:
        """Return the line of a basis (local name)."""
        return self.lines.get(basis) or self.lines["Answered"]


@cache
def notation() -> Notation:
    """Ask the bundled ontology for the notation: the question ``notation``."""
    store = Memory.of(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in ontology.load().triples)
    answer = cast("Rows", store.query(queries.Library().find("notation").sparql))
    sorts: dict[str, dict[str, dict[str, Any]]] = {"kind": {}, "basis": {}, "relation": {}, "standing": {}}
    for row in answer.to_dicts():
        sorts[row["sort"]][local(row["term"])] = row
    return Notation(
        {name: _look(row) for name, row in sorts["kind"].items()},
        {name: _line(row) for name, row in sorts["basis"].items()},
        frozenset(name for name, row in sorts["relation"].items() if not row["drawn"]),
    )


def _look(row: Mapping[str, Any]) -> Look:
    return Look(
        local(row["family"]),
        Words(row["family_ja"], row["family_en"]),
        row["outline"],
        row["open"],
        float(row["radius"]),
        float(row["growth"]),
        int(row["column"]),
        row["trunk"],
        row["numbered"],
    )


def _line(row: Mapping[str, Any]) -> Line:
    words = Words(row["label_ja"], row["label_en"])
    return Line(float(row["width"]), float(row["strength"]), row["dashes"], words)
