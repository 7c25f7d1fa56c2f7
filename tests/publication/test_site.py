"""A published site holds what the server would answer, in files that lead to each other."""

from __future__ import annotations

import gzip
import html
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from tests.node import VIEWS
from tests.small_city import write_city

import plangraph
from plangraph.build.pipeline import build
from plangraph.namespaces import THINGS
from plangraph.publication import publish
from plangraph.publication.changes_feed import build_before
from plangraph.publication.changes_feed import feed as feed_of
from plangraph.publication.destination import RECORD
from plangraph.publication.folders import Published, path_of
from plangraph.server.html.facts import told
from plangraph.server.html.thing_addresses import Places
from plangraph.server.http.static_files import Files
from plangraph.store.terms import RdfFormat, read_graph
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long

ATOM = "{http://www.w3.org/2005/Atom}"
TIER = "https://w3id.org/plangraph/id/minato/tier/%E6%94%BF%E7%AD%96"
ADDRESS = "https://example.org/plan/"
FEEDS = ("ja/changes.atom", "en/changes.atom")


class Addresses(HTMLParser):
    """What a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        self.found |= {value for name, value in attrs if name in {"href", "src"} and value}
        self.ids |= {value for name, value in attrs if name == "id" and value}


@pytest.fixture(scope="module")
def again(minato_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the same site, published once more, as it will stand at an address."""
    folder = tmp_path_factory.mktemp("again")
    publish(minato_folder, folder, url=ADDRESS)
    return folder


def _index(site: Path) -> dict[str, Any]:
    """What the site tells the explorer of itself."""
    return dict(json.loads(gzip.decompress((site / "data/site.json.gz").read_bytes())))


def test_every_address_of_every_page_leads_to_a_file(site: Path) -> None:
    missing = set()
    for page in site.rglob("*.html"):
        reader = Addresses()
        text = page.read_text("utf-8")
        reader.feed(text)
        for address in reader.found:
            parts = urlsplit(address)
            if parts.scheme in {"http", "https"} or (not parts.path and f'id="{parts.fragment}"' in text):
                continue
            assert not address.startswith("/"), f"{page} would need to stand at the root: {address}"
            if not parts.path:
                assert unquote(parts.fragment) in reader.ids, f"{page} has no place {address}"
                continue
            target = page.parent / unquote(parts.path)
            if not (target / "index.html" if parts.path.endswith("/") else target).is_file():
                missing.add((page.relative_to(site).as_posix(), address))
    assert missing == set()


def test_answers_are_those_of_the_graph(site: Path, minato: plangraph.Graph) -> None:
    index = _index(site)["answers"]
    key = f"lang=ja&plan={minato.manifest.plan}"

    answer = gzip.decompress((site / f"data/answers/{index['plan-outline'][key]}.json.gz").read_bytes())

    assert answer.decode() == minato.query("plan-outline", plan=minato.manifest.plan, lang="ja").serialize("json")


def test_what_the_view_of_two_things_asks_of_any_that_can_be_chosen_is_answered(
    site: Path, minato: plangraph.Graph
) -> None:
    index = _index(site)["answers"]
    plan = minato.manifest.plan
    tiers = [row["tier"] for row in minato.query("tiers", plan=plan).to_dicts()]
    chosen = [row["row"] for tier in tiers for row in minato.query("budget-totals", plan=plan, by=tier).to_dicts()]

    assert len(chosen) > len(tiers)
    assert {f"by={tier}&lang=en&plan={plan}" for tier in tiers} <= index["budget-totals"].keys()
    assert {f"element={one}&lang=en&plan={plan}&sort=grade" for one in chosen} <= index["projects"].keys()
    assert {f"element={one}&plan={plan}" for one in chosen} <= index["budget-years"].keys()


def test_the_graphs_hold_every_triple(site: Path, minato: plangraph.Graph) -> None:
    files = _index(site)["graphs"]

    lines = {name: len(gzip.decompress((site / file).read_bytes()).splitlines()) for name, file in files.items()}

    assert lines == minato.manifest.graphs


def test_a_thing_has_a_page_in_each_language_and_its_data(site: Path) -> None:
    thing = "minato/second/measure/03"

    assert "道と公園" in (site / f"ja/thing/{thing}/index.html").read_text("utf-8")
    assert '<html lang="en">' in (site / f"en/thing/{thing}/index.html").read_text("utf-8")
    assert "道と公園" in (site / f"id/{thing}/data.ttl").read_text("utf-8")
    assert json.loads((site / f"id/{thing}/data.jsonld").read_text("utf-8"))


