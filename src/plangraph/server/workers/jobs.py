"""What workers do: each job is a function of the served graph and its arguments, and gives a reply."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plangraph import agents, queries
from plangraph.errors import QuestionError, UnknownQuestion
from plangraph.namespaces import PG
from plangraph.server.http import negotiation
from plangraph.server.workers import description
from plangraph.server.workers.channel import Reply
from plangraph.server.workers.limits import limit_files
from plangraph.store.answers import Boolean, Rows, Triples, expect_rows
from plangraph.store.formats import RESULTS, TABLES, W3C_CSV
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plangraph.server.workers.served_graph import ServedGraph
    from plangraph.store.answers import Answer
    from plangraph.store.readable import Reading


def sparql(
    served: ServedGraph, text: str, form: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
) -> Reply:
    """Answer a SPARQL query."""
    answer = served.graph.engine.query(text, default_graphs, named_graphs=named_graphs, limit=served.settings.max_rows)
    if isinstance(answer, Rows) and form not in RESULTS:
        return _table(served, answer, form, lambda rows: served.graph.reading(rows, ids=True))
    return written(served, answer, form)


def question(served: ServedGraph, name: str, parameters: dict[str, str], form: str) -> Reply:
    """Answer a question, or give the query that it stands for."""
    if name not in served.questions:
        raise UnknownQuestion(Words(f"「{name}」という問いはありません", f"no question '{name}'"))
    if form == "sparql":
        return Reply(
            queries.over(*served.graph.bound(served.questions[name], parameters)).encode(),
            negotiation.content_type(form),
        )
    answer = served.graph.answer_to(served.questions[name], parameters, limit=served.settings.max_rows)
    if isinstance(answer, Rows) and form in TABLES:
        return _table(
            served, answer, form, lambda rows: served.graph.reading(rows, name, parameters, lang=rows.lang or "ja")
        )
    return written(served, answer, "csv" if form == W3C_CSV.name else form)


def resolve(served: ServedGraph, name: str) -> Reply:
    """Return the IRI of what goes by a name."""
    return _json({"iri": served.graph.resolve(name)})


def network(served: ServedGraph, choices: dict[str, Any]) -> Reply:
    """Draw a network as a page."""
    from plangraph.network import network_html

    return Reply(network_html(served.graph, **choices).encode(), negotiation.content_type("html"))


def trace(served: ServedGraph, start: str, end: str, plan: str | None, max_length: int) -> Reply:
    """Return every path between two things."""
    return Reply(served.graph.trace(start, end, plan=plan, max_length=max_length).to_json().encode())


def near(served: ServedGraph, text: str, plan: str | None, lang: str) -> Reply:
    """Return the elements of a plan whose names are near a text in meaning, as an algorithm suggests them."""
    from plangraph.suggestions.alike import alike

    among = served.graph.resolve(plan, sort=PG.Plan) if plan else served.graph.manifest.plan
    found = alike(served.graph.query, [among], text, lang)
    told = [{"iri": e.element.iri, "label": e.label, "score": round(e.score, 2), "words": e.words} for e in found]
    return _json({"plan": among, "basis": "Suggested", "near": told})


def identity(served: ServedGraph) -> Reply:
    """Return nothing but the identity of what answers now, which every reply has."""
    return _json(served.manifest.identity)


def explain(served: ServedGraph, subject: str, predicate: str, target: str, plan: str | None) -> Reply:
    """Explain why a statement holds."""
    return _json(served.graph.explain(subject, predicate, target, plan=plan))


def assist(served: ServedGraph, work: str, arguments: dict[str, Any], site: str) -> Reply:
    """Run one of an assistant's tools, or return a page that it reads."""
    desk = agents.Desk(served.graph, site)
    return Reply(agents.WORK[work](desk, **arguments).encode(), "text/plain; charset=utf-8")


JOBS: dict[str, Callable[..., Reply]] = {
    "sparql": sparql,
    "question": question,
    "resolve": resolve,
    "thing": description.thing,
    "network": network,
    "trace": trace,
    "near": near,
    "explain": explain,
    "assist": assist,
    "identity": identity,
}


def written(served: ServedGraph, answer: Answer, form: str) -> Reply:
    """Write an answer; one with too many bytes is cut to as many rows as fit.

    Raises
    ------
    QuestionError
        If not even one row fits.
    """
    if isinstance(answer, Boolean):
        return Reply(answer.serialize(form).encode(), negotiation.content_type(form))
    return _within(served, answer, lambda part: _bytes(part, form), form)


def _within(served: ServedGraph, answer: Rows | Triples, write: Callable[[Rows | Triples], bytes], form: str) -> Reply:
    cut = "max-rows" if answer.cut else ""
    body = write(answer)
    limit = served.settings.max_bytes
    while len(body) > limit:
        cut = "max-bytes"
        size = int(len(answer) * limit / len(body) * 0.95)
        if not size:
            raise QuestionError(
                Words(
                    f"答えの一行だけで上限 max-bytes（{limit} バイト）を超えています",
                    f"one row of the answer is longer than the limit max-bytes, {limit}",
                )
            )
        answer = _first(answer, size)
        body = write(answer)
    return Reply(body, negotiation.content_type(form), cut=cut)


def _table(served: ServedGraph, rows: Rows, form: str, read: Callable[[Rows], Reading]) -> Reply:
    """Write rows as people read them; some formats go by way of temporary files, and the query has ended by now."""
    limit_files(closed=False)
    return _within(served, rows, lambda part: TABLES[form].write(read(expect_rows(part))), form)


def _first(answer: Rows | Triples, size: int) -> Rows | Triples:
    if isinstance(answer, Rows):
        return replace(answer, rows=answer.rows[:size], cut=True)
    return Triples(answer.triples[:size], cut=True)


def _bytes(answer: Rows | Triples, form: str) -> bytes:
    return answer.serialize(form).encode()


def _json(content: object) -> Reply:
    return Reply(json.dumps(content, ensure_ascii=False).encode())
