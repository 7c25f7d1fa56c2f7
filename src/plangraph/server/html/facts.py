"""What the graph says of one thing, as the content of a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plangraph.errors import UnknownThing
from plangraph.iris import path_of
from plangraph.namespaces import BASE, DCTERMS, ONTOLOGY, PG, RDFS
from plangraph.pages import render
from plangraph.server.html.ontology_page import vocabulary
from plangraph.server.html.thing_addresses import WEB, Places
from plangraph.server.http import negotiation
from plangraph.server.workers.channel import Reply
from plangraph.store.answers import expect_rows
from plangraph.store.readable import FLAGS
from plangraph.store.terms import BlankNode, Literal, NamedNode, name_of, shown, to_python
from plangraph.words import SAID_AGAIN, Words, in_language

if TYPE_CHECKING:
    from plangraph.graph import Graph
    from plangraph.store.engine import Engine
    from plangraph.store.terms import Term

NEIGHBOURS = 2000  # how many are shown
WORDS = {
    "facts": Words("この項目について", "What is said of it"),
    "links": Words("この項目を指すもの", "What points to it"),
    "figures": Words("数値", "Figures"),
    "evaluations": Words("評価", "Evaluations"),
    "unnamed": Words(
        "ほかに、ここに名前のないものが {} 件、この項目を指しています。データにはあります。",
        "What has no page here also points to it ({}); the data have it.",
    ),
    "more": Words(
        f"最初の {NEIGHBOURS:,} 件です。すべては SPARQL で得られます。",
        f"The first {NEIGHBOURS:,}; SPARQL gives all of them.",
    ),
    "data": Words("データ", "Data"),
    "comma": Words("、", ", "),
}
TITLES = ("rdfs:label", "skos:prefLabel", "dcterms:title")
DESCRIPTIONS = ("skos:definition", "rdfs:comment", "dcterms:description")
CONTEXT = ("rdf:type", "pg:partOf", "pg:inPlan")
LABELS = (
    f"OPTIONAL {{{{ ?p <{RDFS.label}> ?name FILTER(STRENDS(LANG(?name), {{tag}})) }}}} "
    f"OPTIONAL {{{{ ?x <{RDFS.label}> ?own FILTER(STRENDS(LANG(?own), {{tag}})) }}}} "
    f"OPTIONAL {{{{ ?x <{RDFS.label}> ?other FILTER(!BOUND(?own)) }}}} "
    f"OPTIONAL {{{{ ?p <{ONTOLOGY}#telling> ?at }}}}"
)
TOLD = f"MINUS {{{{ ?p <{RDFS.isDefinedBy}> <{ONTOLOGY}/presentation> }}}} MINUS {{{{ ?p <{PG.untold}> ?untold }}}}"
"""What only pictures, or sorting and searching, have use of is told on no page. RDF has it."""
TELL = "SELECT DISTINCT ?p ?name ?x (COALESCE(?own, ?other) AS ?label) ?at"
FACTS = f"{TELL} WHERE {{{{ {{thing}} ?p ?x {TOLD} {LABELS} }}}} ORDER BY ?p ?x"
LINKS = f"""{TELL} WHERE {{{{
  {{{{ SELECT ?p ?x WHERE {{{{ ?x ?p {{thing}} }}}} LIMIT {NEIGHBOURS} }}}} {TOLD} {LABELS}
}}}} ORDER BY ?p ?x"""
ABOUT = f"""SELECT ?x WHERE {{{{
  {{thing}} ?p ?x . ?p <{ONTOLOGY}#titling> true ; <{ONTOLOGY}#telling> ?at
}}}} ORDER BY ?at"""
TEMPLATE = "server/html/thing.html"
MEASURED = ("figures", "evaluations")
"""The questions whose answers stand on the page of a thing, above all else that is said of it."""
Rows = list[tuple[Any, ...]]
Tables = Mapping[str, Sequence[Sequence[str]]]


def page(graph: Graph, iri: str, lang: str, base: str) -> Reply:
    """Return the title, the description and the content of the page of a thing, as JSON; its links are under a base.

    Raises
    ------
    UnknownThing
        If the graph says nothing of it.
    """
    content = told(graph.engine, iri, lang, Places(base), tables_of(graph, iri, lang))
    return Reply(json.dumps(content, ensure_ascii=False).encode(), negotiation.content_type("html"))


def tables_of(graph: Graph, iri: str, lang: str) -> Tables:
    """Return what is measured of a thing and how it was judged: the answer to each question, below its headings."""
    found = {}
    for name in MEASURED:
        rows = expect_rows(graph.answer(name, {"thing": iri, "lang": lang}))
        reading = graph.reading(rows, lang=lang)
        table = [[column.title for column in reading.columns], *reading.lines()]
        if len(table) > 1:
            found[name] = table
    return found


def told(engine: Engine, iri: str, lang: str, places: Places, tables: Tables | None = None) -> dict[str, str]:
    """Return what a page says of a thing: its title, its description, and HTML.

    Parameters
    ----------
    engine : Engine
        What is asked.
    iri, lang : str
        The thing, and the language of the page.
    places : Places
        Where things are told of. What points to the thing and is told of nowhere is only counted.
    tables : mapping of str to sequence of sequence of str, optional
        What is measured of it and how it was judged, each as a table below a row of headings.

    Raises
    ------
    UnknownThing
        If the graph says nothing of it.
    """
    name, tag = NamedNode(iri), Literal(lang)
    facts, links = (_rows(engine, query.format(thing=name, tag=tag)) for query in (FACTS, LINKS))
    facts = [row for row in facts if not isinstance(row[2], BlankNode) and SAID_AGAIN not in _tag(row[2])]
    facts.sort(key=lambda row: _tag(row[2]) not in {"", lang})
    if not facts and not links:
        raise UnknownThing(unknown(iri))
    words = in_language(WORDS, lang)
    shown_links = [row for row in links if isinstance(row[2], NamedNode) and places.has(row[2].value)]
    unnamed = len(links) - len(shown_links)
    title = _said(facts, TITLES, lang) or _about(engine, name, facts) or shown(name).removeprefix(BASE)
    main = render(
        TEMPLATE,
        title=title,
        title_lang=_foreign(facts, title, lang),
        iri=iri,
        words=words,
        facts=[_fact(places, lang, *row) for row in facts],
        tables=[(words[name], *_apart(table)) for name, table in (tables or {}).items()],
        links=[_within(title, _fact(places, lang, *row)) for row in shown_links],
        more=words["more"] if len(links) >= NEIGHBOURS else words["unnamed"].format(unnamed) if unnamed else "",
        vocabulary=vocabulary(engine, lang, places) if iri == ONTOLOGY else None,
        data=places.data(iri),
    )
    return {"title": title, "description": _description(facts, links, title, lang), "main": main}


def _apart(figures: Sequence[Sequence[str]]) -> tuple[Sequence[Sequence[str]], list[tuple[str, str]]]:
    """Separate from a table what is the same in each of several rows, to be shown once, and drop what is empty."""
    if len(figures) <= 2:  # noqa: PLR2004 - the headings and one row
        return figures, []
    columns = list(zip(*figures, strict=True))
    same = [(heading, cells[0]) for heading, *cells in columns if len(set(cells)) == 1]
    others = [column for column in columns if len(set(column[1:])) > 1]
    if not others:
        return figures, []
    return list(zip(*others, strict=True)), [(heading, cell) for heading, cell in same if cell]


def unknown(iri: str) -> Words:
    """Describe that the graph holds nothing about a thing."""
    return Words(f"<{iri}> について、このグラフには何も書かれていません", f"nothing is known of <{iri}>")


def _said(facts: Rows, predicates: tuple[str, ...], lang: str) -> str:
    """Return the first that is said by one of some predicates, in the language if it can be."""
    texts = [
        (_tag(x) != lang, predicates.index(shown(p)), _words(x))
        for p, _, x, *_ in facts
        if shown(p) in predicates and isinstance(x, Literal)
    ]
    return min(texts)[2] if texts else ""


def _about(engine: Engine, name: NamedNode, facts: Rows) -> str:
    """Return what a thing without a name is about."""
    labels = {x: _words(label) for _, _, x, label, _ in facts if label}
    return " · ".join(labels[x] for (x,) in _rows(engine, ABOUT.format(thing=name)) if x in labels)


def _foreign(facts: Rows, title: str, lang: str) -> str:
    """Return the language of a title that is told in no words of the page's language; nothing for one that is."""
    tags = {_tag(x) for p, _, x, *_ in facts if shown(p) in TITLES and isinstance(x, Literal) and _words(x) == title}
    return "" if tags & {"", lang} else next(iter(sorted(tags)), "")


