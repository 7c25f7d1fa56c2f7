"""The ontology, as one file, is in OWL 2 DL and OWL 2 RL as OWLAPI sees it, and other tools load it offline."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import rdflib
from tests.reasoning import profiles

from plangraph.namespaces import DCTERMS, ONTOLOGY, OWL, RDF
from plangraph.ontology import load
from plangraph.store.terms import RdfFormat, to_bytes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.hermit


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ontology as one file."""
    file = tmp_path_factory.mktemp("ontology") / "plangraph.ttl"
    file.write_bytes(to_bytes(load().triples, RdfFormat.TURTLE))
    return file


def checked(file: Path) -> dict[str, list[str]]:
    ran = subprocess.run(  # a Java machine cannot be ended within its process
        [sys.executable, profiles.__file__, str(file)], capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_no_profile_is_violated(whole: Path) -> None:
    assert checked(whole) == {name: [] for name in profiles.PROFILES}


def test_a_violation_is_seen(whole: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(whole.read_text("utf-8") + "\n<urn:x:a> <urn:x:undeclared> <urn:x:b> .\n", "utf-8")

    assert all(checked(wrong).values())


def test_it_loads_whole_and_offline_in_rdflib_and_owlready2(whole: Path, tmp_path: Path) -> None:
    import owlready2

    graph = rdflib.Graph().parse(whole)
    plain = tmp_path / "plangraph.nt"
    graph.serialize(plain, "nt", encoding="utf-8")
    world = owlready2.World()
    loaded = world.get_ontology(plain.as_uri()).load()

    assert len(graph) == len(set(load().triples)) <= len(world.graph)
    assert loaded.imported_ontologies == []
    assert (None, rdflib.URIRef(OWL.imports), None) not in graph
    assert list(graph.subjects(rdflib.URIRef(RDF.type), rdflib.URIRef(OWL.Ontology))) == [rdflib.URIRef(ONTOLOGY)]
    assert all(graph.value(rdflib.URIRef(ONTOLOGY), rdflib.URIRef(term)) for term in (DCTERMS.license, OWL.versionIRI))
