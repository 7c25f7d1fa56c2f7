"""The page of the rules on facts: by module, of which classes, in which column of the tables, and what is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.namespaces import PREFIXES, RDFS
from plangraph.pages import render
from plangraph.store.terms import BlankNode, Literal, NamedNode, read_turtle, shown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plangraph.store.terms import Term

SH, PGS = PREFIXES["sh"], "https://w3id.org/plangraph/shapes#"
TARGETS = {NamedNode(SH + name) for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")}
TITLE = Words("規則（SHACL）", "Rules on facts (SHACL)")
SAID = Words(
    "構築のときに、データが守るべきこと。破れば、何も構築されません。",
    "What the facts have to keep when they are built; where they break it, nothing is built.",
)
HEADS = (Words("対象", "Of"), Words("列", "Column"), Words("求めること", "What is wanted"))
OF_ITSELF = Words("オントロジーそのもの", "The ontology itself")


@dataclass
class Shape:
    """What a file says of a shape: what is told where it is broken, the column, its targets, and what it is part of."""

    messages: dict[str, str] = field(default_factory=dict)
    column: str = ""
    targets: list[str] = field(default_factory=list)
    within: list[Term] = field(default_factory=list)


def main_part(lang: str) -> str:
    """Return the content of the page in a language, ``ja`` or ``en``."""
    parts = [(name.of(lang), [(of, column, told.of(lang)) for of, column, told in rows]) for name, rows in _parts()]
    heads = [head.of(lang) for head in HEADS]
    return render("server/html/shapes.html", title=TITLE.of(lang), description=SAID.of(lang), heads=heads, parts=parts)


@cache
def _parts() -> Sequence[tuple[Words, Sequence[tuple[str, str, Words]]]]:
    """Return the rules of each module: their targets, the column, and what is told where one is broken."""
    return [(_called(file), _rules(file)) for file in sorted((resources.ONTOLOGY / "shapes").glob("*.ttl"))]


def _called(file: Path) -> Words:
    """Return what the module of a file of shapes is called."""
    module = resources.ONTOLOGY / "modules" / file.name
    if not module.is_file():
        return OF_ITSELF
    whole = NamedNode(f"https://w3id.org/plangraph/ontology/{file.stem}")
    labels = {
        each.object.language: each.object.value
        for each in read_turtle(module)
        if each.subject == whole and each.predicate.value == RDFS.label and isinstance(each.object, Literal)
    }
    return Words(labels.get("ja", file.stem), labels.get("en", file.stem))


def _rules(file: Path) -> list[tuple[str, str, Words]]:
    shapes = _shapes(file)
    return [
        (
            ", ".join(dict.fromkeys(_found(shapes, node, "targets"))),
            ", ".join(dict.fromkeys(_found(shapes, node, "column")[:1])),
            Words(shape.messages.get("ja", ""), shape.messages.get("en", "")),
        )
        for node, shape in shapes.items()
        if shape.messages
    ]


def _shapes(file: Path) -> dict[Term, Shape]:
    shapes: dict[Term, Shape] = {}
    for each in read_turtle(file):
        shape, predicate, value = shapes.setdefault(each.subject, Shape()), each.predicate, each.object
        if predicate.value == f"{SH}message" and isinstance(value, Literal):
            shape.messages[value.language or "en"] = value.value
        elif predicate.value == f"{PGS}column" and isinstance(value, Literal):
            shape.column = value.value
        elif predicate in TARGETS and isinstance(value, NamedNode):
            shape.targets.append(shown(value))
        elif isinstance(value, NamedNode | BlankNode):
            shapes.setdefault(value, Shape()).within.append(each.subject)
    return shapes


def _found(shapes: dict[Term, Shape], node: Term, what: str) -> list[str]:
    """Return what a shape says of itself, or else what those say that it is part of."""
    own = getattr(shapes[node], what)
    if own:
        return [own] if isinstance(own, str) else own
    return [each for above in shapes[node].within for each in _found(shapes, above, what)]
