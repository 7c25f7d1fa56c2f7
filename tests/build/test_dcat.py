"""What people who look for data are told, judged by what DCAT-AP asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from tests.small_city import write_city

import plangraph
from plangraph.build.catalogue import CATALOGUE

SHAPES = Path(__file__).with_name("dcat-ap.ttl")
DCAT, DCTERMS = rdflib.DCAT, rdflib.DCTERMS


def catalogue(graph: plangraph.Graph) -> rdflib.Graph:
    triples = graph.sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", [CATALOGUE])
    return rdflib.Graph().parse(data=triples.serialize("ntriples"), format="nt")


def test_the_catalogue_says_what_dcat_ap_asks_for(kawasaki: plangraph.Graph) -> None:
    conforms, _, said = validate(catalogue(kawasaki), shacl_graph=rdflib.Graph().parse(SHAPES))
    assert conforms, said


@pytest.mark.parametrize("lost", [DCAT.accessURL, DCAT.contactPoint, DCAT.endpointURL, DCTERMS.description, DCAT.theme])
def test_the_judge_misses_what_is_left_out(minato: plangraph.Graph, lost: rdflib.URIRef) -> None:
    found = catalogue(minato)
    found.remove((None, lost, None))
    _, report, _ = validate(found, shacl_graph=rdflib.Graph().parse(SHAPES))
    assert lost in set(report.objects(None, rdflib.SH.resultPath))


def test_a_city_that_says_little_of_itself_is_described_by_its_name(minato: plangraph.Graph) -> None:
    found = catalogue(minato)
    (dataset,) = found.objects(None, DCAT.dataset)
    said = {str(text) for text in found.objects(dataset, DCTERMS.description)}
    assert any(text.startswith("みなと市総合計画") for text in said)
    assert not list(found.objects(dataset, DCTERMS.publisher))
    labels = found.objects(dataset, rdflib.RDFS.label)
    assert {label.language for label in labels if isinstance(label, rdflib.Literal)} == {"ja", "ja-x-en"}


def test_who_publishes_a_dataset_and_takes_questions_has_a_name_in_both_languages(tmp_path: Path) -> None:
    told = 'place = "mini"\npublisher = "ミニ市企画部"\ncontact = "https://mini.example.org/"'
    graph = plangraph.load(write_city(tmp_path / "city", {"plan.toml": ('place = "mini"', told)}), tmp_path / "out")
    dataset = "https://w3id.org/plangraph/id/mini/dataset"
    things = [f"{dataset}/publisher", f"{dataset}/contact"]
    assert list(graph.labels(things, "ja").values()) == ["ミニ市企画部", "ミニ市企画部の問い合わせ先"]
    assert list(graph.labels(things, "en").values()) == ["ミニ市企画部", "Contact of ミニ市企画部"]
