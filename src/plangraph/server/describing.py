"""What the graph says of one thing, as RDF and as a page."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from plangraph import iris
from plangraph.errors import UnknownThing
from plangraph.namespaces import GRAPHS, ONTOLOGY, PREFIXES, RDFS
from plangraph.server import formats
from plangraph.server.rdf import RDF_FORMATS
from plangraph.server.wire import Reply
from plangraph.store.answers import expect_rows, shown
from plangraph.store.terms import BlankNode, Literal, NamedNode, name_of, to_bytes

if TYPE_CHECKING:
    from plangraph.server.desk import Desk
    from plangraph.store.terms import Term

NEIGHBOURS = 2000
BASE = ONTOLOGY.removesuffix("ontology")
WORDS = {
    "ja": {"facts": "この項目について", "links": "この項目を指すもの", "data": "データ", "query": "問い合わせ"},
    "en": {"facts": "What is said of it", "links": "What points to it", "data": "Data", "query": "Query"},
}
LABEL = f"OPTIONAL {{ ?x <{RDFS.label}> ?label FILTER(LANG(?label) = %s) }}"
TERMS = f"""SELECT ?term ?label ?definition WHERE {{
  ?term rdfs:label ?label FILTER(LANG(?label) = %s && STRSTARTS(STR(?term), "{ONTOLOGY}#"))
  OPTIONAL {{ ?term skos:definition ?definition FILTER(LANG(?definition) = %s) }}
}} ORDER BY ?term"""


def thing(desk: Desk, iri: str, form: str, language: str = "ja") -> Reply:
    """Describe a thing by what it says and what points to it.

    Raises
    ------
    UnknownThing
        If the graph does not know the IRI.
    """
    try:
        NamedNode(iri)
    except ValueError:
        raise UnknownThing("that is not an IRI") from None
    if iri.startswith(GRAPHS) or iri in {ONTOLOGY, f"{ONTOLOGY}#"}:
        return _collection(desk, iri.removesuffix("#"), form, language)
    if form == "html":
        return _page(desk, iri, language)
    name = NamedNode(iri)
    return _rdf(desk, f"CONSTRUCT {{ {name} ?p ?o . ?s ?q {name} }} WHERE {{ {_around(iri)} }}", (), iri, form)


def _collection(desk: Desk, iri: str, form: str, language: str) -> Reply:
    """Give a whole graph; the ontology is one."""
    name = iris.graph("ontology") if iri == ONTOLOGY else iri
    if name not in desk.graph.manifest.graphs:
        raise UnknownThing("no such graph is here; /api/info lists them")
    if form == "html":
        return _page(desk, iri, language, _terms(desk, language) if iri == ONTOLOGY else "")
    return _rdf(desk, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", (name,), iri, form)


def _around(iri: str) -> str:
    name = NamedNode(iri)
    return f"{{ {name} ?p ?o }} UNION {{ SELECT ?s ?q WHERE {{ ?s ?q {name} }} LIMIT {NEIGHBOURS} }}"


def _rdf(desk: Desk, query: str, graphs: tuple[str, ...], iri: str, form: str) -> Reply:
    answer = desk.graph.engine.query(query, graphs)
    triples = list(getattr(answer, "triples", ()))
    if not triples:
        raise UnknownThing(f"nothing is known of <{iri}>")
    return Reply(to_bytes(triples, RDF_FORMATS[form], PREFIXES), formats.media_type(form))


def _page(desk: Desk, iri: str, language: str, more: str = "") -> Reply:
    name, tag = NamedNode(iri), Literal(language)
    facts = _rows(desk, f"SELECT DISTINCT ?p ?x ?label WHERE {{ {name} ?p ?x {LABEL % tag} }} ORDER BY ?p ?x")
    links = _rows(
        desk, f"SELECT DISTINCT ?p ?x ?label WHERE {{ ?x ?p {name} {LABEL % tag} }} ORDER BY ?p ?x LIMIT {NEIGHBOURS}"
    )
    if not facts and not links:
        raise UnknownThing(f"nothing is known of <{iri}>")
    words = WORDS[language]
    title = next((_words(x) for p, x, _ in facts if shown(p) == "rdfs:label" and _tag(x) == language), shown(name))
    body = (
        f"<h1>{html.escape(title)}</h1><p><code>{html.escape(iri)}</code></p>"
        + _table(words["facts"], facts)
        + _table(words["links"], links)
        + more
        + _data(iri, words["data"])
    )
    return Reply(json.dumps({"title": title, "main": body}, ensure_ascii=False).encode(), formats.media_type("html"))


def _terms(desk: Desk, language: str) -> str:
    tag = Literal(language)
    lines = [
        f'<dt id="{html.escape(_words(term).partition("#")[2])}">'
        f"{html.escape(shown(term))} {html.escape(_words(label))}</dt><dd>{html.escape(_words(definition))}</dd>"
        for term, label, definition in _rows(desk, TERMS % (tag, tag))
    ]
    return f"<dl>{''.join(lines)}</dl>"


def _rows(desk: Desk, query: str) -> list[tuple[Any, ...]]:
    return list(expect_rows(desk.graph.engine.query(query)).rows)


def _table(title: str, rows: list[tuple[Any, ...]]) -> str:
    lines = [
        f'<tr><th scope="row">{_link(predicate, shown(predicate))}</th>'
        f"<td>{_link(x, _words(label) or shown(x))}</td></tr>"
        for predicate, x, label in rows
    ]
    return f"<section><h2>{html.escape(title)}</h2><table>{''.join(lines)}</table></section>" if lines else ""


def _data(iri: str, title: str) -> str:
    address = local(iri).partition("#")[0]
    mark = "&amp;" if "?" in address else "?"
    links = [f'<a href="{html.escape(address)}{mark}format={form}">{form}</a>' for form in formats.GRAPHS]
    return f"<footer><h2>{html.escape(title)}</h2><p>{' '.join(links)}</p></footer>"


def _link(term: Term, text: str) -> str:
    if not isinstance(term, NamedNode) or not term.value.startswith(("http://", "https://")):
        language = _tag(term)
        return f'<span lang="{html.escape(language)}">{html.escape(text)}</span>' if language else html.escape(text)
    return f'<a href="{html.escape(local(term.value))}">{html.escape(text)}</a>'


def local(iri: str) -> str:
    """Give the address on this server where a thing is described."""
    from urllib.parse import quote

    if iri.startswith(BASE):
        return "/" + iri.removeprefix(BASE)
    return f"/id?iri={quote(iri, safe='')}"


def _words(term: Term | None) -> str:
    return "" if term is None or isinstance(term, BlankNode) else name_of(term)


def _tag(term: Term) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""