def test_the_data_of_a_thing_say_the_same_in_both_formats(site: Path) -> None:
    folders = [path.parent for path in (site / "id/minato/second").rglob("data.ttl")]

    said = {
        folder: [
            set(read_graph((folder / name).read_text("utf-8"), form))
            for name, form in (("data.ttl", RdfFormat.TURTLE), ("data.jsonld", RdfFormat.JSON_LD))
        ]
        for folder in folders
    }
    assert len(folders) > len({"policies", "measures"})
    assert [folder for folder, (turtle, jsonld) in said.items() if turtle != jsonld or not turtle] == []


def test_what_starts_the_explorer_is_said_once_for_all_pages_of_things(site: Path) -> None:
    page = (site / "ja/thing/minato/second/measure/03/index.html").read_text("utf-8")
    script = (site / "start.js").read_text("utf-8")
    named = re.findall(r'"(?:src|href)": "(\./[^"]+)"', script)

    assert "/assets/" not in page
    assert '/start.js"></script>' in page
    assert "./icon.svg" in named
    assert {"plangraph-base", "plangraph-engine"} <= set(re.findall(r'"name": "([^"]+)"', script))
    assert [name for name in named if not (site / name).is_file()] == []


def test_the_same_build_gives_the_same_bytes_but_where_its_address_is_told(site: Path, again: Path) -> None:
    first, second = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (site, again)
    )
    others = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    assert others == {*FEEDS, "sitemap.xml", RECORD}
    for name in FEEDS:
        base = f' xml:base="{ADDRESS}{name.partition("/")[0]}/"'.encode()
        assert second[name].count(base) == 1
        assert second[name].replace(base, b"") == first[name]


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        ("https://w3id.org/plangraph/id/kawasaki/3/measure/1-1-1", "kawasaki/3/measure/1-1-1"),
        (TIER, "minato/tier/政策"),
        ("http://metadata.un.org/sdg/11.5", "sdg~11.5"),
        ("https://w3id.org/plangraph/id/a/..%2F..%2Fx", None),
        ("https://w3id.org/plangraph/id/a/../x", None),
        ("https://w3id.org/plangraph/id/a/con", None),
        ("https://w3id.org/plangraph/id/a/x%3C", None),
        ("http://example.org/x", None),
    ],
)
def test_a_thing_stands_at_the_path_of_its_iri_if_a_file_system_can_hold_it(iri: str, path: str | None) -> None:
    assert path_of(iri) == path


def test_tables_are_workbooks_and_csv_under_the_parameters_that_the_explorer_asks_with(
    site: Path, minato: plangraph.Graph
) -> None:
    index = _index(site)["tables"]
    path = index["projects"][f"lang=ja&plan={minato.manifest.plan}"]

    assert (site / f"{path}.xlsx").read_bytes().startswith(b"PK")
    assert "歩道改良事業" in (site / f"{path}.csv").read_text("utf-8-sig")


def test_the_page_of_tables_says_what_only_a_server_or_a_command_can_do(site: Path) -> None:
    assert "意味による検索は、静的なサイトにはありません。" in (site / "tables/index.html").read_text("utf-8")
    assert "A static site has no other formats" in (site / "tables/en/index.html").read_text("utf-8")


