"""HermiT asked for all that follows: the classes of every thing, and the relations between things.

HermiT decides whether a class is empty with all facts at hand as soon as any axiom names a thing (``owl:hasValue``),
which takes minutes on a plan. So each thing that an axiom names is handed over as the one member of a class of its own:
"what has some R to a member of {v}" says the same as "what has R to v".
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.namespaces import PREFIXES, RDF, RDFS
from plangraph.reasoning.hermit import command, ntriples
from plangraph.store.terms import NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Iterable

Fact = tuple[str, str, str]
ACTIONS = ["--classify", "--classifyIs", "--classifyPVs"]
HAS_VALUE, SOME_VALUES_FROM = PREFIXES["owl"] + "hasValue", PREFIXES["owl"] + "someValuesFrom"
TYPE = re.compile(r"^Type\( <([^>]+)> <([^>]+)> \)", re.MULTILINE)
RELATION = re.compile(r"^<([^>]+)> \(known instances: (.*?) \| possible instances: (.*?)\)", re.MULTILINE)
PAIR = re.compile(r"\(<([^>]+)>, <([^>]+)>\)")
OF_ITSELF = "/itself"


def conclusions(triples: Iterable[Triple], *, as_written: bool = False) -> set[Fact]:
    """Return all types and relations of named things that HermiT concludes from an ontology and facts."""
    known = list(triples)
    said = _asked(known if as_written else _without_named_things(known))
    found = {(thing, RDF.type, kind) for thing, kind in TYPE.findall(said) if _says_something(kind)}
    for relation, certain, undecided in RELATION.findall(said):
        assert not undecided.strip(), relation
        found |= {(subject, relation, target) for subject, target in PAIR.findall(certain)}
    return _with_wider(found, known)


def _says_something(kind: str) -> bool:
    return not kind.endswith(OF_ITSELF) and not kind.startswith(PREFIXES["owl"])


def _asked(triples: Iterable[Triple]) -> str:
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "facts.nt"
        file.write_bytes(ntriples(triples))
        return subprocess.run(
            command(*ACTIONS, file.as_uri()), capture_output=True, text=True, timeout=500, check=True
        ).stdout


def _without_named_things(triples: Iterable[Triple]) -> Iterable[Triple]:
    for triple in triples:
        if triple.predicate.value != HAS_VALUE:
            yield triple
            continue
        assert isinstance(triple.object, NamedNode)
        alone = NamedNode(triple.object.value + OF_ITSELF)
        yield Triple(triple.subject, NamedNode(SOME_VALUES_FROM), alone)
        yield Triple(alone, NamedNode(RDF.type), NamedNode(PREFIXES["owl"] + "Class"))
        yield Triple(triple.object, NamedNode(RDF.type), alone)


def _with_wider(said: set[Fact], triples: Iterable[Triple]) -> set[Fact]:
    """Add what follows from the narrowest classes and relations, which is all that HermiT writes out."""
    wider: dict[str, set[str]] = {}
    for triple in triples:
        if triple.predicate.value in {RDFS.subClassOf, RDFS.subPropertyOf} and isinstance(triple.subject, NamedNode):
            wider.setdefault(triple.subject.value, set()).add(_iri(triple.object))
    found, fresh = set(said), set(said)
    while fresh:
        fresh = {
            (s, p, o)
            for subject, predicate, target in fresh
            for s, p, o in (
                *((subject, above, target) for above in wider.get(predicate, ())),
                *((subject, predicate, above) for above in wider.get(target, ()) if predicate == RDF.type),
            )
        } - found
        found |= fresh
    return found


def _iri(term: Any) -> str:
    return str(term.value)
