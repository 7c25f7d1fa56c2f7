"""The pages that people read at the addresses of linked data: what they say and show, and what they lead to."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from plangraph.namespaces import ONTOLOGY, THINGS
from plangraph.server.html.thing_addresses import named_by

if TYPE_CHECKING:
    import httpx


PROJECT = "/id/kawasaki/3/measure/1-1-1"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "ja",
            [
                "計画モジュール",
                "起点: <a",
                "終点: <a",
                "例: <a",
                "概念の一覧",
                "外れ値",
                "政策・施策・部署などごとの予算と決算",
            ],
        ),
        (
            "en",
            [
                "Plan module",
                "Domain: <a",
                "Range: <a",
                "Example: <a",
                "Concept schemes",
                "outlier",
                "The largest projects",
            ],
        ),
    ],
)
def test_the_page_of_the_ontology_tells_its_modules_with_examples_and_questions(
    client: httpx.Client, lang: str, said: list[str]
) -> None:
    page = client.get(f"/ontology?lang={lang}", headers={"Accept": "text/html"}).text

    assert [words for words in said if words not in page] == []
    assert page.index('id="module-plan"') < page.index('<svg class="figure"') < page.index('id="PlanElement"')
    assert (
        page.index('id="PlanElement"')
        < page.index('class="tree"', page.index('id="PlanElement"'))
        < page.index('id="Project"')
    )
    assert f'href="/{lang}/query/budget-totals"' in page


@pytest.mark.parametrize("address", ["/fr/overview", "/nothing", "/assets/nothing.js"])
def test_an_unknown_path_is_a_page_for_browsers_and_a_problem_for_others(client: httpx.Client, address: str) -> None:
    page = client.get(address, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "en"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is no page at this address." in page.text
    for accept in ("*/*", "text/css,*/*;q=0.1", "application/json"):
        data = client.get(address, headers={"Accept": accept})
        assert (data.status_code, data.headers["content-type"]) == (404, "application/problem+json")


def test_only_pages_for_frames_may_stand_in_those_of_others(client: httpx.Client) -> None:
    page = client.get("/embed/en/coverage?goal=11")
    assert "frame-ancestors *" in page.headers["content-security-policy"]
    assert "x-frame-options" not in page.headers
    assert '<link rel="canonical" href="/en/coverage">' in page.text
    for address in ("/en/coverage", "/embed", "/embedded/ja/coverage"):
        headers = client.get(address).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
    assert client.get("/embed/fr/coverage").status_code == 404


@pytest.mark.parametrize("term", ["Measure", "Official", "Diamond"])
def test_the_page_of_a_term_says_nothing_that_only_pictures_have_use_of(client: httpx.Client, term: str) -> None:
    page = client.get(f"/en/thing/pg:{term}").text

    assert "definition</a></th>" in page
    for mark in ("mark", "outline", "column", "trunk", "lineWidth", "order"):
        assert f'ontology#{mark}"' not in page


def rows(page: str) -> list[str]:
    """Return the headings of the rows of a page's tables, in their order."""
    return [re.sub("<[^>]+>", "", heading) for heading in re.findall(r'<th scope="row">(.*?)</th>', page, re.DOTALL)]


def test_a_page_tells_what_a_thing_is_called_before_its_years_and_these_in_their_order(client: httpx.Client) -> None:
    headings = rows(client.get("/ja/thing/kawasaki/3").text)
    wanted = ["名称", "別名", "種類", "開始年度", "終了年度", "策定・改定時期"]
    assert [heading for heading in headings if heading in wanted][: len(wanted)] == wanted
    described = client.get("/api/queries/description?thing=kawasaki/3&lang=ja", headers={"Accept": "application/json"})
    properties = [row["property"]["value"] for row in described.json()["results"]["bindings"]]
    assert properties.index(f"{ONTOLOGY}#startYear") < properties.index(f"{ONTOLOGY}#endYear")


def test_what_has_no_name_is_told_on_no_page_of_a_term(client: httpx.Client) -> None:
    page = client.get("/en/thing/pg:countedIn").text
    assert "definition</a></th>" in page
    assert "propertyChainAxiom" not in page


def test_the_passages_of_a_document_are_called_by_what_tells_them_apart(client: httpx.Client) -> None:
    page = client.get("/ja/thing/kawasaki/source/evaluation-sheets-r6-1-1").text
    title = "令和6年度 事務事業評価シート 政策1-1 災害から生命を守る"
    assert f"<h1>{title}</h1>" in page
    assert ">99ページ</a>" in page
    assert f"{title} 99ページ" not in page


def test_markup_in_an_address_stays_text(client: httpx.Client) -> None:
    for address in ("/id/%3Cscript%3Ealert(1)%3C/script%3E", "/id?iri=http://x/<script>", "/id/%22%3E%3Cb%3E"):
        assert "<script>alert" not in client.get(address, headers={"Accept": "text/html"}).text


def test_the_page_of_the_explorer_is_at_every_address_of_its_views_in_both_languages(client: httpx.Client) -> None:
    pages = [client.get(address) for address in ("/", "/ja", "/ja/", "/en/thing", "/ja/compare?x=1")]
    assert {page.status_code for page in pages} == {200}
    assert {page.headers["content-type"] for page in pages} == {"text/html; charset=utf-8"}


