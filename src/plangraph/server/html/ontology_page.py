"""The ontology as a page: its modules with their classes and relations, what is said by them, and who asks for them.

Everything is read off the graph, the figure of a module too; the competency questions are the question files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from plangraph import iris
from plangraph.namespaces import ONTOLOGY, OWL, RDF, RDFS, SKOS
from plangraph.queries.library import Library
from plangraph.store.answers import expect_rows
from plangraph.store.terms import Literal, NamedNode, shown
from plangraph.words import Words, in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.queries import Question
    from plangraph.server.html.thing_addresses import Places
    from plangraph.store.engine import Engine

TEMPLATE = "server/html/ontology_page.html"
WORDS = {
    "contents": Words("目次", "Contents"),
    "figure": Words("このモジュールの関係（左から右へ）", "Relations of this module, from left to right"),
    "classes": Words("クラス", "Classes"),
    "relations": Words("関係と属性", "Relations and attributes"),
    "from": Words("起点", "Domain"),
    "to": Words("終点", "Range"),
    "value": Words("値", "Value"),
    "under": Words("上位", "Under"),
    "inverse": Words("逆", "Inverse"),
    "example": Words("例", "Example"),
    "schemes": Words("概念の一覧", "Concept schemes"),
    "asked": Words("この語彙で答えられる問い", "Questions that this vocabulary answers"),
    "shapes": Words("規則（SHACL）", "Rules (SHACL)"),
    "anything": Words("何でも", "anything"),
}
OWN_TERM = re.compile(r"\bpg:([A-Za-z]+)")
SORTS = {OWL.Class: "class", OWL.ObjectProperty: "relation", OWL.DatatypeProperty: "attribute", SKOS.Concept: "concept"}
SIDES = {
    RDFS.subClassOf: "under",
    RDFS.subPropertyOf: "under",
    RDFS.domain: "domains",
    RDFS.range: "ranges",
    OWL.inverseOf: "inverse",
}
TERMS = f"""SELECT ?whole ?whole_label ?sort ?term ?label ?definition WHERE {{
  VALUES ?sort {{ {" ".join(f"<{sort}>" for sort in SORTS)} }}
  ?term a ?sort ; rdfs:isDefinedBy ?whole ; rdfs:label ?label . ?whole rdfs:label ?whole_label .
  FILTER(LANG(?label) = %(tag)s && LANG(?whole_label) = %(tag)s)
  OPTIONAL {{ ?term skos:definition ?definition FILTER(LANG(?definition) = %(tag)s) }}
}} ORDER BY ?whole_label ?whole ?label ?term"""
TIES = f"""SELECT ?term ?side ?other ?label WHERE {{
  VALUES ?side {{ {" ".join(f"<{side}>" for side in SIDES)} }}
  ?term ?side ?other FILTER(ISIRI(?other)) OPTIONAL {{ ?other rdfs:label ?label FILTER(LANG(?label) = %(tag)s) }}
}} ORDER BY ?term ?side ?other"""
EXAMPLES = {
    "class": f"{{ SELECT ?term ?x ?y WHERE {{ VALUES ?term {{ <%s> }} ?x <{RDF.type}> ?term }} LIMIT 1 }}",
    "relation": "{ SELECT ?term ?x ?y WHERE { BIND(<%s> AS ?term) ?x <%s> ?y } LIMIT 1 }",
}
NAMES = "SELECT ?x ?label WHERE {{ VALUES ?x {{ {things} }} ?x rdfs:label ?label }} ORDER BY (LANG(?label) = {tag})"
"""The reader's language last, so that it stands where there is one, and another where there is none."""


@dataclass
class Term:
    """A class, relation, attribute or concept, as the page tells of it; links are pairs of address and text."""

    iri: str
    sort: str
    label: str
    definition: str
    address: str
    under: list[tuple[str, str]] = field(default_factory=list)
    domains: list[tuple[str, str]] = field(default_factory=list)
    ranges: list[tuple[str, str]] = field(default_factory=list)
    inverse: list[tuple[str, str]] = field(default_factory=list)
    example: list[tuple[str, str]] = field(default_factory=list)
    below: list[Term] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The name by which the page is entered here: the local name of the plangraph's own terms."""
        own, _, name = self.iri.partition("#")
        return name if own == ONTOLOGY else self.name

    @property
    def name(self) -> str:
        """The prefixed name."""
        return shown(NamedNode(self.iri))


@dataclass
class Part:
    """A module, or a scheme of concepts: its name, its terms and the figure of its relations."""

    id: str
    label: str
    terms: list[Term] = field(default_factory=list)
    figure: Figure | None = None

    def of(self, *sorts: str) -> list[Term]:
        """Return the terms of some sorts."""
        return [term for term in self.terms if term.sort in sorts]

    @property
    def tops(self) -> list[Term]:
        """The classes that stand under none of the module, each with those below it."""
        lower = {id(one) for term in self.terms for one in term.below}
        return [term for term in self.of("class") if id(term) not in lower]


@dataclass(frozen=True)
class Figure:
    """Relations as rows between where they start (left) and where they lead (right), in pixels from the top."""

    height: int
    left: Sequence[tuple[int, str]]
    rows: Sequence[tuple[int, str, int, int]]
    right: Sequence[tuple[int, str]]


