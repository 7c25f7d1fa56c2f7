"""A published site is the explorer without a server: from plain files, in a folder of a folder."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode

import pytest
from playwright.sync_api import Route, expect
from tests.browser.conftest import visit
from tests.browser.publishing import publishing

from plangraph.store.answers import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.browser.reading import Reader

    from plangraph.graph import Graph
    from plangraph.queries import Question

EXPLAIN = "async ([file, url]) => (await (await import(file)).send(url, {})).json()"
SAYS_WHEN = """
const container = ServiceWorkerContainer.prototype;
const { register } = container;
container.register = function (...given) {
  window.kept = document.readyState;
  return register.apply(this, given);
};
"""
ANSWER = "async ([file, url]) => (await (await import(file)).send(url, {})).text()"
NEEDED = {"text": "道", "thing": "https://w3id.org/plangraph/id/minato/second/measure/03"}
TOLD = ("rule", "axiom_label", "premises", "conclusion")


@pytest.fixture(scope="module")
def published(minato_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Minato's site, which is under ``/a/b/``."""
    assert built.is_dir()
    with publishing(tmp_path_factory, minato_folder) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, published: str) -> Iterator[Reader]:
    with visit(browser, published, is_first=True, viewport={"width": 1280, "height": 860}) as person:
        yield person


@pytest.fixture(scope="module")
def searcher(browser: Browser, published: str) -> Iterator[Reader]:
    """Who searches for one thing after the other; what answers is loaded once."""
    with visit(browser, published, viewport={"width": 1280, "height": 860}, service_workers="block") as person:
        yield person


def engine_files(visitor: Reader) -> list[str]:
    """What was loaded to ask something that no file answers."""
    loaded = visitor.page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    return [name for name in loaded if "wasm" in name or ".nt.gz" in name]


def inferred_of_each_predicate(graph: Graph) -> list[dict[str, str]]:
    """One inferred statement between things for each of the predicates."""
    rows = graph.sparql("""SELECT ?predicate (MIN(CONCAT(STR(?s), " ", STR(?o))) AS ?ends) WHERE {
        GRAPH ?graph { ?s ?predicate ?o } FILTER(STRENDS(STR(?graph), "/inferred") && ISIRI(?s) && ISIRI(?o)) }
        GROUP BY ?predicate ORDER BY ?predicate""")
    assert isinstance(rows, Rows)
    found = [(row["predicate"], *row["ends"].split()) for row in rows.to_dicts()]
    return [{"subject": one, "predicate": predicate, "object": other} for predicate, one, other in found]