def _description(facts: Rows, links: Rows, title: str, lang: str) -> str:
    """Describe a thing by its definition, else by what kind of thing it is and what it is part or source of."""
    context = [_words(label) for wanted in CONTEXT for p, _, _, label, _ in facts if shown(p) == wanted and label]
    context += [_words(label) for p, _, _, label, _ in links if shown(p) == "dcterms:source" and label]
    return _said(facts, DESCRIPTIONS, lang) or WORDS["comma"].of(lang).join([title, *context[:4]])


def _rows(engine: Engine, query: str) -> Rows:
    return list(expect_rows(engine.query(query)).rows)


def _fact(
    places: Places,
    lang: str,
    predicate: NamedNode,
    name: Literal | None,
    x: Term,
    label: Literal | None,
    at: Literal | None,
) -> dict[str, Any]:
    """Return a line of a table, which stands where the ontology says; then those of others come after ours."""
    is_link = isinstance(x, NamedNode) and x.value.startswith(WEB)
    return {
        "predicate_iri": predicate.value,
        "predicate": _words(name) or shown(predicate),
        "key": (int(at.value) if at else 0, not predicate.value.startswith(BASE), predicate.value),
        "meaning": places.meaning(predicate.value),
        "text": _words(label) or _unnamed(x, lang),
        "address": places.of(_words(x)) if is_link else "",
        "lang": _tag(x) if label is None else _tag(label).partition("-")[0].removeprefix(lang),
    }


def _unnamed(x: Term, lang: str) -> str:
    """Write what has no name: a thing of ours by its path, and yes and no in words."""
    value = to_python(x)
    if isinstance(value, bool):
        return FLAGS[value].of(lang)
    return path_of(shown(x)) if isinstance(x, NamedNode) else shown(x)


def _within(whole: str, fact: dict[str, Any]) -> dict[str, Any]:
    """Call a part of a thing by what tells it apart, where its name begins with that of the thing."""
    rest = fact["text"].removeprefix(whole)
    is_part = fact["predicate_iri"] == DCTERMS.isPartOf and rest != fact["text"] and rest[:1] in " \u3000:："
    return fact | {"text": rest.strip(" \u3000:：")} if is_part and rest.strip() else fact


def _words(term: Term | None) -> str:
    return "" if term is None or isinstance(term, BlankNode) else name_of(term)


def _tag(term: Term) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""