def vocabulary(engine: Engine, lang: str, places: Places) -> dict[str, Any]:
    """Return what the template ``ontology_page.html`` shows.

    Parameters
    ----------
    engine : Engine
        What answers queries; it holds the graph of the ontology.
    lang : str
        The reader's language, ``ja`` or ``en``.
    places : Places
        Where things are told of.
    """
    parts = _parts(engine, lang, places)
    schemes = [part for part in parts if part.of("concept")]
    modules = sorted(
        (part for part in parts if part not in schemes), key=lambda part: -len(part.terms)
    )  # the plan first
    found = {term.iri: term for part in modules for term in part.terms}
    for term, side, other, label in _ontology(engine, TIES, lang):
        if one := found.get(term.value):
            getattr(one, SIDES[side.value]).append((places.of(other.value), _text(label) or shown(other)))
            if side.value == RDFS.subClassOf and other.value in found:
                found[other.value].below.append(one)
    _add_examples(engine, found.values(), lang, places)
    for part in modules:
        part.figure = _figure(part.of("relation"), WORDS["anything"].of(lang))
    return {
        "words": in_language(WORDS, lang),
        "modules": modules,
        "schemes": schemes,
        "questions": _asked(lang, places),
        "shapes": places.of(f"{ONTOLOGY}/shapes"),
    }


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions of plangraph; a process that may open no file later asks for them once before."""
    return tuple(Library().listed())


def _asked(lang: str, places: Places) -> list[dict[str, Any]]:
    own = f"{ONTOLOGY}#"
    return [
        {
            "address": places.question(question.name, lang),
            "text": question.summary(lang),
            "terms": [(places.of(own + name), f"pg:{name}") for name in sorted(set(OWN_TERM.findall(question.sparql)))],
        }
        for question in questions()
    ]


def _parts(engine: Engine, lang: str, places: Places) -> list[Part]:
    """Gather the terms by their module, and the concepts by their scheme."""
    parts: dict[str, Part] = {}
    for whole, called, sort, term, label, definition in _ontology(engine, TERMS, lang):
        part = parts.setdefault(whole.value, Part(re.split("[/#]", whole.value)[-1], _text(called)))
        address = places.alone(term.value)
        part.terms.append(Term(term.value, SORTS[sort.value], _text(label), _text(definition), address))
    return list(parts.values())


def _add_examples(engine: Engine, terms: Iterable[Term], lang: str, places: Places) -> None:
    """Add to each term one thing of the data as an example."""
    by_iri = {term.iri: term for term in terms}
    each = " UNION ".join(
        EXAMPLES["class"] % iri if term.sort == "class" else EXAMPLES["relation"] % (iri, iri)
        for iri, term in by_iri.items()
    )
    found = list(expect_rows(engine.query(f"SELECT ?term ?x ?y WHERE {{ {each} }}")).rows) if each else []
    things = {str(thing) for _, *pair in found for thing in pair if isinstance(thing, NamedNode)}
    named = engine.query(NAMES.format(things=" ".join(sorted(things)), tag=Literal(lang)))
    names = {str(thing): _text(label) for thing, label in expect_rows(named).rows}
    for term, *pair in found:
        by_iri[str(term)[1:-1]].example = [
            (places.of(thing.value), names.get(str(thing)) or shown(thing))
            if isinstance(thing, NamedNode)
            else ("", thing.value)
            for thing in pair
            if isinstance(thing, NamedNode | Literal)
        ]


def _figure(relations: Iterable[Term], anything: str) -> Figure | None:
    """Lay out relations: a row each, sorted by where they start; what they lead to stands at the middle of its rows."""
    step = 34
    ends = sorted(
        (_said(one.domains, anything), _said(one.ranges, anything), one.label)
        for one in relations
        if one.domains or one.ranges
    )
    if not ends:
        return None
    middle = [step // 2 + step * number for number in range(len(ends))]
    left = _levels([start for start, _, _ in ends], middle, step)
    right = _levels([end for _, end, _ in ends], middle, step)
    rows = [(y, label, left[start], right[end]) for y, (start, end, label) in zip(middle, ends, strict=True)]
    height = max(*middle, *right.values(), *left.values()) + step // 2
    return Figure(height, [(y, text) for text, y in left.items()], rows, [(y, text) for text, y in right.items()])


def _levels(texts: Sequence[str], heights: Sequence[int], step: int) -> Mapping[str, int]:
    """Set each text at the middle of its heights, none nearer to the one above than a step."""
    of: dict[str, list[int]] = {}
    for text, height in zip(texts, heights, strict=True):
        of.setdefault(text, []).append(height)
    placed = sorted((sum(each) // len(each), text) for text, each in of.items())
    ys = [placed[0][0]]
    for _, (y, _) in pairwise(placed):
        ys.append(max(y, ys[-1] + step))
    return {text: y for (_, text), y in zip(placed, ys, strict=True)}


def _said(links: Sequence[tuple[str, str]], otherwise: str) -> str:
    return ", ".join(text for _, text in links) or otherwise


def _ontology(engine: Engine, query: str, lang: str) -> list[tuple[Any, ...]]:
    return list(expect_rows(engine.query(query % {"tag": Literal(lang)}, [iris.graph("ontology")])).rows)


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""
