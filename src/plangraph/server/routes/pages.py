"""The explorer's page and files, and the pages of things and graphs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from plangraph.namespaces import ABSOLUTE
from plangraph.pages import render
from plangraph.server.html import shapes_page
from plangraph.server.html.frame import NAME, Page, alone, within
from plangraph.server.html.thing_addresses import address as address_of
from plangraph.server.html.thing_addresses import named_by, page_address, with_parameter
from plangraph.server.http.base import base_of, placed, raw_path
from plangraph.server.http.bodies import pack, respond
from plangraph.server.http.caching import etag, is_known, not_modified
from plangraph.server.http.negotiation import HTML, prefers_page
from plangraph.server.http.problems import problem
from plangraph.server.service import VARY, service_of
from plangraph.server.workers.channel import Job, Reply
from plangraph.store.formats import RDF
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.server.http.static_files import File

IMMUTABLE = "public, max-age=31536000, immutable"
PAGE = HTML["html"].content_type
EXPLORER = Words("画面", "Explorer")
NOT_FOUND = 404
ABOUT = Words(
    "市の総合計画を、政策・施策・事業・成果指標・予算・SDGs のつながりとしてたどり、問い合わせることができます。",
    "A city's comprehensive plan: its policies, measures, projects, indicators, budgets and SDGs, as one graph.",
)
WITHOUT = Words(
    "この画面は JavaScript で動きます。動かせないときも、次の場所から内容に届きます。",
    "This explorer runs on JavaScript. Without it, the contents are at these addresses.",
)
UNBUILT = Words(
    "画面はまだ組み立てられていません。データには次の場所から届きます。",
    "The explorer has not been built yet. The data are at these addresses.",
)
MISSING = Words("ここには何もありません", "Nothing is here")
NO_THING = Words(
    "このアドレスのものについて、このグラフには何も書かれていません。",
    "The graph says nothing of what this address names.",
)
NO_PAGE = Words("このアドレスのページはありません。", "There is no page at this address.")
CATALOGUE = "/graph/catalogue"
EMBED = "/embed"
THING = "thing"
"""The view of the explorer that is the page of a thing."""


def language_of(request: Request) -> str:
    """Return the language that a reader wants: by the address, else by ``Accept-Language``."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return str(asked)
    first = request.url.path.removeprefix(EMBED).split("/")[1]
    if first in LANGUAGES:
        return first
    wishes = request.headers.get("accept-language", "ja").lower().split(",")
    return next((wish.strip()[:2] for wish in wishes if wish.strip()[:2] in LANGUAGES), "ja")


async def explorer(request: Request) -> Response:
    """Return the explorer's page, which finds its view from the address."""
    lang, path = language_of(request), request.url.path.removeprefix(EMBED)
    service = service_of(request)
    index = service.files.get("index.html")
    text = (WITHOUT if index else UNBUILT).of(lang)
    plan = [page_address(service.about["plan"])] if service.about["plan"] else []
    title, description, own = NAME.of(lang), ABOUT.of(lang), placed(request, path)
    addresses = [*(placed(request, each) for each in (*plan, CATALOGUE)), *_named(request, lang)]
    main = render("server/html/entrance.html", title=title, description=description, text=text, addresses=addresses)
    rest = path[3:] if path[1:3] in LANGUAGES and path[3:4] in {"", "/"} else path
    languages = {each: placed(request, f"/{each}{rest}") for each in LANGUAGES}
    page = Page(title, description, main, lang, own, base_of(request), languages, navigation=_named(request, lang))
    text = _written(page, index)
    return await respond(request, text.encode(), PAGE, etag(text), VARY)


async def explorer_or_file(request: Request) -> Response:
    """Return the explorer's page below ``/ja`` and ``/en``, also for a frame (``/embed/ja``), and its files elsewhere.

    Where there is no such view, that is said on the page (404). The page of a thing tells of it without script too.
    """
    if request.path_params["lang"] not in LANGUAGES:
        return await static(request)
    view, _, rest = request.path_params.get("path", "").strip("/").partition("/")
    files = service_of(request).files
    if view and files.views() and view not in files.views():
        return await _missing(request, files.get("index.html"), NO_PAGE)
    iri = named_by(raw_path(request).split("/", 3)[3]) if view == THING and rest else ""
    if not iri or request.url.path.startswith(f"{EMBED}/"):
        return await explorer(request)
    if not ABSOLUTE.fullmatch(iri):
        return await _missing(request, files.get("index.html"), NO_THING)
    languages = {each: quote(f"/{each}/{THING}/{rest}", safe="/:") for each in LANGUAGES}
    return await thing(request, iri, address_of(iri), scripted=True, languages=languages)