def as_told(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement of an explanation without what no page of the explorer shows."""
    return {name: value for name, value in statement.items() if name not in {"labels", "kinds", "basis_label"}}


def test_the_overview_opens_by_answers_computed_beforehand(visitor: Reader) -> None:
    visitor.page.goto("/a/b/")

    visitor.page.get_by_text("安心して暮らす").first.wait_for()
    assert visitor.page.url.endswith("/a/b/ja/overview/")
    assert engine_files(visitor) == []


def test_what_every_view_waits_for_is_fetched_at_once_and_not_one_after_the_other(visitor: Reader) -> None:
    said = visitor.page.request.get("/a/b/ja/overview/").text()
    visitor.page.goto("/a/b/ja/overview/")

    visitor.page.get_by_role("treeitem").first.wait_for()
    asked_for = visitor.page.evaluate(
        "() => performance.getEntriesByType('resource').map(({ name, initiatorType }) => [name, initiatorType])"
    )
    assert [by for name, by in asked_for if "/data/" in name] == ["link"] * 7  # what there is, and six answers
    files = {name.partition("/a/b/")[2] for name, _ in asked_for if "/assets/" in name}
    assert any("Overview" in name for name in files)
    assert all(f'="../../{name}"' in said for name in files)  # also those of the view itself


@pytest.mark.parametrize(
    ("address", "asked"),
    [("overview/", 7), ("graph/?nodes=", 6), ("overview/?plan=minato/first", 4), ("overview/?year=2024", 4)],
)
def test_nothing_is_fetched_at_once_that_the_address_does_not_ask_for(
    visitor: Reader, address: str, asked: int
) -> None:
    visitor.page.goto(f"/a/b/ja/{address}", wait_until="domcontentloaded")

    assert visitor.page.locator("link[rel=preload][as=fetch]").count() == asked


def test_a_site_is_kept_after_its_first_view_has_come(visitor: Reader) -> None:
    visitor.page.add_init_script(SAYS_WHEN)
    visitor.page.goto("/a/b/")

    assert visitor.page.wait_for_function("() => window.kept").json_value() == "complete"


def test_two_things_are_compared_by_answers_computed_beforehand(visitor: Reader) -> None:
    visitor.page.goto("/a/b/ja/compare/")

    visitor.page.get_by_role("row", name=re.compile("^事業の数")).first.wait_for()
    assert engine_files(visitor) == []


def test_what_no_file_answers_is_asked_in_the_tab(visitor: Reader) -> None:
    visitor.page.goto("/a/b/en/query/?sparql=SELECT (COUNT(*) AS ?n) WHERE { ?s a pg:Project }")

    visitor.page.get_by_role("cell", name="6", exact=True).wait_for()
    visitor.page.goto("/a/b/en/query/?sparql=SELECT * WHERE { ?s ?p ?o } LIMIT x")
    visitor.page.locator(".CodeMirror .fault").wait_for()
    assert "not SPARQL: line 1, column 35: " in visitor.page.get_by_role("alert").inner_text()


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("ja", "まりね", "14."),
        ("en", "まりね", "14."),
        ("ja", "ヒンコン", "貧困"),
        ("ja", "hinkon", "貧困"),
        ("ja", "povrety", "貧困"),
        ("en", "貧困をなくそお", "No poverty"),
    ],
)
def test_a_reading_and_a_slip_are_forgiven_in_the_tab(searcher: Reader, language: str, typed: str, found: str) -> None:
    searcher.open(f"/{language}/search/?q={typed}")

    searcher.page.locator(".results li").filter(has_text=found).first.wait_for()


def test_why_a_statement_holds_is_told_in_the_tab_as_the_server_tells_it(visitor: Reader, minato: Graph) -> None:
    page = visitor.page
    page.goto("/a/b/ja/overview/")
    engine = page.evaluate("() => document.querySelector('link[href*=published]').href")
    asked = inferred_of_each_predicate(minato)

    assert len(asked) == 9
    for statement in asked:
        told = page.evaluate(EXPLAIN, [engine, f"/a/b/api/explain?{urlencode(statement)}"])
        reason = minato.explain(*statement.values())
        assert told["asserted"] == reason["asserted"]
        assert told["steps"] == [
            {**step, "premises": [*map(as_told, step["premises"])], "conclusion": as_told(step["conclusion"])}
            for step in [{name: step[name] for name in TOLD} for step in reason["steps"]]
        ]
    assert engine_files(visitor) == []


def test_questions_are_answered_in_the_tab_as_the_graph_answers_them(visitor: Reader, minato: Graph) -> None:
    page = visitor.page
    page.goto("/a/b/ja/overview/")
    engine = page.evaluate("() => document.querySelector('link[href*=published]').href")
    asked = {each.name: needed for each in minato.library.by_name().values() if (needed := enough(each)) is not None}

    assert len(asked) > 90
    unlike = []
    for name, given in asked.items():
        told = page.evaluate(ANSWER, [engine, f"/a/b/api/queries/{name}?{urlencode(given)}"])
        if rows_of(told) != rows_of(minato.answer(name, given).serialize("json")):
            unlike.append(name)
    assert unlike == []


def enough(question: Question) -> dict[str, str] | None:
    """What a question is asked with, if it needs no more than these."""
    needed = [each.name for each in question.parameters if each.required and each.name != "plan"]
    return {name: NEEDED[name] for name in needed} if question.form == "SELECT" and NEEDED.keys() >= {*needed} else None


def rows_of(answer: str) -> list[str]:
    """The rows of an answer in JSON, sorted, for equal ones may come in any order."""
    return sorted(json.dumps(row, sort_keys=True) for row in json.loads(answer)["results"]["bindings"])


def test_the_address_of_a_thing_leads_to_its_page_in_the_readers_language(visitor: Reader) -> None:
    visitor.page.goto("/a/b/id/minato/tier/政策/")

    expect(visitor.page.locator("#app main header h1")).to_have_text(re.compile("政策"))  # which the explorer asked for
    assert unquote(visitor.page.url).endswith("/a/b/ja/thing/minato/tier/政策/")


def test_the_facts_of_a_thing_stand_until_its_view_does(browser: Browser, published: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with visit(browser, published, is_first=True, service_workers="block") as visitor:
        page = visitor.page
        page.route("**/*.nt.gz", hold)
        page.goto("/a/b/ja/thing/minato/tier/政策/")

        expect(page.locator("#app").get_by_role("status")).to_be_visible()
        expect(page.locator("#app .plain h1")).to_have_text(re.compile("政策"))
        expect(page.locator("#app .plain")).to_be_visible()
        page.route("**/*.nt.gz", lambda route: route.continue_())
        for request in held:
            request.continue_()
        expect(page.locator("#app main header h1")).to_have_text(re.compile("政策"))
        expect(page.locator(".plain")).to_have_count(0)


def test_the_facts_of_a_thing_that_one_goes_to_stand_until_the_engine_is_there(
    browser: Browser, published: str
) -> None:
    with visit(browser, published, is_first=True, service_workers="block") as visitor:
        page = visitor.page
        page.route("**/*.nt.gz", lambda _: None)
        page.goto("/a/b/ja/projects/")
        page.get_by_role("link", name="備蓄事業").first.click()

        expect(page.locator("#app .plain h1")).to_have_text(re.compile("備蓄事業"))
        page.unroute_all(behavior="ignoreErrors")


def test_after_the_first_visit_views_and_sparql_open_without_a_connection(visitor: Reader) -> None:
    page = visitor.page
    page.goto("/a/b/")
    page.get_by_text("安心して暮らす").first.wait_for()
    page.evaluate("() => navigator.serviceWorker.ready")
    page.context.set_offline(True)

    page.goto("/a/b/en/query/?sparql=SELECT (COUNT(*) AS ?n) WHERE { ?s a pg:Project }")

    page.get_by_role("cell", name="6", exact=True).wait_for()
    page.context.set_offline(False)
