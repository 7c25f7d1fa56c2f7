"""How one thing is connected with another: the paths between them, with their bases and sources."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from plangraph.coverage.path_search import LIMIT, MAX_LENGTH, Edge, Step, search
from plangraph.errors import UnknownThing
from plangraph.labelling import name_of
from plangraph.queries import Heading, wording
from plangraph.store.answers import Rows, expect_boolean, expect_rows
from plangraph.store.terms import Literal, NamedNode, integer, text
from plangraph.words import LANGUAGES, Words, coded_name, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.asking import Ask
    from plangraph.store.answers import Answer

QUESTION = "trace-edges"
OWN = {
    "path": Heading(Words("経路", "Path"), "order"),
    "step": Heading(Words("歩", "Step"), "order"),
    "inverse": Heading(Words("逆向き", "Backwards"), "flag"),
    "question": Heading(Words("問い", "Question"), "code"),
}
COLUMNS = (
    *("path", "step", "from", "from_label", "relation", "relation_label", "inverse", "to", "to_label"),
    *("basis", "basis_label", "source", "source_label", "rationale", "question"),
)


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
        """Return the paths as plain values.

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
        """Return one row a step, in a language."""
        rows = [
            (integer(number), integer(place), *self._row(step, lang))
            for number, path in enumerate(self.paths, start=1)
            for place, step in enumerate(path, start=1)
        ]
        headings = {name: OWN.get(name) or wording().column(name, QUESTION) for name in COLUMNS}
        return Rows(list(COLUMNS), rows, headings={name: each for name, each in headings.items() if each}, lang=lang)

    def label(self, iri: str | None, lang: str) -> str:
        """Return a label, or the IRI of what has none."""
        return self.labels[lang].get(iri or "", iri or "")

    def name(self, iri: str, lang: str) -> str:
        """Return the code, if there is one, and the label of a thing."""
        return coded_name(self.codes.get(iri), self.label(iri, lang))

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
        reasons = {lang: row[f"rationale_{lang}"] for lang in LANGUAGES if row[f"rationale_{lang}"]}
        edge = Edge(row["subject"], row["relation"], row["object"], row["basis"], row["source"], reasons)
        edges.setdefault((edge.subject, edge.relation, edge.object, edge.basis or ""), edge)
    return list(edges.values())


def expect_there(sparql: Callable[[str], Answer], things: Sequence[str]) -> None:
    """Check that the graph says something of each thing.

    Parameters
    ----------
    sparql : callable
        Answers a query.
    things : sequence of str
        IRIs.

    Raises
    ------
    UnknownThing
        If it says nothing of one. The message has the one beside it that is meant perhaps.
    """
    for iri in things:
        if expect_boolean(sparql(f"ASK {{ <{iri}> ?relation ?value }}")):
            continue
        around = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
        inside = f"FILTER(STRSTARTS(STR(?thing), {Literal(around)}))"
        beside = expect_rows(sparql(f"SELECT DISTINCT ?thing WHERE {{ ?thing a ?kind {inside} }}"))
        name = name_of(iri)
        said = Words(f"「{name}」というものはありません", f"nothing is known by the name '{name}'")
        raise UnknownThing(said.then(did_you_mean(name, [name_of(str(thing)) for (thing,) in beside])))


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
                    f"「{name_of(iri)}」を要素・ゴール・ターゲット・戦略・地域・部署と結ぶ関連は、データにありません",
                    f"no link in the data leads from or to '{name_of(iri)}'",
                )
            )
    paths, cut = search(edges, start, end, max_length, limit)
    labels: dict[str, dict[str, str]] = {}
    codes: dict[str, str] = {}
    for lang in LANGUAGES:
        rows = ask("trace-labels", lang=lang).to_dicts()
        labels[lang] = {row["thing"]: row["label"] for row in rows}
        codes |= {row["thing"]: row["code"] for row in rows if row["code"]}
    return Trace(start, end, paths, cut, labels, codes)
