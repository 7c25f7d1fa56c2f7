"""What those who run the server look at: whether it is well, and what it counts, as Prometheus reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

SAMPLE = re.compile(r'([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-z_]+="[^"\\\n]*",?)*)\})? (-?[0-9.]+(?:e[+-]?\d+)?)')
COMMENT = re.compile(r"# (HELP|TYPE) ([a-z_]+) (.+)")
SUFFIXES = ("_bucket", "_sum", "_count")


def read(text: str) -> tuple[dict[str, str], dict[tuple[str, str], float]]:
    """Read the text format 0.0.4 by its rules: the kind of each metric, and each sample by name and labels."""
    kinds: dict[str, str] = {}
    helps: list[str] = []
    samples: dict[tuple[str, str], float] = {}
    last = ""
    assert text.endswith("\n")
    for line in text.splitlines():
        if comment := COMMENT.fullmatch(line):
            what, last, said = comment.groups()
            assert last not in (kinds if what == "TYPE" else helps), line
            assert not any(
                name.startswith(last) and name in {last, *(last + s for s in SUFFIXES)} for name, _ in samples
            )
            if what == "TYPE":
                assert said in {"counter", "gauge", "histogram"}
                kinds[last] = said
            else:
                helps.append(last)
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        name, labels, value = sample.groups()
        assert name == last or (kinds[last] == "histogram" and name.removeprefix(last) in SUFFIXES), line
        assert (name, labels or "") not in samples, line
        samples[name, labels or ""] = float(value)
    assert set(kinds) == set(helps)
    return kinds, samples


def test_the_server_says_that_it_is_well(client: httpx.Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (200, "ok")
    assert response.headers["cache-control"] == "no-store"


def test_prometheus_can_read_what_is_counted(client: httpx.Client) -> None:
    client.get("/sparql", params={"query": "ASK {}"})
    response = client.get("/metrics")
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    kinds, samples = read(response.text)
    assert all(name.endswith("_total") == (kind == "counter") for name, kind in kinds.items())
    buckets = [value for (name, _), value in samples.items() if name == "plangraph_query_seconds_bucket"]
    assert buckets == sorted(buckets)
    assert buckets[-1] == samples["plangraph_query_seconds_count", ""] > 0
    assert samples["plangraph_query_seconds_bucket", 'le="+Inf"'] == buckets[-1]


def test_requests_are_counted_by_route_and_status(client: httpx.Client) -> None:
    def counted() -> float:
        samples = read(client.get("/metrics").text)[1]
        return samples.get(("plangraph_requests_total", 'route="/sparql",status="400"'), 0)

    before = counted()
    client.get("/sparql", params={"query": "SELEC"})
    assert counted() == before + 1
