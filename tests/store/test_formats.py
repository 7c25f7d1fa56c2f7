"""The formats of answers: each is said once, is found by any of its names, and reads back as what was written."""

from __future__ import annotations

import pytest

from plangraph.store.formats import RDF, RESULTS, TABLES
from plangraph.store.terms import Literal, NamedNode, Quad, Triple, read_graph, to_bytes

TRIPLE = Triple(NamedNode("urn:s"), NamedNode("urn:p"), Literal("語", language="ja"))


@pytest.mark.parametrize("table", [RESULTS, RDF, TABLES], ids=["results", "rdf", "tables"])
@pytest.mark.parametrize("field", ["name", "media_type", "suffix", "iri"])
def test_no_two_formats_share_a_name(table: dict[str, object], field: str) -> None:
    values = [getattr(each, field) for each in table.values()]

    assert len(set(values)) == len(values)
    assert all(values)


def test_a_file_ends_as_its_format_is_called_or_as_others_call_it() -> None:
    endings = {name: form.suffix for name, form in TABLES.items()}

    assert endings.pop("records") == ".json"
    assert endings == {name: f".{name}" for name in endings}


@pytest.mark.parametrize("name", RESULTS)
def test_rows_and_truth_are_written_in_each_format_of_results(name: str) -> None:
    form = RESULTS[name]

    assert "語" in form.of_rows(["x"], [(TRIPLE.object,), (None,)])
    assert "true" in form.of_boolean(True)


@pytest.mark.parametrize("name", RDF)
def test_what_is_written_in_a_format_of_rdf_reads_back(name: str) -> None:
    form = RDF[name]

    assert list(read_graph(form.write([TRIPLE]).decode(), form.syntax)) == [TRIPLE]


@pytest.mark.parametrize("name", [name for name, form in RDF.items() if form.holds_graphs])
def test_a_format_that_holds_graphs_keeps_their_names(name: str) -> None:
    quad = Quad(TRIPLE.subject, TRIPLE.predicate, TRIPLE.object, NamedNode("urn:graph"))

    assert b"urn:graph" in RDF[name].write([quad])


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_turtle_names_only_the_prefixes_that_it_uses(name: str) -> None:
    used, unused = {"urn": "urn:"}, {"sdg": "http://metadata.un.org/sdg/"}
    written = to_bytes([TRIPLE], RDF[name].syntax, used | unused).decode()
    assert ("@prefix urn:" in written, "sdg" in written) == (True, False)


def test_a_text_says_its_character_set() -> None:
    assert RDF["turtle"].content_type == "text/turtle; charset=utf-8"
    assert RESULTS["json"].content_type == "application/sparql-results+json"
