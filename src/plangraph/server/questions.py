"""``/api/queries``: the questions, each a resource with its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse

from plangraph import queries
from plangraph.errors import ParameterError, UnknownQuestion
from plangraph.server.formats import GRAPHS, QUERY, RESULTS, choose
from plangraph.server.service import service_of
from plangraph.server.wire import Job

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.queries import Question


async def listing(request: Request) -> Response:  # noqa: ARG001
    """List the questions."""
    return JSONResponse([described(question) for question in queries.all_questions()])


async def question(request: Request) -> Response:
    """Answer a question."""
    name = request.path_params["name"]
    known = {question.name: question for question in queries.all_questions()}
    if name not in known:
        raise UnknownQuestion(f"no question '{name}'; /api/queries lists them")
    parameters = dict(request.query_params)
    if len(parameters) < len(request.query_params.multi_items()):
        raise ParameterError("give each parameter once")
    asked = parameters.pop("format", None)
    offered = (RESULTS if known[name].form in {"SELECT", "ASK"} else GRAPHS) | QUERY
    form = choose(request.headers.get("accept"), offered, asked)
    return await service_of(request).answer(
        request, Job("question", {"name": name, "parameters": parameters, "form": form})
    )


def described(question: Question) -> dict[str, Any]:
    """Describe a question, its parameters and its text."""
    return {
        "name": question.name,
        "topic": question.topic,
        "form": question.form,
        "summary": {language: question.summary(language) for language in ("ja", "en")},
        "description": {language: question.description(language) for language in ("ja", "en")},
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "default": parameter.default,
                "choices": list(parameter.choices),
                "required": parameter.default is None,
            }
            for parameter in question.parameters
        ],
        "sparql": question.sparql,
    }
