"""``/sparql``: the SPARQL 1.1 Protocol (W3C), its query operation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin

from starlette.responses import RedirectResponse

from plangraph.errors import NotAcceptable, QuestionError, TooLarge
from plangraph.namespaces import BASE
from plangraph.server.admission.guard import LISTED
from plangraph.server.http.base import placed
from plangraph.server.http.negotiation import FORM, HTML, QUERY, choose, offered_for
from plangraph.server.http.problems import problem
from plangraph.server.routes.pages import language_of
from plangraph.server.routes.service_description import described
from plangraph.server.service import VARY, service_of
from plangraph.server.workers.channel import Job
from plangraph.store.formats import RDF, RESULTS
from plangraph.store.from_clauses import no_graph
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

SENT_ALONE = QUERY["sparql"].media_type
NOT_UTF8 = Words("問い合わせが UTF-8 で書かれていません", "the query is not in UTF-8")
NO_GRAPH = "urn:plangraph:none"
EDITOR = "/{}/query"
EXAMPLE = "SELECT ?policy ?label WHERE {\n  ?policy a pg:Policy ; rdfs:label ?label .\n}\nLIMIT 100"


async def sparql(request: Request) -> Response:
    """Answer a query by GET, by POST of a form, or by POST of the query itself."""
    pairs = _pairs(request.url.query)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in {FORM, SENT_ALONE}:
            return problem(
                415,
                Words(
                    f"問い合わせは {SENT_ALONE} か {FORM} で送ってください。更新は受け付けません",
                    f"send the query as {SENT_ALONE} or {FORM}; updates are not taken",
                ),
            )
        text = await _text(request)
        pairs += [("query", text)] if kind == SENT_ALONE else _pairs(text)
    queries = [value for name, value in pairs if name == "query"]
    if any(name == "update" for name, _ in pairs):
        raise QuestionError(
            Words(
                "ここではデータを変更できません。更新は受け付けません",
                "the data cannot be changed here: updates are not taken",
            )
        )
    asked = next((value for name, value in pairs if name == "format"), None)
    if request.method != "POST" and _is_for_a_reader(request, asked):
        text = urlencode({"sparql": next(iter(queries), EXAMPLE)})
        editor = placed(request, EDITOR.format(language_of(request)))
        return RedirectResponse(f"{editor}?{text}", 303, {"Vary": VARY})
    if not queries and request.method != "POST":
        return await described(request)
    if len(queries) != 1 or not queries[0].strip():
        raise QuestionError(Words("問い合わせを一つだけ送ってください", "give one query"))
    return await _answer(request, queries[0], pairs, asked)


def _is_for_a_reader(request: Request, asked: str | None) -> bool:
    """Check whether a client wants the page of a query rather than its answer, as browsers do."""
    try:
        return choose(request.headers.get("accept"), RESULTS | RDF | HTML, asked) in HTML
    except NotAcceptable:
        return False


async def _answer(request: Request, text: str, pairs: list[tuple[str, str]], asked: str | None) -> Response:
    service = service_of(request)
    reading = await service.read(text)
    default_graphs = [value for name, value in pairs if name == "default-graph-uri"]
    named_graphs = [value for name, value in pairs if name == "named-graph-uri"]
    default_graphs, named_graphs = ([urljoin(BASE, name) for name in names] for names in (default_graphs, named_graphs))
    for name in (*default_graphs, *named_graphs):
        if name not in service.pool.generation.known_graphs:
            raise QuestionError(no_graph(name, service.pool.generation.known_graphs).then(LISTED))
    if default_graphs or named_graphs:  # the dataset is just these, and the part that is not given is empty
        default_graphs, named_graphs = default_graphs or [NO_GRAPH], named_graphs or [NO_GRAPH]
    arguments = {
        "text": text,
        "form": choose(request.headers.get("accept"), offered_for(reading.form), asked),
        "default_graphs": default_graphs,
        "named_graphs": named_graphs,
    }
    request.state.form = reading.form
    return await service.answer(request, Job("sparql", arguments), keep=reading.repeatable)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise QuestionError(NOT_UTF8) from None


async def _text(request: Request) -> str:
    limit = 4 * service_of(request).settings.max_length
    try:
        return (await read_body(request, limit)).decode("utf-8")
    except UnicodeDecodeError:
        raise QuestionError(NOT_UTF8) from None


async def read_body(request: Request, limit: int) -> bytes:
    """Read the body of a request.

    Raises
    ------
    TooLarge
        If it is longer than the limit (bytes).
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise TooLarge(
                Words(
                    f"送られたものが上限の {limit} バイト（max-length の四倍）を超えています",
                    f"the request is longer than the limit of {limit} bytes (four times max-length)",
                )
            )
        parts.append(part)
    return b"".join(parts)
