"""What workers do: each job is a function of the desk and its arguments, and gives a reply."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import UnknownQuestion
from plangraph.graph import Graph, open_folder
from plangraph.namespaces import PREFIXES
from plangraph.server import formats
from plangraph.server.settings import Settings
from plangraph.server.wire import Reply
from plangraph.store.answers import Graph as Triples
from plangraph.store.answers import Rows
from plangraph.store.results import write_results
from plangraph.store.terms import RdfFormat, to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.queries import Question
    from plangraph.store.answers import Answer

RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "rdfxml": RdfFormat.RDF_XML,
}


@dataclass(frozen=True)
class Desk:
    """What a worker works with.

    Attributes
    ----------
    graph : Graph
        The graph.
    questions : mapping of str to Question
        The questions by name.
    settings : Settings
        The limits.
    """

    graph: Graph
    questions: Mapping[str, Question]
    settings: Settings

    @classmethod
    def open(cls, order: dict[str, Any]) -> Desk:
        """Open the graph that the settings name.

        Raises
        ------
        StoreNotFound
            If nothing has been built there.
        """
        settings = Settings(**order)
        graph = open_folder(Path(settings.store), in_memory=True)
        return cls(graph, {question.name: question for question in graph.questions()}, settings)

    def about(self) -> dict[str, Any]:
        """Say what is here: the manifest."""
        return asdict(self.graph.manifest)


def sparql(
    desk: Desk, text: str, form: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
) -> Reply:
    """Answer a SPARQL query."""
    answer = desk.graph.engine.query(text, default_graphs, named_graphs=named_graphs, limit=desk.settings.max_rows)
    return written(desk, answer, form)


def question(desk: Desk, name: str, parameters: dict[str, str], form: str) -> Reply:
    """Answer a question, or give the query that it stands for."""
    if name not in desk.questions:
        raise UnknownQuestion(f"no question '{name}'")
    text, scope = desk.graph.bound(desk.questions[name], dict(parameters))
    if form == "sparql":
        return Reply(text.encode(), formats.media_type(form))
    answer = desk.graph.engine.query(text, scope, limit=desk.settings.max_rows)
    if form == "csv" and isinstance(answer, Rows):  # for spreadsheets, which run formulas
        return _capped(desk, answer.to_csv(), form, answer.cut)
    return written(desk, answer, form)


def resolve(desk: Desk, name: str) -> Reply:
    """Give the IRI of what goes by a name."""
    return _json({"iri": desk.graph.resolve(name)})


JOBS: dict[str, Callable[..., Reply]] = {"sparql": sparql, "question": question, "resolve": resolve}


def written(desk: Desk, answer: Answer, form: str) -> Reply:
    """Write an answer, cut at the limit of bytes."""
    if isinstance(answer, Triples):
        body = to_bytes(answer.triples, RDF[form], PREFIXES)
        return _capped(desk, body.decode(), form, answer.cut)
    return _capped(desk, write_results(answer, form), form, isinstance(answer, Rows) and answer.cut)


def _capped(desk: Desk, text: str, form: str, cut: bool) -> Reply:
    return Reply(text.encode(), formats.media_type(form), cut="max-rows" if cut else "")


def _json(content: object) -> Reply:
    return Reply(json.dumps(content, ensure_ascii=False).encode())
