"""The context of JSON-LD: the prefixes, and a short name for each property that has values of one sort only."""

from __future__ import annotations

import json

from plangraph import resources
from plangraph.namespaces import GRAPHS, PREFIXES, THINGS
from plangraph.store.answers import expect_rows
from plangraph.store.embedded import Memory
from plangraph.store.terms import Quad, RdfFormat, read_graph

TEXTS = (
    "rdfs:label",
    "skos:altLabel",
    "skos:definition",
    "skos:note",
    "dcterms:title",
    "dcterms:description",
    "pg:rationale",
)
RELATIONS = f"""SELECT DISTINCT ?name WHERE {{
  ?property a owl:ObjectProperty FILTER(STRSTARTS(STR(?property), "{PREFIXES["pg"]}"))
  BIND(STRAFTER(STR(?property), "{PREFIXES["pg"]}") AS ?name)
}} ORDER BY ?name"""


def context() -> str:
    """Write the context."""
    texts = {name.partition(":")[2]: {"@id": name, "@container": "@language"} for name in TEXTS}
    relations = {name: {"@id": f"pg:{name}", "@type": "@id"} for (name,) in expect_rows(_ontology().query(RELATIONS))}
    prefixes = {"thing": THINGS, "graph": GRAPHS, **PREFIXES}
    names = {**prefixes, **texts, **relations}
    if len(names) < len(prefixes) + len(texts) + len(relations):
        raise ValueError("a name of the context means two things")
    return json.dumps({"@context": names}, indent=1) + "\n"


def _ontology() -> Memory:
    files = sorted((resources.ONTOLOGY / "modules").glob("*.ttl"))
    triples = (triple for file in files for triple in read_graph(file.read_text("utf-8"), RdfFormat.TURTLE))
    return Memory.of(Quad(t.subject, t.predicate, t.object) for t in triples)
