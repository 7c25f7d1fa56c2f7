"""A published site holds what the server would answer, in files that lead to each other."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import plangraph
from plangraph.publication import publish
from plangraph.publication.folders import path_of
from plangraph.server.html.frame import VIEWS

pytestmark = pytest.mark.long

TIER = "https://w3id.org/plangraph/id/minato/tier/%E6%94%BF%E7%AD%96"


class Addresses(HTMLParser):
    """What a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        self.found |= {value for name, value in attrs if name in {"href", "src"} and value}
        self.ids |= {value for name, value in attrs if name == "id" and value}


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
    index = json.loads((site / "data/site.json").read_text("utf-8"))["answers"]
    key = f"lang=ja&plan={minato.manifest.plan}"

    answer = gzip.decompress((site / f"data/answers/{index['plan-outline'][key]}.json.gz").read_bytes())

    assert answer.decode() == minato.query("plan-outline", plan=minato.manifest.plan, lang="ja").serialize("json")


def test_the_graphs_hold_every_triple(site: Path, minato: plangraph.Graph) -> None:
    files = json.loads((site / "data/site.json").read_text("utf-8"))["graphs"]

    lines = {name: len(gzip.decompress((site / file).read_bytes()).splitlines()) for name, file in files.items()}

    assert lines == minato.manifest.graphs


def test_a_thing_has_a_page_in_each_language_and_its_data(site: Path) -> None:
    thing = "minato/second/measure/03"

    assert "道と公園" in (site / f"ja/thing/{thing}/index.html").read_text("utf-8")
    assert '<html lang="en">' in (site / f"en/thing/{thing}/index.html").read_text("utf-8")
    assert "道と公園" in (site / f"id/{thing}/data.ttl").read_text("utf-8")
    assert json.loads((site / f"id/{thing}/data.jsonld").read_text("utf-8"))


def test_the_same_build_gives_the_same_bytes(site: Path, minato_folder: Path, tmp_path: Path) -> None:
    publish(minato_folder, tmp_path / "again")

    first, again = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (site, tmp_path / "again")
    )
    assert first == again


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
    index = json.loads((site / "data/site.json").read_text("utf-8"))["tables"]
    path = index["projects"][f"lang=ja&plan={minato.manifest.plan}"]

    assert (site / f"{path}.xlsx").read_bytes().startswith(b"PK")
    assert "歩道改良事業" in (site / f"{path}.csv").read_text("utf-8-sig")


def test_the_map_of_the_site_names_the_pages_where_the_site_will_stand(minato_folder: Path, tmp_path: Path) -> None:
    publish(minato_folder, tmp_path / "site", url="https://example.org/plan/")

    text = (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/plan/ja/thing/minato/second/measure/03/</loc>" in text


def test_the_service_worker_keeps_what_the_explorer_needs_and_nothing_that_is_missing(site: Path) -> None:
    script = (site / "service-worker.js").read_text("utf-8")
    told = json.loads(script.partition("const SITE = ")[2].partition(";\n")[0])

    assert {"index.html", "theme.js", "data/site.json", "data/cuts.json"} <= set(told["files"])
    assert any(name.endswith(".wasm.gz") for name in told["files"])
    assert [name for name in told["files"] if not (site / name).is_file()] == []


def test_each_view_of_the_explorer_has_a_page() -> None:
    views = (Path(plangraph.__file__).parent / "explorer/src/views/index.ts").read_text("utf-8")

    assert tuple(re.findall(r'^    route: "([a-z-]+)"', views, re.MULTILINE)) == VIEWS


def test_pages_tell_the_figures_of_things_and_no_address_of_what_has_no_name(site: Path) -> None:
    texts = [page.read_text("utf-8") for page in (site / "ja/thing").rglob("index.html")]
    assert any("<h2>数値</h2>" in text and "予算" in text for text in texts)
    assert not any("/observation/" in text for text in texts)


def test_data_beside_a_page_name_only_prefixes_that_they_use(site: Path) -> None:
    text = next((site / "id").rglob("data.ttl")).read_text("utf-8")
    named = re.findall(r"^@prefix (\S+:)", text, re.MULTILINE)
    assert named
    assert all(text.count(prefix) > 1 for prefix in named)
