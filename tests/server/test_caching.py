"""What a client has already is not sent again, and what is sent may be packed (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

SELECT = "SELECT ?label WHERE { pg:Project rdfs:label ?label } ORDER BY ?label"
ASK = "ASK { ?s ?p ?o }"


def test_gzip_and_plain_hold_the_same(client: httpx.Client) -> None:
    query = {"query": "SELECT * { ?s rdfs:label ?o } ORDER BY ?s ?o LIMIT 500"}
    plain = client.get("/sparql", params=query, headers={"Accept-Encoding": "identity"})
    packed = client.get("/sparql", params=query, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.content == plain.content


def test_the_same_question_again_is_304(client: httpx.Client) -> None:
    first = client.get("/sparql", params={"query": SELECT})
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get("/sparql", params={"query": SELECT}, headers=known)
    assert again.status_code == 304
    assert not again.content
    assert client.get("/sparql", params={"query": ASK}, headers=known).status_code == 200


def test_only_what_was_given_can_be_had_already(client: httpx.Client) -> None:
    anything = {"If-None-Match": "*"}
    assert client.get("/sparql", params={"query": "SELEC"}, headers=anything).status_code == 400
    assert client.get("/id/nothing", headers={**anything, "Accept": "text/turtle"}).status_code == 404
    known = {"If-None-Match": client.get("/sparql", params={"query": ASK}).headers["etag"]}
    assert client.head("/sparql", params={"query": ASK}, headers=known).status_code == 304
    assert client.post("/sparql", data={"query": ASK}, headers=known).status_code == 200  # no 304 to a POST


def test_each_format_has_its_tag_and_gzip_shares_it(client: httpx.Client) -> None:
    query = {"query": "SELECT * { ?s rdfs:label ?o } ORDER BY ?s ?o LIMIT 100"}
    accept = {"Accept": "text/csv", "Accept-Encoding": "gzip"}
    packed = client.get("/sparql", params=query, headers=accept)
    known = {"If-None-Match": packed.headers["etag"]}
    plain = client.get("/sparql", params=query, headers={**known, "Accept": "text/csv", "Accept-Encoding": "identity"})
    assert plain.status_code == 304
    assert {"Accept", "Accept-Encoding"} <= set(plain.headers["vary"].split(", "))
    assert client.get("/sparql", params=query, headers=known).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("deflate, br", False),
        ("gzip;q=0", False),
        ("*, gzip; q=0.0", False),
        ("*;q=0", False),
        ("", False),
    ],
)
def test_gzip_is_for_those_who_take_it(client: httpx.Client, accepted: str, is_packed: bool) -> None:
    response = client.get("/api/queries", headers={"Accept-Encoding": accepted})
    assert response.headers.get("content-encoding") == ("gzip" if is_packed else None)
    assert "Accept-Encoding" in response.headers["vary"]


def test_what_changes_each_time_is_not_kept(client: httpx.Client) -> None:
    query = {"query": "SELECT (STRUUID() AS ?x) {}"}
    first, second = client.get("/sparql", params=query), client.get("/sparql", params=query)
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"
    assert first.json() != second.json()


def test_head_is_get_without_a_body(client: httpx.Client) -> None:
    response = client.head("/sparql", params={"query": ASK})
    assert response.status_code == 200
    assert not response.content
