"""The graph that begins with the answer to a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import expect
from tests.browser.graphing import open_graph, relations, things

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader

MADE = """
PREFIX pg: <https://w3id.org/plangraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
CONSTRUCT { ?project <https://example.org/beside> ?office . ?office rdfs:label "<b>office</b>"@en }
WHERE { ?project pg:partOf <https://w3id.org/plangraph/id/kawasaki/3/measure/1-1-1> ; pg:responsible ?office }
"""


def table_of(page: Page, what: str) -> str:
    page.get_by_label("Table of").select_option(what)
    page.get_by_text(re.compile(r"^Table \(")).click()
    return page.get_by_role("table").inner_text()


def test_a_question_by_name_brings_its_things_and_what_ties_them(reader: Reader) -> None:
    page = open_graph(reader, "?question=children&element=https://w3id.org/plangraph/id/kawasaki/basic/policy/1-1")
    expect(page.locator(".sentence")).to_contain_text("in the answer to a question")
    assert 5 <= things(page) <= 6
    page.get_by_role("button", name="The question behind this").click()
    expect(page.get_by_role("region", name="The question behind this")).to_contain_text("policy/1-1")
    page.get_by_role("link", name="Open this question").click()
    expect(page).to_have_url(re.compile("/en/query/children"))
    expect(page.get_by_role("cell", name="1-1-1", exact=True)).to_be_visible()


def test_the_triples_of_a_construct_are_the_picture(reader: Reader) -> None:
    page = open_graph(reader, f"?query={quote(MADE)}")
    expect(page.get_by_role("button", name=re.compile("^Answer to a query"))).to_be_visible()
    assert relations(page) == 13
    assert "beside" in table_of(page, "relations")
    expect(page.get_by_role("table")).not_to_contain_text("responsible")


def test_a_query_is_answered_in_the_editor_and_opened_in_the_graph(reader: Reader) -> None:
    page = reader.open(f"/en/query?sparql={quote(MADE)}")
    page.get_by_role("link", name="Open in the graph").click()
    expect(page.locator(".sentence")).to_contain_text("13 relations")
    page.go_back()
    expect(page.locator(".CodeMirror")).to_be_visible()


def test_things_that_the_network_does_not_hold_bear_their_names(reader: Reader) -> None:
    sparql = "SELECT ?d WHERE { ?d a <https://w3id.org/plangraph/ontology#SourceDocument> } ORDER BY ?d LIMIT 3"
    page = open_graph(reader, f"?query={quote(sparql)}")
    assert things(page) == 3
    rows = table_of(page, "things")
    assert "kawasaki/source" not in rows
    assert re.search(r"[A-Z][a-z]+ [a-z]+", rows)


def test_too_much_is_cut_and_says_so(reader: Reader) -> None:
    page = open_graph(reader, "?question=plan-outline")
    expect(page.locator(".sentence")).to_contain_text("only the first 300 are drawn")
    assert things(page) == 300


def test_nothing_to_draw_says_what_to_do(reader: Reader) -> None:
    page = open_graph(reader, f"?query={quote('SELECT (1 AS ?one) {}')}")
    expect(page.locator(".sentence")).to_contain_text("Nothing in the answer to this question can be drawn")
    page.get_by_role("button", name="Whole plan").click()
    assert things(page) > 1200
    page.go_back()
    expect(page.locator(".sentence")).to_contain_text("Nothing in the answer")


def test_what_the_server_refuses_is_said_in_words(reader: Reader) -> None:
    page = open_graph(reader, f"?query={quote('SELECT * {')}")
    expect(page.get_by_role("alert")).to_contain_text("The other views still work")
    page = open_graph(reader, "?question=no-such-question")
    expect(page.get_by_role("alert")).to_contain_text("no-such-question")


def test_a_question_is_found_by_its_words_and_grows_like_any_picture(reader: Reader) -> None:
    page = open_graph(reader, "?from=plan", "ja")
    finder = page.get_by_role("combobox", name=re.compile("問いを探す"))
    finder.fill("戦略のねらい")
    option = page.locator("#graph-hits").get_by_role("option").filter(has_text="問い").first
    expect(option).to_be_visible()
    option.click()
    expect(page.locator(".sentence")).to_contain_text("問いの答えにある")
    expect(page).to_have_url(re.compile("question="))
