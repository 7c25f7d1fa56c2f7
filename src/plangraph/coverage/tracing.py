"""Paths through the graph: how one thing is connected with another, step by step.

A path is simple (it visits nothing twice) and keeps its direction: it takes no kind of relation both forwards and
backwards, so that it goes down or up the hierarchy, and never from one measure over a shared goal, strategy or office
to another. Goals and places are only met at its ends. The search is best-first by the length of a path and the least
number of steps still needed (Hart, Nilsson and Raphael 1968, https://doi.org/10.1109/TSSC.1968.300136), so that
paths come shortest first.
"""

from __future__ import annotations

import heapq
import json
from collections import defaultdict, deque
from dataclasses import asdict, dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from plangraph.errors import UnknownThing
from plangraph.namespaces import PREFIXES, SDG_SERIES
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal, NamedNode, integer, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.asking import Ask

QUESTION = "trace-edges"
MAX_LENGTH = 10
LIMIT = 1_000
EXPANSIONS = 500_000
FAMILIES = {
    PREFIXES["pg"] + "contributesToGoal": "contributes",
    PREFIXES["pg"] + "contributesToTarget": "contributes",
    PREFIXES["pg"] + "advances": "advances",
    PREFIXES["pg"] + "carriesOut": "advances",
}
COLUMNS = (
    *("path", "step", "from", "from_label", "relation", "relation_label", "inverse", "to", "to_label"),
    *("basis", "basis_label", "source", "source_label", "rationale", "question"),
)
ENDS_ONLY = {PREFIXES["pg"] + "inWard", PREFIXES["pg"] + "serves"}


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