def test_an_address_without_a_view_is_a_page_that_says_so(client: httpx.Client) -> None:
    for address in ("/ja/nonsense", "/en/nonsense/deeper?x=1", "/embed/ja/nonsense"):
        page = client.get(address, headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


class _Head(HTMLParser):
    """The head of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root: dict[str, str | None] = {}
        self.title, self.description = "", ""
        self.links: dict[str, str] = {}
        self._in_title = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_title = tag == "title"
        if tag == "html":
            self.root = given
        elif tag == "meta" and given.get("name") == "description":
            self.description = given["content"] or ""
        elif tag == "link" and given["rel"] in {"canonical", "alternate"}:
            self.links[given.get("hreflang") or given.get("type") or "canonical"] = given["href"] or ""

    def handle_data(self, data: str) -> None:
        self.title += data if self._in_title else ""


def head(client: httpx.Client, address: str, language: str) -> _Head:
    return _Head(client.get(address, headers={"Accept": "text/html", "Accept-Language": language}).text)


@pytest.mark.parametrize(
    ("address", "title", "description"),
    [
        (PROJECT, "Preparedness for disasters and crises", "Measure"),
        (f"/en/thing{PROJECT.removeprefix('/id')}", "Preparedness for disasters and crises", "Measure"),
        ("/en/thing/sdg:11.5", "Fewer disaster deaths and losses", "SDG"),
        ("/id/kawasaki/justified-hole/9.c", "Affordable internet access", "Justified hole"),
        ("/ontology", "plangraph ontology", "A vocabulary"),
        ("/graph/kawasaki/3", "graph/kawasaki/3", "third implementation plan"),
        ("/id?iri=http%3A%2F%2Fmetadata.un.org%2Fsdg%2F11", "Sustainable cities and communities", "SDG"),
        (f"/id?iri={ONTOLOGY.replace(':', '%3A').replace('/', '%2F')}%23Project", "Project", "A plan element"),
    ],
)
def test_a_page_says_what_it_is_and_where_its_other_forms_are(
    client: httpx.Client, address: str, title: str, description: str
) -> None:
    page = head(client, address, "en")
    assert page.root["lang"] == "en"
    assert page.title.strip() == f"{title} · Plan graph"
    assert description in page.description
    assert page.links["canonical"] == address
    for language in ("ja", "en"):
        other = head(client, page.links[language], "en")
        assert (other.root["lang"], other.links["canonical"]) == (language, page.links[language])
    for media in ("text/turtle", "application/n-triples", "application/ld+json", "application/trig"):
        assert client.get(page.links[media]).headers["content-type"].startswith(media)


def test_pages_need_no_script(client: httpx.Client) -> None:
    page = client.get(PROJECT, headers={"Accept": "text/html", "Accept-Language": "ja"}).text
    content = page.partition('<div class="plain">')[2]
    assert "<h1>災害・危機事象に備える対策の推進</h1>" in content
    assert "noscript" not in content
    assert 'href="/id/kawasaki/3"' in client.get("/", headers={"Accept": "text/html"}).text


def test_what_the_graph_does_not_know_is_no_page_of_the_explorer_either(client: httpx.Client) -> None:
    for path in ("kawasaki/none", "pg:Nothing", "http://example.org/none", "%3Cb%3E", "http:/", "zz:x"):
        page = client.get(f"/ja/thing/{path}", headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8"), path
        assert "<b>" not in page.text


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("minato/office/%E5%B8%82%E6%B0%91%E9%83%A8", "minato/office/%E5%B8%82%E6%B0%91%E9%83%A8"),
        ("minato/office/%25E5%25B8%2582%25E6%25B0%2591%25E9%2583%25A8", "minato/office/%E5%B8%82%E6%B0%91%E9%83%A8"),
        ("mini/observation/population/place:mini", "mini/observation/population/place%3Amini"),
    ],
)
def test_an_address_of_the_explorer_names_a_thing_as_its_iri_is_written(path: str, named: str) -> None:
    assert named_by(path) == THINGS + named


def test_graphs_and_terms_have_pages_of_their_own(client: httpx.Client) -> None:
    for address in ("/ontology", "/graph/kawasaki/3", "/.well-known/void"):
        page = client.get(address, headers={"Accept": "text/html"}).text
        assert "<script" not in page  # the explorer has no view of them and would show another
        assert '<div class="plain">' in page


def test_each_link_of_a_page_leads_somewhere(client: httpx.Client) -> None:
    for address in (PROJECT, "/graph/kawasaki/4", "/.well-known/void", "/ontology/plan"):
        page = client.get(address, headers={"Accept": "text/html"}).text.partition('<div class="plain">')[2]
        for link in sorted(set(re.findall(r'href="(/[^"]*)"', page))):
            assert client.get(html.unescape(link), headers={"Accept": "text/html, */*"}).status_code == 200, link


def test_a_browser_reads_the_shapes_as_a_page_in_its_language(client: httpx.Client) -> None:
    page = client.get("/ontology/shapes", headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"})
    assert page.headers["content-type"].startswith("text/html")
    assert "a name is needed, in Japanese or in English" in page.text
    assert "<td>pg:Evaluation</td><td><code>grade</code></td>" in page.text
    assert "?format=turtle" in page.text
    assert "評価モジュール" in client.get("/ontology/shapes?lang=ja&format=html").text


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", ["数値", "予算額", "評価", "達成度"]), ("en", ["Figures", "Budget"])]
)
def test_a_page_without_script_begins_with_what_is_measured_and_how_it_was_judged(
    client: httpx.Client, lang: str, said: list[str]
) -> None:
    page = client.get(f"/{lang}/thing/kawasaki/3/project/10101010", headers={"Accept": "text/html"}).text
    told = [page.index(f">{words}<") for words in (*said, {"ja": "この項目について", "en": "What is said of it"}[lang])]

    assert told == sorted(told)
    assert "147,881,000" in page
