"""The ontology is read as one document, whose version changes with what it says."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, QB, SKOS, TIME, VOID

from plangraph import resources
from plangraph.namespaces import ONTOLOGY, OWL, PREFIXES, RDFS
from plangraph.ontology import Ontology, load
from plangraph.store.terms import NamedNode, name_of

if TYPE_CHECKING:
    from pathlib import Path


def version(ontology: Ontology) -> str:
    [found] = [name_of(t.object) for t in ontology.triples if t.predicate.value == OWL.versionIRI]
    return found


def test_the_version_changes_with_what_is_said_and_only_then(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(resources.ONTOLOGY, folder)

    assert version(load(folder)) == version(load())

    place = folder / "modules" / "place.ttl"
    place.write_text(place.read_text("utf-8") + "# a comment\n", "utf-8")
    assert version(load(folder)) == version(load())

    place.write_text(place.read_text("utf-8").replace("Ward", "District"), "utf-8")
    assert version(load(folder)) != version(load())


def test_each_term_says_which_module_or_scheme_defines_it() -> None:
    defined = {
        name_of(t.subject).rpartition("#")[2]: name_of(t.object).removeprefix(f"{ONTOLOGY}/")
        for t in load().triples
        if t.predicate.value == RDFS.isDefinedBy and name_of(t.subject).startswith(PREFIXES["pg"])
    }

    assert (defined["Ward"], defined["Measure"], defined["Grade"]) == ("place", "plan", "evaluation")
    assert (defined["Budget"], defined["Triangle"]) == (PREFIXES["pg"] + "ObservationKind", "presentation")


def test_a_term_of_another_vocabulary_stands_in_it() -> None:
    named = {node for t in load().triples for node in (t.subject, t.predicate, t.object) if isinstance(node, NamedNode)}
    used, closed = {URIRef(node.value) for node in named}, (DCTERMS, FOAF, ORG, PROV, QB, SKOS, TIME, VOID)

    assert [term for term in used for those in closed if term.startswith(str(those)) and term not in those] == []


def test_no_relation_of_another_vocabulary_is_made_transitive() -> None:
    transitive = {name_of(t.subject) for t in load().triples if t.object == NamedNode(OWL.TransitiveProperty)}

    assert {one for one in transitive if not one.startswith(PREFIXES["pg"])} == {str(ORG.transitiveSubOrganizationOf)}
