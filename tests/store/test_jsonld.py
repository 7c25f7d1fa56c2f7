"""Compact JSON-LD says the same triples, in short names."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from plangraph.namespaces import PREFIXES
from plangraph.store import jsonld
from plangraph.store.jsonld import to_jsonld
from plangraph.store.terms import read_graph

if TYPE_CHECKING:
    import plangraph

HEAD = "".join(f"@prefix {prefix}: <{base}> . " for prefix, base in PREFIXES.items())


def written(turtle: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(to_jsonld(read_graph(HEAD + turtle, RdfFormat.TURTLE)))
    return document


def test_names_are_short_and_texts_go_by_language() -> None:
    document = written(
        '<https://w3id.org/plangraph/id/x/1> a pg:Project ; rdfs:label "事業"@ja, "Project"@en ; pg:fiscalYear 2024 ;'
        " pg:partOf <https://w3id.org/plangraph/id/x/2> ; pg:contributesTo sdg:11 ."
    )
    assert {name: value for name, value in document.items() if name != "@context"} == {
        "@id": "thing:x/1",
        "@type": "pg:Project",
        "label": {"ja": "事業", "en": "Project"},
        "pg:fiscalYear": 2024,
        "partOf": "thing:x/2",
        "contributesTo": "sdg:11",
    }
    published = json.loads(jsonld.FILE.read_text("utf-8"))["@context"]
    brought = document["@context"]
    assert isinstance(brought, dict)
    assert {name: published[name] for name in brought} == brought


@pytest.mark.parametrize(
    "turtle",
    [
        'sdg:1 rdfs:label "plain", "two"@ja, "三"@ja, "en"@en ; pg:partOf "a text where a thing belongs", sdg:2 .',
        "sdg:1 pg:value 01, 1.50, 1e6, 9007199254740993, -3, true, '1'^^xsd:boolean, 'x'^^<urn:kind> .",
        "sdg:1 pg:value '2024-01-01'^^xsd:date, '٣'^^xsd:integer, ''^^xsd:integer, '' .",
        "[] pg:partOf [ rdfs:label '入れ子'@ja ; pg:value ( 1 2 ) ] .",
        "<geo:35,139> pg:partOf <urn:isbn:1> . geo:Feature a owl:Class . sdg: a <http://metadata.un.org/sdg///x> .",
        "<https://w3id.org/plangraph/id/> pg:partOf <https://w3id.org/plangraph/id//x> . pg:a a pg:b, pg:c .",
        "",
    ],
)
def test_every_sort_of_value_comes_back(turtle: str) -> None:
    document = to_jsonld(read_graph(HEAD + turtle, RdfFormat.TURTLE))
    expected = rdflib.Graph().parse(data=HEAD + turtle, format="turtle")
    ours = "".join(f"{quad.triple} .\n" for quad in parse(document, format=RdfFormat.JSON_LD))
    assert isomorphic(rdflib.Graph().parse(data=ours, format="nt"), expected)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser uses its own deprecated names
        assert isomorphic(rdflib.Graph().parse(data=document.decode(), format="json-ld"), expected)


@pytest.mark.parametrize(
    ("number", "native"), [(2**53 - 1, True), (1 - 2**53, True), (2**53, False), (-(2**53), False)]
)
def test_a_whole_number_is_one_of_json_as_far_as_every_reader_takes_it(number: int, native: bool) -> None:
    document = to_jsonld(read_graph(f"<x:s> <x:p> {number} .", RdfFormat.TURTLE)).decode()

    assert (f'"{number}"' not in document, str(number) in document) == (native, True)


def test_a_whole_city_comes_back_graph_by_graph(minato: plangraph.Graph) -> None:
    quads = set(minato.engine.quads())
    assert set(parse(to_jsonld(quads), format=RdfFormat.JSON_LD)) == quads
