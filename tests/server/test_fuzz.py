"""The questions fuzzed by schemathesis from what OpenAPI says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from plangraph import queries
from plangraph.server.openapi import describe

if TYPE_CHECKING:
    from tests.server.serving import Server

schema = schemathesis.openapi.from_dict(describe(queries.all_questions()))
schema.config.phases.update(phases=["examples", "fuzzing"])
EXPECTED: list[Any] = [
    CHECKS.get_one(name)
    for name in ("status_code_conformance", "content_type_conformance", "response_schema_conformance")
]


@schema.parametrize()
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_every_resource_does_what_its_description_says(case: schemathesis.Case[Any], server: Server) -> None:
    response = case.call(base_url=server.url)
    assert response.status_code != 500
    case.validate_response(response, checks=EXPECTED)