def test_a_folder_that_cannot_be_is_told_before_anything_is_answered(minato_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stages: list[object] = []

    with pytest.raises(OSError, match="file"):
        publish(minato_folder, tmp_path / "file" / "site", stages.append)
    assert stages == []


def test_the_map_of_the_site_names_the_pages_where_the_site_will_stand(again: Path) -> None:
    text = (again / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{ADDRESS}ja/thing/minato/second/measure/03/</loc>" in text


def test_the_service_worker_keeps_what_the_explorer_needs_and_nothing_that_is_missing(site: Path) -> None:
    script = (site / "service-worker.js").read_text("utf-8")
    told = json.loads(script.partition("const SITE = ")[2].partition(";\n")[0])

    assert {"index.html", "theme.js", "data/site.json.gz", "data/cuts.json.gz"} <= set(told["files"])
    assert any(name.endswith(".wasm.gz") for name in told["files"])
    assert [name for name in told["files"] if not (site / name).is_file()] == []


def test_each_view_of_the_explorer_has_a_page(site: Path) -> None:
    assert Files().views() == tuple(sorted(VIEWS))
    assert [f"{lang}/{view}" for view in VIEWS for lang in LANGUAGES if not (site / lang / view).is_dir()] == []


def test_pages_tell_the_figures_of_things_and_no_address_of_what_has_no_name(site: Path) -> None:
    texts = [page.read_text("utf-8") for page in (site / "ja/thing").rglob("index.html")]
    assert any("<h2>数値</h2>" in text and "予算" in text for text in texts)
    assert not any("/observation/" in text for text in texts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_calls_things_by_the_names_that_they_have_in_any_language(lang: str, minato: plangraph.Graph) -> None:
    page = told(minato.engine, f"{THINGS}minato/second/project/0087", lang, Places())["main"]
    texts = [html.unescape(text) for text in re.findall(r"<a [^>]*>([^<]*)</a>", page)]

    assert {"見守り", "道路公園課", "第二次みなと市総合計画", "minato/second/evaluation/0087/2025"} <= {*texts}
    assert [text for text in texts if "//" in text or "%" in text] == []
    assert page.count('<span lang="ja">避難行動要支援者名簿事業</span>') == 1


def test_a_page_of_the_site_calls_things_by_their_names_in_another_language(site: Path) -> None:
    page = (site / "en/thing/minato/second/project/0087/index.html").read_text("utf-8")

    assert ">見守り</a>" in page
    assert ">minato/second/programme" not in page


def test_what_all_figures_of_a_thing_have_in_common_is_told_once(minato: plangraph.Graph) -> None:
    figures = [["kind", "year", "unit", "note"], ["budget", "2024", "yen", ""], ["budget", "2025", "yen", ""]]
    text = told(minato.engine, minato.manifest.plan, "en", Places(), {"figures": figures})["main"]

    assert '<tr><th scope="col">year</th></tr>\n<tr><td>2024</td></tr>\n<tr><td>2025</td></tr>' in text
    assert "<p>kind: budget</p><p>unit: yen</p>" in text


def test_a_page_tells_names_in_its_language_first_and_no_spelling_that_is_only_for_search(
    minato: plangraph.Graph,
) -> None:
    ja, en = "再生可能エネルギーの拡大", "Larger share of renewable energy"
    pages = {lang: told(minato.engine, "http://metadata.un.org/sdg/7.2", lang, Places())["main"] for lang in LANGUAGES}
    assert f"{ja}</span><br>" in pages["ja"]
    assert f"{en}</span><br>" in pages["en"]
    assert not any("えねるぎー" in page for page in pages.values())


def test_data_beside_a_page_name_only_prefixes_that_they_use(site: Path) -> None:
    text = next((site / "id").rglob("data.ttl")).read_text("utf-8")
    named = re.findall(r"^@prefix (\S+:)", text, re.MULTILINE)
    assert named
    assert all(text.count(prefix) > 1 for prefix in named)


def test_a_feed_tells_what_changed_since_the_build_before(tmp_path: Path) -> None:
    for changes in ({}, {"links.csv": ("Fewer losses", "<Lives> & homes")}):
        build([write_city(tmp_path / "city", changes)], tmp_path / "store")
    publish(tmp_path / "store", tmp_path / "site", url=ADDRESS.rstrip("/"))

    content = (tmp_path / "site/en/changes.atom").read_bytes()
    feed = ET.fromstring(content)  # noqa: S314 (our own)
    (entry,) = feed.iter(f"{ATOM}entry")
    (page,) = entry.iter(f"{ATOM}link")
    before, graph = build_before(tmp_path / "store"), plangraph.open(tmp_path / "store")
    once_more = feed_of(before, graph, Published(frozenset(), "en", "en"), "en", f"{ADDRESS}en/")
    assert _without_pages(content) == _without_pages(once_more)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}base") == f"{ADDRESS}en/"
    assert entry.findtext(f"{ATOM}title", "").startswith("changed: 1-1-1 Preparedness → 11.5 ")
    assert entry.findtext(f"{ATOM}content") == "rationale (en): Fewer losses → <Lives> & homes"
    assert (tmp_path / "site/en" / page.get("href", "") / "index.html").is_file()
    assert "理由（英語）" in (tmp_path / "site/ja/changes.atom").read_text("utf-8")


def _without_pages(feed: bytes) -> list[bytes]:
    """The lines of a feed without those that lead to pages."""
    return [line for line in feed.splitlines() if b'rel="alternate"' not in line]


def test_without_a_build_before_the_feed_is_empty_and_bears_the_time_of_the_build(
    site: Path, minato: plangraph.Graph
) -> None:
    feed = ET.parse(site / "ja/changes.atom").getroot()  # noqa: S314 (our own)

    built = datetime.fromtimestamp(minato.manifest.stamp[1] // 10**9, UTC)
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated", "")) == built
    assert list(feed.iter(f"{ATOM}entry")) == []
    link = '<link rel="alternate" type="application/atom+xml" href="../../ja/changes.atom">'
    assert link in (site / "ja/overview/index.html").read_text("utf-8")
