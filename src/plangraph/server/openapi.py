"""The questions and the other resources as OpenAPI 3.1, with their parameters, choices and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import EXAMPLES
from plangraph.queries import wording
from plangraph.queries.parameter_terms import YEAR
from plangraph.server.http.base import base_of
from plangraph.server.http.bodies import respond
from plangraph.server.http.negotiation import FORM, HTML, JSON, PROBLEM, QUERY, names_of, offered_for_question
from plangraph.server.service import service_of
from plangraph.store.formats import RDF
from plangraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.queries import Parameter, Question
    from plangraph.server.http.address import Address

OF_PROBLEM = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
ERRORS = {
    "400": "The question cannot be answered as it was put.",
    "404": "Nothing is here.",
    "406": "Not in that format.",
    "413": "Too large.",
    "415": "It cannot be sent in that form.",
    "429": "Too many questions at once; Retry-After says when to ask again.",
    "503": "The question could not be answered now.",
}
SCHEMAS: dict[str, Any] = {
    "Problem": {
        "type": "object",
        "description": "RFC 9457",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "title_ja": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "detail_ja": {"type": "string"},
            "line": {"type": "integer", "description": "The line of the query in which the error lies, from 1."},
            "column": {"type": "integer", "description": "The column of that line, from 1."},
        },
        "required": ["type", "title", "title_ja", "status", "detail", "detail_ja"],
    }
}
TYPES = {"integer": {"type": "string", "pattern": r"^[+-]?\d+$"}, "decimal": {"type": "string"}}


async def document(request: Request) -> Response:
    """Return the description of this server."""
    addresses, base = request.app.state.addresses, base_of(request)
    file = service_of(request).document(
        f"openapi {base}", lambda questions: {**describe(addresses, questions), "servers": [{"url": base or "/"}]}
    )
    return await respond(request, file.body, file.media, file.tag, packed=file.packed)


def describe(addresses: Iterable[Address], questions: Iterable[Question]) -> dict[str, Any]:
    """Describe the server as OpenAPI.

    Parameters
    ----------
    addresses : iterable of Address
        What the server answers.
    questions : iterable of Question
        The questions, each of which is a resource.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "plangraph",
            "version": __version__,
            "description": "A city's comprehensive plan as a knowledge graph: its questions and what they answer.",
        },
        "paths": {
            **{_path(address.path): _address(address) for address in addresses if address.is_of_the_api},
            **{f"/api/queries/{question.name}": _question(question) for question in questions},
        },
        "tags": [
            {"name": topic, "description": f"{words.ja} / {words.en}"} for topic, words in wording().topics.items()
        ],
        "components": {"schemas": SCHEMAS},
    }


def _path(path: str) -> str:
    return path.replace("{path:path}", "{path}")


def _address(address: Address) -> dict[str, Any]:
    parameters = [parameter.described() for parameter in address.parameters]
    if "{path" in address.path:
        parameters.insert(0, {"name": "path", "in": "path", "required": True, "schema": {"type": "string"}})
    content = {media: {"schema": _content(media)} for media in address.media}
    name = "-".join(part for part in _path(address.path).strip("/").replace(".", "-").split("/") if part)
    described = _get(name.replace("{path}", "path"), address.words.en, parameters, content)
    described["get"]["description"] = address.words.ja
    page = HTML["html"].media_type
    if page in address.media and len(address.media) > 1:
        described["get"]["responses"]["404"]["content"] = {**OF_PROBLEM, page: {"schema": {"type": "string"}}}
    if "POST" in address.methods:
        described["post"] = described["get"] | {"operationId": f"{name}-post", "requestBody": _body(), "parameters": []}
    return described


def _body() -> dict[str, Any]:
    """Describe what the SPARQL Protocol sends (sections 2.1.2 and 2.1.3)."""
    text = {"type": "string", "example": "ASK { ?s ?p ?o }"}
    form = {"type": "object", "properties": {"query": text}, "required": ["query"]}
    return {
        "required": True,
        "content": {
            FORM: {"schema": form},
            QUERY["sparql"].media_type: {"schema": text},
        },
    }


def _question(question: Question) -> dict[str, Any]:
    offered = offered_for_question(question.form)
    parameters = [_parameter(parameter) for parameter in question.parameters]
    formats = {"name": "format", "in": "query", "schema": {"type": "string", "enum": names_of(offered)}}
    content = {form.media_type: {"schema": _content(form.media_type)} for form in offered.values()}
    described = _get(question.name, question.summary(), [*parameters, formats], content)
    described["get"] |= {
        "description": f"{question.description()}\n\n{question.description('ja')}\n\n{_columns(question)}".rstrip(),
        "tags": [question.topic],
    }
    return described


def _columns(question: Question) -> str:
    """Describe the columns of the answer as a table in Markdown, which OpenAPI's descriptions are."""
    rows = [
        f"| `{each.name}` | {each.heading.words.ja} | {each.heading.words.en} | {each.heading.holds} |"
        for each in question.columns
    ]
    return "\n".join(["| column | 見出し | heading | holds |", "| --- | --- | --- | --- |", *rows]) if rows else ""


def _content(media: str) -> dict[str, Any]:
    """Describe a body of a media type."""
    if media in {JSON, RDF["jsonld"].media_type}:
        return {"type": ["object", "array"]}
    if media.endswith("json"):
        return {"type": "object"}
    return {"type": "string"} if media.startswith("text/") else {"type": "string", "contentMediaType": media}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    of_type: dict[str, Any] | None = None if parameter.name == YEAR else TYPES.get(parameter.type)
    schema: dict[str, Any] = dict(of_type or {"type": "string", "minLength": 1, "maxLength": 2000})
    if parameter.fold:
        schema["pattern"] = r"\S"
    if parameter.choices:
        schema = {"type": "string", "enum": list(parameter.choices)}
    if parameter.default is not None:
        schema["default"] = parameter.default
    example = parameter.default or (parameter.choices[0] if parameter.choices else None)
    described = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "schema": schema,
        "description": f"{parameter.words.ja} / {parameter.words.en}: {_form(parameter)}",
    }
    return described if example is None else {**described, "example": example}


def _form(parameter: Parameter) -> str:
    if parameter.name == YEAR:
        return f"a year, such as {EXAMPLES.en}"
    return "an IRI, a prefixed name, a code or a label" if parameter.type == "iri" else parameter.type


def _get(name: str, summary: str, parameters: list[dict[str, Any]], content: dict[str, Any]) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": {"description": "The answer.", "content": content},
                "304": {"description": "The client has it already."},
                **{status: {"description": text, "content": OF_PROBLEM} for status, text in ERRORS.items()},
            },
        }
    }
