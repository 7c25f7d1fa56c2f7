"""The questions fuzzed by schemathesis from what OpenAPI says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS
from tests.queries.conftest import HERE as CITIES
from tests.server.serving import serving
from tests.shared import built_once

from plangraph import queries
from plangraph.server.addresses import ADDRESSES
from plangraph.server.openapi import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server.serving import Server


@schemathesis.serializer("application/sparql-query")
def as_it_is(_: Any, query: Any) -> bytes:
    """Send a query as it is."""
    return str(query).encode("utf-8", "replace")


schema = schemathesis.openapi.from_dict(describe(ADDRESSES, queries.Library().listed()))
OPERATIONS: Any = schema.get_all_operations()
RESOURCES = [operation.ok() for operation in OPERATIONS]
EXPECTED: list[Any] = [
    CHECKS.get_one(name)
    for name in ("status_code_conformance", "content_type_conformance", "response_schema_conformance")
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a small city, which has something of each sort: what it answers is held against its description."""
    folder = built_once(tmp_path_factory, CITIES / "data" / "testville")
    with serving(folder, tmp_path_factory.mktemp("small") / "access.log", "--time-limit", "5") as running:
        yield running


# schemathesis's own way to parametrize gives all of them one name, by which pytest-xdist takes them for one test
@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.path)
def test_a_resource_does_what_its_description_says(resource: Any, small: Server) -> None:
    for cases in (*resource.get_strategies_from_examples(), resource.as_strategy()):

        @given(case=cases)
        @settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        def fuzz(case: Any) -> None:
            response = case.call(base_url=small.url)
            assert response.status_code != 500
            case.validate_response(response, checks=EXPECTED)

        fuzz()
