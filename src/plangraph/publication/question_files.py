"""The questions as files: what is said of them, and each cut at its parameters, for a browser that asks them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.name_lookup import NAMES
from plangraph.namespaces import PREFIXES
from plangraph.queries import cut
from plangraph.server.routes.questions import described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.graph import Graph
    from plangraph.queries import Question


def descriptions(graph: Graph, questions: Mapping[str, Question]) -> dict[str, Any]:
    """Describe the questions as the server does: those that are listed, in order, and all by every name."""
    here = {each.name: each for each in graph.questions()}
    return {
        "listed": [described(each) for each in here.values()],
        "others": {name: described(each) for name, each in questions.items() if name not in here},
    }


def cuts(graph: Graph, questions: Mapping[str, Question]) -> dict[str, Any]:
    """Cut the questions at their parameters, with what each plan gives them where nothing else is given.

    Returns
    -------
    dict
        ``prefixes``: those that every query knows; ``names``: by what things are called; ``questions``: by name, the
        parameters and the pieces, of which one is a text, or a mapping of ``parameter`` or ``graphs``, and with
        ``needs``, the variables without any of which it falls away; ``taken``: by plan (IRI) and question, what its
        parameters take from the plan.
    """
    return {
        "prefixes": dict(PREFIXES),
        "names": f"{NAMES}|skos:notation",
        "questions": {name: _cut(question) for name, question in questions.items()},
        "taken": {
            plan: {name: given for name, question in questions.items() if (given := _taken(graph, question, plan))}
            for plan in graph.manifest.scopes
        },
    }


def _cut(question: Question) -> dict[str, Any]:
    return {
        "form": question.form,
        "graphs": list(question.graphs),
        "parameters": [
            {
                "name": each.name,
                "variable": each.variable,
                "type": each.type,
                "default": each.default,
                "choices": list(each.choices),
                "derived": bool(each.derive),
                "optional": each.optional,
                "fold": each.fold,
            }
            for each in question.parameters
        ],
        "pieces": [
            {"kind": piece.kind, "text": piece.text, **({"needs": sorted(piece.needs)} if piece.needs else {})}
            for piece in cut(question)
        ],
    }


def _taken(graph: Graph, question: Question, plan: str) -> dict[str, object]:
    if not any(each.derive for each in question.parameters):
        return {}
    names = {each.name for each in question.parameters if each.derive}
    return {name: value for name, value in graph.given(question.name, {"plan": plan}).items() if name in names}
