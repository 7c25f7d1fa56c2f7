"""Compact JSON-LD 1.1 (W3C): short names instead of IRIs, texts by language, numbers as numbers.

The names are those of ``ontology/context.jsonld``, which is published with the ontology. A document brings the part of
it that it uses, so that it can be read without fetching anything.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from plangraph import resources
from plangraph.namespaces import RDF, XSD
from plangraph.store.terms import BlankNode, Literal, NamedNode, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.store.terms import Quad, Term, Triple

FILE: Final = resources.ONTOLOGY / "context.jsonld"
LARGEST: Final = 2**53
"""Below this, a reader of JSON takes a whole number for what it is (RFC 8259, section 6)."""
CANONICAL: Final = re.compile("0|-?[1-9][0-9]{0,15}")
NATIVE: Final = {XSD.boolean: {"true": True, "false": False}}


@lru_cache
def context() -> Mapping[str, Any]:
    """Return the published context: prefixes and names."""
    found: Mapping[str, Any] = json.loads(FILE.read_text("utf-8"))["@context"]
    return found


def to_jsonld(statements: Iterable[Triple] | Iterable[Quad]) -> bytes:
    """Write triples or quads as a compact document."""
    graphs: dict[str, dict[str, list[Triple | Quad]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        graph = getattr(statement, "graph_name", None)
        graphs[name_of(graph) if isinstance(graph, NamedNode) else ""][_id(statement.subject)].append(statement)
    names = _Names(iri for nodes in graphs.values() for said in nodes.values() for each in said for iri in _iris(each))
    content = [names.node(subject, said) for subject, said in graphs.pop("", {}).items()]
    for graph, nodes in graphs.items():
        inside = [names.node(subject, said) for subject, said in nodes.items()]
        content.append({"@id": names.compact(graph), "@graph": inside})
    whole = content[0] if len(content) == 1 and "@graph" not in content[0] else {"@graph": content}
    return json.dumps({"@context": names.used(), **whole}, ensure_ascii=False, separators=(",", ":")).encode()


class _Names:
    """Shortens IRIs, and remembers by which names.

    A prefix that an IRI has as its scheme (``geo:35,139``) is left aside, or the IRI would be taken for a short name.
    """

    def __init__(self, iris: Iterable[str]) -> None:
        schemes = {iri.partition(":")[0] for iri in iris}
        known = context()
        self._prefixes = {n: base for n, base in known.items() if isinstance(base, str) and n not in schemes}
        self._terms = {}
        for name, meaning in known.items():
            if isinstance(meaning, dict):
                prefix, _, local = meaning["@id"].partition(":")
                self._terms[known[prefix] + local] = (name, meaning)
        self._used: set[str] = set()
        self._kept: dict[str, str] = {}

    def used(self) -> dict[str, Any]:
        """Return as much of the context as has been used."""
        prefixes = {n: base for n, base in self._prefixes.items() if n in self._used}
        return prefixes | {name: meaning for name, meaning in self._terms.values() if name in self._used}

    def compact(self, iri: str) -> str:
        """Shorten an IRI by the longest prefix."""
        if iri not in self._kept:
            bases = [n for n, base in self._prefixes.items() if iri.startswith(base) and len(iri) > len(base)]
            prefix = max(bases, key=lambda n: len(self._prefixes[n]), default="")
            rest = iri[len(self._prefixes[prefix]) :] if prefix else ""
            short = bool(prefix) and not rest.startswith("//")
            self._used |= {prefix} if short else set()
            self._kept[iri] = f"{prefix}:{rest}" if short else iri
        return self._kept[iri]

    def node(self, subject: str, said: Iterable[Triple | Quad]) -> dict[str, Any]:
        """Write all that is said of one thing."""
        node: dict[str, Any] = {"@id": self.compact(subject)}
        found: dict[str, list[Term]] = defaultdict(list)
        for statement in said:
            found[statement.predicate.value].append(statement.object)
        for predicate, values in found.items():
            if predicate == RDF.type:
                node["@type"] = _few([self.compact(_id(value)) for value in values])
                continue
            name, meaning = self._terms.get(predicate, ("", {}))
            fitting = [value for value in values if name and _fits(value, meaning)]
            others = [value for value in values if value not in fitting]
            if fitting:
                self._used |= {name, meaning["@id"].partition(":")[0]}
                node[name] = self._fitting(fitting, meaning)
            if others:
                node[self.compact(predicate)] = _few([self._value(value) for value in others])
        return node

    def _fitting(self, values: list[Term], meaning: Mapping[str, str]) -> Any:
        if meaning.get("@container") == "@language":
            by_language: dict[str, list[str]] = defaultdict(list)
            for value in values:
                assert isinstance(value, Literal)  # noqa: S101 - for the type checker
                by_language[value.language or ""].append(value.value)
            return {lang: _few(texts) for lang, texts in by_language.items()}
        return _few([self.compact(_id(value)) for value in values])

    def _value(self, value: Term) -> Any:
        if not isinstance(value, Literal):
            return {"@id": self.compact(_id(value))}
        if value.language:
            return {"@language": value.language, "@value": value.value}
        kind = value.datatype.value
        if kind == XSD.integer and _is_native(value.value):
            return int(value.value)
        if value.value in NATIVE.get(kind, {}):
            return NATIVE[kind][value.value]
        return value.value if kind == XSD.string else {"@type": self.compact(kind), "@value": value.value}


def _fits(value: Term, meaning: Mapping[str, str]) -> bool:
    if meaning.get("@container") == "@language":
        return isinstance(value, Literal) and bool(value.language)
    return not isinstance(value, Literal)


def _is_native(text: str) -> bool:
    return bool(CANONICAL.fullmatch(text)) and abs(int(text)) < LARGEST


def _few(values: list[Any]) -> Any:
    match values:
        case [only]:
            return only
    return values


def _id(term: object) -> str:
    return str(term) if isinstance(term, BlankNode) else name_of(term)  # type: ignore[arg-type] # no literal


def _iris(statement: Triple | Quad) -> Iterable[str]:
    return [
        term.value for term in (statement.subject, statement.predicate, statement.object) if isinstance(term, NamedNode)
    ]
