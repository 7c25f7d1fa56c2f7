"""Everything under a path: the server's own, or the one that a proxy that is trusted tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.serving import Server, serving

from plangraph.errors import ParameterError
from plangraph.server.http.base import Proxies, enter, read_base

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = {"Accept": "text/html"}
PLACES = ("/", "/ja/coverage", "/id/minato/second", "/ontology", "/graph/catalogue", "/nothing", "/en/nothing/here")
OURS = re.compile(r'(?:href|src|content)="(/[^"]*)"')


@pytest.fixture(scope="module")
def client(minato_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server that stands under a path and trusts its proxy."""
    assert built
    log = tmp_path_factory.mktemp("base") / "log"
    with (
        serving(minato_folder, log, "--root-path", "/plangraph/", "--proxies", "127.0.0.1") as server,
        httpx.Client(base_url=server.url.removesuffix("/plangraph"), timeout=30) as made,
    ):
        yield made


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("taken_off", "told"), [(True, None), (False, None), (True, "/a/b"), (False, "/a/b/")])
def test_every_address_of_a_page_is_under_the_base(
    client: httpx.Client, place: str, taken_off: bool, told: str | None
) -> None:
    base = (told or "/plangraph").rstrip("/")
    forwarded = {"X-Forwarded-Prefix": told} if told else {}
    page = client.get(place if taken_off else base + place, headers={**PAGE, **forwarded})
    found = OURS.findall(page.text)
    assert f'<meta name="plangraph-base" content="{base}/" />' in page.text or "<script" not in page.text
    assert len(found) > 3
    assert [address for address in found if not address.startswith(f"{base}/")] == []


def test_files_of_the_explorer_are_found_under_the_base(client: httpx.Client) -> None:
    page = client.get("/plangraph/ja", headers=PAGE).text
    for address in re.findall(r'(?:href|src)="(\S+\.(?:js|css|svg))"', page):
        assert client.get(address).status_code == 200
    assert client.get("/plangraph", headers=PAGE).status_code == 200


def test_data_tell_addresses_under_the_base(client: httpx.Client) -> None:
    here = str(client.base_url).rstrip("/")
    assert client.get("/plangraph/api/openapi.json").json()["servers"] == [{"url": "/plangraph"}]
    void = client.get("/plangraph/.well-known/void", headers={"Accept": "text/turtle"}).text
    assert f"<{here}/plangraph/sparql>" in void
    assert f"<{here}/plangraph/sparql>" in client.get("/sparql", headers={"Accept": "application/n-triples"}).text
    moved = client.get("/plangraph/sparql", headers=PAGE)
    assert moved.headers["location"].startswith("/plangraph/ja/query?")
    told = client.get("/sparql", headers={"X-Forwarded-Prefix": "/x", "X-Forwarded-Proto": "https", "Host": "city.jp"})
    assert "<https://city.jp/x/sparql>" in told.text


@pytest.mark.parametrize("told", ["//elsewhere.example", "/a/../b", "javascript:x", '/"><script>', "/" + "a" * 300])
def test_what_is_no_path_is_not_believed_of_a_proxy(client: httpx.Client, told: str) -> None:
    page = client.get("/ja", headers={**PAGE, "X-Forwarded-Prefix": told})
    assert 'content="/plangraph/"' in page.text


def test_nobody_else_tells_the_base(server: Server) -> None:
    page = httpx.get(f"{server.url}/sparql", headers={**PAGE, "X-Forwarded-Prefix": "/x"}, timeout=30)
    assert page.headers["location"].startswith("/ja/query?")


def test_a_base_path_begins_with_a_slash_and_loses_its_last() -> None:
    assert [read_base(text) for text in ("", "/", "/a", "/a/b/")] == ["", "", "/a", "/a/b"]
    for text in ("a", "/a b", "//a", "/a/../b", "/%61"):
        with pytest.raises(ParameterError, match="root-path"):
            read_base(text)


def test_proxies_are_addresses_and_networks() -> None:
    proxies = Proxies("10.0.0.2, 172.16.0.0/12,::1")
    assert [host in proxies for host in ("10.0.0.2", "172.20.1.1", "::1", "10.0.0.3", "")] == [True] * 3 + [False] * 2
    assert "10.0.0.3" in Proxies("*")
    assert "10.0.0.3" not in Proxies("")
    with pytest.raises(ParameterError, match="proxies: write addresses or networks"):
        Proxies("nginx")


@pytest.mark.parametrize(("path", "inside"), [("/a", "/"), ("/a/x", "/x"), ("/ab", "/ab"), ("/x", "/x")])
def test_a_path_loses_its_base_where_it_has_it(path: str, inside: str) -> None:
    scope = {"path": path, "raw_path": path.encode(), "root_path": ""}
    enter(scope, "/a")
    assert (scope["path"], scope["raw_path"]) == (inside, inside.encode())
