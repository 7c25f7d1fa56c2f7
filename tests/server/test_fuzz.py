"""The questions fuzzed by schemathesis from what OpenAPI says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.queries.conftest import HERE as CITIES
from tests.server.serving import serving
from tests.shared import built_once

from plangraph import queries
from plangraph.server.addresses import ADDRESSES
from plangraph.server.openapi import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server.serving import Server


DESCRIPTION = describe(ADDRESSES, queries.Library().listed())
OPERATIONS = [
    pytest.param(path, method, id=f"{method} {path}")
    for path, said in DESCRIPTION["paths"].items()
    for method in said
    if method in {"get", "post"}
]
EXPECTED = ("status_code_conformance", "content_type_conformance", "response_schema_conformance")


@pytest.fixture(scope="module")
def schema() -> Any:
    """The description as schemathesis reads it, which is slow to import, in the process that runs these tests alone."""
    import schemathesis

    def as_it_is(_: Any, query: Any) -> bytes:
        return str(query).encode("utf-8", "replace")

    schemathesis.serializer("application/sparql-query")(as_it_is)
    return schemathesis.openapi.from_dict(DESCRIPTION)


@pytest.fixture(scope="module")
def expected() -> list[Any]:
    """The checks of an answer."""
    from schemathesis.checks import CHECKS

    return [CHECKS.get_one(name) for name in EXPECTED]


def test_every_operation_of_the_description_is_asked(schema: Any) -> None:
    asked = {(operation.ok().path, operation.ok().method) for operation in schema.get_all_operations()}
    assert asked == {tuple(param.values) for param in OPERATIONS}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a small city, which has something of each sort: what it answers is held against its description."""
    folder = built_once(tmp_path_factory, CITIES / "data" / "testville")
    with serving(folder, tmp_path_factory.mktemp("small") / "access.log", "--time-limit", "5") as running:
        yield running


# schemathesis's own way to parametrize gives all of them one name, by which pytest-xdist takes them for one test
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_a_resource_does_what_its_description_says(
    path: str, method: str, schema: Any, expected: list[Any], small: Server
) -> None:
    resource = schema[path][method]
    for cases in (*resource.get_strategies_from_examples(), resource.as_strategy()):

        @given(case=cases)
        @settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        def fuzz(case: Any) -> None:
            response = case.call(base_url=small.url)
            assert response.status_code != 500
            case.validate_response(response, checks=expected)

        fuzz()
