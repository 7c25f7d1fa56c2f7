"""The other judge of shapes: pySHACL, which reads them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyshacl import validate
from rdflib import RDF, SH, Graph

from plangraph import resources
from plangraph.store.terms import RdfFormat, to_bytes

if TYPE_CHECKING:
    from plangraph.store.terms import Triple


FILES = sorted(path for path in (resources.ONTOLOGY / "shapes").glob("*.ttl") if path.stem != "hygiene")


def judged(triples: list[Triple]) -> set[tuple[str, str]]:
    """Return what pySHACL finds wrong: the focus node and the shape of each violation."""
    rules = Graph()
    for path in FILES:
        rules.parse(path)
    data = Graph().parse(data=to_bytes(triples, RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = validate(data, shacl_graph=rules, inplace=True)
    assert isinstance(report, Graph)
    return {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.sourceShape)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