@dataclass(frozen=True)
class Trace:
    """The paths between two things, shortest first.

    Attributes
    ----------
    start, end : str
        IRIs.
    paths : sequence of sequence of Step
        The paths.
    cut : bool
        Whether there are or may be more: the limit was reached, or paths longer than allowed exist.
    labels : mapping of str to mapping of str to str
        For each language, the labels by IRI.
    codes : mapping of str to str
        The codes of elements, goals and targets by IRI.
    """

    start: str
    end: str
    paths: Sequence[Sequence[Step]]
    cut: bool
    labels: Mapping[str, Mapping[str, str]]
    codes: Mapping[str, str]

    def to_dict(self) -> dict[str, Any]:
        """Give the paths as plain values.

        Returns
        -------
        dict
            ``{"question": str, "paths": [{"length": n, "steps": [{"subject", "subject_label": {ja, en}, "relation",
            "relation_label": {ja, en}, "inverse": bool, "object", "object_label": {ja, en}, "basis", "source",
            "rationale": {ja, en}}]}], "cut": bool}``. Subject and object are those of the relation as it is stated;
            if ``inverse``, the path comes from the object. Basis and source are IRIs or None.
        """
        paths = [{"length": len(path), "steps": [self._step(step) for step in path]} for path in self.paths]
        return {"question": QUESTION, "paths": paths, "cut": self.cut}

    def to_json(self) -> str:
        """Write :meth:`to_dict` as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_rows(self, lang: str) -> Rows:
        """Give one row a step, in a language."""
        rows = [
            (integer(number), integer(place), *self._row(step, lang))
            for number, path in enumerate(self.paths, start=1)
            for place, step in enumerate(path, start=1)
        ]
        return Rows(list(COLUMNS), rows)

    def label(self, iri: str | None, lang: str) -> str:
        """Give a label, or the IRI of what has none."""
        return self.labels[lang].get(iri or "", iri or "")

    def name(self, iri: str, lang: str) -> str:
        """Give the code, if there is one, and the label of a thing."""
        return f"{self.codes.get(iri, '')} {self.label(iri, lang)}".strip()

    def _row(self, step: Step, lang: str) -> tuple[NamedNode | Literal | None, ...]:
        edge = step.edge
        reason = edge.rationale.get(lang)
        return (
            NamedNode(step.start),
            text(self.label(step.start, lang), lang),
            NamedNode(edge.relation),
            text(self.label(edge.relation, lang), lang),
            Literal(step.inverse),
            NamedNode(step.end),
            text(self.label(step.end, lang), lang),
            NamedNode(edge.basis) if edge.basis else None,
            text(self.label(edge.basis, lang), lang) if edge.basis else None,
            NamedNode(edge.source) if edge.source else None,
            text(self.label(edge.source, lang), lang) if edge.source else None,
            text(reason, lang) if reason else None,
            Literal(QUESTION),
        )

    def _step(self, step: Step) -> dict[str, Any]:
        content = asdict(step.edge)
        content["rationale"] = dict(step.edge.rationale)
        for name in ("subject", "relation", "object"):
            content[f"{name}_label"] = {lang: self.label(content[name], lang) for lang in self.labels}
        return {**content, "inverse": step.inverse}


def edges_of(rows: Rows) -> list[Edge]:
    """Read the answer of the question ``trace-edges``, of several sources of a relation keeping the first."""
    edges: dict[tuple[str, ...], Edge] = {}
    for row in rows.to_dicts():
        reasons = {lang: row[f"rationale_{lang}"] for lang in ("ja", "en") if row[f"rationale_{lang}"]}
        edge = Edge(row["subject"], row["relation"], row["object"], row["basis"], row["source"], reasons)
        edges.setdefault((edge.subject, edge.relation, edge.object, edge.basis or ""), edge)
    return list(edges.values())


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
    ends_only = {node for node in steps if _is_goal(node)} | {
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
        if len(paths) >= limit or number > EXPANSIONS:
            return paths, bool(queue)
        if here == end or (path and here in ends_only):
            continue
        for step in steps[here]:
            length = len(path) + 1 + needed.get(step.end, max_length)
            if length <= max_length and _goes_on(path, step, start):
                heapq.heappush(queue, (length, next(ticket), [*path, step]))
    return paths, False


def _goes_on(path: list[Step], step: Step, start: str) -> bool:
    """Tell whether a path may take a step: to somewhere new, and no relation against its own direction."""
    if step.end == start or any(taken.end == step.end for taken in path):
        return False
    family = _family(step)
    return all(taken.inverse == step.inverse for taken in path if _family(taken) == family)


def _family(step: Step) -> str:
    return FAMILIES.get(step.edge.relation, step.edge.relation)


def _is_goal(iri: str) -> bool:
    return iri.removeprefix(SDG_SERIES).isdigit() if iri.startswith(SDG_SERIES) else False


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


def trace(ask: Ask, start: str, end: str, max_length: int = MAX_LENGTH, limit: int = LIMIT) -> Trace:
    """Find every path between two things of a plan.

    Parameters
    ----------
    ask : callable
        Answers a question by its name.
    start, end : str
        IRIs of things that the graph knows.
    max_length, limit : int
        As for :func:`search`.

    Raises
    ------
    UnknownThing
        If an IRI is of nothing that relations lead to or from.
    """
    edges = edges_of(ask(QUESTION))
    known = {node for edge in edges for node in (edge.subject, edge.object)}
    for iri in (start, end):
        if iri not in known:
            raise UnknownThing(
                Words(
                    f"「{iri}」は、関係で結ばれた要素・ゴール・ターゲット・戦略・区・部署のどれでもありません",
                    f"'{iri}' is no element, goal, target, strategy, ward or office that relations lead to",
                )
            )
    paths, cut = search(edges, start, end, max_length, limit)
    labels: dict[str, dict[str, str]] = {}
    codes: dict[str, str] = {}
    for lang in ("ja", "en"):
        rows = ask("trace-labels", lang=lang).to_dicts()
        labels[lang] = {row["thing"]: row["label"] for row in rows}
        codes |= {row["thing"]: row["code"] for row in rows if row["code"]}
    return Trace(start, end, paths, cut, labels, codes)