async def thing(
    request: Request, iri: str, address: str, *, scripted: bool, languages: Mapping[str, str] | None = None
) -> Response:
    """Return the page of a thing.

    Parameters
    ----------
    request : Request
        The request.
    iri : str
        The thing.
    address : str
        Its address on this server.
    scripted : bool
        Whether the explorer shows it to readers whose browser can run it.
    languages : mapping of str to str, optional
        The addresses of the page in each language, if the language is no parameter of its address.
    """
    service, lang = service_of(request), language_of(request)
    job = Job("thing", {"iri": iri, "form": "html", "lang": lang, "base": base_of(request)})
    index = service.files.get("index.html") if scripted else None
    parts = (job.key, index.tag if index else "", request.query_params.get("lang", ""), "".join(languages or ()))
    tag = service.tag(*parts)
    if is_known(request, tag):
        return not_modified(tag, VARY)
    kept = service.cache.get(service.identity, tag)
    if kept is None:
        reply = await service.reply(request, job, keep=False)
        if reply.status == NOT_FOUND:
            return await _missing(request, index, NO_THING)
        if reply.is_error:
            return problem(reply.status, reply.words())
        body = _written(_page(request, reply, address, languages), index).encode()
        tag = service.tag(*parts, identity=reply.identity)
        kept = Reply(body, PAGE, identity=reply.identity, packed=await pack(body))
        service.cache.put(tag, kept)
    build = {"X-Plangraph-Build": kept.identity}
    return await respond(request, kept.body, PAGE, tag, VARY, headers=build, packed=kept.packed)


async def rules(request: Request) -> Response:
    """Return the page of the rules on facts."""
    lang, own = language_of(request), placed(request, request.url.path)
    languages = {each: with_parameter(own, f"lang={each}") for each in LANGUAGES}
    data = {form.media_type: with_parameter(own, f"format={form.name}") for form in RDF.values()}
    title, said, main = shapes_page.TITLE.of(lang), shapes_page.SAID.of(lang), shapes_page.main_part(lang)
    page = Page(title, said, main, lang, own, base_of(request), languages, data, _named(request, lang))
    text = alone(page)
    return await respond(request, text.encode(), PAGE, etag(text), VARY)


def _page(request: Request, reply: Reply, address: str, own_languages: Mapping[str, str] | None) -> Page:
    lang, base, address = language_of(request), base_of(request), placed(request, address)
    by_parameter = {each: with_parameter(address, f"lang={each}") for each in LANGUAGES}
    languages = (
        {each: placed(request, place) for each, place in own_languages.items()} if own_languages else by_parameter
    )
    data = {form.media_type: with_parameter(address, f"format={form.name}") for form in RDF.values()}
    own = languages[lang] if own_languages or "lang" in request.query_params else address
    said, navigation = json.loads(reply.whole()), _named(request, lang)
    return Page(**said, lang=lang, address=own, base=base, languages=languages, data=data, navigation=navigation)


def _named(request: Request, lang: str) -> dict[str, str]:
    """Return the names of the places that pages lead to, by address."""
    named = {placed(request, each.path): each.name.of(lang) for each in request.app.state.addresses if each.name}
    return {placed(request, f"/{lang}/"): EXPLORER.of(lang), **named}


async def _missing(request: Request, index: File | None, said: Words) -> Response:
    lang = language_of(request)
    title, text = MISSING.of(lang), said.of(lang)
    main = render("server/html/missing.html", title=title, description=text)
    own, base = placed(request, request.url.path), base_of(request)
    page = Page(title, text, main, lang, own, base, navigation=_named(request, lang))
    return await respond(request, _written(page, index).encode(), PAGE, None, VARY, status=NOT_FOUND)


async def static(request: Request) -> Response:
    """Return a file of the explorer; those under ``assets/`` have their digest in their name and never change.

    Where there is none, browsers get the explorer's page, which says so, and others a problem.
    """
    files = service_of(request).files
    file = files.get(request.url.path)
    if file is None and prefers_page(request.headers.get("accept")):
        return await _missing(request, files.get("index.html"), NO_PAGE)
    if file is None:
        return problem(NOT_FOUND, NO_PAGE)
    headers = {"Cache-Control": IMMUTABLE} if file.fixed else {}
    return await respond(
        request, file.body, file.media, file.tag, "Accept-Encoding", headers=headers, packed=file.packed
    )


def _written(page: Page, index: File | None) -> str:
    return within(index.body.decode(), page) if index else alone(page)
