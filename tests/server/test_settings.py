"""The limits are what the page of the endpoint says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from plangraph.server.app import ROUTES
from plangraph.server.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "endpoint.md").read_text("utf-8")


def test_every_limit_is_described() -> None:
    named = set(re.findall(r"`([a-z-]+)`", PAGE))
    limits = {field.name.replace("_", "-") for field in fields(Settings) if "help" in field.metadata}
    assert limits <= named


def test_every_address_is_described() -> None:
    for route in ROUTES:
        start = route.path.partition("{")[0]
        assert start in PAGE, route.path
