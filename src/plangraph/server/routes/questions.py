"""``/api/queries``: the questions, each a resource with its parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from plangraph.errors import ParameterError, UnknownQuestion
from plangraph.queries import unknown_parameter
from plangraph.server.http.bodies import respond
from plangraph.server.http.negotiation import DESCRIPTION, HTML, choose, content_type, offered_for_question
from plangraph.server.http.problems import too_long
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job
from plangraph.store.formats import TABLES
from plangraph.words import LANGUAGES, Words, did_you_mean

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.queries import Question

LONGEST = 2000  # characters of a value


async def listing(request: Request) -> Response:
    """List the questions."""
    file = service_of(request).document("questions", lambda questions: [described(each) for each in questions])
    return await respond(request, file.body, file.media, file.tag, packed=file.packed)


async def question(request: Request) -> Response:
    """Answer a question; as ``description``, say what the list says of it, also where it is not listed."""
    service, name = service_of(request), request.path_params["name"]
    found = service.questions.get(name)
    if found is None:
        meant = did_you_mean(name, [each.name for each in service.questions.values() if not each.internal])
        raise UnknownQuestion(
            Words(
                f"「{name}」という問いはありません{meant.ja}。/api/queries に一覧があります",
                f"no question '{name}'{meant.en}; /api/queries lists them",
            )
        )
    pairs = request.query_params.multi_items()
    parameters = dict(pairs)
    if len(parameters) < len(pairs):
        raise ParameterError(Words("パラメーターはそれぞれ一度だけ与えてください", "give each parameter once"))
    asked = parameters.pop("format", None)
    form = choose(request.headers.get("accept"), offered_for_question(found.form), asked)
    if form in DESCRIPTION:
        body = json.dumps(described(found), ensure_ascii=False).encode()
        return await respond(request, body, content_type(form))
    known = {parameter.name for parameter in found.parameters}
    for given, value in parameters.items():
        if given not in known:
            raise unknown_parameter(found, given)
        if not value:
            raise ParameterError(
                Words(
                    f"{given} が空です。値を与えるか、省いてください",
                    f"{given} is empty: give a value, or leave it out",
                )
            )
        if len(value) > LONGEST:
            raise ParameterError(too_long(given, LONGEST))
    job = Job("question", {"name": name, "parameters": parameters, "form": form})
    return await service.answer(request, job, headers=_named(found.name, form))


def _named(name: str, form: str) -> dict[str, str]:
    """Name the file as which a browser keeps a table for other programs."""
    if form not in TABLES or form in HTML:
        return {}
    return {"Content-Disposition": f'attachment; filename="{name}{TABLES[form].suffix}"'}


def described(question: Question) -> dict[str, Any]:
    """Describe a question, its parameters and its text."""
    return {
        "name": question.name,
        "topic": question.topic,
        "topic_label": _both(question.wording.topics.get(question.topic, Words(question.topic, question.topic))),
        "topic_needs": question.wording.needs.get(question.topic),
        "form": question.form,
        "summary": {lang: question.summary(lang) for lang in LANGUAGES},
        "description": {lang: question.description(lang) for lang in LANGUAGES},
        "parameters": [
            {
                "name": parameter.name,
                "label": _both(parameter.words),
                "type": parameter.type,
                "default": parameter.default,
                "choices": list(parameter.choices),
                "choice_labels": {
                    choice: _both(words)
                    for choice in parameter.choices
                    if (words := question.wording.choices.get(choice))
                },
                "derived": bool(parameter.derive),
                "required": parameter.required,
            }
            for parameter in question.parameters
        ],
        "columns": [
            {
                "name": column.name,
                "label": _both(column.heading.words),
                "holds": column.heading.holds,
                "values": {value: _both(words) for value, words in column.heading.values.items()},
            }
            for column in question.columns
        ],
        "sparql": question.sparql,
    }


def _both(words: Words) -> dict[str, str]:
    return words._asdict()
