"""The questions and the other resources as OpenAPI 3.1, with their parameters, choices and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.queries import wording
from plangraph.server.http.bodies import respond
from plangraph.server.http.negotiation import GRAPHS, QUERY, RESULTS
from plangraph.server.service import service_of
from plangraph.version import __version__

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.queries import Parameter, Question

PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
ERRORS = {
    "400": "The question cannot be answered as it was put.",
    "404": "Nothing is here.",
    "406": "Not in that format.",
    "413": "Too large.",
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
        },
        "required": ["type", "title", "title_ja", "status", "detail", "detail_ja"],
    }
}
JSON = {"application/json": {"schema": {"type": "object"}}}
LIST = {"application/json": {"schema": {"type": "array", "items": {"type": "object"}}}}


def _name(name: str, example: str) -> dict[str, Any]:
    schema = {"type": "string", "minLength": 1, "maxLength": 500}
    return {"name": name, "in": "query", "required": True, "schema": schema, "example": example}


TRACE = [
    _name("from", "1-1"),
    _name("to", "sdg:11"),
    {
        "name": "max_length",
        "in": "query",
        "required": False,
        "schema": {"type": "integer", "minimum": 1, "maximum": 12, "default": 10},
    },
]
EXPLAIN = [_name("subject", "1-1"), _name("predicate", "pg:coversGoal"), _name("object", "sdg:11")]
TYPES = {"integer": {"type": "string", "pattern": r"^[+-]?\d+$"}, "decimal": {"type": "string"}}


async def document(request: Request) -> Response:
    """Give the description of this server."""
    file = service_of(request).document("openapi", describe)
    return await respond(request, file.body, file.media, file.tag, packed=file.packed)


def describe(questions: list[Question]) -> dict[str, Any]:
    """Describe the server as OpenAPI."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "plangraph",
            "version": __version__,
            "description": "A city's comprehensive plan as a knowledge graph: its questions and what they answer.",
        },
        "paths": {
            "/api/info": _get("info", "What the build holds", [], JSON),
            "/api/queries": _get("queries", "The questions", [], LIST),
            "/api/resolve": _get("resolve", "The IRI of what goes by a name", [_name("name", "1-1")], JSON),
            "/api/trace": _get("trace", "Every path between two things", TRACE, JSON),
            "/api/explain": _get("explain", "Why a statement holds", EXPLAIN, JSON),
            **{f"/api/queries/{question.name}": _question(question) for question in questions},
        },
        "tags": [
            {"name": topic, "description": f"{words.ja} / {words.en}"} for topic, words in wording().topics.items()
        ],
        "components": {"schemas": SCHEMAS},
    }


def _question(question: Question) -> dict[str, Any]:
    offered = (RESULTS if question.form in {"SELECT", "ASK"} else GRAPHS) | QUERY
    parameters = [_parameter(parameter) for parameter in question.parameters]
    formats = {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(offered)}}
    content = {media: {"schema": {"type": _json_type(media)}} for media in offered.values()}
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


def _json_type(media: str) -> str:
    if media == "application/ld+json":
        return "array"  # of nodes: JSON-LD in expanded form
    return "object" if media.endswith("json") else "string"


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = dict(TYPES.get(parameter.type, {"type": "string", "minLength": 1, "maxLength": 2000}))
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
                **{status: {"description": text, "content": PROBLEM} for status, text in ERRORS.items()},
            },
        }
    }
